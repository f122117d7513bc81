#include "statements/certain.h"

#include <algorithm>

#include "statements/clause_words.h"
#include "statements/outlets.h"

namespace musnad {
namespace {

// Whether a name ends in this word: شكري of سامح شكري, with or without its article.
bool is_last_name(const Context& context, TokenIndex t) {
  const std::string_view key = context.word(t).key;
  const Document& document = context.document();
  return std::any_of(
      document.mentions.begin(), document.mentions.end(), [&](const Mention& mention) {
        if (mention.name.size() < 2 || document.actors[mention.actor].kind != ActorKind::kPerson)
          return false;
        const std::string_view last = context.word(mention.name.end - 1).key;
        return last == key || (key.starts_with("ال") && key.substr(4) == last);
      });
}

// Whether the article tells of an institution or office by this word: العمل of وزارة العمل.
bool is_named_after(const Context& context, TokenIndex head) {
  if (!context.token(head).actor->definite()) return false;
  for (TokenIndex t = head + 1; t < context.size(); ++t) {
    const bool same = context.word(t).key == context.word(head).key;
    if (same && context.token(t - 1).actor->is(kBodyRole | kOfficeRole)) return true;
  }
  return false;
}

}  // namespace

bool is_headline_name(const Context& context, const Frame& frame) {
  constexpr TokenIndex kLongest = 3;
  constexpr TokenIndex kHeadline = 48;  // tokens; a text without line ends is no headline
  const TokenIndex colon = frame.cue.tokens.begin;
  if (frame.cue.form != CueForm::kColon || frame.source.empty() || colon > kHeadline) return false;
  if (context.sentence_at(colon).paragraph != 0 || frame.source.size() > kLongest) return false;
  TokenIndex end = frame.source.end;
  while (context.is_quote(end) || (end < colon && context.token(end).actor->is(kNisbaRole))) ++end;
  if (end < colon && context.word(end).best().has(kLi)) end = colon;  // القرشي لوزير النقل: …
  if (end != colon) return false;
  const ActorWord& head = *context.token(frame.source.begin).actor;
  if (head.is(kPortfolioRole) && head.definite()) return true;
  return frame.source.size() == 1 &&
         (is_last_name(context, frame.source.begin) || is_named_after(context, frame.source.begin));
}

bool can_speak(const Context& context, TokenIndex t) {
  const ActorWord& head = *context.token(t).actor;
  if (head.is(kBackRole) && !head.has(kAl) && !head.pronoun && t + 1 < context.size()) {
    return can_speak(context, t + 1);  // نفس المصدر
  }
  if (head.is(kDocumentRole | kTitleRoles | kGroupRoles)) return true;
  if (head.is(kQuantifierRole) && t + 1 < context.size()) {  // أحد السكان, عدد من النواب
    const bool of = context.token(t + 1).actor->joints == kJoinMin;
    const TokenIndex noun = t + (of ? 2 : 1);
    const bool number = !of && context.word(t).key.ends_with("عدد");  // عدد السكان
    if (!number && noun < context.size() &&
        context.token(noun).actor->is(kTitleRoles | kGroupRoles))
      return true;
  }
  const Actor* actor = actor_at(context, t);
  return actor != nullptr && (actor->kind != ActorKind::kUnnamed || head.is(kNounRoles));
}

bool attributes_clause_ahead(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kPhrase || frame.opening != Opening::kClause) return false;
  if (frame.source.empty() || frame.content_begin == 0) return false;
  const TokenIndex t = frame.content_begin;
  const bool so = context.word(t).best().has(kFa) || context.word(t - 1).best().has(kFa);
  return so && context.token(frame.source.begin).actor->is(kBodyRole | kMediaRole);
}

