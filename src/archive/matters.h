// Which articles are on the same matter: those of near days that tell of the same event, or quote
// the same words.
#pragma once

#include <cstdint>
#include <span>

#include "archive/connection.h"
#include "archive/groups.h"

namespace musnad {

// Joins the rows of articles that are on one matter. Two articles tell of the same event where its
// type, its day and two of those who take part are the same, and the day is near to that of the
// articles: what an article recalls of last month makes no story. Reads the archive; an error
// sticks to its database.
void join_matters(Connection& connection, std::span<const int64_t> articles, Groups& groups);

}  // namespace musnad
