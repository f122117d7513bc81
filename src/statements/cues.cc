#include "statements/cues.h"

#include <algorithm>

#include "morphology/agreement.h"

namespace musnad {
namespace {

// Tokens behind a cue in which the word that its lexicon entry asks for must stand (كشف النقاب), or
// the noun of speech that it makes one predicate with (جدد … دعوته).
constexpr TokenIndex kPhraseReach = 18, kNounReach = 40;

// A participle that goes on with a statement is indefinite and accusative: مشيرا، مؤكدة، داعين.
bool is_chain_participle(const Word& word, const Word* before, const Analysis& analysis) {
  if (analysis.definite() || analysis.has(kBi) || analysis.has(kLi) || analysis.has(kKa))
    return false;
  if (analysis.enclitic.person == 1) return false;  // منتقدي الاتفاق, not my critics
  if (before != nullptr && word.key.ends_with("ين") && before->key.ends_with("ين"))
    return false;  // رجال نوريين متهمين: an attribute
  const std::string_view stem = word.stem(analysis);
  const std::string_view rest = std::string_view(word.key).substr(analysis.stem_begin);
  return rest.ends_with("ا") || rest.ends_with("ه") || stem.ends_with("ين") ||
         stem.ends_with("ات") || !analysis.enclitic.none();
}

// Whether the predicate holds for a token behind `t` that is near enough to complete the cue.
template <typename Predicate>
bool follows(const Context& context, TokenIndex t, TokenIndex reach, Predicate&& completes) {
  const TokenIndex end =
      std::min(context.sentence_at(t).tokens.end, static_cast<TokenIndex>(t + 1 + reach));
  for (TokenIndex i = t + 1; i < end; ++i) {
    if (completes(i)) return true;
  }
  return false;
}

bool is_negated(const Context& context, TokenIndex t) {
  if (t == 0) return false;
  const TokenIndex begin = context.sentence_at(t).tokens.begin;
  if (t > begin + 1 && context.word(t - 1).key == "او" && context.has_pos(t, Pos::kVerb) &&
      context.word(t).best().tense == Tense::kImperfect) {
    for (TokenIndex i = t - 1; i > begin && t - i <= 4; --i) {  // لم يؤكد الناطق أو ينف
      if (context.word(i).reporting && context.has_pos(i, Pos::kVerb))
        return is_negated(context, i);
    }
  }
  if (t > begin && context.has_pos(t - 1, Pos::kNegation)) {
    return !context.word(t - 1).key.ends_with("ما");  // ما قاله, what he said
  }
  // دون أن يكشف, من غير أن يذكر
  if (t < begin + 2 || context.complementizer(t - 1) != Complementizer::kBare) return false;
  if (!context.has_pos(t, Pos::kVerb)) return false;  // غير أن وكالة X
  const std::string_view before = context.word(t - 2).key;
  const bool other = before == "غير" && t > begin + 2 && context.word(t - 3).key == "من";
  return before == "دون" || before == "بدون" || other;
}

// A reading of a token as a word of reporting.
struct Reading {
  const Lemma& lemma;
  TokenIndex token;
  CueForm form;
  bool negated;
};

// A row that is one only with certain words beside it goes before rows that stand alone.
bool needs_company(const ReportingEntry& entry) {
  return entry.needs_negated || entry.needs_participle || entry.needs_noun ||
         entry.needs_document || entry.asks_for_words();
}

// Whether one of the things that an entry needs to be a statement is there. A clause is looked for
// later.
bool has_company(const Context& context, const ReportingEntry& entry, const Reading& reading) {
  if (entry.needs_clause || (entry.needs_negated && reading.negated)) return true;
  if (entry.needs_participle && reading.form == CueForm::kParticiple) return true;
  const TokenIndex t = reading.token;
  if (entry.needs_document && t + 1 < context.size() &&
      context.token(t + 1).actor->is(kDocumentRole)) {
    return true;
  }
  const auto is_asked = [&](TokenIndex i) {
    return context.morphology().asks_for(entry, context.word(i));
  };
  if (entry.asks_for_words() && follows(context, t, kPhraseReach, is_asked)) return true;
  return entry.needs_noun && follows(context, t, kNounReach, [&](TokenIndex i) {
           return light_noun_at(context, i, reading.lemma) != nullptr;
         });
}

// The first row of the lemma whose needs are met; null when there is none.
const ReportingEntry* choose_entry(const Context& context, const Reading& reading) {
  const ReportingEntry* alone = nullptr;
  for (const ReportingEntry& entry : reading.lemma.reporting) {
    if (!needs_company(entry)) {
      if (alone == nullptr) alone = &entry;
    } else if (has_company(context, entry, reading)) {
      return &entry;
    }
  }
  return alone;
}

// جاء في | هذا البيان, جاء في | ختام البيان: where the phrase with a document that the words stand
// in begins, behind its preposition.
TokenIndex phrase_of_document(const Context& context, TokenIndex t) {
  if (t < 3 || context.word(t - 1).key == "في") return t;
  const Analysis& part = context.word(t - 1).best();
  const bool of_it = part.pos == Pos::kNoun && part.proclitics == 0 && part.enclitic.none() &&
                     !context.word(t - 1).reporting && context.word(t).best().definite();
  return of_it || context.token(t - 1).actor->demonstrative ? t - 1 : t;
}

// جاء في بيان, ورد في تقرير: a noun behind a verb that says what is read in a document.
bool stands_in(const Context& context, TokenIndex t, const ReportingEntry& entry) {
  t = phrase_of_document(context, t);
  if (t < 2 || context.word(t - 1).key != "في") return false;
  const Analysis& verb = context.word(t - 2).best();
  const std::vector<std::string>& verbs = entry.light_verbs;
  return verb.pos == Pos::kVerb && std::find(verbs.begin(), verbs.end(),
                                             context.morphology().lemma_text(verb)) != verbs.end();
}

// لم يصدر أي تعليق: a noun of speech that did not come.
bool is_not_issued(const Context& context, TokenIndex t) {
  if (t < 3 || !is_negated(context, t - 2)) return false;
  if (!context.token(t - 1).actor->is(kQuantifierRole) && context.word(t - 1).key != "اي")
    return false;
  const Morphology& morphology = context.morphology();
  return morphology.may_be_of_verb(context.word(t - 2), "صدر") ||
         morphology.may_be_of_verb(context.word(t - 2), "ورد");
}

// سيعلن, سوف يعلن, لن يعلن: nobody has said it yet.
bool is_future(const Context& context, TokenIndex t, const Analysis& analysis) {
  if (analysis.pos != Pos::kVerb) return false;
  if (analysis.has(kSa)) return true;
  return t > 0 && (context.word(t - 1).key.ends_with("سوف") || context.word(t - 1).key == "لن");
}

// سيتم الإعلان عن, سيقوم بالإعلان عن: nobody has said it yet.
bool is_still_to_come(const Context& context, TokenIndex t) {
  return t > 0 && context.is_finite_verb(t - 1) && context.word(t - 1).best().has(kSa);
}

// قولوا, لإخبارك: the reader or listener is meant, of whom nothing is reported.
bool is_spoken_to(const Analysis& analysis) {
  return analysis.tense == Tense::kImperative || analysis.enclitic.person == 2 ||
         (analysis.agreement.person == 2 && analysis.agreement.number != 1);
}

// هل أعلنت نوريا الحرب؟ nobody says that she did.
bool is_asked(const Context& context, TokenIndex t) {
  return t > 0 && context.word(t - 1).key == "هل" && context.quotation_of(t) < 0;
}

// قرابة الأربعة | أشهر, ثلاثة أشهر: months, nobody declares.
bool is_months(const Context& context, TokenIndex t) {
  return t > 0 && context.word(t).key == "اشهر" &&
         context.token(t - 1).actor->kind == WordClass::kNumber;
}

// على نادي المرجان, دفع ثمن: a noun of its own behind what governs it, not from نادى, ثمّن.
bool must_be_noun(const Context& context, TokenIndex t, const Analysis& verb) {
  if (t == 0 || context.token(t).line_begin || verb.proclitics != 0) return false;
  const Analysis& before = context.word(t - 1).best();
  if (!before.enclitic.none() || before.definite()) return false;
  const bool governed =  // على قراءة | كتب قديمة
      before.pos == Pos::kMasdar && before.proclitics == 0 && verb.enclitic.none() && t > 1 &&
      context.is_preposition(t - 2) && context.word(t - 2).best().enclitic.none() &&
      !context.word(t - 1).key.ends_with("ا") && context.mention_ending_at(t) < 0 &&
      !context.has_pos(t, Pos::kMasdar);  // إلى حد وصف الاتفاق بأنه
  const bool governs =  // not تقريرا | كشف عن, تحرك | وصفه الوزير بأنه
      before.pos == Pos::kMasdar && context.token(t - 1).kind == TokenKind::kWord &&
      context.mention_ending_at(t) < 0 && !context.word(t - 1).key.ends_with("ا") &&
      verb.enclitic.none() && context.word(t).best().pos != Pos::kVerb;
  if (before.pos != Pos::kPreposition && !governs && !governed) return false;
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& other) {
    return other.pos == Pos::kNoun && other.lemma != verb.lemma;
  });
}

