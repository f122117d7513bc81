#include "statements/no_words.h"

#include <algorithm>

#include "morphology/agreement.h"
#include "morphology/normalize.h"
#include "statements/certain.h"
#include "statements/clause_words.h"
#include "statements/cue_features.h"
#include "statements/outlets.h"

namespace musnad {
namespace {

// بين X وY: a preposition that is spelled like a verb of speech.
bool joins_two(const Context& context, const Frame& frame) {
  if (frame.source.empty() || frame.cue.form != CueForm::kVerb) return false;
  if (context.word(frame.cue.tokens.begin).key != "بين") return false;
  if (frame.source.begin != frame.cue.tokens.end) return false;
  for (TokenIndex t = frame.source.begin + 1; t <= frame.source.end && t < context.size(); ++t) {
    if (context.word(t).best().has(kWa)) return true;
  }
  return false;
}

// عقب | إعلانه أن: a doing with its pronoun, which a preposition governs and no verb has as
// subject.
bool is_his_doing(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  return best.pos == Pos::kMasdar && best.enclitic.person == 3 && best.proclitics == 0;
}

// عقب الاجتماع, عبر حسابه: a word of grammar, unless somebody stands by it who could have spoken.
bool is_word_of_grammar(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kVerb) return false;
  const Word& word = context.word(frame.cue.tokens.begin);
  if (frame.cue.analysis == &word.best() || !is_grammar_word(word.best().pos)) return false;
  if (context.is_preposition(frame.cue.tokens.end) && frame.opening == Opening::kPreposition) {
    return false;  // كما عبر في كلمته عن شكره
  }
  if (frame.opening == Opening::kPreposition && frame.content_begin == frame.cue.tokens.end + 1) {
    return false;  // عبر عن
  }
  if (context.makes_clear(frame.cue.tokens.begin)) return false;
  if (word.key == "عبر" && frame.opening != Opening::kPreposition) return true;  // عبر القنوات
  const TokenIndex behind = frame.cue.tokens.end;
  if (behind < context.size() && context.token(behind).actor->is(kOccasionRole)) {
    return true;  // أكد عقب الاجتماع الوزير أن
  }
  if (is_his_doing(context, behind) && frame.opening == Opening::kComplementizer) return true;
  constexpr uint32_t kThat = kAnna | kInna | kAn;
  const bool that = context.complementizer(behind) == Complementizer::kBare;
  const bool after = word.key == "عقب" && that;  // عقب أن
  if (after || (that && (frame.cue.entry->complements & kThat) == 0)) return true;
  const bool far = !frame.source.empty() && frame.source.begin > behind;
  const bool governs = behind < context.size() && !context.is_preposition(behind);
  if (far && governs && !that && frame.opening != Opening::kPreposition) return true;
  if (frame.opening == Opening::kComplementizer) {
    return frame.content_begin > frame.cue.tokens.end + 1 &&
           (frame.source.empty() || context.token(frame.source.begin).actor->is(kOccasionRole));
  }
  if (frame.source.empty() || frame.opening == Opening::kNone) return true;
  const Actor* actor = actor_at(context, frame.source.begin);
  const bool person =
      context.token(frame.source.begin).actor->is(kTitleRoles | kHonorificRoles | kGroupRoles);
  return !(person || can_speak(context, frame.source.begin)) || (actor != nullptr && actor->outlet);
}

// بروفايل: …, انسحاب المملكة من الاتحاد: …: what the line is about, not who speaks in it.
bool names_topic(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kColon || frame.source.empty()) return false;
  if (is_headline_name(context, frame)) return false;
  const TokenIndex head = frame.source.begin;
  return !can_speak(context, head) && context.token(head).actor->kind != WordClass::kName;
}

// سالم القرشي: من السجن إلى الرئاسة: the way that somebody went, told by the writer.
bool tells_way(const Context& context, const Frame& frame) {
  const TokenIndex begin = frame.content_begin;
  if (frame.cue.form != CueForm::kColon || context.word(begin).key != "من") return false;
  bool to = false;
  for (TokenIndex t = begin + 1; t < context.sentence_at(frame.cue.tokens.begin).tokens.end; ++t) {
    if (context.is_finite_verb(t)) return false;
    to = to || context.word(t).key == "الي";
  }
  return to;
}

// Whether an unknown word may be a name: not التبعية.
bool may_be_name(const Context& context, TokenIndex t) {
  const std::string_view text = context.document().token_text(t);
  return context.token(t).actor->kind == WordClass::kName &&
         !(text.starts_with("ال") && text.ends_with("ية"));
}

