#include "statements/content_turns.h"

#include <algorithm>

#include "statements/circumstance.h"
#include "statements/clause_words.h"
#include "statements/outlets.h"
#include "statements/phrase_end.h"
#include "statements/subject_before.h"

namespace musnad {
namespace {

// An indefinite noun of speech, as in في إشارة إلى, في تصريح لـ.
bool is_bare_speech_noun(const Context& context, TokenIndex t) {
  if (t >= context.size()) return false;
  const Analysis& best = context.word(t).best();
  return best.proclitics == 0 && best.pos != Pos::kVerb && is_speech_noun(context, t);
}

// ، في سابقة, في خطوة تنم عن, في مؤشر على; not البدء | في تحرك عاجل
bool comments(const Context& context, TokenIndex t) {
  if (t == 0 || t + 2 >= context.size() || context.word(t).key != "في") return false;
  const Word& noun = context.word(t + 1);
  const std::string_view stem = noun.stem(noun.best());
  if (context.phrases().circumstance(stem) != SpeechCircumstance::kComment) return false;
  if (noun.best().proclitics != 0 || !noun.best().enclitic.none()) return false;
  return context.is_comma(t - 1) || context.is_finite_verb(t + 2) ||
         context.is_preposition(t + 2) || context.has_preposition_clitic(t + 2);
}

// Behind دون, من دون, من غير at `t`; kNoToken for other words.
TokenIndex behind_without(const Context& context, TokenIndex t) {
  const bool min = context.word(t).key == "من";
  if (min) ++t;
  const uint32_t without = min ? kWithoutWord | kExceptWord : kWithoutWord;
  return t < context.size() && context.does(t, without) ? t + 1 : kNoToken;
}

}  // namespace

TokenIndex next_word(const Context& context, TokenIndex t, TokenIndex limit) {
  while (t < limit && context.token(t).kind == TokenKind::kPunctuation) ++t;
  return t;
}

std::string_view frame_ahead(const Context& context, const FrameMap& frames, TokenIndex t,
                             TokenIndex limit) {
  constexpr TokenIndex kReach = 20;
  for (TokenIndex i = t; i < std::min(limit, t + kReach); ++i) {
    const int32_t f = frames.at(i);
    if (f < 0) {
      if (context.is_comma(i)) return "none";
      continue;
    }
    const Frame& frame = frames[f].frame;
    const TokenIndex begin = frame.source_first ? frame.source.begin : frame.cue.tokens.begin;
    if (frame.cue.after_turn && begin <= t + 4) return "turn";
    if (begin <= t) return frame.source_first ? "source" : "cue";
    if (begin == t + 1) return frame.source_first ? "word-source" : "word-cue";
    return begin <= t + 3 ? "near" : "far";
  }
  return "none";
}

bool opens_with_pronoun(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  const bool joins = best.pos == Pos::kConjunction || best.pos == Pos::kComplementizer;
  return joins && best.enclitic.person == 3 && context.is_finite_verb(t + 1);
}

bool begins_attribution(const Context& context, const FrameMap& frames, TokenIndex t) {
  constexpr TokenIndex kLongestPhrase = 3;
  for (TokenIndex i = t; i < std::min(context.size(), t + 1 + kLongestPhrase); ++i) {
    const int32_t f = frames.at(i);
    if (f < 0) continue;
    const Cue& cue = frames[f].frame.cue;
    return cue.attribution == t || (cue.form == CueForm::kPhrase && cue.tokens.begin == t);
  }
  return false;
}

bool may_be_adjunct(const Context& context, TokenIndex t) {
  if (context.time_at(t) >= 0) return true;
  const Analysis& best = context.word(t).best();
  if (best.pos != Pos::kPreposition) return false;
  return best.enclitic.none() && preposition_complement(context.word(t).key) == 0;
}

bool opens_remark(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kDemonstrative) return best.has(kWa);
  if (best.pos == Pos::kNegation || best.pos == Pos::kPreposition) {
    if (behind_without(context, t) != kNoToken) return true;
    if (context.word(t).key == "من") return false;
    if (comments(context, t)) return true;
    return best.pos == Pos::kPreposition && is_bare_speech_noun(context, t + 1);
  }
  return false;
}