// أنه طلب من الوزير: behind a complementizer with its pronoun what can be a verb is one.
bool must_be_verb(const Context& context, TokenIndex t) {
  if (t == 0 || context.complementizer(t - 1) == Complementizer::kNone) return false;
  if (context.word(t - 1).best().enclitic.none()) return false;
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& verb) {
    return verb.pos == Pos::kVerb && verb.agreement.person == 3 && verb.proclitics == 0;
  });
}

// The letter before the last one of a word without vowel signs; empty for a shorter word.
std::string_view last_but_one(std::string_view word) {
  constexpr size_t kLetterBytes = 2;
  if (word.size() < 3 * kLetterBytes) return {};
  return word.substr(word.size() - 2 * kLetterBytes, kLetterBytes);
}

// لم يقل, لم يجب: cut short so, a hollow verb stands behind لم. Elsewhere it is another word (يجب).
bool is_cut_short(const Context& context, TokenIndex t, const Analysis& analysis,
                  const Lemma& lemma) {
  if (analysis.tense != Tense::kImperfect || analysis.agreement.number > 1) return false;
  if (!analysis.enclitic.none()) return false;
  if (lemma.text.ends_with("ا") || lemma.text.ends_with("ى")) {  // لم يدع, not لا يدع مجالا
    const std::string_view key = context.word(t).key;
    const bool whole = key.ends_with("و") || key.ends_with("ي") || key.ends_with("ا");
    return !whole && (t == 0 || !context.word(t - 1).key.ends_with("لم"));
  }
  if (last_but_one(lemma.text) != "ا") return false;
  const std::string_view vowel = last_but_one(context.word(t).stem(analysis));
  if (vowel == "و" || vowel == "ي" || vowel == "ا") return false;
  return t == 0 || !context.word(t - 1).key.ends_with("لم");
}