// بحسب الشرطة, ووفقا للنقابات، بلغ: a body by its noun alone; one that may be anything else as well
// (وفق المركز الذي حدده) only where the phrase stands apart.
bool names_body(const Context& context, const Frame& frame) {
  const TokenIndex head = frame.source.begin, end = frame.source.end;
  const ActorWord& word = *context.token(head).actor;
  if (!word.is(kBodyRole | kForceRole | kMediaRole) || word.is(kPlaceRole)) return false;
  if (!word.definite() || word.pronoun || context.has_pos(end, Pos::kRelative)) return false;
  const bool speaks = word.is(kForceRole) || (word.joints & kJoinNoAim) != 0;
  return speaks || frame.opening == Opening::kClause || context.is_comma(end) ||
         context.is_stop(end);
}

// وفق الشريعة, حسب الطلب: in accordance with something that says nothing.
bool accords_with_thing(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kPhrase || !frame.cue.phrase->names_relay) return false;
  if (frame.source.empty()) return false;
  if (attributes_clause_ahead(context, frame)) return false;
  if (frame.cue.phrase->keys.back() == "في") return false;  // وفقا لما ورد في | لائحة الاتهام
  const TokenIndex head = frame.source.begin;
  if (names_body(context, frame)) return false;
  if (is_quoted_agency(context, head)) return false;
  return !can_speak(context, head) && !is_speech_noun(context, head) && !may_be_name(context, head);
}

// القرشي يواجه | اتهامات بالقتل: he is the one whom somebody accuses, who is not told.
bool is_faced(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  if (frame.cue.form != CueForm::kNoun || !frame.source.empty() || t == 0) return false;
  const Analysis& verb = context.word(t - 1).best();
  return verb.pos == Pos::kVerb && frame.cue.entry->act == Act::kAccuse &&
         context.morphology().lemma_text(verb) == "واجه";
}

// أدلى | بهذه التصريحات: words that were told before.
bool only_points_at_words(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kVerb || frame.opening != Opening::kPreposition) return false;
  const TokenIndex t = frame.content_begin;
  return context.has_pos(t, Pos::kDemonstrative) && frame.cue.entry->needs_noun &&
         is_speech_noun(context, t + 1);
}

// أصدر بيانا | جاء فيه: a verb that only tells that the words stand in the document.
bool only_stands_there(const Context& context, const Frame& frame, TokenIndex verb) {
  if (frame.noun == nullptr) return false;
  const auto& analyses = context.word(verb).analyses;
  const std::vector<std::string>& verbs = frame.noun->light_verbs;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& analysis) {
    if (analysis.pos != Pos::kVerb || analysis.lemma == kNoLemma) return false;
    const Lemma& lemma = context.morphology().lemma(analysis.lemma);
    return lemma.reporting.empty() &&
           std::find(verbs.begin(), verbs.end(), lemma.text) != verbs.end();
  });
}

// Whether a finite verb that reports stands at a token; not تشارك as أشار with a pronoun.
bool reports(const Context& context, TokenIndex t) {
  if (!context.is_finite_verb(t) || !context.word(t).reporting) return false;
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& verb) {
    return verb.pos == Pos::kVerb && verb.enclitic.person != 2 &&
           !context.morphology().reporting_of(verb).empty();
  });
}

// أصدر بيانا أكد فيه, ألقى كلمة رحب فيها: what was said follows with a verb of its own.
bool only_brings_document(const Context& context, const Frame& frame) {
  constexpr TokenIndex kReach = 30;
  if (frame.cue.form != CueForm::kVerb || frame.opening == Opening::kNone) return false;
  const bool with = frame.opening == Opening::kPreposition && frame.cue.entry->needs_noun &&
                    is_speech_noun(context, frame.content_begin);  // أدلى بتصريح
  if (frame.noun == nullptr && !with) return false;
  const TokenIndex end = std::min(context.sentence_at(frame.cue.tokens.begin).tokens.end,
                                  frame.cue.tokens.end + kReach);
  for (TokenIndex t = frame.cue.tokens.end + 1; t < end; ++t) {
    if (context.is_comma(t) || context.is_stop(t)) return false;
    if (is_therein(context, t) && reports(context, t - 1)) {  // not حكومة تشارك فيها الحركة
      return !only_stands_there(context, frame, t - 1);
    }
  }
  return false;
}

// نقلت الوكالة بيان المجلس الذي | أكد فيه أن: what was said follows with the verb of who issued it.
bool only_carries_document(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.entry->relay.empty() || frame.relayed) return false;
  if (frame.opening == Opening::kNone || frame.content_begin >= context.size()) return false;
  for (TokenIndex t = cue.tokens.end + 1; t < frame.content_begin; ++t) {
    const bool told = is_therein(context, t) && reports(context, t - 1);
    if (told && context.has_pos(t - 2, Pos::kRelative)) return true;
  }
  return false;
}

