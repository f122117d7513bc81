#include "cli/archive_rows.h"

#include <fmt/format.h>

#include "archive/row_values.h"

namespace musnad {
namespace {

Cell known_cell(std::string_view text) {
  if (text.empty()) return std::monostate();
  return text;
}

// Rows of one table, one after the other.
class Table {
 public:
  Table(RowFormat format, std::vector<std::string> columns)
      : writer_(format, std::move(columns)), text_(writer_.header()) {}

  void add(const std::vector<Cell>& cells) { text_ += writer_.row(cells); }
  std::string take() { return std::move(text_); }

 private:
  RowWriter writer_;
  std::string text_;
};

}  // namespace

std::string render_rows(const Found& found, RowFormat format) {
  Table table(format, {"article", "statement", "day", "speaker", "key", "act", "kind", "polarity",
                       "via", "publisher", "title", "url", "words", "content", "matches"});
  for (const Hit& hit : found.hits) {
    const std::string via = json_of(hit.via), content = json_of(hit.content),
                      matches = json_of(hit.matches);
    table.add({hit.article, hit.statement == 0 ? Cell() : Cell(int64_t{hit.statement}),
               known_cell(hit.day), known_cell(hit.speaker), known_cell(hit.speaker_key),
               known_cell(hit.act), known_cell(hit.kind), known_cell(hit.polarity), JsonText{via},
               known_cell(hit.publisher), known_cell(hit.title), known_cell(hit.url), hit.words,
               JsonText{content}, JsonText{matches}});
  }
  return table.take();
}

std::string render_rows(const std::vector<Period>& periods, RowFormat format) {
  Table table(format, {"time", "statements", "articles", "speakers"});
  for (const Period& period : periods) {
    std::vector<std::string> names;
    for (const Count& speaker : period.speakers) names.push_back(speaker.name);
    const std::string speakers = json_of(names);
    table.add({known_cell(period.begin), static_cast<int64_t>(period.statements),
               static_cast<int64_t>(period.articles), JsonText{speakers}});
  }
  return table.take();
}

std::string render_rows(const std::vector<Story>& stories, RowFormat format) {
  Table table(format, {"story", "origin", "outlets", "text", "article", "day", "publisher",
                       "relays", "title", "url"});
  int64_t number = 0;
  for (const Story& story : stories) {
    ++number;
    for (const Telling& telling : story.tellings) {
      const std::string relays = json_of(telling.relays);
      table.add({number, known_cell(story.origin), static_cast<int64_t>(story.outlets),
                 static_cast<int64_t>(telling.text), telling.article, known_cell(telling.day),
                 known_cell(telling.publisher), JsonText{relays}, known_cell(telling.title),
                 known_cell(telling.url)});
    }
  }
  return table.take();
}

std::string render_rows(const std::vector<Echo>& echoes, RowFormat format) {
  Table table(format, {"echo", "speaker", "key", "origin", "outlets", "article", "statement", "day",
                       "publisher", "via", "title", "url", "words"});
  int64_t number = 0;
  for (const Echo& echo : echoes) {
    ++number;
    for (const Telling& telling : echo.tellings) {
      const std::string via = json_of(telling.relays);
      table.add({number, echo.speaker, known_cell(echo.key), known_cell(echo.origin),
                 static_cast<int64_t>(echo.outlets), telling.article, int64_t{telling.statement},
                 known_cell(telling.day), known_cell(telling.publisher), JsonText{via},
                 known_cell(telling.title), known_cell(telling.url), echo.words});
    }
  }
  return table.take();
}

std::string render_rows(const TalksPage& page, RowFormat format) {
  static constexpr std::string_view kWhat[] = {"status", "contact", "position",
                                               "agenda", "team",    "open"};
  Table table(format, {"what", "day", "who", "type", "status", "words", "article", "articles",
                       "new", "contradicts"});
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const TalksPage::Line& line = page.lines[i];
    std::vector<uint32_t> others;  // rows, counted from 1, that say the opposite
    for (const TalksPage::Contradiction& pair : page.contradictions) {
      if (pair.claim == i) others.push_back(static_cast<uint32_t>(pair.denial));
      if (pair.denial == i) others.push_back(static_cast<uint32_t>(pair.claim));
    }
    const std::string contradicts = json_numbers(others);
    table.add({kWhat[static_cast<size_t>(line.what)], known_cell(line.day), known_cell(line.who),
               known_cell(line.type), known_cell(line.status), known_cell(line.words), line.article,
               static_cast<int64_t>(line.articles), int64_t{line.fresh}, JsonText{contradicts}});
  }
  return table.take();
}

std::string render_rows(const Stats& stats, RowFormat format) {
  Table table(format, {"what", "name", "count"});
  const auto add = [&](std::string_view what, std::string_view name, uint64_t count) {
    table.add({what, known_cell(name), static_cast<int64_t>(count)});
  };
  add("articles", "", stats.articles);
  add("statements", "", stats.statements);
  add("events", "", stats.events);
  add("talks", "", stats.talks);
  add("times", "", stats.times);
  add("names", "", stats.names);
  add("bytes", "", stats.bytes);
  add("version", "", static_cast<uint64_t>(stats.version));
  table.add({"first day", known_cell(stats.first), Cell()});
  table.add({"last day", known_cell(stats.last), Cell()});
  for (const Count& outlet : stats.outlets) add("outlet", outlet.name, outlet.count);
  return table.take();
}

std::string render_rows(const ActorPage& page, RowFormat format) {
  Table table(format, {"aspect", "name", "count", "first", "last", "status", "article", "number"});
  const auto add = [&](std::string_view aspect, std::string_view name, uint64_t count) {
    table.add({aspect, known_cell(name), static_cast<int64_t>(count), Cell(), Cell(), Cell(),
               Cell(), Cell()});
  };
  table.add({"actor", page.name, Cell(), Cell(), Cell(), known_cell(page.kind), Cell(), Cell()});
  table.add({"key", known_cell(page.key), Cell(), Cell(), Cell(), Cell(), Cell(), Cell()});
  table.add({"latin", known_cell(page.latin), Cell(), Cell(), Cell(), Cell(), Cell(), Cell()});
  add("articles", "", page.articles);
  add("statements", "", page.statements);
  add("drawn from", "", page.drawn_from);
  for (const ActorPage::Office& office : page.offices) {
    table.add({"office", office.title, static_cast<int64_t>(office.articles),
               known_cell(office.first), known_cell(office.last), Cell(), Cell(), Cell()});
  }
  for (const auto& [aspect, counts] :
       {std::pair{"named", &page.names}, std::pair{"month", &page.months},
        std::pair{"act", &page.acts}, std::pair{"topic", &page.topics},
        std::pair{"outlet", &page.outlets}, std::pair{"relay", &page.relays},
        std::pair{"other", &page.others}}) {
    for (const Count& count : *counts) add(aspect, count.name, count.count);
  }
  for (const ActorPage::Contact& contact : page.contacts) {
    const std::string with = fmt::format("{}", fmt::join(contact.with, "، "));
    table.add({contact.type, known_cell(with), Cell(), known_cell(contact.day),
               known_cell(contact.day), known_cell(contact.status), contact.article,
               int64_t{contact.event}});
  }
  for (const Hit& hit : page.latest) {
    table.add({"statement", hit.words, Cell(), known_cell(hit.day), known_cell(hit.day),
               known_cell(hit.polarity), hit.article, int64_t{hit.statement}});
  }
  return table.take();
}

}  // namespace musnad