// معتبرة | أنه عدوان, معتبرا | ذلك تطورا: what is called something.
bool tells_clause(const Context& context, TokenIndex t) {
  if (context.complementizer(t) != Complementizer::kNone) return true;
  return t < context.size() && context.word(t).best().pos == Pos::kDemonstrative;
}

// لم توقع الاتفاق, لن تعلن: behind such a word no perfect stands.
bool wants_imperfect(const Word& before) {
  return before.key == "لم" || before.key == "ولم" || before.key == "لن" || before.key == "ولن";
}

// أكثر | حذرا, أقل | حذرا: how somebody is, not what he says.
bool is_measure(const Word& word) {
  return word.key == "اكثر" || word.key == "اقل" || word.key == "اشد";
}

// هنا is no هنأ, مدينة a place, اثنين no verb of women, وابنه and نادي no verbs.
bool is_other_word(const Context& context, TokenIndex t, const Analysis& analysis,
                   const Lemma& lemma) {
  const ActorWord& word = *context.token(t).actor;
  if (lemma.text.ends_with("أ") && analysis.tense == Tense::kPerfect &&
      context.document().token_text(t).ends_with("ا")) {
    return true;
  }
  if (analysis.pos == Pos::kVerb && analysis.tense == Tense::kPerfect && t > 0 &&
      wants_imperfect(context.word(t - 1))) {
    return true;
  }
  const Analysis& best = context.word(t).best();
  if (analysis.pos == Pos::kParticiple) {  // ، مبلغا, not تلقى | مبلغا
    const bool goes_on =
        analysis.has(kWa) || (t > 0 && context.is_comma(t - 1)) || tells_clause(context, t + 1);
    return word.is(kPlaceRole) || (best.pos == Pos::kNoun && !goes_on);
  }
  if (t > 0 && context.word(t).key.ends_with("ا") && is_measure(context.word(t - 1))) return true;
  if (analysis.pos != Pos::kVerb) return false;
  if (analysis.passive && best.pos == Pos::kNoun) return true;                 // رجال دين
  if (best.pos == Pos::kAdjective && !best.enclitic.none()) return true;       // أبرزهم
  if (analysis.passive && context.mention_ending_at(t + 1) >= 0) return true;  // رئيس تشاد
  constexpr uint32_t kNamed = kTitleRoles | kBodyRole | kPartyRole | kPeopleRole;
  const bool surely = lemma.reporting.front().certainty == Certainty::kAlways;
  if (best.pos == Pos::kNoun && word.is(kNamed) && !surely) return true;
  const Agreement agreement = analysis.agreement;
  const bool named = word.kind != WordClass::kVerb || context.mention_at(t) >= 0 ||
                     !tells_clause(context, t + 1);  // لحج وعدن
  return agreement.gender == kFeminine && agreement.number == kPlural && analysis.enclitic.none() &&
         analysis.tense == Tense::kPerfect && named;
}

