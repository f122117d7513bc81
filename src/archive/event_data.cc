#include "archive/event_data.h"

#include <fmt/format.h>

#include <charconv>

#include "archive/actor_codes.h"

namespace musnad {
namespace {

struct Side {  // who takes part in an event
  std::string name, key, role;
};

// Sources and targets of an event: those who act and those who are acted on, else each party with
// each later one; somebody alone has no target.
std::vector<std::pair<const Side*, const Side*>> pairs_of(const std::vector<Side>& all) {
  std::vector<std::pair<const Side*, const Side*>> pairs;
  const auto is_object = [](const Side& p) { return p.role == "object"; };
  for (const Side& source : all) {
    if (is_object(source) || source.role == "member") continue;
    for (const Side& target : all) {
      if (target.role == "member") continue;
      const bool later = &target > &source && !is_object(target) && source.role != "subject" &&
                         target.role != "subject";
      if (is_object(target) || later) pairs.emplace_back(&source, &target);
    }
  }
  if (pairs.empty()) {
    for (const Side& alone : all) pairs.emplace_back(&alone, nullptr);
  }
  return pairs;
}

// CAMEO's four classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
// conflict, by the root of the code.
Cell quad_class(std::string_view cameo) {
  const std::string_view root = cameo.substr(0, 2);
  if (root.size() < 2) return std::monostate();
  if (root <= "05") return int64_t{1};
  if (root <= "08") return int64_t{2};
  if (root <= "13") return int64_t{3};
  return int64_t{4};
}

// The year of a day; unknown for "".
Cell year_of(std::string_view day) {
  int64_t year;
  const auto [end, error] = std::from_chars(day.data(), day.data() + day.size(), year);
  if (error != std::errc()) return std::monostate();
  return year;
}

Cell known_cell(std::string_view text) {
  if (text.empty()) return std::monostate();
  return text;
}

constexpr char kEvents[] =
    "WITH found (found_day, article, number) AS ({}) SELECT e.article, e.number, a.id, e.day, "
    "e.cameo, e.plover, e.type, e.status, (SELECT name FROM appearances x JOIN actors USING "
    "(actor) WHERE x.article = e.article AND x.number = e.place), (SELECT name FROM statements s "
    "JOIN appearances x ON x.article = s.article AND x.number = s.speaker JOIN actors USING "
    "(actor) WHERE s.article = e.article AND s.number = e.claimed_in), a.publisher, a.url FROM "
    "found JOIN articles a USING (article) JOIN events e USING (article) ORDER BY a.id, e.number";

constexpr char kParticipants[] =
    "SELECT name, key, role FROM participants i JOIN appearances x ON x.article = i.article AND "
    "x.number = i.actor JOIN actors ON actors.actor = x.actor WHERE i.article = ?1 AND i.event = "
    "?2 ORDER BY "
    "i.number";

}  // namespace

std::vector<Column> event_data_columns() {
  using enum CellType;
  return {{"event_id"},
          {"date", kDay},
          {"year", kInteger},
          {"month"},
          {"source_code"},
          {"source"},
          {"target_code"},
          {"target"},
          {"cameo"},
          {"cameo_root"},
          {"quad_class", kInteger},
          {"plover"},
          {"type"},
          {"status"},
          {"place"},
          {"claimed_by"},
          {"publisher"},
          {"url"}};
}

Expected<void> export_event_data(Connection& connection, const PlaceQuery& places,
                                 const RowSink& sink) {
  const Expected<ActorCodes> codes = ActorCodes::load();
  if (!codes) return tl::unexpected(codes.error());
  Database& database = connection.database();
  Query events = database.prepare(fmt::format(kEvents, places.sql));
  Query participants = database.prepare(kParticipants);
  for (places.bind(events); events.step();) {
    std::vector<Side> all;
    for (participants.bind(events.integer(0), events.integer(1)); participants.step();) {
      all.push_back({std::string(participants.text(0)), std::string(participants.text(1)),
                     std::string(participants.text(2))});
    }
    const std::string_view day = events.text(3), cameo = events.text(4);
    const Side nobody;
    for (const auto& [source, target] : pairs_of(all)) {
      const Side& acted_on = target == nullptr ? nobody : *target;
      const std::string id = fmt::format("{}#e{}", events.text(2), events.integer(1));
      const std::string source_code = codes->code(source->key, day),
                        target_code = codes->code(acted_on.key, day);
      const Cell row[] = {id,
                          known_cell(day),
                          year_of(day),
                          known_cell(day.substr(0, 7)),
                          known_cell(source_code),
                          source->name,
                          known_cell(target_code),
                          known_cell(acted_on.name),
                          known_cell(cameo),
                          known_cell(cameo.substr(0, 2)),
                          quad_class(cameo),
                          known_cell(events.text(5)),
                          events.text(6),
                          events.text(7),
                          known_cell(events.text(8)),
                          known_cell(events.text(9)),
                          known_cell(events.text(10)),
                          known_cell(events.text(11))};
      if (const Expected<void> taken = sink(row); !taken) return taken;
    }
  }
  if (!database.ok()) return tl::unexpected(database.error());
  return {};
}

}  // namespace musnad
