#include "statements/clause_words.h"

#include <algorithm>

namespace musnad {
namespace {

// أكد الاستعداد للحوار، | فيما أشار إلى أن: a clause of its own beside the cue's.
bool begins_another(const Context& context, TokenIndex t) {
  return t > 0 && context.is_comma(t - 1) && context.is_finite_verb(t + 1) &&
         context.stem_does(t, kMeanwhileWord);
}

// نفى وجود خلاف، قبل | أن يعود: a clause of the writer's, behind a comma.
bool tells_when(const Context& context, TokenIndex t) {
  if (t < 2 || !context.is_comma(t - 2)) return false;
  return context.word(t - 1).key == "قبل" || context.word(t - 1).key == "بعد";
}

}  // namespace

uint32_t preposition_complement(std::string_view key) {
  if (key == "الي") return kIlaNp;
  if (key == "علي") return kAlaNp;
  if (key == "عن") return kAnNp;
  if (key == "من") return kMinNp;
  if (key == "في") return kFiNp;
  if (key == "حول" || key == "بشان") return kHawl;
  return 0;
}

bool is_grammar_word(Pos pos) {
  return pos == Pos::kPreposition || pos == Pos::kConjunction || pos == Pos::kRelative ||
         pos == Pos::kParticle || pos == Pos::kNegation || pos == Pos::kComplementizer;
}

bool is_qail(const Context& context, TokenIndex t) {
  if (!context.word(t).reporting) return false;
  for (const Analysis& analysis : context.word(t).analyses) {
    if (context.morphology().lemma_text(analysis) != "قال") continue;
    if (analysis.pos == Pos::kParticiple) return true;
    if (analysis.pos == Pos::kVerb && analysis.has(kFa)) return true;
    if (analysis.pos == Pos::kMasdar && analysis.has(kBi)) return true;
  }
  return false;
}

bool says_on(const Context& context, TokenIndex t) {
  if (!context.is_finite_verb(t) || !context.word(t).reporting) return false;
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& verb) {
    return verb.pos == Pos::kVerb && verb.tense == Tense::kImperfect && verb.proclitics == 0 &&
           verb.agreement.person == 3 && context.morphology().lemma_text(verb) == "قال";
  });
}

const ReportingEntry* relayed_words(const Context& context, TokenIndex t) {
  if (!context.word(t).reporting) return nullptr;
  if (t > 0 && context.is_preposition(t - 1) && context.word(t - 1).best().enclitic.none())
    return nullptr;  // في تصريحاته
  for (const Analysis& analysis : context.word(t).analyses) {
    if (analysis.pos == Pos::kVerb) continue;
    const bool his = analysis.enclitic.person == 3 && analysis.proclitics == 0;
    const bool the = analysis.has(kAl) && analysis.enclitic.none();
    if (!his && !the) continue;
    for (const ReportingEntry& entry : context.morphology().reporting_of(analysis)) {
      if (!entry.noun || !entry.relay.empty() || entry.document) continue;
      if (his || (entry.complements & kInna) != 0) return &entry;
    }
  }
  return nullptr;
}

bool means_two(const Context& context, TokenIndex t) {
  const ActorWord& word = *context.token(t).actor;
  if (!word.is(kQuantifierRole) || word.number != Number::kDual || word.prefixed()) return false;
  return word.has(kAl) || context.word(t).key.ends_with("هما");
}

bool is_therein(const Context& context, TokenIndex t) {
  if (t >= context.size()) return false;
  const std::string_view key = context.word(t).key;
  return key == "فيها" || key == "فيه" || key == "خلالها" || key == "خلاله";
}

bool comes_about(const Context& context, const Cue& cue) {
  const TokenIndex t = cue.tokens.begin;
  if (cue.form != CueForm::kNoun || t == 0 || !cue.analysis->enclitic.none()) return false;
  const Analysis& verb = context.word(t - 1).best();
  if (verb.pos != Pos::kVerb) return false;
  const std::string_view text = context.morphology().lemma_text(verb);
  return text == "تمّ" || text == "جرى";
}

bool is_reporting_participle(const Context& context, TokenIndex t) {
  if (!context.word(t).reporting || !context.has_pos(t, Pos::kParticiple)) return false;
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& analysis) {
    return analysis.pos == Pos::kParticiple && !context.morphology().reporting_of(analysis).empty();
  });
}

bool clause_ahead(const Context& context, TokenIndex t, TokenIndex end) {
  for (; t < end && !context.is_stop(t); ++t) {
    if (context.complementizer(t) != Complementizer::kNone && !tells_when(context, t)) {
      return !context.word(t).best().has(kWa);  // not وأن
    }
    if (context.is_comma(t) && t + 1 < end && is_reporting_participle(context, t + 1)) return false;
    if (context.word(t).key.ends_with("ا") && is_reporting_participle(context, t)) return false;
    if (context.is_and_verb(t) || begins_another(context, t)) return false;
  }
  return false;
}

