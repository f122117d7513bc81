// A table of language data: UTF-8, tab-separated, `#` lines of comment on top, then a header line
// with the names of the columns, then rows. `|` separates the items of a list inside a cell.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "musnad/error.h"

namespace musnad {

// A parsed table. Cells point into the text that was parsed, which must outlive the table; rows
// point into the table.
class Table {
 public:
  struct Row {
    size_t line;  // 1-based line in the file
    std::span<const std::string_view> cells;

    // The items of a list cell; none when the cell is empty.
    std::vector<std::string_view> list(size_t column) const;
  };

  // Reads a table whose header line is exactly `columns`. `name` stands in error messages
  // ("name:line: …"). Rows with another number of cells are errors, a line for each.
  static Expected<Table> parse(std::string_view name, std::string_view text,
                               const std::vector<std::string_view>& columns);

  const std::vector<Row>& rows() const& { return rows_; }
  const std::vector<Row>& rows() && = delete;

 private:
  std::vector<std::string_view> cells_;  // of all rows; does not grow once there are rows
  std::vector<Row> rows_;
};

// The lines of a text, whether or not its last one ends with a line feed.
size_t count_lines(std::string_view text);

// Splits at every `separator`; "" gives one empty piece.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace musnad
