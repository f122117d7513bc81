// Which articles repeat each other, and who had it first.
#pragma once

#include "archive/connection.h"
#include "musnad/archive.h"

namespace musnad {

Expected<std::vector<Story>> read_stories(Connection& connection, const Search& search);

}  // namespace musnad
