// From the names that people type to the actors of the archive.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "archive/connection.h"

namespace musnad {

// The rows of the table of actors whose name, in Arabic or Latin letters, or key holds all these
// words, and all other names of those who have a key. A name that fits very many keeps the closest.
std::vector<int64_t> actors_named(Connection& connection, std::string_view name);

// The expression for the index of words that finds any of these actors: ("a1" OR "a2").
std::string any_of(const std::vector<int64_t>& actors);

}  // namespace musnad