// إجراءات أمنية مشددة, إجراءات مشددة, آلية مشددة: an attribute of the noun before it, where nothing
// is told.
bool is_attribute(const Context& context, TokenIndex t) {
  const Analysis& before = context.word(t - 1).best();
  if (context.token(t - 1).kind != TokenKind::kWord || context.mention_ending_at(t) >= 0)
    return false;
  if (before.definite() || !before.enclitic.none() || !context.word(t).key.ends_with("ه")) {
    return false;
  }
  const auto many = [&](TokenIndex i) {
    const Pos pos = context.word(i).best().pos;
    return (pos == Pos::kNoun || pos == Pos::kMasdar) && context.word(i).key.ends_with("ات");
  };
  if (many(t - 1)) return true;
  if (!context.word(t - 1).key.ends_with("ه")) return false;
  return (t > 1 && many(t - 2)) || !(tells_clause(context, t + 1) || context.is_preposition(t + 1));
}

// ليس مشددا بما يكفي: what something is or is not, no circumstance of what somebody said.
bool is_predicate(const Context& context, TokenIndex t) {
  if (t == 0) return false;
  constexpr TokenIndex kReach = 3;
  for (TokenIndex v = t; v > 0 && t - v < kReach; --v) {  // جاءت المباراة معبرة عن
    if (context.token(v - 1).kind == TokenKind::kPunctuation) break;
    const Analysis& verb = context.word(v - 1).best();
    if (verb.pos != Pos::kVerb || verb.lemma == kNoLemma) continue;
    if (context.morphology().lemma_text(verb) == "جاء") return true;
    break;
  }
  const Analysis& he = context.word(t - 1).best();  // وهي مهددة بالإرهاب
  if (he.pos == Pos::kPronoun && context.word(t).key.ends_with("ه")) return true;
  const std::string& before = context.word(t - 1).key;
  return before == "ليس" || before == "ليست" || before == "وليس" || before == "وليست";
}

