// Which statements repeat each other: the same words of one speaker, or nearly, in articles that
// lie at most kMostDays apart.
//
// Words are compared by their lemmas, without regard to order, so that two translations of one
// saying are found as far as they choose the same words. Two sayings are one where they share most
// of their different words, or where the shorter one is all but contained in the longer.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/connection.h"

namespace musnad {

// A statement as it is compared.
struct Saying {
  int64_t article = 0;          // row
  uint32_t number = 0;          // of the statement in its article
  std::optional<uint32_t> day;  // of the article, counted from 1970-01-01
  std::string speaker, key;     // name, and key of the register, "" for who is not in it
  std::string text;
  std::vector<uint32_t> words;  // numbers of its different lemmas, ascending
};

// Reads sayings from an archive, which must outlive it. Not thread-safe.
class SayingReader {
 public:
  explicit SayingReader(Connection& connection);

  // Those statements of an article that have a speaker and words enough to be compared. With
  // `number` only that statement.
  std::vector<Saying> read(int64_t article, std::optional<uint32_t> number = std::nullopt);

 private:
  void read_words(std::string_view text, std::string_view content, Saying& saying);
  uint32_t number_of(const std::string& lemma);

  Connection& connection_;
  Query article_, statements_;
  absl::flat_hash_map<std::string, uint32_t> lemmas_;
};

// The groups of two or more sayings that repeat each other, as indexes in ascending order. Sayings
// must come from one reader. Candidates are found by their rarest words (prefix filtering:
// Chaudhuri, Ganti and Kaushik 2006), so that the time grows with what is alike, not with the
// square of all.
std::vector<std::vector<int64_t>> group_sayings(std::span<const Saying> sayings);

}  // namespace musnad
