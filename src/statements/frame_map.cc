#include "statements/frame_map.h"

namespace musnad {

FrameMap::FrameMap(const Context& context, const std::vector<ScoredFrame>& frames)
    : frames_(frames), at_(context.size(), -1) {
  for (size_t i = 0; i < frames.size(); ++i) {
    if (frames[i].doubtful) continue;
    const TokenRange cue = frames[i].frame.cue.tokens;
    for (TokenIndex t = cue.begin; t < cue.end; ++t) at_[t] = static_cast<int32_t>(i);
    const TokenRange relay = frames[i].frame.relay;  // ونقلت | رويترز عن الوزير قوله
    if (!relay.empty() && relay.begin > 0) at_[relay.begin - 1] = static_cast<int32_t>(i);
  }
}

}  // namespace musnad