bool answers_no_words(const Context& context, const Frame& frame) {
  if (frame.cue.entry == nullptr || !frame.cue.entry->needs_negated) return false;
  return frame.opening == Opening::kPreposition && (frame.cue.entry->complements & kAlaNp) != 0 &&
         (frame.cue.entry->complements & kHawl) == 0 &&  // not لم يعلق على الهدف
         !is_speech_noun(context, frame.content_begin) &&
         !context.token(frame.content_begin).actor->is(kOccasionRole);  // لم يرد على اتصالات
}

namespace {

// `بيسكوف: …` at the head of a line: all that stands before the colon names one person.
bool is_named_line(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kColon || frame.source.empty()) return false;
  const int32_t m = context.mention_at(frame.source.begin);
  if (m < 0) return false;
  const Mention& mention = context.document().mentions[m];
  TokenIndex end = mention.tokens.end;
  while (context.is_quote(end)) ++end;
  return end == frame.cue.tokens.begin && !mention.name.empty() &&
         context.document().actors[mention.actor].kind == ActorKind::kPerson;
}

// ألقى اللوم على, فضّل عدم ذكر اسمه: a verb with the words that its row asks for.
bool has_its_company(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || !cue.entry->asks_for_words()) return false;
  if (cue.entry->certainty == Certainty::kSeldom || cue.negated) return false;
  return !frame.source.empty() && !context.is_subjunctive(cue.tokens.begin - 1);
}

// «A»، كما جاء في البيان: a document in which one reads what stands in front.
bool refers_to_document(const Context& context, const Frame& frame) {
  const TokenIndex verb = frame.cue.tokens.begin - 2;
  return frame.cue.in_document && frame.opening == Opening::kNone && verb > 0 &&
         context.word(verb - 1).key == "كما" && context.sentence_at(verb).tokens.begin < verb - 1;
}

// بعد تأكيد الوزير, وسط تحذير من الوزير: whether who says it stands at once behind a noun of
// speech.
bool names_its_speaker(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin, behind = frame.cue.tokens.end;
  if (frame.source.empty()) return false;
  if (frame.source.begin == behind) return true;
  return t > 0 && frame.source.begin == behind + 1 && context.word(behind).key == "من" &&
         context.is_preposition(t - 1) && frame.content_begin <= frame.source.end + 1 &&
         !context.word(frame.source.end).best().has(kFa);  // بعد تحذير من الوزير | فإن الطريق أغلق
}

// بعد تأكيد الوزير أن, جاء في بيان أن: a noun of speech with a clause and who says it.
bool tells_clause_as_noun(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kNoun) return false;
  const bool clause = frame.opening == Opening::kComplementizer ||
                      (cue.in_document &&
                       (frame.opening == Opening::kColon || frame.opening == Opening::kQuotation));
  if (!clause || cue.in_document) return clause;
  if (frame.skipped_verbs > 0) return false;  // تصريحات الوزير خلال لقاء حضره …
  if (cue.entry->document || !cue.analysis->enclitic.none()) return false;
  if (!names_its_speaker(context, frame)) return false;
  const bool somebody = context.mention_at(frame.source.begin) >= 0 ||
                        context.token(frame.source.begin).actor->is(kNounRoles);
  const bool at_once =
      cue.analysis->pos == Pos::kMasdar || frame.content_begin <= frame.source.end + 1;
  return cue.entry->certainty != Certainty::kSeldom && !cue.analysis->definite() && somebody &&
         at_once && frame.skipped_phrases <= 1;
}

// بعد إعلانه أن, عقب تأكيدها بأن: the same behind a word of time, with a pronoun for who says it,
// not for whom it is said to or of (بعد إبلاغه أن, بعد اتهامها بأنها).
bool tells_clause_as_his_noun(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kNoun || cue.analysis->pos != Pos::kMasdar || cue.negated) return false;
  if (cue.analysis->enclitic.person != 3 || cue.analysis->proclitics != 0) return false;
  if ((cue.entry->addressee & kAccAddressee) != 0 || cue.entry->content_includes_addressee)
    return false;
  const TokenIndex t = cue.tokens.begin;
  return t > 0 && context.stem_does(t - 1, kSubordinateWord) &&
         cue.entry->certainty == Certainty::kAlways && frame.opening == Opening::kComplementizer &&
         frame.content_begin <= cue.tokens.end + 1;
}

