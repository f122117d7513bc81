// Tables as text: CSV, JSON Lines, or tab-separated values.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace musnad {

// Text that is JSON already.
struct JsonText {
  std::string_view json;
};

// A cell: unknown, a number, text or JSON. Owns nothing.
using Cell = std::variant<std::monostate, int64_t, std::string_view, JsonText>;

enum class RowFormat : uint8_t {
  kCsv,        // RFC 4180, with a line of column names; unknown is empty
  kJsonLines,  // an object a row; unknown is null
  kTabs        // with a line of column names; tabs and line ends within a cell become spaces
};

// Renders rows of the same columns. Not thread-safe.
class RowWriter {
 public:
  RowWriter(RowFormat format, std::vector<std::string> columns);

  // What stands before the first row.
  std::string header() const;

  // A row with its line end; as many cells as there are columns.
  std::string row(std::span<const Cell> cells) const;

 private:
  RowFormat format_;
  std::vector<std::string> columns_;
};

}  // namespace musnad
