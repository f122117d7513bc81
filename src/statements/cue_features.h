// What speaks for and against a frame being a statement, as named features for the cue model.
#pragma once

#include "statements/frame.h"
#include "statements/model.h"

namespace musnad {

// Appends the features of a frame to `features`.
void cue_features(const Context& context, const Frame& frame, Features& features);

}  // namespace musnad