// يجادل الكرملين بأن, أصر الوفد على أن: a verb that mostly reports, who did, and at once what.
bool tells_clause_as_verb(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || cue.analysis->passive) return false;
  if (cue.entry->certainty == Certainty::kSeldom || frame.opening != Opening::kComplementizer)
    return false;
  const Analysis& best = context.word(cue.tokens.begin).best();
  const bool like_grammar =  // بين الوزير أن
      is_grammar_word(best.pos) && frame.content_begin <= frame.source.end + 1;
  if ((cue.analysis != &best && !like_grammar) || !cue.analysis->enclitic.none()) return false;
  TokenIndex subject = cue.tokens.end;
  while (context.is_quote(subject)) ++subject;
  const bool near = frame.skipped_verbs == 0 && frame.skipped_phrases <= 1;
  return !frame.source.empty() && frame.source.begin == subject && near &&
         !context.is_subjunctive(frame.content_begin - 1);
}

// تم التأكيد خلال اللقاء على متانة العلاقات
bool is_told_by_nobody(const Context& context, const Frame& frame) {
  return comes_about(context, frame.cue) && frame.cue.analysis->has(kAl) &&
         frame.cue.entry->certainty != Certainty::kSeldom && frame.opening == Opening::kPreposition;
}

// وبين أن الوفد وصل: the verb, spelled like a preposition.
bool makes_clear(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  const bool named = !frame.source.empty() && frame.opening == Opening::kComplementizer;
  return frame.cue.form == CueForm::kVerb && context.makes_clear(t) &&
         context.word(t).best().has(kWa) && (named || frame.content_begin == t + 2);
}

// اعتبرت نوريا ما حدث تدخلا: what happened is called something.
bool calls_what_happened(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  return cue.form == CueForm::kVerb && !cue.negated && cue.entry->content_includes_addressee &&
         frame.opening == Opening::kObject && frame.source.begin == cue.tokens.end &&
         frame.content_begin == frame.source.end && context.word(frame.content_begin).key == "ما";
}

// مع التأكيد على ضرورة الحل, ، مع إشارته إلى ضرورة الحل: he who spoke goes on.
bool goes_on_as_noun(const Context& context, const Frame& frame) {
  constexpr TokenIndex kAdverb = 5;  // مع إشارتها في الوقت نفسه إلى
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kNoun || cue.tokens.begin == 0) return false;
  const TokenIndex with = cue.tokens.begin - 1;
  const bool his = cue.analysis->enclitic.person == 3 && with > 0 && context.is_comma(with - 1);
  if (!his && !cue.analysis->has(kAl)) return false;
  if (cue.analysis->pos != Pos::kMasdar || context.word(with).key != "مع") return false;
  if (!frame.source.empty() || cue.entry->certainty == Certainty::kSeldom) return false;
  if (frame.opening == Opening::kPreposition) {
    const bool behind_adverb = his && frame.skipped_verbs == 0 && frame.skipped_phrases == 1 &&
                               frame.content_begin <= cue.tokens.end + kAdverb;
    return behind_adverb || frame.content_begin == cue.tokens.end + 1;
  }
  return frame.opening == Opening::kComplementizer && frame.content_begin <= cue.tokens.end + 2;
}

// وحث الأطراف على الحوار: a verb that always reports, whom it was said to, and what.
bool asks_somebody(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || cue.analysis->passive) return false;
  if (cue.entry->certainty != Certainty::kAlways || frame.addressee.empty()) return false;
  if (cue.analysis != &context.word(cue.tokens.begin).best()) return false;
  if (frame.source.empty() && !cue.analysis->has(kWa)) return false;
  return frame.opening == Opening::kPreposition && frame.skipped_verbs == 0 &&
         !context.is_subjunctive(cue.tokens.begin - 1);
}

