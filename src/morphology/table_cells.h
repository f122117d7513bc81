// The cells of one row of a language table, read as the kinds of value that the word tables hold.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "musnad/error.h"

namespace musnad {

// A name in a cell and what it stands for.
template <typename T>
struct Named {
  std::string_view name;
  T value;
};

// Reads by column. The first bad cell is kept as the error, which names file and line; what is read
// after it has no meaning. Views into the table.
class Cells {
 public:
  Cells(std::string_view file, const Table::Row& row) : file_(file), row_(row) {}

  std::string_view text(size_t column) const { return row_.cells[column]; }
  std::vector<std::string_view> list(size_t column) const { return row_.list(column); }

  template <typename T, size_t N>
  T named(size_t column, const Named<T> (&names)[N]) {
    return value_of(text(column), names);
  }

  template <size_t N>
  uint32_t bits(size_t column, const Named<uint32_t> (&names)[N]) {
    uint32_t bits = 0;
    for (std::string_view item : list(column)) bits |= value_of(item, names);
    return bits;
  }

  bool yes(size_t column) {
    if (!text(column).empty() && text(column) != "yes") complain(text(column));
    return !text(column).empty();
  }

  void complain(std::string_view what) {
    if (!error_)
      error_ = Error{fmt::format("{}:{}: '{}' is not one of the values of its column", file_,
                                 row_.line, what)};
  }

  void fail_with(std::string_view message) {
    if (!error_) error_ = Error{fmt::format("{}:{}: {}", file_, row_.line, message)};
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  template <typename T, size_t N>
  T value_of(std::string_view item, const Named<T> (&names)[N]) {
    for (const Named<T>& named : names) {
      if (named.name == item) return named.value;
    }
    complain(item);
    return names[0].value;
  }

  std::string_view file_;
  const Table::Row& row_;
  std::optional<Error> error_;
};

// A table that travels in the program, and the member that reads one of its rows.
template <typename Reader>
struct TableSource {
  std::string_view file;
  std::vector<std::string_view> columns;
  void (Reader::*read)(Cells&);
};

// Has `reader` read every row of the tables, one after the other. The first error of a table or of
// a cell; none where all is well.
template <typename Reader, size_t N>
std::optional<Error> read_tables(Reader& reader, const TableSource<Reader> (&sources)[N]) {
  for (const TableSource<Reader>& source : sources) {
    const Expected<Table> table =
        Table::parse(source.file, embedded_file(source.file), source.columns);
    if (!table) return table.error();
    for (const Table::Row& row : table->rows()) {
      Cells cells(source.file, row);
      (reader.*source.read)(cells);
      if (cells.error()) return cells.error();
    }
  }
  return std::nullopt;
}

}  // namespace musnad
