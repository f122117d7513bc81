#include "archive/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "archive/evidence.h"
#include "archive/match.h"
#include "archive/record_rows.h"
#include "lexicon/record_names.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr uint32_t kBefore = 60;  // code points of an article shown before the first match …
constexpr uint32_t kPiece = 220;  // … and in all
constexpr std::string_view kGap = " … ";

std::string sql_of(const Search& search, bool by_words) {
  const bool statements = search.over == Search::Over::kStatements;
  std::string from, where;
  if (statements) {
    from = by_words ? fmt::format(
                          "statement_words CROSS JOIN statements s ON s.article = "
                          "statement_words.rowid >> {0} AND s.number = "
                          "statement_words.rowid & {1}",
                          kStatementBits, (1 << kStatementBits) - 1)
                    : "statements s";
    where = by_words ? "statement_words MATCH ?1" : "?1 = ''";
    if (search.kind) where += fmt::format(" AND s.kind = '{}'", name_of(*search.kind));
    if (search.act) where += fmt::format(" AND s.act = '{}'", name_of(*search.act));
  } else {
    from = by_words ? "article_words CROSS JOIN articles s ON s.article = article_words.rowid"
                    : "articles s";
    where = by_words ? "article_words MATCH ?1" : "?1 = ''";
  }
  where += " AND (?2 = '' OR s.day >= ?2) AND (?3 = '' OR s.day <= ?3)";
  return fmt::format("SELECT s.day, s.article, {} AS number FROM {} WHERE {}",
                     statements ? "s.number" : "0", from, where);
}

bool is_utf8(const Search& search) {
  for (const std::string* text : {&search.words, &search.speaker, &search.about, &search.outlet}) {
    if (find_invalid_utf8(*text) != std::string_view::npos) return false;
  }
  return true;
}

std::vector<Place> read_places(Database& database, const PlaceQuery& query) {
  std::vector<Place> places;
  Query rows = database.prepare(query.sql);
  for (query.bind(rows); rows.step();) {
    places.push_back(
        {std::string(rows.text(0)), rows.integer(1), static_cast<uint32_t>(rows.integer(2))});
  }
  return places;
}

}  // namespace

Expected<PlaceQuery> find_places(Connection& connection, const Search& search) {
  if (!is_utf8(search)) return fail("what is searched for is not UTF-8");
  const SearchWords words(search.words, connection.terms());
  Expected<std::string> match = match_expression(connection, search, words);
  if (!match) return tl::unexpected(match.error());
  return PlaceQuery{sql_of(search, !match->empty()), *match, search.from, search.to};
}

Expected<std::vector<Place>> find_all(Connection& connection, Search search, Search::Over over) {
  search.over = over;
  const Expected<PlaceQuery> query = find_places(connection, search);
  if (!query) return tl::unexpected(query.error());
  std::vector<Place> places = read_places(connection.database(), *query);
  std::sort(places.begin(), places.end());
  return places;
}

Expected<Found> find_hits(Connection& connection, const Search& search) {
  const Expected<PlaceQuery> query = find_places(connection, search);
  if (!query) return tl::unexpected(query.error());
  Database& database = connection.database();
  std::vector<Place> places = read_places(database, *query);
  Found found{places.size(), {}};
  const size_t shown = std::min(search.limit, places.size());
  std::partial_sort(places.begin(), places.begin() + shown, places.end());
  const SearchWords words(search.words, connection.terms());
  HitReader reader(connection, words);
  for (size_t i = 0; i < shown; ++i) {
    found.hits.push_back(reader.read(places[i].article, places[i].number));
  }
  if (!database.ok()) return tl::unexpected(database.error());
  return found;
}

HitReader::HitReader(Connection& connection, const SearchWords& words)
    : connection_(connection),
      words_(words),
      article_(connection.database().prepare(
          "SELECT id, title, publisher, url, day, text FROM articles WHERE article = ?1")),
      statement_(connection.database().prepare(
          "SELECT day, act, kind, polarity, speaker, via, content FROM statements WHERE article = "
          "?1 AND number = ?2")),
      actor_(connection.database().prepare(
          "SELECT name, key FROM appearances JOIN actors USING (actor) WHERE article = ?1 AND "
          "number = ?2")) {}

Hit HitReader::read(int64_t article, uint32_t number) {
  Hit hit;
  article_.bind(article).step();
  hit.article = article_.text(0);
  hit.title = article_.text(1);
  hit.publisher = article_.text(2);
  hit.url = article_.text(3);
  hit.day = article_.text(4);
  const std::string_view text = article_.text(5);
  if (number != 0) {
    read_statement(article, number, hit);
    for (const Span span : hit.content) show(text, span, hit);
  } else {
    show(text, piece_of(text), hit);
  }
  article_.reset();
  return hit;
}

void HitReader::read_statement(int64_t article, uint32_t number, Hit& hit) {
  statement_.bind(article, number).step();
  hit.statement = number;
  hit.day = statement_.text(0);
  hit.act = statement_.text(1);
  hit.kind = statement_.text(2);
  hit.polarity = statement_.text(3);
  if (const auto speaker = statement_.maybe(4)) {
    std::tie(hit.speaker, hit.speaker_key) = actor(article, *speaker);
  }
  for (const uint32_t relay : numbers_in(statement_.text(5))) {
    hit.via.push_back(actor(article, relay).first);
  }
  hit.content = content_spans(statement_.text(6));
  statement_.reset();
}

std::pair<std::string, std::string> HitReader::actor(int64_t article, uint32_t number) {
  actor_.bind(article, number).step();
  return {std::string(actor_.text(0)), std::string(actor_.text(1))};
}

// The piece of an article around the first match, else its beginning; between two words.
Span HitReader::piece_of(std::string_view text) {
  const std::vector<Span> matches = words_.find(text, 0, connection_.terms());
  const uint32_t first = matches.empty() ? 0 : matches[0].begin;
  Span piece = {first < kBefore ? 0 : first - kBefore, first + kPiece - std::min(first, kBefore)};
  const auto inside = [&] { return words_of(text, {piece.begin, first}); };
  if (piece.begin > 0) {
    const size_t space = inside().find(' ');
    if (space != std::string_view::npos) {
      piece.begin += length_of(inside().substr(0, space + 1));
    }
  }
  return piece;
}

void HitReader::show(std::string_view text, Span span, Hit& hit) {
  const std::string_view words = words_of(text, span);
  if (hit.words.empty()) hit.piece = span;
  hit.piece.end = span.end;
  if (!hit.words.empty()) hit.words += kGap;
  hit.words += words;
  for (const Span match : words_.find(words, span.begin, connection_.terms())) {
    hit.matches.push_back(match);
  }
}

}  // namespace musnad
