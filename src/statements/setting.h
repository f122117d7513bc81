// What stands around a statement besides its words: the question that it answers and the time it
// was said.
#pragma once

#include <string>

#include "statements/frame.h"

namespace musnad {

// The part of the clause beside the content: from behind the cue to where the content begins, to
// the end of the sentence where none follows the cue. Bounded in texts without full stops.
TokenRange beside_content(const Context& context, const Frame& frame);

// The question that the statement answers (وردا على سؤال …), empty for none.
TokenRange question_of(const Context& context, const PhrasesByToken& phrases, const Frame& frame);

// When it was said: the value of a time beside the cue, outside the content; "" for none.
std::string time_of(const Context& context, const Frame& frame);

}  // namespace musnad
