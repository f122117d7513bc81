#include "times/outlook.h"

#include <algorithm>
#include <initializer_list>

#include "morphology/word.h"

namespace musnad {
namespace {

constexpr TokenIndex kReach = 12;  // tokens looked at before the expression
constexpr TokenIndex kReachOfState = 8;
constexpr TokenIndex kReachOfPresent =
    4;  // a verb of the present (يزور الثلاثاء) further off says nothing
constexpr TokenIndex kReachOfVerbBehind = 4;
constexpr TokenIndex kReachBehind = 2;  // tokens looked at behind the expression

bool ends_clause(char32_t mark) {
  return mark == U'.' || mark == U':' || mark == U'؛' || mark == U'؟' || mark == U'!';
}

bool has_meaning(const TimeEntry* entry, TimeClass kind) {
  return entry != nullptr && entry->meanings.as(kind) != nullptr;
}

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), key) != words.end();
}

// What the particle before a verb of the imperfect makes of it.
Outlook imperfect_after(std::string_view particle) {
  if (is_one_of(particle, {"لم", "ولم"})) return Outlook::kPast;
  return is_one_of(particle, {"سوف", "وسوف", "قد", "وقد", "لن", "ولن", "لا"}) ? Outlook::kFuture
                                                                              : Outlook::kPresent;
}

// The last of the ranges that begin before the token holds it; they are in text order.
template <typename Ranges>
bool holds(const Ranges& ranges, TokenIndex token) {
  const auto next =
      std::upper_bound(ranges.begin(), ranges.end(), token,
                       [](TokenIndex t, const auto& range) { return t < range.tokens.begin; });
  return next != ranges.begin() && std::prev(next)->tokens.contains(token);
}

// A word alone in quotation marks is a name: «آفي».
bool quoted_alone(const Document& document, TokenIndex token) {
  constexpr std::u32string_view kMarks = U"«»“”\"";
  const auto is_mark = [&](TokenIndex t) {
    return t < document.tokens.size() && document.tokens[t].mark != 0 &&
           kMarks.find(document.tokens[t].mark) != std::u32string_view::npos;
  };
  return token > 0 && is_mark(token - 1) && is_mark(token + 1);
}

// What looks like a verb of the present where only a noun can stand: behind a preposition (بعد
// تبني) or, of the first person and in nobody's words, behind a noun (الوزير أحمد, مقال نشر).
bool in_place_of_noun(const Document& document, TokenIndex token) {
  const Analysis& analysis = document.tokens[token].word->best();
  if (analysis.tense != Tense::kImperfect || token == 0 || document.tokens[token].line_begin)
    return false;
  const Pos before = document.tokens[token - 1].word->best().pos;
  const bool noun = before == Pos::kNoun || before == Pos::kMasdar || before == Pos::kAdjective ||
                    before == Pos::kParticiple || before == Pos::kUnknown;
  const bool first_person = analysis.agreement.person == 1;
  return before == Pos::kPreposition ||
         (first_person && noun && !holds(document.quotations, token));
}

// A finite verb of the clause, not one of purpose (ليسجل).
bool is_verb(const Document& document, TokenIndex token) {
  const Analysis& analysis = document.tokens[token].word->best();
  const bool purpose = analysis.tense == Tense::kImperfect && analysis.has(kLi);
  return analysis.pos == Pos::kVerb && analysis.lemma != kNoLemma && !purpose &&
         !holds(document.names, token) && !quoted_alone(document, token) &&
         !in_place_of_noun(document, token);
}

// The verb tells what is past; a passive that is spelled like an imperfect does (توفي).
bool is_perfect(const Word& word) {
  const auto passive = [](const Analysis& a) { return a.tense == Tense::kPerfect && a.passive; };
  return word.best().tense == Tense::kPerfect ||
         std::any_of(word.analyses.begin(), word.analyses.end(), passive);
}

