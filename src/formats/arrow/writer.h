// Tables as Arrow IPC files, which pyarrow, pandas, polars and DuckDB take in as they lie and write
// as Parquet:
//
//   "ARROW1" and two zeros
//   a message with the schema, then one for each batch of rows
//   an end mark (0xFFFFFFFF, 0), the footer, its length, "ARROW1"
//
// A message is 0xFFFFFFFF, the length of its metadata, the metadata (a flatbuffer, metadata.fbs)
// and for a batch its body: the buffers (column.h) of one column after the other. Bodies and
// buffers begin at multiples of 64 bytes. The footer tells the schema again and where the batches
// lie. Lengths are of 32 bits, little-endian.
#pragma once

#include <flatbuffers/flatbuffers.h>

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "formats/arrow/column.h"
#include "formats/arrow/metadata_generated.h"
#include "musnad/cell.h"
#include "musnad/error.h"

namespace musnad {

// Writes a table from its first byte to its last, never back, with one batch in memory. The first
// error sticks: from then on nothing is written, and every call returns it. Not thread-safe.
class ArrowWriter {
 public:
  // Takes the next bytes of the file.
  using Sink = std::function<Expected<void>(std::string_view)>;

  // A batch is written when it has as many rows or bytes of values.
  struct Limits {
    size_t rows = size_t{1} << 16;
    size_t bytes = size_t{4} << 20;
  };

  // Writes the schema: the columns, any of which may have nulls.
  ArrowWriter(const std::vector<Column>& columns, Sink sink, const Limits& limits);
  ArrowWriter(const std::vector<Column>& columns, Sink sink)
      : ArrowWriter(columns, std::move(sink), Limits()) {}

  // Adds a row with a cell for each column, of its type. Fails where the text of a day is none, and
  // where the sink does. A text must be shorter than 2 GiB less the bytes of a batch.
  Expected<void> add(std::span<const Cell> row);

  // Writes what is left and the footer, without which no reader takes the file.
  Expected<void> finish();

 private:
  void write_schema();
  void write_batch();
  void write_footer();

  // Writes the metadata of a message and returns its length with the eight bytes before it and the
  // padding behind it.
  int32_t write_message(const flatbuffers::FlatBufferBuilder& metadata);
  void write(std::string_view bytes);
  void write_number(uint32_t number);
  void write_padding(size_t length);

  std::vector<Column> columns_;
  std::vector<ArrowColumn> batch_;  // its columns
  size_t rows_ = 0;                 // of the batch
  std::vector<arrow::Block> batches_;
  Sink sink_;
  Limits limits_;
  size_t position_ = 0;  // in the file
  Expected<void> state_;
};

}  // namespace musnad
