// Whether an article needs no reading, because the archive has it.
#pragma once

#include <string>

#include "archive/sqlite.h"
#include "musnad/record.h"

namespace musnad {

// See Archive::known_as.
Expected<std::string> find_known(Database& database, const Article& article);

}  // namespace musnad
