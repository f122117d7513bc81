// Statements that repeat each other, and whose words they were first.
#pragma once

#include "archive/connection.h"
#include "musnad/archive.h"

namespace musnad {

// Among the latest statements of the search.
Expected<std::vector<Echo>> read_echoes(Connection& connection, const Search& search);

}  // namespace musnad
