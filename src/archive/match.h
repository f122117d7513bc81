// The part of a search that the indexes of words answer, as an expression for FTS5.
#pragma once

#include <string>

#include "archive/connection.h"
#include "archive/search_words.h"
#include "musnad/archive.h"

namespace musnad {

// "" where the search has no words, no names and no outlet. Fails where a name is nobody's, on text
// that is not UTF-8, and where only words to leave out are given.
Expected<std::string> match_expression(Connection& connection, const Search& search,
                                       const SearchWords& words);

}  // namespace musnad
