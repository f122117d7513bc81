// Articles that tell one thing, in the order in which they told it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "archive/connection.h"
#include "musnad/archive.h"

namespace musnad {

// An article of the archive as one of several that tell something.
struct PlacedTelling {
  int64_t article;  // row
  std::string crawled;
  Telling shown;
};

// Reads tellings from an archive, which must outlive it. Not thread-safe.
class TellingReader {
 public:
  explicit TellingReader(Connection& connection);

  // An article with all whom it names as sources of what others said; with `statement` one of its
  // statements with those who relay it, the nearest first.
  PlacedTelling read(int64_t article, std::optional<uint32_t> statement = std::nullopt);

 private:
  Query article_, relays_, statement_relays_;
};

// The earliest first; what has no day last.
void sort_by_time(std::vector<PlacedTelling>& tellings);

// How many publishers there are among tellings in their order, and where what they tell comes from:
// the relay that most of them name, where two or more name one, else who published it first.
uint64_t count_outlets(std::span<const Telling> tellings);
std::string origin_of(std::span<const Telling> tellings);

}  // namespace musnad