bool is_subordinate(const Context& context, const Frame& frame) {
  constexpr TokenIndex kReach = 3, kLongest = 60;
  const TokenIndex cue = frame.source_first ? frame.source.begin : frame.cue.tokens.begin;
  const TokenIndex begin = context.sentence_at(cue).tokens.begin;
  const bool goes_on = frame.cue.form == CueForm::kParticiple;  // بينما رجح الوزير الرحيل، مؤكدا
  const TokenIndex reach = goes_on ? kLongest : kReach;
  if (cue == begin || cue - begin > reach) return false;
  bool subordinate = false;
  for (TokenIndex t = begin; t < cue; ++t) {
    if (t < begin + kReach) {
      subordinate = subordinate || context.stem_does(t, kSubordinateWord);
    } else if (!subordinate || opens_main_clause(context, t)) {
      return false;
    }
  }
  return subordinate;
}

bool opens_main_clause(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  const bool grammar = best.pos == Pos::kComplementizer || best.pos == Pos::kParticle;
  if (best.has(kFa)) return grammar || best.pos == Pos::kVerb;
  if (t == 0 || !context.is_comma(t - 1) || best.has(kWa)) return false;
  if (best.pos == Pos::kVerb) return true;
  const bool may_be = context.has_pos(t, Pos::kVerb) && context.mention_at(t) < 0;
  return may_be && (context.time_at(t + 1) >= 0 || is_nominative(context, t + 1) ||
                    context.token(t + 1).actor->is(kQuantifierRole));  // ، قتل | عشرات
}

bool adds_statement(const Context& context, const FrameMap& frames, TokenIndex t) {
  const auto cue_at = [&](TokenIndex i) -> const Cue* {
    return frames.at(i) < 0 ? nullptr : &frames[frames.at(i)].frame.cue;
  };
  if (context.does(t, kWithWord)) {
    const Cue* cue = cue_at(context.is_preposition(t + 1) ? t + 2 : t + 1);
    if (cue == nullptr || cue->form != CueForm::kNoun) return false;
    const bool his = cue->analysis->enclitic.person == 3 && context.is_comma(t - 1);
    // ، مع تأكيده أن, مع التأكيد على, ، إضافة إلى قوله إن
    return his || cue->analysis->has(kAl);
  }
  const TokenIndex behind = behind_without(context, t);
  const Cue* cue = behind == kNoToken ? nullptr : cue_at(behind + 1);
  return cue != nullptr && cue->negated;
}

namespace {

// لكنه أكد أن, لكنه لم يذكر, إلا أنها رفضت, والذي أعلنه: the writer goes on with what he said next.
bool tells_on(const Context& context, const FrameMap& frames, TokenIndex t) {
  const bool except = context.does(t, kExceptWord);
  if (except) ++t;
  if (t + 1 >= context.size()) return false;
  int32_t f = frames.at(t + 1);
  if (f < 0 && context.word(t + 1).best().pos == Pos::kNegation) f = frames.at(t + 2);
  if (f < 0 || frames[f].frame.cue.form != CueForm::kVerb) return false;
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kRelative) return best.has(kWa);
  const bool joins = except ? best.pos == Pos::kComplementizer : best.pos == Pos::kConjunction;
  return joins && best.enclitic.person == 3;
}

// وتعدها امتدادا, ووصفها بأنها: the speaker goes on to say what he calls the same.
bool calls_it_next(const FrameMap& frames, TokenIndex t) {
  if (frames.at(t) < 0) return false;
  const Cue& cue = frames[frames.at(t)].frame.cue;
  return cue.form == CueForm::kVerb && cue.entry->content_includes_addressee &&
         cue.analysis->has(kWa) && cue.analysis->enclitic.person == 3 &&
         cue.analysis->agreement.number <= 1;
}

// ، ولم يحدد موعدا: what he who spoke did not tell.
bool leaves_untold(const Context& context, const FrameMap& frames, const Frame& frame,
                   TokenIndex t) {
  const int32_t f = frames.at(t + 1);
  if (f < 0 || context.word(t).key != "ولم" || context.quotation_of(t) >= 0) return false;
  const Cue& cue = frames[f].frame.cue;
  if (!cue.negated || !frames[f].frame.source.empty() || frame.cue.analysis == nullptr)
    return false;
  return frame.cue.analysis->agreement.gender == cue.analysis->agreement.gender;
}

