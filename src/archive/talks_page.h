// What the articles of an archive say of a negotiation, over time.
#pragma once

#include "archive/connection.h"
#include "musnad/archive.h"

namespace musnad {

Expected<TalksPage> read_talks_page(Connection& connection, const std::vector<std::string>& parties,
                                    const std::string& since);

}  // namespace musnad
