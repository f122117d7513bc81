// Where reported words end: the places where they may, and the choice. What speaks for each place
// is in end_features.h, what makes one certain in content_turns.h.
#pragma once

#include "statements/frame_map.h"

namespace musnad {

// The first place from `t` on, in tokens, before which content may end; the last one is `limit`.
TokenIndex next_boundary(const Context& context, const FrameMap& frames, const Frame& frame,
                         TokenIndex t, TokenIndex limit);

// The furthest that indirect content may run from `begin`: the end of its sentence or of the
// quotation that the cue stands in, closing full stops left out.
TokenIndex content_limit(const Context& context, TokenIndex begin, int32_t quotation_of_cue);

// Where the model ends content that begins at `begin`: one of its boundaries.
TokenIndex choose_end(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex begin, TokenIndex limit, const LinearModel& model);

// The range without the marks at its edges.
TokenRange trim_content(const Context& context, TokenRange range);

}  // namespace musnad
