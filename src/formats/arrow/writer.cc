#include "formats/arrow/writer.h"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace musnad {
namespace {

using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;

constexpr size_t kAlignment = 64;
constexpr std::string_view kMagic = "ARROW1";
constexpr uint32_t kMessageMark = 0xFFFFFFFF;
constexpr auto kVersion = arrow::MetadataVersion::V5;

// How many bytes lie between a position and the next multiple of the alignment.
size_t padding_behind(size_t position) { return -position % kAlignment; }

std::pair<arrow::Type, Offset<void>> make_type(CellType type, FlatBufferBuilder& builder) {
  switch (type) {
    case CellType::kInteger:
      return {arrow::Type::Int, arrow::CreateInt(builder, 64, true).Union()};
    case CellType::kDay:
      return {arrow::Type::Date, arrow::CreateDate(builder, arrow::DateUnit::Day).Union()};
    case CellType::kText:
    case CellType::kJson:
      break;
  }
  return {arrow::Type::Utf8, arrow::CreateUtf8(builder).Union()};
}

Offset<arrow::Schema> make_schema(const std::vector<Column>& columns, FlatBufferBuilder& builder) {
  const std::vector<Offset<arrow::Field>> no_children;
  std::vector<Offset<arrow::Field>> fields;
  for (const Column& column : columns) {
    const auto [kind, type] = make_type(column.type, builder);
    fields.push_back(arrow::CreateFieldDirect(builder, column.name.c_str(), /*nullable=*/true, kind,
                                              type, &no_children));
  }
  return arrow::CreateSchemaDirect(builder, arrow::Endianness::Little, &fields);
}

}  // namespace

ArrowWriter::ArrowWriter(const std::vector<Column>& columns, Sink sink, const Limits& limits)
    : columns_(columns), sink_(std::move(sink)), limits_(limits) {
  for (const Column& column : columns) batch_.emplace_back(column.type);
  write_schema();
}

Expected<void> ArrowWriter::add(std::span<const Cell> row) {
  assert(row.size() == columns_.size());
  size_t bytes = 0;
  for (size_t i = 0; state_ && i < row.size(); ++i) {
    if (!batch_[i].append(row[i])) {
      state_ = fail(fmt::format(
          "\"{}\" in column {} is no day (YYYY-MM-DD), as Arrow's must be; write the table as CSV",
          std::get<std::string_view>(row[i]), columns_[i].name));
    }
    bytes += batch_[i].bytes();
  }
  ++rows_;
  if (rows_ >= limits_.rows || bytes >= limits_.bytes) write_batch();
  return state_;
}

Expected<void> ArrowWriter::finish() {
  if (rows_ > 0) write_batch();
  write_footer();
  return state_;
}

void ArrowWriter::write_schema() {
  write(kMagic);
  write_padding(2);
  FlatBufferBuilder builder;
  const auto schema = make_schema(columns_, builder);
  builder.Finish(
      arrow::CreateMessage(builder, kVersion, arrow::MessageHeader::Schema, schema.Union()));
  write_message(builder);
}

void ArrowWriter::write_batch() {
  std::vector<arrow::FieldNode> nodes;
  std::vector<arrow::Buffer> places;
  std::vector<std::string_view> buffers;
  size_t length = 0;  // of the body
  for (const ArrowColumn& column : batch_) {
    nodes.emplace_back(rows_, column.unknown());
    for (const std::string_view buffer : column.buffers()) {
      places.emplace_back(length, buffer.size());
      buffers.push_back(buffer);
      length += buffer.size() + padding_behind(buffer.size());
    }
  }
  FlatBufferBuilder builder;
  const auto batch = arrow::CreateRecordBatch(builder, rows_, builder.CreateVectorOfStructs(nodes),
                                              builder.CreateVectorOfStructs(places));
  builder.Finish(arrow::CreateMessage(builder, kVersion, arrow::MessageHeader::RecordBatch,
                                      batch.Union(), length));
  const size_t begin = position_;
  const int32_t metadata_length = write_message(builder);
  batches_.emplace_back(begin, metadata_length, length);
  for (const std::string_view buffer : buffers) {
    write(buffer);
    write_padding(padding_behind(buffer.size()));
  }
  for (ArrowColumn& column : batch_) column.clear();
  rows_ = 0;
}

void ArrowWriter::write_footer() {
  write_number(kMessageMark);
  write_number(0);
  FlatBufferBuilder builder;
  const auto schema = make_schema(columns_, builder);
  const std::vector<arrow::Block> no_dictionaries;
  builder.Finish(arrow::CreateFooter(builder, kVersion, schema,
                                     builder.CreateVectorOfStructs(no_dictionaries),
                                     builder.CreateVectorOfStructs(batches_)));
  write({reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize()});
  write_number(builder.GetSize());
  write(kMagic);
}

int32_t ArrowWriter::write_message(const FlatBufferBuilder& metadata) {
  constexpr size_t kPrefix = 8;
  const size_t size = metadata.GetSize();
  const size_t padding = padding_behind(position_ + kPrefix + size);
  write_number(kMessageMark);
  write_number(static_cast<uint32_t>(size + padding));
  write({reinterpret_cast<const char*>(metadata.GetBufferPointer()), size});
  write_padding(padding);
  return static_cast<int32_t>(kPrefix + size + padding);
}

void ArrowWriter::write(std::string_view bytes) {
  if (state_ && !bytes.empty()) state_ = sink_(bytes);
  position_ += bytes.size();
}

void ArrowWriter::write_number(uint32_t number) {
  write({reinterpret_cast<const char*>(&number), sizeof number});
}

void ArrowWriter::write_padding(size_t length) {
  static constexpr char kZeros[kAlignment] = {};
  write({kZeros, length});
}

}  // namespace musnad