bool takes_up(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kPronoun) return best.has(kWa);
  return context.word(t).key == "الامر" && context.has_pos(t + 1, Pos::kRelative);
}

bool is_quoted_clause(const Context& context, const Quotation& quotation) {
  const TokenRange words = quotation.tokens;
  if (words.size() < 2 || quotation.close == kNoToken) return false;
  const int32_t m = context.mention_at(words.begin);
  if (m >= 0 && context.document().mentions[m].tokens.end >= words.end) return false;
  if (context.token(words.begin).actor->kind == WordClass::kName) return false;
  for (TokenIndex t = words.begin; t < words.end; ++t) {
    if (context.is_finite_verb(t) || context.word(t).best().pos == Pos::kNegation) return true;
  }
  const Analysis& first = context.word(words.begin).best();
  const Analysis& last = context.word(words.end - 1).best();
  if (first.pos == Pos::kPronoun || first.pos == Pos::kDemonstrative) return true;
  if (context.word(words.begin).key == "هناك") return true;
  return first.definite() && last.pos == Pos::kAdjective && last.proclitics == 0;
}

bool is_quoted_agency(const Context& context, TokenIndex t) {
  const ActorWord& word = *context.token(t).actor;
  return t > 0 && t + 1 < context.size() && context.is_quote(t - 1) && context.is_quote(t + 1) &&
         word.is(kNisbaRole) && word.has(kAl) && context.word(t).key.ends_with("ه");
}

TokenIndex behind_kept_name(const Context& context, TokenIndex t) {
  const std::string_view key = context.word(t).key;
  if (key != "عدم" || t + 2 >= context.size()) return kNoToken;
  const auto& readings = context.word(t + 1).analyses;
  const bool tells = std::any_of(readings.begin(), readings.end(), [&](const Analysis& reading) {
    const auto& rows = context.morphology().reporting_of(reading);
    return !rows.empty() && rows.front().act != Act::kUrge;  // not عدم دعوة حكومته
  });
  if (!tells) return kNoToken;
  const TokenIndex name = context.is_preposition(t + 2) ? t + 3 : t + 2;
  if (name >= context.size() || context.word(name).best().enclitic.person != 3) return kNoToken;
  return name + 1;
}

TokenRange wish_to_stay_unnamed(const Context& context, const Cue& cue) {
  if (cue.form != CueForm::kVerb && cue.form != CueForm::kParticiple) return {};
  if (cue.negated || cue.entry->act != Act::kDemand) return {};
  const TokenIndex end = behind_kept_name(context, cue.tokens.end);
  return end == kNoToken ? TokenRange{} : TokenRange{cue.tokens.end, end};
}

bool quotation_ahead(const Context& context, TokenIndex t, TokenIndex end) {
  for (; t < end; ++t) {
    const int32_t q = context.quotation_opened_at(t);
    if (q < 0) continue;
    const Quotation& quotation = context.document().quotations[q];
    if (quotation.tokens.size() >= kShortQuotation || is_quoted_clause(context, quotation))
      return true;
  }
  return false;
}

bool quotation_behind_colon(const Context& context, TokenIndex t, TokenIndex end) {
  for (; t + 1 < end; ++t) {
    if (context.is_mark(t, ':') && context.quotation_opened_at(t + 1) >= 0) return true;
    if (context.is_and_verb(t)) return false;  // وقال: "…" is another's
    if (t > 0 && context.is_comma(t - 1) && context.stem_does(t, kButWord)) return false;
  }
  return false;
}

bool is_colon(const Context& context, TokenIndex t) {
  if (!context.is_mark(t, ':')) return false;
  return t == 0 || t + 1 >= context.size() || context.token(t - 1).kind != TokenKind::kNumber ||
         context.token(t + 1).kind != TokenKind::kNumber;
}

bool colon_ahead(const Context& context, TokenIndex t, TokenIndex end) {
  constexpr TokenIndex kReach = 12;
  for (const TokenIndex last = std::min(end, t + kReach); t < last; ++t) {
    if (is_colon(context, t)) return true;
    if (context.is_comma(t) || context.is_and_verb(t)) return false;
  }
  return false;
}

TokenIndex behind_bracket(const Context& context, TokenIndex t, TokenIndex end) {
  const char32_t closing = context.token(t).mark == '(' ? ')' : ']';
  for (TokenIndex i = t + 1; i < end; ++i) {
    if (context.is_mark(i, closing)) return i + 1;
  }
  return t + 1;
}

TokenIndex behind_dashes(const Context& context, TokenIndex t, TokenIndex end) {
  constexpr TokenIndex kLongestAside = 30;
  for (TokenIndex i = t + 1; i < std::min(end, t + kLongestAside); ++i) {
    if (context.is_mark(i, context.token(t).mark)) return i + 1;
  }
  return t + 1;
}

}  // namespace musnad
