#include "statements/decide.h"

#include <algorithm>
#include <cmath>

#include "statements/certain.h"
#include "statements/clause_words.h"
#include "statements/cue_features.h"
#include "statements/no_words.h"

namespace musnad {
namespace {

// Frames above this probability are kept; a little below one half, since what is missed and what is
// too much count the same and the fitted probabilities lean to no.
constexpr float kThreshold = 0.4F;
// The same within the words of another statement: there it takes away nothing from anybody, and a
// doubtful one is better told than kept back.
constexpr float kNestedThreshold = 0.25F;

// The writer of a column speaks of himself: أتمنى, outside of anybody's words.
bool is_writer(const Context& context, const Frame& frame) {
  return frame.cue.form == CueForm::kVerb && frame.cue.analysis->agreement.person == 1 &&
         frame.source.empty() && context.quotation_of(frame.cue.tokens.begin) < 0;
}

// Whether words alone, no marks, stand between two tokens.
bool are_words_between(const Context& context, TokenIndex begin, TokenIndex end) {
  while (begin < end && context.token(begin).kind != TokenKind::kPunctuation) ++begin;
  return begin >= end;
}

// ورد على السؤال | فقال إن: the words that the verb in front of it brings already.
bool repeats_verb(const Context& context, const Frame& before, const Frame& frame) {
  const TokenIndex t = frame.cue.tokens.begin;
  if (says_on(context, t) && before.cue.form == CueForm::kVerb &&  // مضى الوزير | يقول إن
      frame.source.empty() && frame.opening != Opening::kNone &&
      before.content_begin == frame.content_begin &&
      are_words_between(context, before.cue.tokens.end, t)) {
    return true;  // وتابعت في هذا السياق | تقول
  }
  const bool noun = frame.cue.form == CueForm::kNoun && frame.cue.analysis->has(kAl);
  return (noun || is_qail(context, t)) &&  // خلص إلى | القول إن
         frame.source.empty() && frame.opening != Opening::kNone &&
         before.opening != Opening::kNone && before.content_begin == frame.content_begin;
}

// The same of any verb in its sentence: ورد على سؤال عن تصريحات الوزير | قائلا.
bool repeats_verb_before(const Context& context, const std::vector<ScoredFrame>& kept,
                         const Frame& frame) {
  constexpr size_t kReach = 8;  // frames between the two, at most
  const TokenIndex begin = context.sentence_at(frame.cue.tokens.begin).tokens.begin;
  const size_t first = kept.size() > kReach ? kept.size() - kReach : 0;
  for (size_t i = kept.size(); i > first && kept[i - 1].frame.cue.tokens.begin >= begin; --i) {
    if (repeats_verb(context, kept[i - 1].frame, frame)) return true;
  }
  return false;
}

// The tokens that a frame's content may reach to.
TokenRange possible_content(const Context& context, const Frame& frame) {
  if (frame.opening == Opening::kNone || frame.content_begin >= context.size()) return {};
  TokenIndex end = context.sentence_at(frame.content_begin).tokens.end;
  if (frame.quotation >= 0) end = context.document().quotations[frame.quotation].tokens.end;
  return {frame.content_begin, end};
}

// Behind a comma or with an "and" a cue goes on with the writer's sentence; with قائلا in any case.
bool goes_on_outside(const Context& context, const Cue& cue) {
  const TokenIndex t = cue.tokens.begin;
  if (context.quotation_of(t) >= 0) return false;
  if (cue.form != CueForm::kVerb && is_qail(context, t)) return true;
  return (t > 0 && context.is_comma(t - 1)) ||
         (cue.analysis != nullptr && (cue.analysis->has(kWa) || cue.analysis->has(kFa)));
}

// ذكر أحد السكان أن: of two readings the one in which he speaks, not the one in which he is told
// (ذكّر أحد السكان بأن).
bool has_subject_rather(const Context& context, const Frame& frame, const Frame& other) {
  const TokenIndex t = frame.cue.tokens.end;
  if (frame.source.begin != t || frame.source.empty() || !other.source.empty()) return false;
  return other.addressee.begin == t && !other.addressee.empty() &&
         other.opening == Opening::kComplementizer &&
         !context.word(other.addressee.end).best().has(kBi);
}

// أنه ذكر | الوزير بأن: of the same two readings, behind the pronoun that is the subject, the one
// in which he is told.
bool has_addressee_rather(const Context& context, const Frame& frame, const Frame& other) {
  const TokenIndex verb = frame.cue.tokens.begin, t = frame.cue.tokens.end;
  if (frame.cue.form != CueForm::kVerb || verb == 0) return false;
  if (context.complementizer(verb - 1) != Complementizer::kPronoun) return false;
  const Agreement pronoun = context.word(verb - 1).best().enclitic;
  const Agreement doer = frame.cue.analysis->agreement;
  const bool his = pronoun.person == 3 && pronoun.gender == doer.gender && doer.number <= 1;
  const bool told = !frame.addressee.empty() && frame.addressee.begin == t &&
                    frame.source.empty() && frame.opening != Opening::kNone;
  return his && told && other.source.begin == t && !other.source.empty() &&
         context.word(frame.addressee.end).best().has(kBi);
}

// A cue's frame as it stands by itself.
struct Candidate {
  Frame frame;
  bool tells_words = false;
  float probability = 0;
};

// The frames of all cues, in their order. Each step goes over all of them before the next one, so
// that its code stays close to the processor.
std::vector<Candidate> read_frames(const Context& context, const std::vector<Cue>& cues,
                                   const LinearModel& model) {
  std::vector<Candidate> read;
  read.reserve(cues.size());
  for (const Cue& cue : cues) read.push_back({.frame = parse_frame(context, cue)});
  for (Candidate& candidate : read) {
    candidate.tells_words = !tells_no_words(context, candidate.frame);
  }
  Features features;
  for (Candidate& candidate : read) {
    if (!candidate.tells_words) continue;
    features.clear();
    cue_features(context, candidate.frame, features);
    candidate.probability = static_cast<float>(1 / (1 + std::exp(-model.score(features))));
  }
  return read;
}

}  // namespace

std::vector<ScoredFrame> decide_frames(const Context& context, const std::vector<Cue>& cues,
                                       const LinearModel& model) {
  std::vector<ScoredFrame> kept;
  TokenRange words_of_other;
  TokenIndex relayed_by = kNoToken;  // the verb of the last frame whose cue is what was said
  const std::vector<Candidate> candidates = read_frames(context, cues, model);
  for (size_t i = 0; i < cues.size(); ++i) {
    const Cue& cue = cues[i];
    const auto& [frame, tells_words, probability] = candidates[i];
    if (cue.tokens.begin == relayed_by || !tells_words) continue;
    if (repeats_verb_before(context, kept, frame)) continue;
    if (is_writer(context, frame) && !words_of_other.contains(cue.tokens)) continue;
    const bool nested = words_of_other.contains(cue.tokens) && !goes_on_outside(context, cue);
    const bool likely = probability > kThreshold || is_certain(context, frame);
    if (!likely && !(nested && probability > kNestedThreshold)) continue;
    if (!nested) words_of_other = possible_content(context, frame);
    if (frame.relayed && frame.cue.tokens.begin != cue.tokens.begin) {
      relayed_by = cue.tokens.begin;
      const bool noun = !kept.empty() && kept.back().frame.cue.tokens.begin == relayed_by;
      if (noun) kept.pop_back();  // نقل, the verbal noun
    }
    if (!kept.empty() && kept.back().frame.cue.tokens.overlaps(frame.cue.tokens)) {
      const Frame& before = kept.back().frame;
      const bool better = !before.relayed && (kept.back().probability < probability ||
                                              has_subject_rather(context, frame, before) ||
                                              has_addressee_rather(context, frame, before));
      if (better && !has_subject_rather(context, before, frame) &&
          !has_addressee_rather(context, before, frame))
        kept.back() = {frame, probability, !likely};
    } else {
      kept.push_back({frame, probability, !likely});
    }
  }
  return kept;
}

}  // namespace musnad
