// Deciding which frames are statements, by the cue model or because they need none.
#pragma once

#include <vector>

#include "statements/frame.h"
#include "statements/model.h"

namespace musnad {

// A frame and how likely it is a statement.
struct ScoredFrame {
  Frame frame;
  float probability = 0;
  bool doubtful = false;  // a statement only if it stands in the words of another one
};

// Parses and scores all cues; keeps the likeliest frame of each cue token that is likely enough. In
// text order.
std::vector<ScoredFrame> decide_frames(const Context& context, const std::vector<Cue>& cues,
                                       const LinearModel& model);

}  // namespace musnad