// تصريحات أدلت بها الوزيرة تعليقا على التقرير: a verb that only tells of the words named before it.
bool tells_of_words_before(const Context& context, const Frame& frame) {
  const TokenIndex verb = frame.cue.tokens.begin, with = frame.cue.tokens.end;
  if (frame.cue.form != CueForm::kVerb || !frame.cue.entry->needs_noun || verb == 0) return false;
  if (frame.opening != Opening::kObject && frame.opening != Opening::kPreposition) return false;
  const Word& pronoun = context.word(with);
  if (pronoun.best().pos != Pos::kPreposition || pronoun.best().enclitic.person != 3) return false;
  if (!pronoun.key.starts_with("ب")) return false;
  TokenIndex noun = verb - 1;
  if (context.has_pos(noun, Pos::kRelative) && noun > 0) --noun;  // التصريحات | التي
  const bool apart = noun > 0 && context.token(noun).kind == TokenKind::kWord &&
                     is_speech_noun(context, noun - 1);  // تصريحات | صحفية
  return apart || is_speech_noun(context, noun);
}

// اطلع على التقرير: with nobody told he saw it himself.
bool tells_nobody(const Frame& frame) {
  const ReportingEntry* entry = frame.cue.entry;
  if (entry == nullptr || frame.cue.form != CueForm::kVerb || frame.cue.analysis->passive)
    return false;
  if ((entry->addressee & kMustAddressee) == 0 || entry->act != Act::kSay) return false;
  if (entry->content_includes_addressee || frame.opening != Opening::kPreposition) return false;
  return frame.addressee.empty() && frame.cue.analysis->enclitic.none() &&
         frame.content_begin == frame.cue.tokens.end + 1;
}

// تطرق الحديث إلى, تناول اللقاء: an occasion is spoken at, it does not speak.
bool is_told_of_occasion(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kVerb || frame.cue.entry->certainty == Certainty::kAlways)
    return false;
  if (frame.opening != Opening::kPreposition && frame.opening != Opening::kObject) return false;
  const TokenIndex t = frame.source.empty() ? frame.cue.tokens.end : frame.source.begin;
  if (t >= context.size()) return false;
  const ActorWord& head = *context.token(t).actor;
  const bool itself =
      !frame.source.empty() || (head.definite() && !head.prefixed() && !head.pronoun);
  return itself && head.is(kOccasionRole) && !head.is(kNounRoles);
}

// سئل الوزير عن: the question that he answers.
bool is_asked(const Frame& frame) {
  return frame.cue.form == CueForm::kVerb && frame.cue.analysis->passive &&
         frame.cue.entry->act == Act::kAsk;
}

// يدعى فلان: what somebody is called.
bool is_called(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  if (frame.cue.form != CueForm::kVerb) return false;
  const int32_t m = context.mention_at(frame.cue.tokens.end);  // ويدعى | سالم القرشي، إن
  const bool name = m >= 0 && context.is_comma(context.document().mentions[m].tokens.end);
  if (frame.opening == Opening::kComplementizer && !name) return false;
  const bool to = frame.opening == Opening::kPreposition &&
                  context.word(frame.content_begin - 1).key == "الي";  // يدعى إلى الحوار
  if (to || !context.document().token_text(t).ends_with("ى")) return false;
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& analysis) {
    const auto& rows = context.morphology().reporting_of(analysis);
    return analysis.passive && !rows.empty() && rows.front().act == Act::kUrge &&
           (rows.front().complements & kIlaNp) != 0;
  });
}

// يهدد استقرار المنطقة: what endangers it says nothing; one threatens with something.
bool endangers(const Frame& frame) {
  constexpr TokenIndex kNear = 3;
  if (frame.cue.form != CueForm::kVerb || frame.cue.entry->act != Act::kThreaten) return false;
  const bool quoted = frame.opening == Opening::kQuotation || frame.opening == Opening::kColon;
  if (quoted && frame.source.empty())  // هددوا حرية الملاحة»، وتابع: | «…»: another's words
    return frame.content_begin > frame.cue.tokens.end + kNear;
  return frame.opening == Opening::kObject || frame.opening == Opening::kNone;
}

// شريطة | عدم الكشف عن هويته, عدم ذكر اسمه: how the speaker stays unnamed; not طلب, فضّل عدم ذكر
// اسمه.
bool keeps_name_back(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  if (frame.cue.withholds() && frame.cue.entry->asks_for_words()) return false;
  if (!wish_to_stay_unnamed(context, frame.cue).empty()) return false;
  return behind_kept_name(context, frame.cue.tokens.end) != kNoToken ||
         (t > 0 && behind_kept_name(context, t - 1) != kNoToken);
}

// قالت نوريا إن: whether the text below the headline begins with what the state itself said.
bool speaks_below(const Context& context, ActorIndex state) {
  constexpr TokenIndex kReach = 40;
  const Document& document = context.document();
  TokenIndex t = 0;
  while (t < context.size() && context.sentence_at(t).paragraph == 0)
    t = context.sentence_at(t).tokens.end;
  for (const TokenIndex end = std::min(context.size(), t + kReach); t + 1 < end; ++t) {
    const int32_t m = context.mention_at(t + 1);
    if (m >= 0 && document.mentions[m].actor == state && reports(context, t)) return true;
  }
  return false;
}

