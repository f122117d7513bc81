#include "archive/timeline.h"

#include <fmt/format.h>

#include <filesystem>

#include "archive/match.h"
#include "archive/search.h"

namespace musnad {
namespace {

constexpr size_t kMostSpeakers = 3;

size_t day_letters(Step step) {
  switch (step) {
    case Step::kDay:
      return 10;
    case Step::kMonth:
      return 7;
    case Step::kYear:
      break;
  }
  return 4;
}

std::vector<Count> read_outlets(Database& database) {
  std::vector<Count> outlets;
  Query query = database.prepare(
      "SELECT publisher, count(*) FROM articles GROUP BY publisher ORDER BY 2 DESC, 1");
  while (query.step()) {
    outlets.push_back({std::string(query.text(0)), static_cast<uint64_t>(query.integer(1))});
  }
  return outlets;
}

}  // namespace

Expected<std::vector<Period>> read_timeline(Connection& connection, const Search& search,
                                            Step step) {
  Search statements = search;
  statements.over = Search::Over::kStatements;
  const Expected<PlaceQuery> places = find_places(connection, statements);
  if (!places) return tl::unexpected(places.error());
  Database& database = connection.database();
  std::vector<Period> periods;
  const std::string by_time =
      fmt::format("WITH found (day, article, number) AS ({}) ", places->sql) +
      fmt::format("SELECT substr(found.day, 1, {}), ", day_letters(step));
  Query counts = database.prepare(
      by_time + "count(*), count(DISTINCT found.article) FROM found GROUP BY 1 ORDER BY 1");
  for (places->bind(counts); counts.step();) {
    periods.push_back({std::string(counts.text(0)),
                       static_cast<uint64_t>(counts.integer(1)),
                       static_cast<uint64_t>(counts.integer(2)),
                       {}});
  }
  Query speakers = database.prepare(
      by_time +
      "name, count(*) FROM found JOIN statements s USING (article, number) JOIN appearances p ON "
      "p.article = found.article AND p.number = s.speaker JOIN actors USING (actor) GROUP BY 1, 2 "
      "ORDER BY 1, 3 DESC, 2");
  auto period = periods.begin();
  for (places->bind(speakers); speakers.step();) {
    while (period->begin != speakers.text(0)) ++period;
    if (period->speakers.size() == kMostSpeakers) continue;
    period->speakers.push_back(
        {std::string(speakers.text(1)), static_cast<uint64_t>(speakers.integer(2))});
  }
  if (!database.ok()) return tl::unexpected(database.error());
  return periods;
}

Expected<Stats> read_stats(Connection& connection, const std::string& path) {
  Database& database = connection.database();
  const auto count = [&](std::string_view table) {
    return static_cast<uint64_t>(database.value_of(fmt::format("SELECT count(*) FROM {}", table)));
  };
  std::error_code code;
  Stats stats;
  stats.version = static_cast<int>(database.value_of("PRAGMA user_version"));
  stats.bytes = std::filesystem::file_size(path, code);
  stats.articles = count("articles");
  stats.statements = count("statements");
  stats.names = count("actors");
  stats.events = count("events");
  stats.talks = count("talks");
  stats.times = count("times");
  Query days = database.prepare("SELECT min(day), max(day) FROM articles");
  days.step();
  stats.first = days.text(0);
  stats.last = days.text(1);
  days.reset();
  stats.outlets = read_outlets(database);
  if (!database.ok()) return tl::unexpected(database.error());
  return stats;
}

}  // namespace musnad