// حرص على القول إن, عاد إلى التأكيد أن: what he who did so said.
bool comes_to_say(const Context& context, const Frame& frame) {
  constexpr TokenIndex kReach = 4;
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  if (cue.form != CueForm::kNoun || t < 2 || !cue.analysis->has(kAl)) return false;
  if (cue.analysis->pos != Pos::kMasdar || cue.entry->certainty == Certainty::kSeldom) return false;
  if (frame.opening != Opening::kComplementizer || frame.content_begin > cue.tokens.end + 1)
    return false;
  if (!context.is_preposition(t - 1) || !frame.source.empty()) return false;
  for (TokenIndex v = t - 1; v > 0 && t - v < kReach; --v) {
    if (context.is_finite_verb(v - 1)) return true;
    if (context.token(v - 1).kind == TokenKind::kPunctuation) return false;
  }
  return false;
}

// طلب من الوزير قيادة الوفد: of whom somebody asked something, and what.
bool asks_of_somebody(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || cue.analysis->passive) return false;
  if ((cue.entry->addressee & kMinAddressee) == 0 || frame.opening != Opening::kObject)
    return false;
  const TokenIndex t = cue.tokens.end;
  const bool counted = !frame.source.empty() && !frame.addressee.empty();  // من نحو ألف شخص
  if (!counted && (t + 1 >= context.size() || context.word(t).key != "من")) return false;
  const bool people =  // طلبت من السكان
      counted || context.mention_at(t + 1) >= 0 ||
      context.token(t + 1).actor->is(kTitleRoles | kGroupRoles);
  return people && !context.is_subjunctive(cue.tokens.begin - 1);
}

// طُلب من السفير أن, طُلب من الوزير تقديم: what was asked of somebody, nobody says by whom.
bool is_asked_of_somebody(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.end;
  if (cue.form != CueForm::kVerb || cue.negated || !cue.analysis->passive) return false;
  if (cue.analysis->tense != Tense::kPerfect || t + 1 >= context.size()) return false;
  if ((cue.entry->addressee & kMinAddressee) == 0 || context.word(t).key != "من") return false;
  const bool people =
      context.mention_at(t + 1) >= 0 || context.token(t + 1).actor->is(kTitleRoles | kGroupRoles);
  return people && (frame.opening == Opening::kObject || frame.opening == Opening::kComplementizer);
}

// يتوقع المصرف إمكانية أن: what a verb that always reports tells, in a noun with its clause.
bool tells_clause_in_noun(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || cue.analysis->passive) return false;
  if (cue.entry->certainty != Certainty::kAlways || frame.opening != Opening::kObject) return false;
  if (frame.source.begin != cue.tokens.end || frame.content_begin != frame.source.end) return false;
  return context.complementizer(frame.content_begin + 1) == Complementizer::kBare;
}

// البرلمان يهنئ الفائزين بـ, محلل يكشف سر الخلاف: in the headline, who says what, told in the
// present.
bool tells_in_headline(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  if (cue.form != CueForm::kVerb || context.sentence_at(t).paragraph != 0) return false;
  if (cue.entry->certainty == Certainty::kSeldom || cue.negated || cue.analysis->passive)
    return false;
  if (cue.analysis->tense != Tense::kImperfect || cue.analysis->agreement.person != 3) return false;
  TokenIndex before = t;
  while (before > 0 && context.is_quote(before - 1)) --before;  // «الساحل» تعلن
  if (!frame.source_first || frame.relative || frame.source.end != before) return false;
  const ActorWord& head = *context.token(frame.source.begin).actor;
  const bool named = can_speak(context, frame.source.begin) || before != t ||  // «الساحل»
                     head.kind == WordClass::kName || head.is(kBodyRole);
  return frame.opening != Opening::kNone && context.is_finite_verb(t) && named;
}