// ، وهو ما تنفيه طهران; ، الأمر الذي أكده الوزير: another says of these words that they are true or
// not; ، وهو ما اعتبره «خطرا»: what he who spoke calls them.
bool is_taken_up(const Context& context, const FrameMap& frames, TokenIndex t) {
  if (!takes_up(context, t)) return false;
  const bool noun = context.word(t).best().pos == Pos::kPronoun &&  // وهو | الادعاء | الذي تنفيه
                    context.word(t + 1).best().definite() &&
                    !context.has_pos(t + 1, Pos::kRelative);
  const TokenIndex relative = noun ? t + 2 : t + 1;
  const int32_t f = frames.at(relative + 1);
  if (f < 0 || frames[f].frame.cue.form != CueForm::kVerb) return false;
  const Frame& frame = frames[f].frame;  // وهو ما أكده الوزير قائلا إن
  const bool it = frame.cue.analysis->enclitic.person == 3 &&
                  (!frame.source.empty() || frame.cue.entry->content_includes_addressee);
  return (it || frame.opening == Opening::kNone) && context.has_pos(relative, Pos::kRelative);
}

// ، كما دعا إلى, ، كما أثنى على: the writer goes on with what else was said.
bool says_besides(const Context& context, const FrameMap& frames, TokenIndex t) {
  const int32_t f = frames.at(t + 1);
  if (f < 0 || context.word(t).key != "كما" || !context.is_comma(t - 1)) return false;
  const Cue& cue = frames[f].frame.cue;
  const bool past =
      cue.form == CueForm::kVerb && (cue.analysis->tense == Tense::kPerfect ||
                                     context.word(t + 1).best().tense == Tense::kPerfect);
  return past && cue.analysis->agreement.person == 3 && context.quotation_of(t) < 0;
}

// قال «A» | قبل أن يغادر القاعة: a phrase behind words given in quotation marks tells when he
// spoke.
bool is_behind_quotation(const Context& context, const FrameMap& frames, const Frame& frame,
                         TokenIndex boundary, TokenIndex t) {
  if (frame.opening != Opening::kQuotation || frame.quotation < 0) return false;
  const Quotation& quotation = context.document().quotations[frame.quotation];
  if (boundary != quotation.close) return false;
  const bool noun =
      quotation.tokens.size() < kShortQuotation &&  // يعلن «انتهاء الهدنة» | مع الحركة
      !is_quoted_clause(context, quotation);
  return !noun && context.word(t).best().pos == Pos::kPreposition &&
         !goes_on_unquoted(context, frames, frame, boundary);
}

// لافتا إلى «A»، | ومشيرا إلى «B»: behind content that is quoted whole he goes on.
bool goes_on_behind_quotation(const Context& context, const FrameMap& frames, const Frame& frame,
                              TokenIndex boundary, TokenIndex t) {
  const int32_t f = frames.at(t);
  const int32_t q = boundary > 0 ? context.quotation_of(boundary - 1) : -1;
  if (f < 0 || q < 0 || frames[f].frame.cue.analysis == nullptr) return false;
  const Quotation& quotation = context.document().quotations[q];
  if (quotation.close != boundary || quotation.open == kNoToken) return false;
  const bool whole =
      quotation.open <= frame.content_begin && frame.content_begin <= quotation.tokens.begin;
  return whole && frames[f].frame.cue.form != CueForm::kNoun &&
         frames[f].frame.cue.analysis->has(kWa);
}

// في إشارة إلى, وهو ما أثار: what the writer says of the words he reports.
bool remarks_on_words(const Context& context, TokenIndex t) {
  if (t + 2 >= context.size()) return false;
  if (comments(context, t)) return true;
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kPronoun) {
    const bool noun = is_bare_speech_noun(context, t + 1) &&  // وهو مطلب يؤيده الاتحاد
                      context.is_finite_verb(t + 2) && !context.word(t + 2).best().enclitic.none();
    return best.has(kWa) && (noun || (context.word(t + 1).key == "ما" && !context.is_comma(t - 1)));
  }
  if (best.pos == Pos::kDemonstrative && context.is_comma(t - 1))
    return best.proclitics == 0 && context.is_and_verb(t + 1);
  return context.word(t).key == "في" && is_bare_speech_noun(context, t + 1) &&
         context.word(t + 2).key == "الي";
}

// ، وبحسب شهود عيان فإن: a statement of others.
bool opens_with_others(const Context& context, const FrameMap& frames, TokenIndex t) {
  if (frames.at(t) < 0) return false;
  return attributes_next_clause(context, frames[frames.at(t)].frame);
}

