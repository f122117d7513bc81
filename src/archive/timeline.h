// What a search finds, counted by time; and the archive as a whole, counted.
#pragma once

#include <string>
#include <vector>

#include "archive/connection.h"
#include "musnad/archive.h"

namespace musnad {

Expected<std::vector<Period>> read_timeline(Connection& connection, const Search& search,
                                            Step step);
Expected<Stats> read_stats(Connection& connection, const std::string& path);

}  // namespace musnad