// مقتل ألف مسلح, اعتقال 20 شخصا, استقالة رئيس الشركة: an event, by how many or whom it befell.
bool befalls_somebody(const Context& context, TokenIndex t) {
  const Analysis& noun = context.word(t).best();
  const bool event = noun.pos == Pos::kMasdar || noun.pos == Pos::kNoun;
  const ActorWord& whom = *context.token(t + 1).actor;
  const bool names_one = noun.pos == Pos::kMasdar && whom.is(kTitleRoles) && !whom.definite() &&
                         !whom.prefixed() && !whom.joined();
  return event && !noun.definite() && noun.enclitic.none() && noun.proclitics == 0 &&
         (context.token(t + 1).kind == TokenKind::kNumber ||
          context.token(t + 1).actor->kind == WordClass::kNumber || names_one);
}

// من هي, ما هو, كيف: whether a question begins at a token.
bool opens_question(const Context& context, TokenIndex t) {
  if (context.does(t, kQuestionWord)) return true;
  const std::string_view key = context.word(t).key;
  return (key == "ما" || key == "من") && context.has_pos(t + 1, Pos::kPronoun);
}

// العراق: الجيش يستعيد المدينة, العراق: مقتل ألف مسلح: what happens in a country that is called by
// its own name, told in the present with a subject of its own that is no other state, or as a noun;
// a capital speaks for its state.
bool tells_event_there(const Context& context, const Frame& frame) {
  const TokenIndex colon = frame.cue.tokens.begin, begin = frame.content_begin;
  if (frame.cue.form != CueForm::kColon || frame.source.size() != 1 || frame.quotation >= 0)
    return false;
  const Actor* place = actor_at(context, frame.source.begin);
  if (place == nullptr || place->kind != ActorKind::kState || frame.source.end != colon)
    return false;
  if (place->name != context.document().token_text(frame.source.begin)) return false;
  const ActorIndex state =
      context.document().mentions[context.mention_at(frame.source.begin)].actor;
  const TokenIndex end = context.sentence_at(colon).tokens.end;
  if (begin < end && opens_question(context, begin)) return true;  // العراق: من هي الحركة؟
  if (begin >= end || context.is_finite_verb(begin) || speaks_below(context, state)) return false;
  const Actor* subject = actor_at(context, begin);
  if (subject != nullptr && subject->kind == ActorKind::kState) return false;
  const bool acts = subject != nullptr || context.token(begin).actor->is(kNounRoles);
  const TokenIndex verb = context.noun_phrase_end(begin, end);
  if (!acts) return begin + 1 < end && befalls_somebody(context, begin);
  return verb < end && context.is_finite_verb(verb) && !context.word(verb).best().has(kSa) &&
         context.word(verb).best().tense == Tense::kImperfect &&
         context.word(verb).best().agreement.person == 3;
}

// الأسباب التي تؤكد أن, التوجه الذي يرى أن, الظروف التي دعت الوزير إلى: things say nothing; not
// التصريحات التي تؤكد.
bool shows_thing(const Context& context, const Frame& frame) {
  const TokenIndex verb = frame.cue.tokens.begin;
  if (frame.cue.form != CueForm::kVerb || verb < 2) return false;
  const bool calls =
      frame.cue.entry->act == Act::kUrge && !context.is_preposition(frame.cue.tokens.end);
  const bool shows = context.complementizer(frame.cue.tokens.end) == Complementizer::kBare;
  if (!calls && !(shows && frame.source.empty())) return false;
  const Analysis& relative = context.word(verb - 1).best();
  if (relative.pos != Pos::kRelative || relative.agreement.number != kSingular) return false;
  if (relative.agreement.gender != frame.cue.analysis->agreement.gender) return false;
  const TokenIndex noun = verb - 2;
  const Analysis& thing = context.word(noun).best();
  const bool many = thing.pos == Pos::kNoun && thing.agreement.number == kPlural;
  return (many || thing.pos == Pos::kMasdar) && context.token(noun).actor->has(kAl) &&
         !can_speak(context, noun) && !context.token(noun).actor->is(kNounRoles | kNisbaRole) &&
         !is_speech_noun(context, noun);
}

// مطالبهما، ووصف الاتفاق: behind a noun of speech a clause of its own, not what was said.
bool is_left_alone(const Context& context, const Frame& frame) {
  return frame.cue.form == CueForm::kNoun && frame.opening != Opening::kNone &&
         frame.content_begin < context.size() && context.is_and_verb(frame.content_begin);
}