// كان من المقرر, كان يزور: what was to come, or went on, then.
bool was(const Document& document, TokenIndex token) {
  for (TokenIndex t = token; t > 0 && token - t < 2 && !document.tokens[t].line_begin;) {
    if (is_one_of(document.tokens[--t].word->key, {"كان", "كانت", "وكان", "وكانت"})) return true;
  }
  return false;
}

// Of a time that opens its clause: ففي شباط بعثت بريطانية برسالة, الاثنين تبدأ الجولة.
Outlook verb_behind(const Document& document, TokenIndex token) {
  const TokenIndex last = std::min<TokenIndex>(token + kReachOfVerbBehind, document.tokens.size());
  for (TokenIndex t = token; t < last && !document.tokens[t].line_begin; ++t) {
    if (!is_verb(document, t)) continue;
    const Analysis& analysis = document.tokens[t].word->best();
    if (analysis.has(kSa)) return Outlook::kFuture;
    if (is_perfect(*document.tokens[t].word)) return Outlook::kPast;
    return t == token ? Outlook::kPresent : Outlook::kUnknown;
  }
  return Outlook::kUnknown;
}

}  // namespace

bool is_future_verb(const Document& document, TokenIndex token) {
  if (token >= document.tokens.size()) return false;
  const Analysis& analysis = document.tokens[token].word->best();
  return analysis.pos == Pos::kVerb && analysis.has(kSa);
}

bool lasts_at(const Document& document, const TimeLexicon& lexicon, TokenRange time) {
  const TokenIndex first = time.begin > kReachOfState ? time.begin - kReachOfState : 0;
  for (TokenIndex t = time.begin; t > first && !document.tokens[t].line_begin;) {
    --t;
    if (ends_clause(document.tokens[t].mark)) break;
    if (is_one_of(document.tokens[t].word->key, {"قد", "لقد", "وقد", "فقد"}))
      return false;  // قد فارق الحياة
    const Word& word = *document.tokens[t].word;
    if (has_meaning(lexicon.find(word.key), TimeClass::kLasting)) return true;
    if (is_verb(document, t)) return !is_perfect(word);
  }
  return verb_behind(document, time.end) != Outlook::kPast;  // منذ أربع سنوات خرج …
}

Outlook outlook_at(const Document& document, const TimeLexicon& lexicon, TokenRange time) {
  const auto means = [&](TokenIndex t, TimeClass kind) {
    return has_meaning(lexicon.find(document.tokens[t].word->key), kind);
  };
  const TokenIndex last = std::min<TokenIndex>(time.end + kReachBehind, document.tokens.size());
  for (TokenIndex t = time.end; t < last && document.tokens[t].mark == 0; ++t) {
    if (means(t, TimeClass::kAppointment)) return Outlook::kFuture;
  }
  bool subjunctive = false;
  const TokenIndex first = time.begin > kReach ? time.begin - kReach : 0;
  for (TokenIndex t = time.begin; t > first && !document.tokens[t].line_begin;) {
    --t;
    if (ends_clause(document.tokens[t].mark)) break;
    if (means(t, TimeClass::kFutureCue))
      return was(document, t) ? Outlook::kPast : Outlook::kFuture;
    if (!is_verb(document, t)) continue;
    const Analysis& analysis = document.tokens[t].word->best();
    if (analysis.has(kSa)) return Outlook::kFuture;
    if (!subjunctive && (is_perfect(*document.tokens[t].word) || was(document, t)))
      return Outlook::kPast;
    if (subjunctive) break;
    std::string_view particle;
    if (!document.tokens[t].line_begin) particle = document.tokens[t - 1].word->key;
    subjunctive = is_one_of(
        particle, {"ان", "بان"});  // كان من المقرر أن يزور: the word before أن may say more
    if (subjunctive) continue;
    const Outlook outlook = imperfect_after(particle);
    return outlook == Outlook::kPresent && time.begin - t > kReachOfPresent ? Outlook::kUnknown
                                                                            : outlook;
  }
  return subjunctive ? Outlook::kFuture : verb_behind(document, time.end);
}

}  // namespace musnad
