// What the end model looks at where reported words may end.
#pragma once

#include "statements/frame_map.h"

namespace musnad {

// Appends to `features` what speaks for content [begin, …) of `frame` to end before `boundary`, one
// of the places up to `limit`.
void end_features(const Context& context, const FrameMap& frames, const Frame& frame,
                  TokenIndex begin, TokenIndex boundary, TokenIndex limit, Features& features);

}  // namespace musnad
