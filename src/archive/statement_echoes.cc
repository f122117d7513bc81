#include "archive/statement_echoes.h"

#include <algorithm>
#include <map>

#include "archive/sayings.h"
#include "archive/search.h"
#include "archive/tellings.h"

namespace musnad {
namespace {

constexpr size_t kMostStatements = 20000;  // that are compared

std::vector<Saying> read_sayings(Connection& connection, std::span<const Place> places) {
  SayingReader reader(connection);
  std::vector<Saying> sayings;
  for (const Place& place : places) {
    for (Saying& saying : reader.read(place.article, place.number)) {
      sayings.push_back(std::move(saying));
    }
  }
  return sayings;
}

// Each article once, with the first of its statements that repeat the others, and whoever relays
// one.
std::vector<PlacedTelling> read_tellings(TellingReader& reader, std::span<const Saying> sayings,
                                         const std::vector<int64_t>& group) {
  std::map<int64_t, PlacedTelling> by_article;
  for (const int64_t i : group) {
    PlacedTelling telling = reader.read(sayings[i].article, sayings[i].number);
    const auto [place, fresh] = by_article.try_emplace(telling.article, telling);
    Telling& shown = place->second.shown;
    shown.statement = std::min(shown.statement, telling.shown.statement);
    if (shown.relays.empty()) shown.relays = std::move(telling.shown.relays);
  }
  std::vector<PlacedTelling> tellings;
  for (auto& [article, telling] : by_article) tellings.push_back(std::move(telling));
  sort_by_time(tellings);
  return tellings;
}

Echo read_echo(TellingReader& reader, std::span<const Saying> sayings,
               const std::vector<int64_t>& group) {
  const std::vector<PlacedTelling> tellings = read_tellings(reader, sayings, group);
  Echo echo;
  for (const PlacedTelling& telling : tellings) echo.tellings.push_back(telling.shown);
  const auto first = std::find_if(group.begin(), group.end(), [&](int64_t i) {
    return sayings[i].article == tellings[0].article &&
           sayings[i].number == tellings[0].shown.statement;
  });
  echo.speaker = sayings[*first].speaker;
  echo.key = sayings[*first].key;
  echo.words = sayings[*first].text;
  echo.outlets = count_outlets(echo.tellings);
  echo.origin = origin_of(echo.tellings);
  return echo;
}

}  // namespace

Expected<std::vector<Echo>> read_echoes(Connection& connection, const Search& search) {
  const auto places = find_all(connection, search, Search::Over::kStatements);
  if (!places) return tl::unexpected(places.error());
  const std::vector<Saying> sayings =
      read_sayings(connection, std::span(*places).first(std::min(places->size(), kMostStatements)));
  TellingReader reader(connection);
  std::vector<Echo> echoes;
  for (const std::vector<int64_t>& group : group_sayings(sayings)) {
    echoes.push_back(read_echo(reader, sayings, group));
  }
  std::erase_if(echoes, [](const Echo& echo) { return echo.tellings.size() < 2; });
  std::stable_sort(echoes.begin(), echoes.end(), [](const Echo& a, const Echo& b) {
    return a.tellings.size() > b.tellings.size();
  });
  if (echoes.size() > search.limit) echoes.resize(search.limit);
  if (!connection.database().ok()) return tl::unexpected(connection.database().error());
  return echoes;
}

}  // namespace musnad