// منتقدين يقولون: people of whom a relative clause tells. غير مرحبين: what they are not.
bool describes_people(const Context& context, TokenIndex t) {
  if (t > 0 && context.word(t - 1).key == "غير") return true;
  if (t > 0 && is_attribute(context, t)) return true;
  if (!context.word(t).key.ends_with("ين") || !context.is_finite_verb(t + 1)) return false;
  const Analysis& next = context.word(t + 1).best();
  return next.agreement.number == kPlural && next.agreement.person == 3 && next.proclitics == 0;
}

// أنه تقرر: with the pronoun of a man or of no one goes no verb of a woman; it is تقرّر.
bool clashes_with_pronoun(const Context& context, TokenIndex t, const Analysis& verb) {
  if (t == 0 || context.complementizer(t - 1) != Complementizer::kPronoun) return false;
  const Agreement pronoun = context.word(t - 1).best().enclitic;
  return pronoun.person == 3 && pronoun.gender == kMasculine && pronoun.number == kSingular &&
         verb.tense == Tense::kImperfect &&
         (verb.agreement.gender == kFeminine || verb.agreement.person == 2);
}

// ورد في بيان: no answer (وردّ), but what is read in a document.
bool is_verb_of_document(const Context& context, TokenIndex t) {
  const Word& word = context.word(t);
  if (word.best().pos != Pos::kVerb || word.best().lemma == kNoLemma || t + 2 >= context.size() ||
      context.word(t + 1).key != "في") {
    return false;
  }
  const auto is_document = [&](TokenIndex noun) {
    const auto& analyses = context.word(noun).analyses;
    return context.word(noun).reporting &&
           std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& analysis) {
             if (analysis.lemma == kNoLemma || analysis.pos != Pos::kNoun) return false;
             const auto& rows = context.morphology().lemma(analysis.lemma).reporting;
             return std::any_of(rows.begin(), rows.end(), [&](const ReportingEntry& row) {
               return stands_in(context, noun, row);
             });
           });
  };
  return is_document(t + 2) || is_document(t + 3);  // ورد في | نص | البيان
}

void add_word_cues(const Context& context, TokenIndex t, std::vector<Cue>& cues) {
  const Word& word = context.word(t);
  if (!word.reporting || is_verb_of_document(context, t)) return;
  const size_t first = cues.size();
  for (const Analysis& analysis : word.analyses) {
    if (analysis.lemma == kNoLemma || is_future(context, t, analysis)) continue;
    if (is_spoken_to(analysis)) continue;
    const Lemma& lemma = context.morphology().lemma(analysis.lemma);
    if (lemma.reporting.empty()) continue;
    if (is_cut_short(context, t, analysis, lemma) || is_other_word(context, t, analysis, lemma)) {
      continue;
    }
    Cue cue{.tokens = {t, t + 1}, .analysis = &analysis};
    switch (analysis.pos) {
      case Pos::kVerb:
        if (must_be_noun(context, t, analysis) || clashes_with_pronoun(context, t, analysis) ||
            is_asked(context, t) || is_months(context, t)) {
          continue;
        }
        cue.form = CueForm::kVerb;
        break;
      case Pos::kParticiple:
        if (!is_chain_participle(word, t > 0 ? &context.word(t - 1) : nullptr, analysis)) continue;
        if (describes_people(context, t) || is_predicate(context, t)) continue;
        cue.form = CueForm::kParticiple;
        break;
      case Pos::kMasdar:
      case Pos::kNoun:
        if (must_be_verb(context, t) || is_still_to_come(context, t)) continue;
        cue.form = CueForm::kNoun;
        break;
      default:
        continue;
    }
    cue.negated =
        is_negated(context, t) || (cue.form == CueForm::kNoun && is_not_issued(context, t));
    cue.entry = choose_entry(context, {lemma, t, cue.form, cue.negated});
    if (cue.entry == nullptr) continue;
    cue.in_document = cue.form == CueForm::kNoun && stands_in(context, t, *cue.entry);
    const auto known = std::find_if(cues.begin() + first, cues.end(), [&](const Cue& other) {
      return other.form == cue.form && other.entry == cue.entry;
    });
    if (known == cues.end()) {
      cues.push_back(cue);
    } else if (known->analysis->agreement.person == 2 && analysis.agreement.person == 3) {
      known->analysis = &analysis;  // تقول: news reports what she says, not what you say
    }
  }
}