// Whether a word is a verb that tells where in a speech one is: اختتم, استهل.
bool tells_part_of_speech(const Context& context, TokenIndex t) {
  if (!context.is_finite_verb(t)) return false;
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& verb) {
    const auto& rows = context.morphology().reporting_of(verb);
    return verb.pos == Pos::kVerb &&
           std::any_of(rows.begin(), rows.end(),
                       [](const ReportingEntry& row) { return row.tells_stage; });
  });
}

// اختتم كلمته بالتأكيد على, استهل اللقاء بالحديث عن: with what words he began or ended.
bool opens_or_ends_with(const Context& context, const Frame& frame) {
  constexpr TokenIndex kReach = 12;
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  if (cue.form != CueForm::kNoun || !cue.analysis->has(kAl) || !cue.analysis->has(kBi))
    return false;
  if (frame.opening != Opening::kPreposition && frame.opening != Opening::kComplementizer)
    return false;
  if (frame.content_begin > cue.tokens.end + 1 || !frame.source.empty()) return false;
  const TokenIndex begin = context.sentence_at(t).tokens.begin;
  for (TokenIndex v = t; v > begin && t - v < kReach; --v) {
    if (context.is_comma(v - 1)) return false;
    const bool name = context.token(v - 1).actor->is(kGivenNameRole);  // سالم
    if (context.is_finite_verb(v - 1) && !name) return tells_part_of_speech(context, v - 1);
  }
  return false;
}

// مصدر - فضّل عدم ذكر اسمه - : a verb of keeping back, with the words that its row asks for, and his
// own name.
bool prefers_no_name(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (!keeps_own_name(context, frame) || cue.negated || !cue.entry->asks_for_words()) return false;
  const bool then = cue.form == CueForm::kVerb && cue.analysis->tense == Tense::kPerfect;
  return then || cue.form == CueForm::kParticiple;
}

// تبنى التنظيم الهجوم, سحب النائب كلامه: a verb that seldom reports, with the very thing that its
// row asks for.
bool takes_its_thing(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || cue.analysis->tense != Tense::kPerfect)
    return false;
  if (frame.opening != Opening::kObject || context.is_subjunctive(cue.tokens.begin - 1))
    return false;
  return context.morphology().asks_for(*cue.entry, context.word(frame.content_begin));
}

// لشجبه حرق المنازل, بعد انتقاده القمع: what he condemned, told as a noun with its object.
bool condemns_as_noun(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kNoun || cue.entry->noun || cue.analysis->enclitic.person != 3)
    return false;
  if (cue.entry->act != Act::kCondemn && cue.entry->act != Act::kCriticise) return false;
  if (cue.entry->certainty != Certainty::kAlways || frame.content_begin != cue.tokens.end)
    return false;
  const TokenIndex before = cue.tokens.begin - 1;  // not أعرب عن إدانته الهجوم
  const bool governed =
      cue.tokens.begin > 1 && context.is_preposition(before) && context.is_finite_verb(before - 1);
  if (frame.opening != Opening::kObject || governed) return false;
  if ((cue.analysis->proclitics & ~kLi) != 0) return false;
  const Analysis& object = context.word(frame.content_begin).best();
  const bool noun = object.pos == Pos::kNoun || object.pos == Pos::kMasdar ||
                    context.mention_at(frame.content_begin) >= 0;
  return noun && (object.proclitics & ~kAl) == 0;
}

// لكنه لم: he of whom the sentence told did not.
bool resumes_speaker(const Context& context, TokenIndex negation) {
  if (negation == 0) return false;
  const Analysis& best = context.word(negation - 1).best();
  return best.pos == Pos::kConjunction && best.enclitic.person == 3;
}

// ، ولم يذكر موعدا: at the end of what somebody said, what he did not.
bool goes_on_with_not(const Context& context, TokenIndex negation) {
  return negation > 0 && context.is_comma(negation - 1) && context.quotation_of(negation) < 0 &&
         context.word(negation).key == "ولم";
}

