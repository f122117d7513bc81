// A column of an Arrow record batch while it is filled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "musnad/cell.h"

namespace musnad {

// The buffers of a column as the Arrow columnar format lays them out, all numbers little-endian.
// Not thread-safe.
class ArrowColumn {
 public:
  // Text and JSON are laid out as Utf8, days as Date of 32 bits, integers as Int of 64 bits.
  explicit ArrowColumn(CellType type);

  // Adds a cell: unknown, or of the column's type. False where the text of a day is none; the batch
  // is then not to be written. The texts of a column must not come to 2 GiB before it is cleared.
  bool append(const Cell& cell);

  size_t bytes() const { return values_.size(); }  // of values
  int64_t unknown() const { return unknown_; }

  // What the format calls the validity bitmap (empty where every cell is known), the offsets (only
  // of Utf8) and the values. They hold until the column changes.
  std::vector<std::string_view> buffers() const;

  // Begins the next batch; keeps the memory.
  void clear();

 private:
  CellType type_;
  std::string known_;  // a bit a row, from the lowest of the first byte
  std::vector<int32_t> offsets_;
  std::string values_;
  size_t rows_ = 0;
  int64_t unknown_ = 0;
};

}  // namespace musnad
