// What looks like a statement and surely is none.
#pragma once

#include "statements/frame.h"

namespace musnad {

// Whether no words of anybody can be what the frame's cue tells of: a deed, a fact, an occasion, a
// word of grammar that is spelled like a verb of speech. Certain; what is only unlikely is left to
// the model.
bool tells_no_words(const Context& context, const Frame& frame);

}  // namespace musnad