// ولكن أكدت الوكالة, لكن الوزير قال إن: what another says against it.
bool sets_against(const Context& context, const FrameMap& frames, TokenIndex t, TokenIndex limit) {
  if (!context.stem_does(t, kButWord) || !context.word(t).best().enclitic.none()) return false;
  if (context.quotation_of(t) >= 0) return false;
  const std::string_view ahead = frame_ahead(context, frames, t + 1, limit);
  if (ahead == "source") return true;
  const int32_t f = ahead == "cue" ? frames.at(t + 1) : -1;
  return f >= 0 && frames[f].frame.cue.form == CueForm::kVerb && !frames[f].frame.source.empty();
}

// حيث قال إن, إذ أكد أن: how he who spoke put it; حيث أكد الوزير أن: what somebody said besides.
bool gives_words(const Context& context, const FrameMap& frames, const Frame& frame, TokenIndex t) {
  const int32_t f = frames.at(t + 1);
  if (f < 0 || context.quotation_of(t) >= 0) return false;
  if (!context.does(t, kHowWord)) return false;
  const Frame& next = frames[f].frame;
  const bool words = next.opening == Opening::kComplementizer || next.opening == Opening::kColon ||
                     next.opening == Opening::kQuotation;
  if (!words || next.cue.form != CueForm::kVerb) return false;
  const bool past = next.cue.analysis->tense == Tense::kPerfect;
  if (!next.source.empty()) {
    return past && context.word(t).key == "حيث" && next.source.begin == next.cue.tokens.end &&
           next.cue.entry->certainty != Certainty::kSeldom &&
           actor_at(context, next.source.begin) != nullptr;
  }
  const Agreement said = next.cue.analysis->agreement;
  const bool same = frame.cue.form != CueForm::kVerb ||
                    (frame.cue.analysis->agreement.gender == said.gender &&
                     (frame.cue.analysis->agreement.number <= 1) == (said.number <= 1));
  return same && past;
}

// أكد أن الحدود آمنة | قائلا: …, بقوله «…»: his words begin, and have a cue of their own.
bool puts_in_words_next(const Context& context, const FrameMap& frames, TokenIndex t) {
  const int32_t f = frames.at(t);
  return f >= 0 && frames[f].frame.cue.form != CueForm::kVerb && is_qail(context, t) &&
         frames[f].frame.opening != Opening::kNone && context.quotation_of(t) < 0;
}

// أوضح أن الخطة جاهزة | مبينا أن: what he said goes on, with no comma in front.
bool goes_on_saying(const Context& context, const FrameMap& frames, const Frame& frame,
                    TokenIndex t) {
  const int32_t f = frames.at(t);
  if (f < 0 || context.is_comma(t - 1) || context.quotation_of(t) >= 0) return false;
  if (frame.cue.analysis == nullptr) return false;
  const Frame& next = frames[f].frame;
  const bool words = next.opening == Opening::kComplementizer ||  // مجددا | رفضه الوصاية
                     ((next.opening == Opening::kObject ||  // معبرا عن | استعداده
                       next.opening == Opening::kPreposition) &&
                      context.word(next.content_begin).best().pos == Pos::kMasdar &&
                      context.word(next.content_begin).best().enclitic.person == 3);
  const bool clause = next.cue.form == CueForm::kParticiple && words;
  return clause && next.source.empty() && next.cue.entry->certainty != Certainty::kSeldom &&
         next.cue.analysis->agreement.gender == frame.cue.analysis->agreement.gender &&
         context.word(t).key.ends_with("ا");
}

// قال إن الباب مفتوح، | قبل أن يؤكد أن, ، | ليضيف أن: what he said next, as he who spoke.
bool says_next(const Context& context, const FrameMap& frames, const Frame& frame, TokenIndex t) {
  if (t == 0 || !context.is_comma(t - 1) || context.quotation_of(t) >= 0) return false;
  if (frame.cue.form != CueForm::kVerb) return false;
  const bool before = context.word(t).key == "قبل" && context.is_subjunctive(t + 1);
  const int32_t f = frames.at(before ? t + 2 : t);
  if (f < 0) return false;
  const Frame& next = frames[f].frame;
  if (next.cue.form != CueForm::kVerb || !next.source.empty()) return false;
  if (next.opening == Opening::kNone || next.cue.entry->needs_noun) return false;
  const bool says = next.cue.entry->act == Act::kSay || next.cue.entry->act == Act::kConfirm;
  const Agreement said = next.cue.analysis->agreement, first = frame.cue.analysis->agreement;
  return says && (before || next.cue.analysis->has(kLi)) && said.gender == first.gender &&
         said.number <= 1 && next.cue.analysis->enclitic.none();
}