// تعتبر نوريا وسيراف جزءا من, يعتبر القرشي أحد الخبراء: what they are taken for by everybody;
// nobody calls anything so.
bool is_taken_for(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || !cue.entry->content_includes_addressee) return false;
  if (cue.analysis->tense != Tense::kImperfect || !cue.analysis->enclitic.none()) return false;
  if (frame.source.begin != cue.tokens.end) return false;
  const std::string_view next = context.word(frame.source.end).key;
  if (frame.opening == Opening::kComplementizer) return false;  // يعتبر القرشي من جهته | أن
  if (next == "احد" || next == "احدي" || next == "من") return true;
  if (frame.opening != Opening::kObject) return false;
  const TokenIndex end = context.sentence_at(cue.tokens.begin).tokens.end;
  TokenIndex t = frame.source.end;
  while (t < end && context.word(t).best().has(kWa)) {
    t = std::max(t + 1, context.noun_phrase_end(t, end));
  }
  if (t >= end) return false;
  const Analysis& best = context.word(t).best();
  return context.word(t).key.ends_with("ا") && !best.definite() && best.pos != Pos::kVerb &&
         best.proclitics == 0 && context.mention_at(t) < 0;
}

// زار المدينة بدعوة من الوزير, هدنة بدعوة من الوفد لإدخال المساعدات: on whose call something was
// done.
bool is_done_on_call(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kNoun || cue.entry->act != Act::kUrge) return false;
  if (!cue.analysis->has(kBi) || cue.analysis->has(kAl)) return false;
  if (context.word(cue.tokens.end).key != "من") return false;
  const bool calls = frame.opening == Opening::kPreposition &&  // رحب بدعوة من الوزير إلى الحوار
                     context.word(frame.content_begin - 1).key == "الي";
  return frame.opening != Opening::kComplementizer && !calls;
}

// التاريخ يقول إن, الواقع يقول غير ذلك: a thing that nobody wrote or said.
bool is_told_by_thing(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  if (cue.form != CueForm::kVerb || t == 0 || !frame.source.empty() || !says_on(context, t))
    return false;
  const Analysis& thing = context.word(t - 1).best();
  return thing.pos == Pos::kNoun && thing.lemma != kNoLemma && thing.has(kAl) &&
         thing.agreement.number == kSingular &&
         thing.agreement.gender == cue.analysis->agreement.gender && !can_speak(context, t - 1) &&
         !context.token(t - 1).actor->is(kNounRoles | kNisbaRole) &&
         !is_speech_noun(context, t - 1);
}

// الاتفاق الذي أعلن عنه أمس: a passive, of which nobody is told.
bool is_made_known(const Context& context, const Frame& frame) {
  const TokenIndex verb = frame.cue.tokens.begin, next = frame.cue.tokens.end;
  if (frame.cue.form != CueForm::kVerb || !frame.source.empty() || verb == 0) return false;
  const Analysis& relative = context.word(verb - 1).best();
  if (relative.pos != Pos::kRelative || !context.is_preposition(next)) return false;
  return context.word(next).best().enclitic.person == 3 && !is_therein(context, next) &&
         frame.cue.analysis->agreement.gender == kMasculine &&
         relative.agreement.gender == kMasculine && context.time_at(next + 1) >= 0;
}

// الخطوة, نتائج: a feminine or verbal noun that is nobody and nothing that is written.
bool is_feminine_thing(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  const bool noun =
      best.pos == Pos::kMasdar || (best.pos == Pos::kNoun && best.agreement.gender == kFeminine);
  const ActorWord& word = *context.token(t).actor;
  return noun && !word.is(kNounRoles) && !word.of_person && context.mention_ending_at(t + 1) < 0 &&
         !is_speech_noun(context, t) && !can_speak(context, t);
}

// الاجتماعات التي تناولت العلاقات, الخطوة التي تؤكد صدق النوايا: what a relative clause tells of a
// thing.
bool is_of_thing(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  if (cue.form != CueForm::kVerb || !frame.source.empty() || t == 0 || cue.negated) return false;
  if (!cue.analysis->enclitic.none()) return false;
  if (cue.entry->certainty == Certainty::kAlways && !(t > 1 && is_feminine_thing(context, t - 2)))
    return false;
  const Analysis& relative = context.word(t - 1).best();
  const bool one = relative.pos == Pos::kRelative && relative.agreement.number == kSingular &&
                   relative.agreement.gender == cue.analysis->agreement.gender;
  return one && frame.opening == Opening::kObject && !is_therein(context, cue.tokens.end);
}

// تم التطرق إلى الموضوع: it came up, nobody's words are told; not تم التأكيد على.
bool comes_up(const Context& context, const Frame& frame) {
  return comes_about(context, frame.cue) && frame.opening == Opening::kPreposition &&
         frame.cue.entry->act == Act::kSay;
}

// عدم دعوة الرئيس: whom nobody asked to come.
bool is_not_called(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  return frame.cue.form == CueForm::kNoun && t > 0 && frame.cue.entry->act == Act::kUrge &&
         frame.cue.analysis->proclitics == 0 &&
         context.word(t - 1).stem(context.word(t - 1).best()) == "عدم";
}

