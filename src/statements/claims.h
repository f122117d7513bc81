// Whose claim a word is: the innermost statement whose content holds it.
#pragma once

#include <vector>

#include "text/document.h"

namespace musnad {

// By token, the index of that statement, -1 where the article itself speaks. Linear, but for the
// sort of the statements' contents.
std::vector<int32_t> claims_by_token(const Document& document);

}  // namespace musnad
