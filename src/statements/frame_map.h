// The frames that were kept, by token.
#pragma once

#include <vector>

#include "statements/decide.h"

namespace musnad {

// Where another statement begins, reported content may end. Doubtful frames end nothing. All
// arguments must outlive it.
class FrameMap {
 public:
  FrameMap(const Context& context, const std::vector<ScoredFrame>& frames);
  // Index of the frame whose cue covers `t`, -1 for none.
  int32_t at(TokenIndex t) const { return t < at_.size() ? at_[t] : -1; }
  const ScoredFrame& operator[](size_t i) const { return frames_[i]; }
  size_t size() const { return frames_.size(); }

 private:
  const std::vector<ScoredFrame>& frames_;
  std::vector<int32_t> at_;
};

}  // namespace musnad
