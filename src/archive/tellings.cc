#include "archive/tellings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace musnad {
namespace {

auto order_of(const PlacedTelling& telling) {
  const Telling& shown = telling.shown;
  return std::tuple(shown.day.empty(), std::string_view(shown.day), telling.crawled.empty(),
                    std::string_view(telling.crawled), std::string_view(shown.article),
                    shown.statement);
}

}  // namespace

TellingReader::TellingReader(Connection& connection)
    : article_(connection.database().prepare(
          "SELECT id, title, publisher, url, day, crawled FROM articles WHERE article = ?1")),
      relays_(connection.database().prepare(
          "SELECT DISTINCT name FROM statements s, json_each(s.via) v JOIN appearances p ON "
          "p.article = s.article AND p.number = v.value JOIN actors USING (actor) WHERE "
          "s.article = ?1 ORDER BY name")),
      statement_relays_(connection.database().prepare(
          "SELECT name FROM statements s, json_each(s.via) v JOIN appearances p ON p.article = "
          "s.article AND p.number = v.value JOIN actors USING (actor) WHERE s.article = ?1 AND "
          "s.number = ?2 ORDER BY v.key")) {}

PlacedTelling TellingReader::read(int64_t article, std::optional<uint32_t> statement) {
  PlacedTelling telling{article, {}, {}};
  article_.bind(article).step();
  telling.shown.article = article_.text(0);
  telling.shown.title = article_.text(1);
  telling.shown.publisher = article_.text(2);
  telling.shown.url = article_.text(3);
  telling.shown.day = article_.text(4);
  telling.crawled = article_.text(5);
  article_.reset();
  telling.shown.statement = statement.value_or(0);
  Query& relays = statement ? statement_relays_.bind(article, *statement) : relays_.bind(article);
  while (relays.step()) telling.shown.relays.emplace_back(relays.text(0));
  relays.reset();
  return telling;
}

void sort_by_time(std::vector<PlacedTelling>& tellings) {
  std::sort(tellings.begin(), tellings.end(), [](const PlacedTelling& a, const PlacedTelling& b) {
    return order_of(a) < order_of(b);
  });
}

uint64_t count_outlets(std::span<const Telling> tellings) {
  std::set<std::string_view> outlets;
  for (const Telling& telling : tellings) outlets.insert(telling.publisher);
  outlets.erase("");
  return outlets.size();
}

std::string origin_of(std::span<const Telling> tellings) {
  std::map<std::string, uint64_t> relays;
  for (const Telling& telling : tellings) {
    for (const std::string& relay : telling.relays) ++relays[relay];
  }
  std::string origin = tellings.front().publisher;
  uint64_t most = 1;
  for (const auto& [relay, count] : relays) {
    if (count > most) std::tie(origin, most) = std::pair(relay, count);
  }
  return origin;
}

}  // namespace musnad