// لم يفصح الناطق عن اسمه, ولم تعلن الوزارة أي تفاصيل, لكنه لم يذكر موعدا: a verb of telling under a
// negation of the past.
bool tells_not(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || !cue.negated) return false;
  if (frame.opening != Opening::kPreposition && frame.opening != Opening::kObject &&
      frame.opening != Opening::kMatter) {
    return false;
  }
  const TokenIndex before = cue.tokens.begin - 1;
  if (context.complementizer(before) != Complementizer::kNone) {  // دون أن يذكر
    return cue.analysis->enclitic.none() &&
           (cue.entry->needs_negated || cue.entry->certainty != Certainty::kSeldom);
  }
  if (cue.entry->act != Act::kSay && cue.entry->act != Act::kAnnounce) return false;
  if (goes_on_with_not(context, before)) return cue.entry->certainty != Certainty::kSeldom;
  const bool resumes = frame.source.empty() && resumes_speaker(context, before);
  if (frame.source.empty() && !resumes) return false;
  if (cue.entry->certainty == Certainty::kSeldom) return false;
  if (cue.entry->certainty != Certainty::kAlways && !resumes) return false;
  return context.word(before).key.ends_with("لم");
}

// Whether a word begins its sentence or stands behind a comma: ، | كما انتقد; not لكن | كما ذكرت.
bool opens_clause(const Context& context, TokenIndex t) {
  return t == context.sentence_at(t).tokens.begin || context.is_comma(t - 1);
}

// لكنه شدد على, كما انتقد القرار: he goes on with a verb that mostly reports.
bool adds_with_but(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || !frame.source.empty()) return false;
  if (cue.entry->certainty == Certainty::kSeldom || frame.opening == Opening::kNone) return false;
  const bool surely = cue.entry->certainty == Certainty::kAlways ||
                      frame.opening == Opening::kComplementizer || cue.entry->asks_for_words();
  const bool also = cue.may_go_on && cue.attribution == kNoToken && surely &&
                    !cue.analysis->passive && opens_clause(context, cue.tokens.begin - 1) &&
                    cue.analysis == &context.word(cue.tokens.begin).best();
  return cue.analysis->tense == Tense::kPerfect && cue.analysis->enclitic.none() &&
         (also || resumes_speaker(context, cue.tokens.begin));
}

// وتعدها امتدادا, ووصفها بالكاذبة, وعدته «مغذيا للفتنة»: what he calls it.
bool calls_it(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || !cue.entry->content_includes_addressee)
    return false;
  if (cue.analysis->enclitic.person != 3 || frame.content_begin == kNoToken) return false;
  if (!context.is_finite_verb(cue.tokens.begin) || cue.analysis->agreement.person != 3)
    return false;
  if (context.has_pos(cue.tokens.begin - 1, Pos::kRelative)) return false;  // ما يعتبره نفوذا
  const TokenIndex t = frame.content_begin;
  if (t > cue.tokens.end + 1) return false;
  return frame.opening == Opening::kQuotation ||
         (frame.opening == Opening::kObject && context.word(t).key.ends_with("ا"));
}

// وفقا لما كشفه التقرير, كما نقل عنه مصدر: a verb that mostly reports, in a clause of attribution.
bool attributes_as_clause(const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.attribution == kNoToken || cue.negated) return false;
  return cue.entry->certainty != Certainty::kSeldom &&
         !(frame.source.empty() && frame.relay.empty());
}

// وهو ما نفته طهران, الأمر الذي أكده الوزير: whether these words are true, told of what stands
// before.
bool takes_words_up(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  if (cue.form != CueForm::kVerb || cue.negated || frame.opening != Opening::kNone) return false;
  if (cue.entry->certainty == Certainty::kSeldom || frame.source.begin != cue.tokens.end)
    return false;
  return cue.analysis->enclitic.person == 3 && t >= 2 && context.has_pos(t - 1, Pos::kRelative) &&
         (takes_up(context, t - 2) ||
          (t >= 3 && context.word(t - 2).best().definite() &&  // وهو الادعاء الذي تنفيه
           context.word(t - 3).best().pos == Pos::kPronoun && takes_up(context, t - 3)));
}

