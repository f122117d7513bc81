#include "statements/context.h"

#include <algorithm>

#include "actors/phrase.h"
#include "text/text.h"
#include "text/utf8.h"

namespace musnad {

Context::Context(const Document& document, const Morphology& morphology, const Register& actors,
                 const FixedPhrases& phrases)
    : document_(document),
      tokens_(document.tokens.data()),
      size_(static_cast<TokenIndex>(document.tokens.size())),
      morphology_(morphology),
      actors_(actors),
      phrases_(phrases),
      rows_(document.tokens.size() + 1) {
  fill_layers();
  fill_quotations();
  for (TokenIndex t = size(); t-- > 0;) {  // a verb may be told by the word behind it
    if (token(t).kind == TokenKind::kPunctuation) {
      classify_mark(t);
    } else {
      classify_word(t);
    }
  }
  rows_.back().classes = kStop;
}

void Context::fill_layers() {
  const auto longer = [&](size_t i, int32_t slot) {
    return slot < 0 || document_.mentions[slot].tokens.size() < document_.mentions[i].tokens.size();
  };
  for (size_t i = 0; i < document_.mentions.size(); ++i) {
    const TokenRange range = document_.mentions[i].tokens;
    Row &first = rows_[range.begin], &behind = rows_[range.end];
    if (longer(i, first.mention)) first.mention = static_cast<int32_t>(i);
    if (longer(i, behind.ending)) behind.ending = static_cast<int32_t>(i);
  }
  for (size_t i = 0; i < document_.times.size(); ++i) {
    rows_[document_.times[i].tokens.begin].time = static_cast<int32_t>(i);
  }
  for (size_t i = 0; i < document_.sentences.size(); ++i) {
    const TokenRange range = document_.sentences[i].tokens;
    for (TokenIndex t = range.begin; t < range.end; ++t) rows_[t].sentence = i;
  }
  if (size() > 0) rows_.back().sentence = rows_[size() - 1].sentence;
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
      if (quotations[next].open != kNoToken) rows_[quotations[next].open].opened = next;
      if (quotations[next].tokens.contains(t)) open.push_back(static_cast<int32_t>(next));
    }
    if (!open.empty()) rows_[t].quotation = open.back();
  }
  for (; next < quotations.size(); ++next) {
    if (quotations[next].open != kNoToken) rows_[quotations[next].open].opened = next;
  }
}

void Context::classify_mark(TokenIndex t) {
  const char32_t mark = token(t).mark;
  Row& row = rows_[t];
  if (mark == 0x060C || mark == ',' || mark == 0x061B || mark == ';') row.classes |= kComma;
  if (is_quotation_mark(mark)) row.classes |= kQuote;
  const bool in_word = is_within_initials(t) || is_within_address(document_, t);
  if (is_stop_mark(mark) && !in_word) row.classes |= kStop;
}

