// Direct, indirect or mixed: how the content of a statement is given.
#pragma once

#include "statements/context.h"

namespace musnad {

// Whether every word of the range stands in quotation marks. Those that also hold the cue are not
// the statement's own.
bool is_quoted(const Context& context, TokenRange range, TokenRange cue);

// direct: all content is quoted, or follows a colon word for word, as one speaks of oneself or to
// somebody; mixed: part is. Quotation marks around a name or a single borrowed word count for
// nothing.
Kind kind_of(const Context& context, const Statement& statement);

}  // namespace musnad
