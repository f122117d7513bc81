// When and where something was said, told behind the words: ، خلال لقائه الوفد; ، وذلك في بيان. It
// ends reported content.
#pragma once

#include "statements/context.h"

namespace musnad {

// Whether the circumstance of a statement begins at `t`, the first word behind `boundary`, which is
// a comma, a closing quotation mark or `t` itself.
bool begins_circumstance(const Context& context, TokenIndex boundary, TokenIndex t);

}  // namespace musnad
