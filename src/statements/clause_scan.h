// From a cue to the right: its subject, whom it addresses, and where its content begins.
#pragma once

#include "statements/frame.h"

namespace musnad {

// Fills the frame of a verb, participle or noun with what stands behind it. A source that is
// already set keeps its place. Linear in the length of the sentence.
void scan_clause(const Context& context, Frame& frame);

}  // namespace musnad
