// What makes an article that article, and which of two fetches of it is kept.
#pragma once

#include <string>
#include <string_view>

#include "musnad/record.h"

namespace musnad {

// A hash of text, publisher and address.
std::string hash_of(const Article& article);

// What an id that another article has is told apart by: "~5f0c1d22".
std::string hash_suffix(std::string_view hash);

// The id that an article was added under: without the suffix.
std::string given_id(std::string id, std::string_view hash);

// One fetch of an article. Of two, the smaller one is kept: the earlier, known before unknown.
struct Fetch {
  std::string crawled, published, id, author;

  friend bool operator<(const Fetch& a, const Fetch& b);
};

}  // namespace musnad