// لم يعلن مسؤوليته، | لكنه تبنى الهجوم: what he did instead of what he did not say.
bool did_instead(const Context& context, const Frame& frame, TokenIndex t) {
  if (!frame.cue.negated || frame.cue.form != CueForm::kVerb || context.quotation_of(t) >= 0)
    return false;
  return context.stem_does(t, kButWord);
}

// ، وكان الوزير قد زار المدينة: what had been before is told by the writer.
bool tells_of_before(const Context& context, TokenIndex t) {
  constexpr TokenIndex kLongestSubject = 12;
  const std::string_view key = context.word(t).key;
  if ((key != "وكان" && key != "وكانت") || context.quotation_of(t) >= 0) return false;
  for (TokenIndex i = t + 2; i + 1 < std::min(context.size(), t + kLongestSubject); ++i) {
    if (context.token(i).kind == TokenKind::kPunctuation || context.is_finite_verb(i)) return false;
    if (context.word(i).key == "قد")
      return context.is_finite_verb(i + 1) && context.word(i + 1).best().tense == Tense::kPerfect;
  }
  return false;
}

// أعلن عن الزيارة | في رسالة على «تويتر»: behind a noun that is content, in what he told of it.
bool is_medium(const Context& context, const FrameMap& frames, const Frame& frame, TokenIndex t) {
  if (!is_phrase_content(frame) || context.word(t).key != "في" || frames.at(t + 1) >= 0)
    return false;
  if (frame.cue.entry == nullptr || frame.cue.entry->content_includes_addressee) return false;
  const bool document =
      is_bare_speech_noun(context, t + 1) && context.token(t + 1).actor->is(kDocumentRole);
  const Analysis& next = context.word(t + 2).best();  // not في بيان | الوزارة
  const bool alone = next.pos == Pos::kPreposition ||
                     (next.pos == Pos::kAdjective && context.mention_at(t + 2) < 0) ||
                     next.pos == Pos::kVerb || context.has_preposition_clitic(t + 2);
  return document && alone && context.quotation_of(t) == context.quotation_of(frame.content_begin);
}

// ، وفي الملف المائي قال الوزير: the next statement begins with what it is about.
bool opens_with_topic(const Context& context, const FrameMap& frames, TokenIndex t,
                      TokenIndex limit) {
  constexpr TokenIndex kReach = 6;
  const Analysis& best = context.word(t).best();
  if (best.pos != Pos::kPreposition || !best.has(kWa) || context.quotation_of(t) >= 0) return false;
  for (TokenIndex i = t + 1; i < std::min(limit, t + kReach); ++i) {
    if (context.is_comma(i) || context.has_pos(i, Pos::kRelative)) return false;
    const int32_t f = frames.at(i);
    if (f < 0) {
      if (context.is_finite_verb(i)) return false;
      continue;
    }
    const Frame& frame = frames[f].frame;
    return frame.cue.form == CueForm::kVerb && !frame.source.empty() && !frame.source_first &&
           frame.cue.analysis->tense == Tense::kPerfect;
  }
  return false;
}

}  // namespace

bool attributes_next_clause(const Context& context, const Frame& frame) {
  const TokenIndex behind = frame.source.end;
  return frame.cue.form == CueForm::kPhrase && behind < context.size() &&
         context.word(frame.cue.tokens.begin).best().has(kWa) &&
         context.word(behind).best().has(kFa) &&
         context.complementizer(behind) == Complementizer::kBare;
}

bool speaks_next_in_headline(const Context& context, const FrameMap& frames, const Frame& frame,
                             TokenIndex t) {
  constexpr TokenIndex kLongestName = 8;
  const auto tells = [](const Frame& one) {
    return one.cue.form == CueForm::kVerb && one.source_first &&
           one.cue.analysis->tense == Tense::kImperfect;
  };
  if (context.sentence_of(t) != 0 || !tells(frame) || context.quotation_of(t) >= 0) return false;
  if (frame.opening == Opening::kComplementizer || !context.token(t).actor->has(kWa)) return false;
  for (TokenIndex i = t + 1; i < std::min(context.size(), t + kLongestName); ++i) {
    const int32_t f = frames.at(i);
    if (f >= 0) return frames[f].frame.source.begin == t && tells(frames[f].frame);
  }
  return false;
}

