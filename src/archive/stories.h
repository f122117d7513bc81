// Articles on one matter, and who had it first.
#pragma once

#include "archive/connection.h"
#include "musnad/archive.h"

namespace musnad {

// What links of the table "echoes" join is one text; what join_matters() joins besides is one
// matter, looked for among the latest articles of the search.
Expected<std::vector<Story>> read_stories(Connection& connection, const Search& search);

}  // namespace musnad
