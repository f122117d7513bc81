// A connection to an archive with what its indexes need: the word analysis behind their tokenizer.
#pragma once

#include "archive/sqlite.h"
#include "archive/terms.h"

namespace musnad {

class Connection {
 public:
  static Expected<std::unique_ptr<Connection>> open(const std::string& path, Database::Mode mode,
                                                    std::chrono::milliseconds wait);

  Database& database() { return *database_; }
  TermCache& terms() { return terms_; }

 private:
  Connection(std::unique_ptr<Morphology> morphology, std::unique_ptr<Database> database)
      : morphology_(std::move(morphology)), terms_(*morphology_), database_(std::move(database)) {}

  std::unique_ptr<Morphology> morphology_;
  TermCache terms_;
  std::unique_ptr<Database> database_;  // goes first: its tokenizer uses the terms
};

}  // namespace musnad
