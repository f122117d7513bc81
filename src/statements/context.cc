#include "statements/context.h"

#include <algorithm>

#include "actors/phrase.h"
#include "text/utf8.h"

namespace musnad {

Context::Context(const Document& document, const Morphology& morphology, const Register& actors)
    : document_(document), morphology_(morphology), actors_(actors) {
  const size_t size = document.tokens.size();
  mention_at_.assign(size, -1);
  time_at_.assign(size, -1);
  opened_at_.assign(size, -1);
  quotation_of_.assign(size, -1);
  sentence_of_.assign(size, 0);
  ending_at_.assign(size + 1, -1);
  const auto longer = [&](size_t i, int32_t slot) {
    return slot < 0 || document.mentions[slot].tokens.size() < document.mentions[i].tokens.size();
  };
  for (size_t i = 0; i < document.mentions.size(); ++i) {
    const TokenRange range = document.mentions[i].tokens;
    if (longer(i, mention_at_[range.begin])) mention_at_[range.begin] = static_cast<int32_t>(i);
    if (longer(i, ending_at_[range.end])) ending_at_[range.end] = static_cast<int32_t>(i);
  }
  for (size_t i = 0; i < document.times.size(); ++i) {
    time_at_[document.times[i].tokens.begin] = static_cast<int32_t>(i);
  }
  fill_quotations();
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const TokenRange range = document.sentences[i].tokens;
    std::fill(sentence_of_.begin() + range.begin, sentence_of_.begin() + range.end,
              static_cast<uint32_t>(i));
  }
}

const Token& Context::nothing() {
  static const ActorWord actor{};
  static const Word word = [] {
    Word empty;
    empty.analyses.emplace_back();
    return empty;
  }();
  static const Token token{.kind = TokenKind::kPunctuation, .word = &word, .actor = &actor};
  return token;
}

// One sweep: the innermost quotation around a token is the last one that began and has not ended.
void Context::fill_quotations() {
  const std::vector<Quotation>& quotations = document_.quotations;
  std::vector<int32_t> open;
  size_t next = 0;
  for (TokenIndex t = 0; t < size(); ++t) {
    while (!open.empty() && quotations[open.back()].tokens.end <= t) open.pop_back();
    for (; next < quotations.size() && quotations[next].tokens.begin <= t; ++next) {
      if (quotations[next].open != kNoToken) opened_at_[quotations[next].open] = next;
      if (quotations[next].tokens.contains(t)) open.push_back(static_cast<int32_t>(next));
    }
    if (!open.empty()) quotation_of_[t] = open.back();
  }
  for (; next < quotations.size(); ++next) {
    if (quotations[next].open != kNoToken) opened_at_[quotations[next].open] = next;
  }
}

bool Context::is_quote(TokenIndex t) const {
  return t < size() && is_quotation_mark(token(t).mark);
}

bool Context::is_stop(TokenIndex t) const {
  return t >= size() || (is_stop_mark(token(t).mark) && !is_within_initials(t));
}

// بي.بي.سي
bool Context::is_within_initials(TokenIndex t) const {
  constexpr uint32_t kShort = 3, kShortest = 2;  // code points
  if (t == 0 || t + 1 >= size() || !is_mark(t, '.')) return false;
  const Token &before = token(t - 1), &after = token(t + 1);
  if (token(t).space_before || after.space_before || after.line_begin) return false;
  return before.kind == TokenKind::kWord && after.kind == TokenKind::kWord &&
         before.end - before.begin <= kShort && after.end - after.begin <= kShortest &&
         token(t + 1).actor->kind != WordClass::kPreposition &&
         word(t + 1).best().pos != Pos::kNegation && word(t + 1).best().pos != Pos::kPronoun;
}

Complementizer Context::complementizer(TokenIndex t) const {
  if (t >= size()) return Complementizer::kNone;
  const Analysis& best = word(t).best();  // كان is no كأن
  if (best.pos != Pos::kComplementizer || best.has(kLi) || best.has(kKa))
    return Complementizer::kNone;
  if (word(t).key == "الا") return Complementizer::kPronoun;  // ألا says no as well
  if (token(t).actor->first != kNoRegisterWord &&
      match_entry(document_, actors_, t).tokens.size() > 1) {
    return Complementizer::kNone;  // بان كي مون
  }
  return best.enclitic.none() ? Complementizer::kBare : Complementizer::kPronoun;
}

bool Context::makes_clear(TokenIndex t) const {
  if (t >= size() || word(t).best().pos != Pos::kPreposition) return false;
  const std::string& key = word(t).key;
  return (key == "بين" || key == "وبين") && complementizer(t + 1) == Complementizer::kBare;
}

TokenIndex Context::before_time(TokenIndex t) const {
  constexpr TokenIndex kLongest = 4;
  for (TokenIndex b = t; b > 0 && t - b < kLongest; --b) {
    const int32_t time = time_at(b - 1);
    if (time >= 0 && document_.times[time].tokens.end == t) return b - 1;
  }
  return t;
}

bool Context::is_finite_verb(TokenIndex t) const {
  if (makes_clear(t)) return true;
  if (t >= size() || word(t).best().pos != Pos::kVerb) return false;
  const ActorWord& name = *token(t).actor;
  return !(name.is(kStyleRole) && name.pronoun);  // سموه, not سمّوه
}

bool Context::is_and_verb(TokenIndex t) const {
  return is_finite_verb(t) && (word(t).best().has(kWa) || word(t).best().has(kFa));
}

bool Context::is_subjunctive(TokenIndex t) const {
  return complementizer(t) == Complementizer::kBare && is_finite_verb(t + 1) &&
         word(t + 1).best().tense == Tense::kImperfect;
}

TokenIndex Context::noun_phrase_end(TokenIndex t, TokenIndex end) const {
  if (t >= end) return end;
  phrase_end_.resize(size());
  if (phrase_end_[t] == 0) phrase_end_[t] = noun_phrase(document_, actors_, t).end;
  const TokenIndex phrase_end = std::clamp(phrase_end_[t], t + 1, end);
  return phrase_end < end && is_emphatic(phrase_end) ? phrase_end + 1 : phrase_end;
}

// المصدر نفسه, الوكالة ذاتها
bool Context::is_emphatic(TokenIndex t) const {
  const Analysis& best = word(t).best();
  const std::string_view stem = word(t).stem(best);
  return best.enclitic.person == 3 && best.proclitics == 0 && (stem == "نفس" || stem == "ذات");
}

bool Context::is_behind_pause(TokenIndex t) const {
  if (t == 0 || token(t).line_begin) return false;
  return is_mark(t - 1, 0x2026) || (t > 1 && is_mark(t - 1, '.') && is_mark(t - 2, '.'));
}

TokenIndex Context::behind_pause(TokenIndex begin, TokenIndex t) const {
  constexpr TokenIndex kReach = 20;
  for (TokenIndex i = t; i > begin && t - i < kReach; --i) {
    if (is_behind_pause(i)) return i;
  }
  return begin;
}

bool Context::has_preposition_clitic(TokenIndex t) const {
  if (t >= size()) return false;
  const Analysis& analysis = word(t).best();
  return analysis.has(kBi) || analysis.has(kLi) || analysis.has(kKa);
}

}  // namespace musnad
