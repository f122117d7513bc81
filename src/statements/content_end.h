// Where reported words end: the places where they may, what speaks for each, and the choice.
#pragma once

#include <vector>

#include "statements/decide.h"

namespace musnad {

// The frames that were kept, by token: where another statement begins, reported content may end.
// Doubtful ones end nothing.
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

// Places in (begin, limit] before which content that begins at `begin` may end, ascending; the last
// one is `limit`.
std::vector<TokenIndex> content_boundaries(const Context& context, const FrameMap& frames,
                                           const Frame& frame, TokenIndex begin, TokenIndex limit);

// The furthest that indirect content may run from `begin`: the end of its sentence or of the
// quotation that the cue stands in, closing full stops left out.
TokenIndex content_limit(const Context& context, TokenIndex begin, int32_t quotation_of_cue);

// What the end model looks at when content [begin, …) of `frame` might end before `boundary`.
void end_features(const Context& context, const FrameMap& frames, const Frame& frame,
                  TokenIndex begin, TokenIndex boundary, TokenIndex limit, Features& features);

// Where the model ends content that begins at `begin`: one of its boundaries.
TokenIndex choose_end(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex begin, TokenIndex limit, const LinearModel& model);

// The range without the marks at its edges.
TokenRange trim_content(const Context& context, TokenRange range);

}  // namespace musnad
