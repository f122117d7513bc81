#include "lexicon/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace musnad {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  pieces.reserve(1 + static_cast<size_t>(std::count(text.begin(), text.end(), separator)));
  size_t begin = 0;
  for (size_t end; (end = text.find(separator, begin)) != std::string_view::npos; begin = end + 1) {
    pieces.push_back(text.substr(begin, end - begin));
  }
  pieces.push_back(text.substr(begin));
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
  bool header_seen = false;
  size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> cells = split(line, '\t');
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
    table.rows_.push_back({number, std::move(cells)});
  }
  if (!faults.empty()) return fail(fmt::format("{}", fmt::join(faults, "\n")));
  if (!header_seen) return fail(fmt::format("{}: no header line", name));
  return table;
}

}  // namespace musnad
