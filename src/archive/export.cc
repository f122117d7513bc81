#include "archive/export.h"

#include <fmt/format.h>

#include "archive/event_data.h"
#include "archive/search.h"

namespace musnad {
namespace {

// A column that is exported and the SQL that makes it.
struct SelectedColumn {
  const char* name;
  const char* sql;
  CellType type = CellType::kText;
};

// What a layer's rows are read from, where "found" are the articles or statements to export, and
// "a" the row of articles.
struct LayerTable {
  std::vector<SelectedColumn> columns;
  const char* from;
  const char* order;
};

constexpr char kArticle[] = "a.id";

// The name of the actor of a number in the article of row {0}.
#define NAME_OF(article, number)                                                         \
  "(SELECT name FROM appearances x JOIN actors USING (actor) WHERE x.article = " article \
  " AND x.number = " number ")"
#define KEY_OF(article, number)                                                         \
  "(SELECT key FROM appearances x JOIN actors USING (actor) WHERE x.article = " article \
  " AND x.number = " number ")"
// The names of a JSON list of numbers, as a JSON list. A limit, even of none, keeps SQLite from
// merging the ordered query into the one around it, which would lose its order.
#define NAMES_OF(article, numbers)                                                  \
  "(SELECT json_group_array(name) FROM (SELECT name FROM json_each(ifnull(" numbers \
  ", '[]')) v JOIN appearances x "                                                  \
  "ON x.article = " article                                                         \
  " AND x.number = v.value JOIN actors USING (actor) ORDER BY v.key LIMIT -1))"

LayerTable articles_table() {
  using enum CellType;
  return {{{"article", kArticle},
           {"day", "a.day", kDay},
           {"title", "a.title"},
           {"publisher", "a.publisher"},
           {"author", "a.author"},
           {"url", "a.url"},
           {"crawled", "a.crawled", kDay},
           {"published", "a.published", kDay},
           {"published_basis", "a.published_basis"},
           {"characters", "a.characters", kInteger},
           {"sha256", "lower(hex(a.sha256))"},
           {"text", "a.text"}},
          "found JOIN articles a USING (article)",
          "a.id"};
}

LayerTable statements_table() {
  using enum CellType;
  return {
      {{"article", kArticle},
       {"statement", "s.number", kInteger},
       {"day", "s.day", kDay},
       {"time", "s.time"},
       {"speaker", NAME_OF("s.article", "s.speaker")},
       {"key", KEY_OF("s.article", "s.speaker")},
       {"act", "s.act"},
       {"kind", "s.kind"},
       {"polarity", "s.polarity"},
       {"addressee", NAME_OF("s.article", "s.addressee")},
       {"via", NAMES_OF("s.article", "s.via"), kJson},
       {"nested_in", "s.nested_in", kInteger},
       {"publisher", "a.publisher"},
       {"words",
        "(SELECT group_concat(substr(a.text, (value ->> 0) + 1, (value ->> 1) - (value ->> 0)), ' "
        "… ') FROM json_each(s.content))"},
       {"content", "s.content", kJson},
       {"cue_start", "s.cue_start", kInteger},
       {"cue_end", "s.cue_end", kInteger},
       {"source_start", "s.source_start", kInteger},
       {"source_end", "s.source_end", kInteger},
       {"question_start", "s.question_start", kInteger},
       {"question_end", "s.question_end", kInteger}},
      "found JOIN statements s USING (article, number) JOIN articles a USING (article)",
      "a.id, s.number"};
}

LayerTable actors_table() {
  using enum CellType;
  return {
      {{"article", kArticle},
       {"actor", "p.number", kInteger},
       {"name", "actors.name"},
       {"key", "actors.key"},
       {"kind", "actors.kind"},
       {"latin", "actors.latin"},
       {"behalf", NAME_OF("p.article", "p.behalf")},
       {"aliases", "ifnull(p.aliases, '[]')", kJson},
       {"titles", "ifnull(p.titles, '[]')", kJson},
       {"mentions", "p.mentions", kJson}},
      "found JOIN articles a USING (article) JOIN appearances p USING (article) JOIN actors USING "
      "(actor)",
      "a.id, p.number"};
}

LayerTable times_table() {
  using enum CellType;
  return {{{"article", kArticle},
           {"time", "t.number", kInteger},
           {"start", "t.start", kInteger},
           {"end", "t.\"end\"", kInteger},
           {"type", "t.type"},
           {"value", "t.value"},
           {"words", "substr(a.text, t.start + 1, t.\"end\" - t.start)"}},
          "found JOIN articles a USING (article) JOIN times t USING (article)",
          "a.id, t.number"};
}

LayerTable events_table() {
  using enum CellType;
  return {
      {{"article", kArticle},
       {"event", "e.number", kInteger},
       {"day", "e.day", kDay},
       {"time", "e.time"},
       {"type", "e.type"},
       {"status", "e.status"},
       {"participants",
        "(SELECT json_group_array(json_object('name', name, 'key', key, 'role', role)) FROM "
        "(SELECT "
        "name, key, role FROM participants i JOIN appearances x ON x.article = i.article AND "
        "x.number = i.actor JOIN actors ON actors.actor = x.actor WHERE i.article = e.article AND "
        "i.event = "
        "e.number ORDER BY i.number LIMIT -1))",
        kJson},
       {"place", NAME_OF("e.article", "e.place")},
       {"claimed_in", "e.claimed_in", kInteger},
       {"plover", "e.plover"},
       {"cameo", "e.cameo"},
       {"words", "substr(a.text, e.anchor_start + 1, e.anchor_end - e.anchor_start)"},
       {"anchor_start", "e.anchor_start", kInteger},
       {"anchor_end", "e.anchor_end", kInteger},
       {"mentions", "e.mentions", kJson}},
      "found JOIN articles a USING (article) JOIN events e USING (article)",
      "a.id, e.number"};
}

LayerTable talks_table() {
  using enum CellType;
  return {{{"article", kArticle},
           {"talks", "t.number", kInteger},
           {"day", "t.day", kDay},
           {"status", "t.status"},
           {"parties", NAMES_OF("t.article", "t.parties"), kJson},
           {"mediators", NAMES_OF("t.article", "t.mediators"), kJson},
           {"dossier", "t.dossier", kJson}},
          "found JOIN articles a USING (article) JOIN talks t USING (article)",
          "a.id, t.number"};
}

#undef NAME_OF
#undef KEY_OF
#undef NAMES_OF

const LayerTable& table_of(Layer layer) {
  static const LayerTable kArticles = articles_table(), kStatements = statements_table(),
                          kActors = actors_table(), kTimes = times_table(),
                          kEvents = events_table(), kTalks = talks_table();
  switch (layer) {
    case Layer::kArticles:
    case Layer::kEventData:  // has a file of its own
      return kArticles;
    case Layer::kStatements:
      return kStatements;
    case Layer::kActors:
      return kActors;
    case Layer::kTimes:
      return kTimes;
    case Layer::kEvents:
      return kEvents;
    case Layer::kTalks:
      break;
  }
  return kTalks;
}

Cell cell(const Query& query, int column, CellType type) {
  if (query.null(column)) return std::monostate();
  switch (type) {
    case CellType::kInteger:
      return query.integer(column);
    case CellType::kJson:
      return JsonText{query.text(column)};
    case CellType::kText:
    case CellType::kDay:
      break;
  }
  return query.text(column);
}

}  // namespace

std::vector<Column> columns_of(Layer layer) {
  if (layer == Layer::kEventData) return event_data_columns();
  std::vector<Column> columns;
  for (const SelectedColumn& selected : table_of(layer).columns) {
    columns.push_back({selected.name, selected.type});
  }
  return columns;
}

Expected<void> export_layer(Connection& connection, Layer layer, const Search& search,
                            const RowSink& sink) {
  Search wanted = search;
  wanted.over = layer == Layer::kStatements ? Search::Over::kStatements : Search::Over::kArticles;
  const Expected<PlaceQuery> places = find_places(connection, wanted);
  if (!places) return tl::unexpected(places.error());
  if (layer == Layer::kEventData) return export_event_data(connection, *places, sink);
  const LayerTable& table = table_of(layer);
  std::vector<const char*> values;
  for (const SelectedColumn& column : table.columns) values.push_back(column.sql);
  Database& database = connection.database();
  Query query = database.prepare(
      fmt::format("WITH found (found_day, article, number) AS ({}) SELECT {} FROM {} ORDER BY {}",
                  places->sql, fmt::join(values, ", "), table.from, table.order));
  std::vector<Cell> row(table.columns.size());
  for (places->bind(query); query.step();) {
    for (size_t i = 0; i < row.size(); ++i) {
      row[i] = cell(query, static_cast<int>(i), table.columns[i].type);
    }
    if (const Expected<void> taken = sink(row); !taken) return taken;
  }
  if (!database.ok()) return tl::unexpected(database.error());
  return {};
}

}  // namespace musnad
