#include "statements/kind.h"

#include <algorithm>

namespace musnad {
namespace {

// Whether a quotation says something in other words than the writer's: not a single word, and no
// name.
bool quotes_words(const Context& context, const Quotation& quotation) {
  TokenIndex words = 0;
  for (TokenIndex t = quotation.tokens.begin; t < quotation.tokens.end && words < 2; ++t) {
    words += context.token(t).kind != TokenKind::kPunctuation;
  }
  if (words < 2) return false;
  const int32_t m = context.mention_at(quotation.tokens.begin);
  return m < 0 || context.document().mentions[m].tokens.end < quotation.tokens.end;
}

// Whether `t` stands in a quotation that does not hold the cue; `any`: also in one of a single word
// or a name.
bool in_quotation(const Context& context, TokenIndex t, TokenRange cue, bool any) {
  const std::vector<Quotation>& quotations = context.document().quotations;
  for (int32_t q = context.quotation_of(t); q >= 0; q = quotations[q].parent) {
    if (!cue.empty() && quotations[q].tokens.contains(cue)) return false;
    if (any || quotes_words(context, quotations[q])) return true;
  }
  return false;
}

// تلقيت, التقيت: a verb of the past that no third person has but in the passive.
bool is_i_or_you(const Word& word) {
  if (word.best().pos != Pos::kVerb) return false;
  bool may_be = false;
  for (const Analysis& verb : word.analyses) {
    if (verb.pos != Pos::kVerb || verb.passive) continue;
    if (verb.tense != Tense::kPerfect || verb.agreement.person == 3) return false;
    may_be = may_be || verb.agreement.person == 1;
  }
  return may_be;
}

// Words that somebody speaks of himself or to others: we, you, a question.
bool is_spoken(const Context& context, TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (context.is_mark(t, 0x061F) || context.is_mark(t, '?')) return true;
    const Analysis& best = context.word(t).best();
    const bool acts = best.pos == Pos::kVerb || best.pos == Pos::kPronoun;
    if (acts && best.agreement.person == 1) return true;
    if (is_i_or_you(context.word(t))) return true;
    if (best.enclitic.person == 1 || best.enclitic.person == 2) return true;
  }
  return context.is_mark(range.end, 0x061F) || context.is_mark(range.end, '?');
}

// قال الوزير: بحثت القضايا: a verb that is I where no woman speaks and none follows as its subject.
bool begins_with_i(const Context& context, TokenRange range, const Actor& speaker) {
  const bool man = speaker.kind == ActorKind::kPerson && speaker.gender == Gender::kMasculine;
  if (!man || range.size() < 2) return false;
  TokenIndex t = range.begin;
  while (t + 1 < range.end && context.has_pos(t, Pos::kParticle)) ++t;  // لقد
  if (!context.is_finite_verb(t)) return false;
  const auto& analyses = context.word(t).analyses;
  const bool may_be_i = std::any_of(analyses.begin(), analyses.end(), [](const Analysis& verb) {
    return verb.pos == Pos::kVerb && verb.tense == Tense::kPerfect && verb.agreement.person == 1 &&
           verb.agreement.number <= kSingular;
  });
  if (!may_be_i) return false;
  const Analysis& next = context.word(t + 1).best();
  return next.pos == Pos::kPreposition || context.has_preposition_clitic(t + 1) ||
         (!next.definite() && context.word(t + 1).key.ends_with("ا") &&
          context.mention_at(t + 1) < 0);
}

}  // namespace

bool is_quoted(const Context& context, TokenRange range, TokenRange cue) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (context.token(t).kind == TokenKind::kPunctuation) continue;
    if (!in_quotation(context, t, cue, true)) return false;
  }
  return true;
}

Kind kind_of(const Context& context, const Statement& statement) {
  TokenIndex quoted = 0, plain = 0;
  for (const Statement::Content& content : statement.content) {
    for (TokenIndex t = content.tokens.begin; t < content.tokens.end; ++t) {
      if (context.token(t).kind == TokenKind::kPunctuation) continue;
      ++(in_quotation(context, t, statement.cue, content.direct) ? quoted : plain);
    }
  }
  if (plain == 0) return Kind::kDirect;
  if (quoted > 0) return Kind::kMixed;
  const TokenRange first = statement.content.front().tokens;
  const bool behind_colon = first.begin > 0 && context.is_mark(first.begin - 1, ':');
  if (!behind_colon) return Kind::kIndirect;
  const bool himself = statement.speaker &&
                       begins_with_i(context, first, context.document().actors[*statement.speaker]);
  return himself || is_spoken(context, first) ? Kind::kDirect : Kind::kIndirect;
}

}  // namespace musnad