// أظهر استطلاع نشره المعهد أن: a document tells what is in it.
bool is_told_by_document(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || frame.source.empty()) return false;
  const ActorWord& head = *context.token(frame.source.begin).actor;
  return frame.opening == Opening::kComplementizer && frame.skipped_verbs <= 1 &&
         head.is(kDocumentRole) && !head.is(kMediaRole) &&
         !context.is_subjunctive(frame.content_begin - 1);
}

// كلمة هنأ فيها القيادة, بيان أكد فيه أن: what was said in something said.
bool tells_there(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated) return false;
  if (cue.entry->certainty == Certainty::kSeldom || frame.opening == Opening::kNone) return false;
  return is_therein(context, cue.tokens.end);
}

// أكد هذه الحصيلة سالم القرشي: who tells, behind what he tells.
bool tells_this(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || cue.entry->certainty == Certainty::kSeldom)
    return false;
  return frame.opening == Opening::kObject && frame.content_begin == cue.tokens.end &&
         !frame.source_first && frame.source.begin > frame.content_begin &&
         context.token(frame.content_begin).actor->demonstrative;
}

// مشككا في, منتقدا الخصوم: a participle that goes on with what a man says or does, of a verb that
// always reports, or mostly and has a clause (مبينا أن).
bool goes_on_as_participle(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kParticiple || cue.entry->certainty == Certainty::kSeldom) return false;
  const TokenIndex t = cue.tokens.end;  // مبينا أن, مبينا في تصريح للصحيفة أن
  const bool at_once =
      frame.content_begin <= t + 2 ||
      (context.word(t).key == "في" && context.token(t + 1).actor->is(kOccasionRole));
  const bool clause = frame.opening == Opening::kComplementizer && at_once;
  if (cue.entry->certainty != Certainty::kAlways && !clause) return false;
  const bool opened = frame.opening == Opening::kComplementizer ||
                      frame.opening == Opening::kPreposition || frame.opening == Opening::kObject;
  return opened && cue.analysis->enclitic.none() &&
         context.word(cue.tokens.begin).key.ends_with("ا");
}

// مضى يقول إن, ومضى الوزير يقول: of two verbs of one speech the first.
bool leads_to_says(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || frame.opening == Opening::kNone) return false;
  const TokenIndex behind = frame.source.begin == cue.tokens.end && !frame.source.empty()
                                ? frame.source.end
                                : cue.tokens.end;
  return says_on(context, behind) && frame.content_begin <= behind + 2;
}

// نفي الوزير لهذه التقارير: a denial, who denies and what.
bool denies_as_noun(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kNoun || cue.entry->polarity != Polarity::kDenied) return false;
  const bool his = frame.source.begin == cue.tokens.end && !frame.source.empty();
  return his && cue.analysis->pos != Pos::kVerb && frame.opening == Opening::kPreposition &&
         frame.content_begin <= frame.source.end + 1 && can_speak(context, frame.source.begin);
}

// أشار إلى الخلاف قائلا: …, بقوله «…»: how he put in words what was told before.
bool puts_in_words(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kParticiple && cue.form != CueForm::kNoun) return false;
  if (cue.analysis->passive) return false;  // مقولة «…»
  if (!is_qail(context, cue.tokens.begin) || frame.content_begin > cue.tokens.end + 2) return false;
  return frame.opening == Opening::kComplementizer || frame.opening == Opening::kColon ||
         frame.opening == Opening::kQuotation;
}

