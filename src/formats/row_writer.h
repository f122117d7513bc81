// Tables as text: CSV, JSON Lines, or tab-separated values.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "musnad/cell.h"

namespace musnad {

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