// هاجم الموقع, توقع اتفاقية: the word that opens the content tells that the verb is of a deed.
bool tells_deed(const Context& context, const Frame& frame) {
  if (frame.cue.entry == nullptr || frame.cue.entry->told_of_deeds.empty()) return false;
  const bool noun = frame.opening == Opening::kObject || frame.opening == Opening::kPreposition;
  const bool direct = frame.opening == Opening::kNone && !frame.source.empty();
  if (!noun && !direct) return false;
  TokenIndex t = noun ? frame.content_begin : frame.source.end;
  if (context.word(t).key == "اي" || context.token(t).kind == TokenKind::kNumber) {
    ++t;  // أي عقود, 30 هدفا
  }
  return context.morphology().tells_deed(*frame.cue.entry, context.word(t));
}

// مما يشير إلى أن, مما يهدد بتفشي المرض: what follows from a fact; not مما قاله الوزير.
bool follows_from_fact(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  if (frame.cue.form != CueForm::kVerb || t == 0 || !frame.cue.analysis->enclitic.none())
    return false;
  const std::string_view before = context.word(t - 1).key;
  const ReportingEntry& entry = *frame.cue.entry;  // not مما تقول إنه ضغط
  if (entry.act == Act::kSay && entry.certainty == Certainty::kAlways &&
      (entry.complements & kIlaAnna) == 0) {
    return false;
  }
  const bool so = before == "مما" || (before == "ما" && t > 1 && context.is_comma(t - 2));
  return so && frame.cue.analysis->tense == Tense::kImperfect;
}

// لا يجوز المس به أو طلب تعديله, لا يمكن تقديرها أو وصفها: behind "or" one more thing to be done.
bool is_other_deed(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  if (t < 2 || context.word(t - 1).key != "او" || !context.has_pos(t, Pos::kMasdar)) return false;
  if (frame.cue.form == CueForm::kVerb && !frame.source.empty()) return false;
  return frame.cue.form == CueForm::kVerb || frame.cue.form == CueForm::kNoun;
}

// أدانت المحكمة سالم القرشي | بالرشوة: whether a court is told of, and behind ب what for.
bool is_verdict(const Context& context, const Frame& frame) {
  constexpr TokenIndex kReach = 12;
  bool court = false;
  for (TokenIndex t = frame.source.begin; t < frame.source.end; ++t) {
    court = court || context.stem_does(t, kCourtWord);
  }
  if (frame.opening == Opening::kNone) return false;
  if (!court && !context.stem_does(frame.content_begin, kCourtWord)) return false;
  const TokenIndex end =
      std::min(context.sentence_at(frame.content_begin).tokens.end, frame.content_begin + kReach);
  for (TokenIndex t = frame.content_begin; t < end; ++t) {
    if (context.is_comma(t)) return false;
    if (context.word(t).best().has(kBi)) return true;
  }
  return false;
}

// أدين المتهم, سجن لإدانته: found guilty by a court.
bool finds_guilty(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.entry == nullptr || cue.entry->act != Act::kCondemn || cue.analysis == nullptr)
    return false;
  const bool condemns = context.morphology().lemma_text(*cue.analysis).ends_with("دان");
  const bool for_it = cue.analysis->has(kLi) && cue.analysis->enclitic.person == 3;
  const bool was = cue.analysis->passive && context.quotation_of(cue.tokens.begin) < 0;
  return condemns && (was || for_it || is_verdict(context, frame));  // «إنني أدين الهجوم»
}

// هذا يشير إلى أن, يبين هذا أن: what a fact shows, not what somebody says.
bool is_shown_by_this(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || !frame.source.empty() || !cue.analysis->enclitic.none() ||
      cue.analysis->tense != Tense::kImperfect || cue.analysis->agreement.person != 3) {
    return false;
  }
  const TokenIndex t = cue.tokens.begin;
  const auto is_this = [&](TokenIndex at) {
    return context.has_pos(at, Pos::kDemonstrative) && context.word(at).key != fold("هؤلاء");
  };
  const bool in_front = t > 0 && is_this(t - 1);
  const bool behind = is_this(cue.tokens.end) && frame.opening == Opening::kComplementizer &&
                      frame.content_begin <= cue.tokens.end + 2;
  return in_front || behind;
}

// ما حدث | هو خطأ: what happened is this or that; nobody who is only a pronoun speaks.
bool is_what_it_is(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  return frame.cue.form == CueForm::kVerb && t > 0 && context.word(t - 1).key == "ما" &&
         context.word(frame.cue.tokens.end).best().pos == Pos::kPronoun &&
         frame.source.begin == frame.cue.tokens.end && frame.source.size() == 1;
}