// أعلنه, أفادت به: the verb or the preposition behind it has a pronoun.
bool has_pronoun_for_it(const Context& context, const Cue& cue) {
  if (cue.analysis->enclitic.person == 3) return true;
  const TokenIndex next = cue.tokens.end;
  if (next >= context.size() || !context.is_preposition(next)) return false;
  return context.word(next).best().enclitic.person == 3;
}

// وفق ما قال X: the verb behind the phrase is the cue. Returns the last token that was read.
TokenIndex add_clause_cue(const Context& context, TokenIndex t, const FixedPhrase& phrase,
                          std::vector<Cue>& cues) {
  const auto verb = static_cast<TokenIndex>(t + phrase.keys.size());
  if (verb >= context.size()) return verb - 1;
  const size_t first = cues.size();
  add_word_cues(context, verb, cues);
  for (size_t i = first; i < cues.size(); ++i) {
    cues[i].attribution = t;
    cues[i].may_go_on = cues[i].after_turn = phrase.clause == FixedPhrase::Clause::kMaybe;
    if (phrase.clause == FixedPhrase::Clause::kThing && has_pronoun_for_it(context, cues[i]))
      cues[i].told_by = {t, t + 1};
  }
  return verb;
}

// A dash of a dateline: جدة – واس:, not of a name: جان-لوك.
bool is_spaced_dash(const Context& context, TokenIndex t) {
  if (!context.is_mark(t, '-') && !context.is_mark(t, 0x2013) && !context.is_mark(t, 0x2014) &&
      context.word(t).key != "") {
    return false;
  }
  return context.token(t).space_before ||
         (t + 1 < context.size() && context.token(t + 1).space_before);
}

// Whether a sentence begins with its line, or behind the pause sign in it: عاجل... | الوزير: …
bool opens_line(const Context& context, TokenIndex begin) {
  return context.token(begin).line_begin || context.is_behind_pause(begin);
}

// A colon behind the first words of a line, where they name somebody: `بيسكوف: …`.
void add_colon_cue(const Context& context, TokenIndex t, std::vector<Cue>& cues) {
  constexpr TokenIndex kLongestName = 14;
  const TokenIndex line = context.sentence_at(t).tokens.begin;
  const TokenIndex begin = context.behind_pause(line, t);
  if (t == begin || t - begin > kLongestName || !opens_line(context, line)) return;
  for (TokenIndex i = begin; i < t; ++i) {
    if (context.is_mark(i, ':') || is_spaced_dash(context, i)) return;
  }
  const bool verb = context.word(begin).reporting && context.is_finite_verb(begin);
  if (verb && context.mention_at(begin) < 0) return;  // كتب فلان: the verb is the cue
  cues.push_back({.tokens = {t, t + 1}, .form = CueForm::kColon});
}

// The person whose name a token ends, nullptr for none; a name of one word counts only where the
// register knows the person: هاكان فيدان, وقال فيدان.
const Actor* person_named_to(const Context& context, TokenIndex t) {
  const int32_t m = context.mention_ending_at(t + 1);
  if (m < 0) return nullptr;
  const Mention& mention = context.document().mentions[m];
  const Actor& actor = context.document().actors[mention.actor];
  if (mention.name.end != t + 1 || actor.kind != ActorKind::kPerson) return nullptr;
  return mention.name.size() > 1 || !actor.key.empty() ? &actor : nullptr;
}

