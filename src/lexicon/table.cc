#include "lexicon/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace musnad {

namespace {

// Cuts off the part of `text` in front of the first separator, and the separator; all where there
// is none.
std::string_view cut(std::string_view& text, char separator) {
  const size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  return part;
}

void split_into(std::vector<std::string_view>& pieces, std::string_view text, char separator) {
  pieces.clear();
  size_t begin = 0;
  for (size_t end; (end = text.find(separator, begin)) != text.npos; begin = end + 1) {
    pieces.push_back(text.substr(begin, end - begin));
  }
  pieces.push_back(text.substr(begin));
}

}  // namespace

size_t count_lines(std::string_view text) {
  size_t lines = 0;
  for (; !text.empty(); ++lines) cut(text, '\n');
  return lines;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  split_into(pieces, text, separator);
  return pieces;
}

std::vector<std::string_view> Table::Row::list(size_t column) const {
  if (cells[column].empty()) return {};
  return split(cells[column], '|');
}

Expected<Table> Table::parse(std::string_view name, std::string_view text,
                             const std::vector<std::string_view>& columns) {
  Table table;
  std::vector<std::string> faults;
  const size_t lines = count_lines(text);
  table.rows_.reserve(lines);
  table.cells_.reserve(lines * columns.size());
  std::vector<std::string_view> cells;  // of a line
  bool header_seen = false;
  for (size_t number = 1; !text.empty(); ++number) {
    std::string_view line = cut(text, '\n');
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    split_into(cells, line, '\t');
    if (!header_seen) {
      if (cells != columns) {
        return fail(fmt::format("{}:{}: the header line must be: {}", name, number,
                                fmt::join(columns, "\t")));
      }
      header_seen = true;
      continue;
    }
    if (cells.size() != columns.size()) {
      faults.push_back(
          fmt::format("{}:{}: {} cells where the header names {}; separate cells by one tab", name,
                      number, cells.size(), columns.size()));
      continue;
    }
    const auto at = table.cells_.insert(table.cells_.end(), cells.begin(), cells.end());
    table.rows_.push_back({number, {at, cells.size()}});
  }
  if (!faults.empty()) return fail(fmt::format("{}", fmt::join(faults, "\n")));
  if (!header_seen) return fail(fmt::format("{}: no header line", name));
  return table;
}

}  // namespace musnad
