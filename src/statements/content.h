// The content of a statement: its spans, before and behind the cue.
#pragma once

#include <vector>

#include "statements/content_end.h"

namespace musnad {

// The spans of a frame's content, in text order; empty when there is none.
std::vector<TokenRange> find_content(const Context& context, const FrameMap& frames,
                                     const Frame& frame, const LinearModel& end_model);

// Whether a frame's content is decided by the end model, and from which token.
bool runs_freely(const Context& context, const FrameMap& frames, const Frame& frame,
                 TokenIndex& begin);

}  // namespace musnad
