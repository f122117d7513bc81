#include "statements/setting.h"

#include <algorithm>

namespace musnad {

TokenRange beside_content(const Context& context, const Frame& frame) {
  constexpr TokenIndex kReach = 200;
  TokenRange region = context.sentence_at(frame.cue.tokens.begin).tokens;
  region.begin = frame.cue.tokens.end;
  region.end = std::min(region.end, region.begin + kReach);
  if (frame.content_begin != kNoToken) region.end = std::max(frame.content_begin, region.begin);
  return region;
}

TokenRange question_of(const Context& context, const PhrasesByToken& phrases, const Frame& frame) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  constexpr TokenIndex kReach = 60;
  TokenIndex begin = sentence.begin;
  const TokenIndex cue = frame.cue.tokens.begin;
  if (cue - begin > kReach) begin = cue - kReach;
  const TokenIndex end = frame.content_begin == kNoToken ? cue : std::max(cue, frame.content_begin);
  for (TokenIndex t = begin; t < end; ++t) {
    const FixedPhrase* phrase = phrases[t];
    if (phrase == nullptr || phrase->kind != FixedKind::kSceneQuestion) continue;
    TokenRange question{static_cast<TokenIndex>(t + phrase->keys.size()), end};
    for (TokenIndex i = question.begin; i < question.end; ++i) {
      const bool ends = context.is_comma(i) || context.is_mark(i, ':') || i == cue ||
                        context.quotation_opened_at(i) >= 0;
      if (ends) question.end = i;
    }
    return question;
  }
  return {};
}

std::string time_of(const Context& context, const Frame& frame) {
  const std::vector<TimeExpression>& times = context.document().times;
  const TokenRange region = beside_content(context, frame);
  const auto first = std::partition_point(times.begin(), times.end(), [&](const TimeExpression& x) {
    return x.tokens.begin < region.begin;
  });
  for (auto time = first; time != times.end() && time->tokens.begin < region.end; ++time) {
    if (time->type == TimeType::kDate || time->type == TimeType::kTime) return time->value;
  }
  return "";
}

}  // namespace musnad