// The words of people's names but their last one, by token: دان in دان ملاح is no verb.
std::vector<bool> inside_names(const Context& context) {
  std::vector<bool> inside(context.size(), false);
  const Document& document = context.document();
  for (const Mention& mention : document.mentions) {
    if (mention.name.empty() || document.actors[mention.actor].kind != ActorKind::kPerson) continue;
    for (TokenIndex t = mention.name.begin; t + 1 < mention.name.end; ++t) inside[t] = true;
  }
  return inside;
}

}  // namespace

const ReportingEntry* light_noun_at(const Context& context, TokenIndex t, const Lemma& verb) {
  if (!context.word(t).reporting) return nullptr;
  const bool governed =  // not وجه إليه | دعوة
      context.is_preposition(t - 1) && context.word(t - 1).best().enclitic.none();
  if (governed) return nullptr;
  for (const Analysis& analysis : context.word(t).analyses) {
    if (analysis.pos == Pos::kVerb) continue;
    for (const ReportingEntry& entry : context.morphology().reporting_of(analysis)) {
      const std::vector<std::string>& verbs = entry.light_verbs;
      if (std::find(verbs.begin(), verbs.end(), verb.text) != verbs.end()) return &entry;
    }
  }
  return nullptr;
}

std::vector<Cue> find_cues(const Context& context, const PhrasesByToken& phrases) {
  std::vector<Cue> cues;
  const std::vector<bool> in_name = inside_names(context);
  TokenIndex turn_end = kNoToken;
  const TokenIndex end = std::min(context.size(), context.document().body_end);
  for (TokenIndex t = 0; t < end; ++t) {
    if (context.token(t).kind == TokenKind::kPunctuation) {
      if (context.is_mark(t, ':')) add_colon_cue(context, t, cues);
      continue;
    }
    const FixedPhrase* phrase = phrases[t];
    const bool attributes = phrase != nullptr && phrase->kind == FixedKind::kAttribution &&
                            phrase->next_stands_at(context.document(), t + phrase->keys.size());
    if (attributes && phrase->clause != FixedPhrase::Clause::kNever) {
      if (phrase->clause == FixedPhrase::Clause::kMaybe) turn_end = t + 1;
      t = add_clause_cue(context, t, *phrase, cues);
    } else if (attributes) {
      const auto end = static_cast<TokenIndex>(t + phrase->keys.size());
      cues.push_back({.tokens = {t, end}, .form = CueForm::kPhrase, .phrase = phrase});
      t = end - 1;
    } else if (phrase != nullptr && (phrase->kind == FixedKind::kSceneQuestion ||
                                     phrase->kind == FixedKind::kWriterFormula)) {
      t += static_cast<TokenIndex>(phrase->keys.size()) - 1;  // يذكر أن: the writer, not a speaker
      if (context.is_subjunctive(t)) ++t;                     // من المتوقع أن يعلن
    } else {
      if (phrase != nullptr) turn_end = static_cast<TokenIndex>(t + phrase->keys.size());
      const size_t first = cues.size();
      if (!in_name[t]) add_word_cues(context, t, cues);
      if (const Actor* person = person_named_to(context, t)) {
        // جلال طالباني: a verb that a name was taken for has no pronoun.
        const auto bound = [&](const Cue& cue) {
          return !person->key.empty() || !cue.analysis->enclitic.none();
        };
        const auto here = cues.begin() + static_cast<ptrdiff_t>(first);
        cues.erase(std::remove_if(here, cues.end(), bound), cues.end());
      }
      const bool turned = turn_end <= t && t <= turn_end + 1;  // a comma may stand between
      for (size_t i = first; i < cues.size(); ++i) cues[i].after_turn = turned;
    }
  }
  return cues;
}

}  // namespace musnad
