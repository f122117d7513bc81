// Whether an article needs no reading, because the archive has it.
#pragma once

#include <string>

#include "archive/sqlite.h"
#include "musnad/record.h"

namespace musnad {

// Not thread-safe.
class KnownArticles {
 public:
  explicit KnownArticles(Database& database);

  // See Archive::known_as.
  Expected<std::string> find(const Article& article);

 private:
  Database& database_;
  Query find_;
};

}  // namespace musnad
