#include "talks/clauses.h"

#include <algorithm>

#include "actors/phrase.h"
#include "statements/claims.h"

namespace musnad {
namespace {

constexpr TokenIndex kNegationReach = 4;  // tokens from a word back to its negation

}  // namespace

Clauses::Clauses(const Context& context, const Signs& signs)
    : context_(context),
      signs_(signs),
      cue_(context.size(), false),
      claims_(claims_by_token(context.document())) {
  for (const Statement& statement : context.document().statements) {
    if (!statement.cue.empty()) cue_[statement.cue.begin] = true;
  }
}

bool Clauses::joins(TokenIndex t) const {
  return t < context_.size() &&
         (context_.word(t).best().has(kWa) || context_.word(t).best().has(kFa));
}

// A verb or conjunction with which another clause begins.
bool Clauses::opens_clause(TokenIndex t) const {
  if (signs_.at(t, Sign::kTurn)) return true;
  if (!joins(t)) return false;
  return context_.is_finite_verb(t) || context_.complementizer(t) != Complementizer::kNone;
}

// أن with a verb behind it, which belongs to the verb or noun in front of it.
bool Clauses::subjunctive(TokenIndex t) const {
  if (t == 0 || t + 1 >= context_.size() || joins(t)) return false;
  TokenIndex next = t + 1;
  if (context_.word(next).best().pos == Pos::kNegation) ++next;
  return next < context_.size() && context_.word(next).best().tense == Tense::kImperfect;
}

TokenRange Clauses::around(TokenIndex t, TokenRange within) const {
  TokenIndex begin = t;
  for (; begin > within.begin; --begin) {
    const TokenIndex before = begin - 1;
    if (context_.is_stop(before) || context_.is_mark(before, ':') || opens_clause(begin)) break;
    // Behind a comma a verb without و goes on with what stands before it, its subject.
    if (context_.is_comma(before) && (joins(begin) || !context_.is_finite_verb(begin))) break;
    if (context_.complementizer(before) == Complementizer::kBare && !subjunctive(before)) break;
    if (context_.complementizer(begin) == Complementizer::kPronoun) break;
  }
  TokenIndex end = t + 1;
  for (; end < within.end; ++end) {
    if (context_.is_stop(end) || context_.is_mark(end, ':') || opens_clause(end)) break;
    if (!context_.is_comma(end) || end + 1 >= within.end) continue;
    if (joins(end + 1) || opens_clause(end + 1) || cue_[end + 1]) break;
  }
  const auto mark = [&](TokenIndex i) { return context_.token(i).kind == TokenKind::kPunctuation; };
  while (begin < t && mark(begin)) ++begin;
  while (end > t + 1 && mark(end - 1)) --end;
  return {begin, end};
}

// A word that begins an adjunct of the clause, not a part of the noun phrase before it.
bool Clauses::ends_phrase(TokenIndex t) const {
  for (const Sign sign : {Sign::kAbout, Sign::kMediate, Sign::kCondition, Sign::kIf, Sign::kWait,
                          Sign::kPause, Sign::kAgenda}) {
    if (signs_.at(t, sign)) return true;
  }
  if (signs_.at(t, Sign::kHead) && context_.word(t).best().has(kBi)) return true;
  if (context_.word(t).best().pos == Pos::kNegation) return true;
  if (context_.token(t).actor->joints & (kJoinBayn | kJoinMaa)) return true;
  if (context_.is_preposition(t) && t + 1 < context_.size()) {
    return signs_.at(t + 1, Sign::kAgenda) || context_.time_at(t + 1) >= 0;
  }
  return context_.time_at(t) >= 0;
}

std::vector<TokenRange> Clauses::noun_phrases(TokenIndex t, TokenIndex end) const {
  std::vector<TokenRange> phrases;
  TokenIndex begin = t;
  bool relative = false;
  const auto close = [&](TokenIndex at) {
    if (at > begin) phrases.push_back({begin, at});
    begin = at;
  };
  for (; t < end; ++t) {
    const Analysis& best = context_.word(t).best();
    if (context_.is_comma(t)) {
      const bool more =
          t + 1 < end && joins(t + 1) && best.pos != Pos::kVerb && !opens_clause(t + 1);
      if (!more) break;
      close(t);
      begin = t + 1;
      continue;
    }
    if (context_.token(t).kind == TokenKind::kPunctuation && !context_.is_quote(t)) break;
    if (signs_.at(t, Sign::kTurn) || context_.complementizer(t) != Complementizer::kNone) break;
    if (!relative && (best.pos == Pos::kVerb || cue_[t] || (t > begin && ends_phrase(t)))) break;
    if (best.pos == Pos::kRelative && t > begin) relative = true;
    // النووية والصاروخية, سياسيا واقتصاديا
    const bool attribute =
        t > begin &&
        ((best.pos == Pos::kAdjective && context_.word(t - 1).best().pos == Pos::kAdjective) ||
         (is_accusative(context_.document(), t) && is_accusative(context_.document(), t - 1)));
    const bool joined = joins(t) && !attribute && best.pos != Pos::kVerb;
    if (joined && !relative && t > begin) close(t);
  }
  while (t > begin && context_.token(t - 1).kind == TokenKind::kPunctuation) --t;
  close(t);
  return phrases;
}

bool Clauses::negated(TokenIndex t) const {
  for (TokenIndex back = 1; back <= kNegationReach && back <= t; ++back) {
    const TokenIndex before = t - back;
    const Pos pos = context_.word(before).best().pos;
    if (pos == Pos::kNegation || signs_.at(before, Sign::kNegation)) return true;
    if (context_.token(before).kind == TokenKind::kPunctuation) return false;
    const bool passes = signs_.at(before, Sign::kLightVerb) || signs_.at(before, Sign::kMust);
    if (pos == Pos::kVerb && !passes) return false;
  }
  return false;
}

TokenRange Clauses::voice(TokenIndex t) const {
  TokenRange range = context_.sentence_at(t).tokens;
  if (claims_[t] < 0) return range;
  for (const auto& content : context_.document().statements[claims_[t]].content) {
    if (!content.tokens.contains(t)) continue;
    range.begin = std::max(range.begin, content.tokens.begin);
    range.end = std::min(range.end, content.tokens.end);
  }
  return range;
}

}  // namespace musnad