bool is_day_of_speech(const Context& context, const Frame& frame, TokenIndex t) {
  constexpr TokenIndex kLongest = 2;
  if (frame.opening != Opening::kObject || t - frame.content_begin > kLongest) return false;
  if (frame.cue.entry == nullptr || frame.cue.entry->act != Act::kAnnounce) return false;
  if (context.word(t - 1).best().enclitic.person != 3) return false;
  const TokenIndex day = context.word(t).key == "في" ? t + 1 : t;
  return context.time_at(day) >= 0;
}

bool goes_on_unquoted(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex close) {
  const TokenIndex t = close + 1;
  if (close == 0 || close == kNoToken) return false;
  if (context.token(close - 1).kind == TokenKind::kPunctuation) return false;  // «A.»
  if (t + 1 >= context.sentence_at(close - 1).tokens.end || context.token(t).line_begin)
    return false;
  if (frames.at(t) >= 0 || begins_attribution(context, frames, t) || opens_remark(context, t) ||
      begins_circumstance(context, close, t))
    return false;
  const Analysis& best = context.word(t).best();
  const std::string_view key = context.word(t).key;
  if (best.has(kWa) || best.has(kFa)) return false;
  if (best.pos == Pos::kRelative) {
    const int32_t q =
        context.quotation_of(close - 1);  // not «أعلن اليوم الانسحاب من الاتفاق» | الذي
    const bool clause = frame.opening == Opening::kQuotation && q >= 0 &&
                        context.document().quotations[q].tokens.size() >= kShortQuotation &&
                        is_quoted_clause(context, context.document().quotations[q]);
    return !clause && key != "ما" && key != "مما";
  }
  if (context.mention_at(t) >= 0) return false;  // لصحيفة الواحة
  if (context.has_preposition_clitic(t)) return true;
  if (best.pos != Pos::kPreposition || !best.enclitic.none()) return false;
  if (frame.opening == Opening::kComplementizer) return true;
  const std::string_view next = context.word(t + 1).key;
  if (key == "في") return next == "حال" || next == "حاله";
  const bool person = context.mention_at(t + 1) >= 0 ||  // على «تويتر», على صفحته
                      context.word(t + 1).best().enclitic.person == 3;
  return (key == "علي" || key == "الي" || key == "عن") && !person;
}

bool speaks_of_himself(const Context& context, TokenIndex t) {
  return context.is_finite_verb(t) && context.word(t).best().agreement.person == 1;
}

// مشيرا إلى الخطر، | ومتهما إياهم بالتقصير: behind one participle the next one.
bool goes_on_with_participle(const Context& context, const FrameMap& frames, const Frame& frame,
                             TokenIndex boundary, TokenIndex next) {
  const int32_t f = frames.at(next);
  if (f < 0 || frame.cue.form != CueForm::kParticiple) return false;
  if (context.token(boundary).kind != TokenKind::kPunctuation) return false;
  const Frame& other = frames[f].frame;
  return other.cue.form == CueForm::kParticiple && other.cue.tokens.begin == next &&
         other.cue.analysis->has(kWa) && other.opening != Opening::kNone;
}

bool turns_to_another(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex boundary, TokenIndex limit) {
  const TokenIndex next = next_word(context, boundary, limit);
  if (next < limit &&
      (tells_on(context, frames, next) || speaks_next_in_headline(context, frames, frame, next) ||
       remarks_on_words(context, next) || leaves_untold(context, frames, frame, next) ||
       is_taken_up(context, frames, next) ||
       begins_clause_behind_phrase(context, frames, frame, boundary, next) ||
       is_behind_quotation(context, frames, frame, boundary, next) ||
       goes_on_behind_quotation(context, frames, frame, boundary, next) ||
       calls_it_next(frames, next) || sets_against(context, frames, next, limit) ||
       gives_words(context, frames, frame, next) || opens_with_others(context, frames, next) ||
       says_besides(context, frames, next) || opens_with_topic(context, frames, next, limit) ||
       is_day_of_speech(context, frame, next) || did_instead(context, frame, next) ||
       tells_of_before(context, next) || says_next(context, frames, frame, next) ||
       is_medium(context, frames, frame, next) || puts_in_words_next(context, frames, next) ||
       goes_on_saying(context, frames, frame, next) ||
       goes_on_with_participle(context, frames, frame, boundary, next))) {
    return true;
  }
  if (next < limit && adds_statement(context, frames, next)) return true;
  if (next < limit && begins_circumstance(context, boundary, next)) return true;
  if (next < limit && opens_main_clause(context, next) && is_subordinate(context, frame))
    return true;
  return frame_ahead(context, frames, next, limit) == "turn";
}

}  // namespace musnad
