#include "statements/phrase_end.h"

#include <algorithm>

#include "morphology/agreement.h"
#include "statements/clause_words.h"

namespace musnad {
namespace {

// Whether words can hold a clause: then a verb behind them may go on with it.
bool holds_clause(const Context& context, TokenRange words) {
  for (TokenIndex t = words.begin; t < words.end; ++t) {
    const bool relative = context.has_pos(t, Pos::kRelative) && !context.is_preposition(t);
    if (relative || context.is_finite_verb(t)) return true;
    if (context.complementizer(t) != Complementizer::kNone) return true;
    const Pos pos = context.word(t).best().pos;
    if (pos == Pos::kNegation || pos == Pos::kPronoun) return true;
  }
  return false;
}

// Whether a word with و that may be a verb is one: وقف is a noun besides, وتجنب a verbal noun.
bool is_surely_verb(const Context& context, const FrameMap& frames, TokenIndex t) {
  if (!context.is_and_verb(t) || context.mention_at(t) >= 0) return false;
  if (const int32_t f = frames.at(t); f >= 0) return frames[f].frame.cue.form == CueForm::kVerb;
  const Analysis& verb = context.word(t).best();
  if (verb.enclitic.person == 1) return false;  // والتفاني
  if (context.morphology().lemma_text(verb) == "كان") return true;
  return !context.has_pos(t, Pos::kNoun) && !context.has_pos(t, Pos::kMasdar) &&
         !context.has_pos(t, Pos::kAdjective) && !context.has_pos(t, Pos::kParticiple);
}

// تدين الهجوم | وتدعو إلى, تحتج على التصريحات | وتستدعي السفير: he goes on in the tense in which he
// began.
bool goes_on_alike(const Frame& frame, const Analysis& verb) {
  if (frame.cue.form != CueForm::kVerb) return false;
  const Analysis& cue = *frame.cue.analysis;
  return cue.tense == verb.tense && cue.agreement.gender == verb.agreement.gender &&
         cue.agreement.number == verb.agreement.number;
}

// أعلن الخطة وغادر القاعة, أعلن الخطة، ويبدأ العمل غدا; not خطة وتخضع للرقابة
bool goes_on_with_verb(const Context& context, const FrameMap& frames, const Frame& frame,
                       TokenIndex boundary, TokenIndex t) {
  const Analysis& verb = context.word(t).best();
  if (!context.is_and_verb(t)) return false;
  const bool apart = context.token(boundary).kind == TokenKind::kPunctuation;
  if (goes_on_alike(frame, verb) && verb.tense == Tense::kImperfect && frames.at(t) < 0)
    return true;
  if (!is_surely_verb(context, frames, t)) return false;
  if (apart) return true;
  return verb.has(kWa) && (verb.tense == Tense::kPerfect || goes_on_alike(frame, verb));
}

// ثم أخفقت, كما لم تتمكن, ، كما تستطلع لندن; not فيما يتعلق, كما تحارب
bool goes_on_further(const Context& context, TokenIndex t) {
  if (!context.stem_does(t, kFurtherWord)) return false;
  if (!context.word(t).best().enclitic.none()) return context.is_finite_verb(t + 1);  // لكنها عادت
  if (context.word(t + 1).best().pos == Pos::kNegation) return context.is_finite_verb(t + 2);
  if (!context.is_finite_verb(t + 1)) return false;
  if (context.word(t + 1).best().tense == Tense::kPerfect) return true;
  const bool subject = context.mention_at(t + 2) >= 0 || (context.word(t + 2).best().definite() &&
                                                          !context.has_preposition_clitic(t + 2));
  return context.stem_does(t, kSubordinateWord) || (context.is_comma(t - 1) && subject);
}

// طالب بالسلام، | إلا أن البرد دفعه إلى العودة: what stands against it.
bool stands_against(const Context& context, TokenIndex t) {
  return context.does(t, kExceptWord) && context.complementizer(t + 1) != Complementizer::kNone;
}

// أعلن ولاءه، | وفي هجوم أمس قتل ثلاثة: where another clause has its verb, behind a phrase in
// front.
bool opens_with_setting(const Context& context, TokenIndex t) {
  constexpr TokenIndex kReach = 12;
  const Analysis& best = context.word(t).best();
  if (!context.is_comma(t - 1) || best.pos != Pos::kPreposition || !best.has(kWa)) return false;
  if (!best.enclitic.none() || !context.word(t + 1).best().enclitic.none()) return false;
  for (TokenIndex i = t + 1; i < std::min(context.size(), t + kReach); ++i) {
    if (context.token(i).kind == TokenKind::kPunctuation || context.has_pos(i, Pos::kRelative))
      return false;
    if (context.is_finite_verb(i)) return context.word(i).best().tense == Tense::kPerfect;
  }
  return false;
}

// وعد بتعزيز الحراسة | غداة الهجوم, دعا إلى الحوار | أول من أمس: a day that is behind tells of the
// speech, not of what lies ahead; not أحداث | العام الماضي.
bool is_day_behind(const Context& context, const Frame& frame, TokenIndex t) {
  constexpr TokenIndex kLongest = 8;
  if (frame.cue.entry == nullptr || t - frame.content_begin > kLongest) return false;
  const Act act = frame.cue.entry->act;
  const bool ahead = act == Act::kPromise || act == Act::kDemand || act == Act::kUrge ||
                     act == Act::kOffer || act == Act::kWarn || act == Act::kThreaten;
  if (!ahead) return false;
  if (context.does(t, kDayAfterWord)) return true;
  const int32_t time = context.time_at(t);
  if (time < 0 || context.document().times[time].tokens.begin != t) return false;
  if (!context.does(context.document().times[time].tokens.end - 1, kPastTimeWord)) return false;
  const Analysis& before = context.word(t - 1).best();
  return before.definite() || before.pos == Pos::kAdjective || before.enclitic.person == 3;
}

// ، في حين تصر نوريا على: what another does meanwhile.
bool tells_meanwhile(const Context& context, TokenIndex t) {
  return context.is_comma(t - 1) && context.word(t).key == "في" && context.word(t + 1).key == "حين";
}

// نوريا تنتقد الاتفاق.. والوزير يدافع: behind the pause of a headline another one begins; elsewhere
// a clause (أكد بدء العمل.. وفي الشمال توقف), not one more noun.
bool is_pause(const Context& context, TokenIndex boundary, TokenIndex next) {
  if (!context.is_stop(boundary) || !context.is_behind_pause(next)) return false;
  const Analysis& best = context.word(next).best();
  if (context.sentence_at(boundary).paragraph == 0 || best.has(kFa)) return true;
  const bool grammar = is_grammar_word(best.pos) || best.pos == Pos::kPronoun ||
                       best.pos == Pos::kDemonstrative || best.pos == Pos::kVerb;
  return best.has(kWa) && grammar;
}

}  // namespace

bool says_meanwhile(const Context& context, const Frame& frame, TokenIndex t) {
  if (!is_reporting_participle(context, t) || frame.cue.analysis == nullptr) return false;
  const Analysis& best = context.word(t).best();
  if (best.pos != Pos::kParticiple || best.proclitics != 0 || !best.enclitic.none()) return false;
  if (best.passive || best.agreement.gender != frame.cue.analysis->agreement.gender) return false;
  const std::string_view key = context.word(t).key;
  const bool woman = best.agreement.gender == kFeminine;
  const bool accusative =
      woman ? key.ends_with("ه") && frame.cue.form == CueForm::kVerb : key.ends_with("ا");
  const Analysis& before = context.word(t - 1).best();
  const bool apart = context.is_comma(t - 1) || before.definite() || !before.enclitic.none() ||
                     context.mention_ending_at(t) >= 0;
  return accusative && apart;
}

bool is_phrase_content(const Frame& frame) {
  return frame.opening == Opening::kObject || frame.opening == Opening::kPreposition;
}

bool begins_clause_behind_phrase(const Context& context, const FrameMap& frames, const Frame& frame,
                                 TokenIndex boundary, TokenIndex next) {
  if (!is_phrase_content(frame) || next + 1 >= context.size()) return false;
  const bool clause = goes_on_with_verb(context, frames, frame, boundary, next) ||
                      goes_on_further(context, next) || opens_with_setting(context, next) ||
                      stands_against(context, next) || says_meanwhile(context, frame, next) ||
                      tells_meanwhile(context, next) || is_day_behind(context, frame, next) ||
                      is_pause(context, boundary, next);
  return clause && context.quotation_of(next) == context.quotation_of(frame.content_begin) &&
         !holds_clause(context, {frame.content_begin, boundary});
}

}  // namespace musnad
