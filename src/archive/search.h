// Searches statements and articles.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "archive/connection.h"
#include "archive/search_words.h"
#include "musnad/archive.h"

namespace musnad {

// The query for the day, article and number (0 for a whole article) of all that a search finds.
struct PlaceQuery {
  std::string sql;
  std::string match, from, to;  // its values

  void bind(Query& query) const { query.bind(match, from, to); }
};
Expected<PlaceQuery> find_places(Connection& connection, const Search& search);

// What a search finds, before its words are read.
struct Place {
  std::string day;
  int64_t article;  // row
  uint32_t number;  // of a statement; 0 for a whole article

  // The latest day first; of one day, what was added last; statements in the order of the text.
  friend bool operator<(const Place& a, const Place& b) {
    return std::tie(b.day, b.article, a.number) < std::tie(a.day, a.article, b.number);
  }
};

// All statements, or all articles, that a search finds, in that order, whatever its limit.
Expected<std::vector<Place>> find_all(Connection& connection, Search search, Search::Over over);

Expected<Found> find_hits(Connection& connection, const Search& search);

// The statement of a number in an article, or the whole article for 0, by the article's row.
class HitReader {
 public:
  HitReader(Connection& connection, const SearchWords& words);
  Hit read(int64_t article, uint32_t number);

 private:
  void read_statement(int64_t article, uint32_t number, Hit& hit);
  std::pair<std::string, std::string> actor(int64_t article, uint32_t number);  // name and key
  Span piece_of(std::string_view text);
  void show(std::string_view text, Span span, Hit& hit);

  Connection& connection_;
  const SearchWords& words_;
  Query article_, statement_, actor_;
};

}  // namespace musnad