void Context::classify_word(TokenIndex t) {
  const Analysis& best = word(t).best();
  Row& row = rows_[t];
  row.complementizer = read_complementizer(t);
  if (!reads_finite_verb(t)) return;
  row.classes |= kFiniteVerb;
  if (best.has(kWa) || best.has(kFa)) row.classes |= kAndVerb;
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

Complementizer Context::read_complementizer(TokenIndex t) const {
  const Analysis& best = word(t).best();  // كان is no كأن
  if (best.pos != Pos::kComplementizer || best.has(kLi) || best.has(kKa))
    return Complementizer::kNone;
  if (word(t).key == "الا") return Complementizer::kPronoun;  // ألا says no as well
  if (token(t).actor->first != kNoRegisterWord && match_entry(document_, t).tokens.size() > 1) {
    return Complementizer::kNone;  // بان كي مون
  }
  return best.enclitic.none() ? Complementizer::kBare : Complementizer::kPronoun;
}

bool Context::makes_clear(TokenIndex t) const {
  if (t >= size() || word(t).best().pos != Pos::kPreposition) return false;
  const std::string_view key = word(t).key;
  if (key != "بين" && key != "وبين") return false;
  TokenIndex behind = t + 1;
  if (is_quotation_mark(token(behind).mark)) {  // وبين «القرشي» أن
    constexpr TokenIndex kLongestName = 4;
    const TokenIndex last = behind + kLongestName;
    while (++behind < last && !is_quotation_mark(token(behind).mark)) {
    }
    ++behind;
  }
  if (complementizer(behind) == Complementizer::kBare) return true;
  // وبين التقرير أن: who makes clear, where nothing stands between two.
  if (key != "وبين" || is_between_two(t)) return false;
  return complementizer(noun_phrase(document_, actors_, behind).end) == Complementizer::kBare;
}

// بين الحكومة | وبين المعارضة
bool Context::is_between_two(TokenIndex t) const {
  constexpr TokenIndex kNear = 12;
  for (TokenIndex b = t; b > 0 && t - b < kNear; --b) {
    if (token(b - 1).kind == TokenKind::kWord && word(b - 1).key == "بين") return true;
  }
  return false;
}

TokenIndex Context::before_time(TokenIndex t) const {
  constexpr TokenIndex kLongest = 4;
  for (TokenIndex b = t; b > 0 && t - b < kLongest; --b) {
    const int32_t time = time_at(b - 1);
    if (time >= 0 && document_.times[time].tokens.end == t) return b - 1;
  }
  return t;
}

bool Context::reads_finite_verb(TokenIndex t) const {
  if (makes_clear(t) || is_verb_of_clause(t)) return true;
  if (word(t).best().pos != Pos::kVerb) return false;
  const ActorWord& name = *token(t).actor;
  return !(name.is(kStyleRole) && name.pronoun);  // سموه, not سمّوه
}

// بيان | نشر في الصحيفة, كلمة | نقلها التلفزيون: what looks like a verbal noun of reporting behind
// an indefinite noun and has no complement is the verb of a clause on it.
bool Context::is_verb_of_clause(TokenIndex t) const {
  const Analysis& best = word(t).best();
  if (best.pos != Pos::kMasdar || !word(t).reporting || best.proclitics != 0) return false;
  if (t == 0 || t + 1 >= size() || token(t).line_begin) return false;
  const auto past = [](const Analysis& a) {
    return a.pos == Pos::kVerb && a.tense == Tense::kPerfect && a.agreement.person == 3;
  };
  const auto& readings = word(t).analyses;
  if (std::none_of(readings.begin(), readings.end(), past)) return false;
  const Analysis& before = word(t - 1).best();
  const bool noun = before.pos == Pos::kNoun || before.pos == Pos::kAdjective;
  if (!noun || before.definite() || !before.enclitic.none()) return false;
  const Analysis& behind = word(t + 1).best();
  if (best.enclitic.none()) return behind.pos == Pos::kPreposition && behind.proclitics == 0;
  return behind.definite() && !has_preposition_clitic(t + 1);
}

bool Context::is_subjunctive(TokenIndex t) const {
  return complementizer(t) == Complementizer::kBare && is_finite_verb(t + 1) &&
         word(t + 1).best().tense == Tense::kImperfect &&
         !token(t + 1).actor->is(kQuantifierRole);  // أن أكثر من ألف قتلوا
}

TokenIndex Context::noun_phrase_end(TokenIndex t, TokenIndex end) const {
  if (t >= end) return end;
  TokenIndex& known = row(t).phrase_end;
  if (known == 0) known = noun_phrase(document_, actors_, t).end;
  const TokenIndex phrase_end = std::clamp(known, t + 1, end);
  return phrase_end < end && is_emphatic(phrase_end) ? phrase_end + 1 : phrase_end;
}

bool Context::is_emphatic(TokenIndex t) const {
  const bool behind_the = t > 0 && token(t - 1).actor->has(kAl);  // not وزير عيّنه
  const auto& analyses = word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& noun) {
    if (noun.enclitic.person != 3 || noun.proclitics != 0 || noun.pos == Pos::kVerb) return false;
    const std::string_view stem = word(t).stem(noun);
    return stem == "نفس" || stem == "ذات" || stem == "انفس" || (stem == "عين" && behind_the);
  });
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