// جدد دعوته, وجه اتهامات: a verb with the noun of speech that its row asks for, as something that
// happened.
bool makes_statement_with_noun(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const bool goes_on = cue.form == CueForm::kParticiple &&  // زار المعرض مبديا إعجابه
                       context.word(cue.tokens.begin).key.ends_with("ا");
  if (cue.form != CueForm::kVerb && !goes_on) return false;
  if (frame.noun == nullptr || !cue.entry->needs_noun) return false;
  const bool his_offer = frame.noun->act == Act::kOffer && frame.opening == Opening::kObject &&
                         context.morphology().lemma_text(*cue.analysis) == "أبدى";
  if (frame.noun->act == Act::kSay) return false;
  if (frame.noun->certainty == Certainty::kSeldom && !his_offer) return false;
  if (cue.negated || context.is_subjunctive(cue.tokens.begin - 1)) return false;
  return goes_on || !frame.source.empty() || cue.analysis->has(kWa) ||
         context.has_pos(cue.tokens.begin - 1, Pos::kConjunction);  // كما وجه شكره
}

// صرح بذلك فلان; not دفع ذلك فلانا.
bool tells_sentence_before(const Frame& frame) {
  return frame.tells_before && !frame.source.empty() &&
         frame.cue.entry->certainty != Certainty::kSeldom;
}

}  // namespace

bool is_certain(const Context& context, const Frame& frame) {
  if (is_named_line(context, frame) || is_headline_name(context, frame)) return true;
  if (makes_statement_with_noun(context, frame) || has_its_company(context, frame)) return true;
  if (tells_clause_as_noun(context, frame) || tells_clause_as_verb(context, frame)) return true;
  if (tells_clause_as_his_noun(context, frame)) return true;
  if (goes_on_as_participle(context, frame) || tells_there(context, frame)) return true;
  if (calls_it(context, frame) || tells_not(context, frame)) return true;
  if (asks_somebody(context, frame) || goes_on_as_noun(context, frame)) return true;
  if (leads_to_says(context, frame) || denies_as_noun(context, frame)) return true;
  if (puts_in_words(context, frame) || tells_this(context, frame)) return true;
  if (comes_to_say(context, frame) || opens_or_ends_with(context, frame)) return true;
  if (!wish_to_stay_unnamed(context, frame.cue).empty()) return true;
  if (takes_its_thing(context, frame)) return true;
  if (prefers_no_name(context, frame) || condemns_as_noun(context, frame)) return true;
  if (tells_clause_in_noun(context, frame) || tells_in_headline(context, frame)) return true;
  if (adds_with_but(context, frame) || asks_of_somebody(context, frame)) return true;
  if (is_asked_of_somebody(context, frame)) return true;
  if (takes_words_up(context, frame) || makes_clear(context, frame)) return true;
  if (is_told_by_nobody(context, frame) || calls_what_happened(context, frame)) return true;
  if (attributes_as_clause(frame) || is_told_by_document(context, frame)) return true;
  const bool relayed =
      frame.relayed &&
      (frame.noun != nullptr ||
       (!frame.relay.empty() && !outlet_name_at(context, frame.relay.begin).empty()));
  if (relayed && frame.opening != Opening::kNone) return true;
  const bool withheld = frame.cue.entry != nullptr && frame.cue.entry->needs_negated &&
                        frame.cue.negated && !answers_no_words(context, frame);
  const TokenIndex negation = frame.cue.tokens.begin - 1;
  const bool his =
      !frame.source.empty() ||
      (withheld && (resumes_speaker(context, negation) || goes_on_with_not(context, negation)));
  if (withheld && frame.opening != Opening::kNone && his) return true;
  if (frame.cue.form == CueForm::kNoun && frame.cue.negated && !frame.source.empty()) return true;
  if (tells_sentence_before(frame) || refers_to_document(context, frame)) return true;
  if (frame.cue.form != CueForm::kPhrase || !frame.cue.phrase->names_speaker) return false;
  if (frame.source.empty()) return !context.word(frame.cue.tokens.end - 1).best().enclitic.none();
  return can_speak(context, frame.source.begin) || attributes_clause_ahead(context, frame);
}

}  // namespace musnad