// لا يمكن وصف الهجوم: what nobody could say, nor does.
bool is_impossible(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  const bool noun = frame.cue.form == CueForm::kNoun ||
                    (frame.source.empty() && context.has_pos(t, Pos::kMasdar));
  return noun && t > 1 && context.word(t - 1).key == "يمكن" &&
         context.has_pos(t - 2, Pos::kNegation);
}

// شهدت المدينة «اشتباكات عنيفة»: a verb that brings in no quoted words.
bool brings_no_quotation(const Frame& frame) {
  const ReportingEntry* entry = frame.cue.entry;
  return frame.cue.form == CueForm::kVerb && frame.opening == Opening::kQuotation &&
         frame.noun == nullptr && entry->needs_clause && !frame.cue.negated &&
         (entry->complements & (kQuote | kNp)) == 0 && !entry->asks_for_words();
}

// توصف نوريا بأنها مهد الحضارة, لا يوصف بأقل من كارثة: what everybody calls it.
bool is_commonly_called(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || !cue.analysis->passive || cue.entry->act != Act::kSay)
    return false;
  return cue.entry->content_includes_addressee && cue.analysis->tense == Tense::kImperfect &&
         !context.document().token_text(cue.tokens.begin).starts_with("و");
}

// اختتم كلمته | بالتأكيد على: with what noun of speech he ended, which has content of its own.
bool leaves_words_to_noun(const Context& context, const Frame& frame) {
  const TokenIndex t = frame.content_begin;
  if (frame.cue.form != CueForm::kVerb || !frame.cue.entry->tells_stage) return false;
  if (frame.opening != Opening::kObject && frame.opening != Opening::kPreposition) return false;
  const auto& analyses = context.word(t).analyses;
  return !is_qail(context, t) &&
         std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& noun) {
           return noun.pos == Pos::kMasdar && noun.has(kBi) && noun.has(kAl) &&
                  !context.morphology().reporting_of(noun).empty();
         });
}

// يبلغ عدد السكان 220 ألفا: how much something is.
bool is_measured(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || frame.opening != Opening::kObject || frame.source.empty())
    return false;
  return (cue.entry->complements & kAnna) != 0 && cue.analysis->enclitic.none() &&
         context.token(frame.content_begin).kind == TokenKind::kNumber &&
         !can_speak(context, frame.source.begin) && context.mention_at(frame.source.begin) < 0;
}

// وتعد ورقات عمل, يذكر حادث أمس بحادث مماثل: one speaks to people.
bool speaks_to_thing(const Context& context, const Frame& frame) {
  const TokenRange to = frame.addressee;
  if (frame.cue.form != CueForm::kVerb || to.empty()) return false;
  const ReportingEntry& entry = *frame.cue.entry;
  if (entry.act != Act::kPromise && entry.act != Act::kSay) return false;
  if (entry.content_includes_addressee || (entry.addressee & kAccAddressee) == 0) return false;
  if (frame.cue.analysis->tense != Tense::kImperfect) return false;
  const Analysis& head = context.word(to.begin).best();
  const bool noun = head.pos == Pos::kNoun || head.pos == Pos::kParticiple;
  return noun && !head.definite() && head.enclitic.none() && context.mention_at(to.begin) < 0 &&
         !context.token(to.begin).actor->is(kNounRoles) &&
         context.token(to.begin).kind == TokenKind::kWord;
}

// تأمل الشركات في صفقات, تخشى نوريا أن: what somebody thinks, not what he said.
bool is_only_thought(const Frame& frame) {
  const Cue& cue = frame.cue;
  return cue.form == CueForm::kVerb && cue.entry->only_past && !cue.negated &&
         cue.analysis->tense == Tense::kImperfect && cue.analysis->agreement.person == 3 &&
         frame.opening != Opening::kQuotation && frame.opening != Opening::kColon;
}

// يعد أحد البرامج, ويعد امتدادا للجسر: is counted as, not promises.
bool is_counted(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.entry->act != Act::kPromise || cue.negated) return false;
  if (cue.analysis->tense != Tense::kImperfect || !cue.analysis->enclitic.none()) return false;
  const Word& behind = context.word(cue.tokens.end);
  constexpr std::string_view kAccusative = "ا";
  const bool attribute = behind.best().pos == Pos::kAdjective;  // ثاني أكبر شركة
  const bool predicate = !behind.best().definite() && behind.best().proclitics == 0 &&
                         (attribute || behind.key.ends_with(kAccusative)) &&
                         behind.best().enclitic.none();
  // يعد سالم القرشي | من المنتقدين
  const bool counts_one =
      frame.source.begin == cue.tokens.end && context.word(frame.source.end).key == "من";
  const TokenIndex end = context.sentence_at(cue.tokens.begin).tokens.end;
  const TokenIndex thing = context.noun_phrase_end(cue.tokens.end, end);
  const bool is_not = context.word(thing).key == "غير";  // وتعد المستوطنات | غير قانونية
  // وتعد سالم، البالغة من العمر كذا، إحدى …، كما أنها: a promise is made with أن before a verb, or
  // بأن
  const bool tells_that = frame.opening == Opening::kComplementizer && frame.addressee.empty() &&
                          context.complementizer(frame.content_begin) == Complementizer::kPronoun &&
                          !context.word(frame.content_begin).best().has(kBi);
  return behind.key == "احد" || behind.key == "احدي" || behind.key == "من" || predicate ||
         counts_one || is_not || tells_that;
}

