// The work of `musnad tag --conll`: tokens in, their named-entity tags out.
#pragma once

#include <istream>
#include <ostream>

#include "musnad/error.h"

namespace musnad {

// Tags lines of tokens (actors/tagger_conll.h). Fails on a line that is not UTF-8 and when `out`
// cannot be written; messages call `in` standard input and `out` standard output.
Expected<void> tag_tokens(std::istream& in, std::ostream& out);

}  // namespace musnad