// مسؤولون | لم تعلن هويتهم: nobody kept it back who is told of; with a verb of a woman the name is
// what was not told.
bool goes_unnamed(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || !cue.negated || frame.opening != Opening::kObject) return false;
  const TokenIndex who = cue.tokens.begin - std::min<TokenIndex>(cue.tokens.begin, 2);
  const bool unnamed = cue.analysis->enclitic.person == 3 && cue.entry->needs_negated &&
                       context.token(who).actor->is(kSourceRole) &&  // مصادر | لم تسمها
                       !context.word(who).best().definite();
  if (unnamed) return true;
  const Analysis& name = context.word(frame.content_begin).best();
  return frame.content_begin == cue.tokens.end && cue.analysis->agreement.gender == kFeminine &&
         name.agreement.gender == kFeminine && name.enclitic.person == 3 &&
         (name.enclitic.gender == kMasculine || name.enclitic.number >= kDual);
}

// لا يمكن لأحد | أن ينكر, لا يستطيع أحد | أن يقول: what nobody could say.
bool could_be_said_by_nobody(const Context& context, TokenIndex verb) {
  if (verb < 2 || !context.is_subjunctive(verb - 1)) return false;
  return context.stem_does(verb - 2, kAnyoneWord) && context.word(verb - 2).best().enclitic.none();
}

// لا أحد ينكر أن, لم يقل أحد إن: nobody says so; not قال أحد هذه المصادر إن.
bool is_said_by_nobody(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb) return false;
  if (could_be_said_by_nobody(context, cue.tokens.begin)) return true;
  if (frame.source.size() != 1) return false;
  if (!context.does(frame.source.begin, kAnyoneWord)) return false;
  const bool clause = context.complementizer(frame.source.end) != Complementizer::kNone;
  if (frame.source_first)
    return frame.opening == Opening::kComplementizer || cue.entry->act == Act::kDeny;
  return clause && frame.opening == Opening::kComplementizer;
}

// من وجهة نظر | أمريكية: what sort of opinion it is, not whose; not بحسب أرقام | رسمية.
bool tells_sort_of_opinion(const Context& context, const Frame& frame) {
  const TokenRange phrase = frame.cue.tokens;
  if (frame.cue.form != CueForm::kPhrase || phrase.size() < 2 || frame.source.empty()) return false;
  const Analysis& best = context.word(frame.source.begin).best();
  return best.pos == Pos::kAdjective && best.proclitics == 0 && best.agreement.number <= 1 &&
         best.agreement.gender == kFeminine &&
         context.word(phrase.end - 1).best().agreement.number <= 1;
}

}  // namespace

bool tells_no_words(const Context& context, const Frame& frame) {
  return joins_two(context, frame) || is_word_of_grammar(context, frame) || tells_nobody(frame) ||
         only_brings_document(context, frame) || only_carries_document(context, frame) ||
         tells_of_words_before(context, frame) || only_points_at_words(context, frame) ||
         is_faced(context, frame) || is_told_of_occasion(context, frame) ||
         answers_no_words(context, frame) || accords_with_thing(context, frame) ||
         names_topic(context, frame) || keeps_name_back(context, frame) ||
         tells_event_there(context, frame) || shows_thing(context, frame) || is_asked(frame) ||
         is_left_alone(context, frame) || is_taken_for(context, frame) ||
         is_of_thing(context, frame) || is_told_by_thing(context, frame) ||
         is_done_on_call(context, frame) || comes_up(context, frame) ||
         is_not_called(context, frame) ||
         (frame.acts_on_thing && frame.opening == Opening::kPreposition) ||
         tells_deed(context, frame) || follows_from_fact(context, frame) ||
         is_shown_by_this(context, frame) || is_impossible(context, frame) ||
         is_what_it_is(context, frame) || is_counted(context, frame) ||
         is_other_deed(context, frame) || finds_guilty(context, frame) ||
         is_made_known(context, frame) || is_called(context, frame) ||
         is_measured(context, frame) || leaves_words_to_noun(context, frame) ||
         brings_no_quotation(frame) || is_commonly_called(context, frame) ||
         speaks_to_thing(context, frame) || is_only_thought(frame) || endangers(frame) ||
         tells_way(context, frame) || goes_unnamed(context, frame) ||
         is_said_by_nobody(context, frame) || tells_sort_of_opinion(context, frame);
}

}  // namespace musnad
