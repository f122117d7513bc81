// Arrow files read back by flatbuffers' own verifier and accessors: framing, schema, batches,
// values.
#include "formats/arrow/writer.h"

#include <flatbuffers/flatbuffers.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstring>

namespace musnad {
namespace {

template <typename Number>
Number number_at(std::string_view bytes, size_t place) {
  Number number;
  std::memcpy(&number, bytes.data() + place, sizeof number);
  return number;
}

// The verified root table of metadata; null where they are damaged.
template <typename Table>
const Table* verified(std::string_view metadata) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(metadata.data());
  flatbuffers::Verifier verifier(bytes, metadata.size());
  if (!verifier.VerifyBuffer<Table>(nullptr)) return nullptr;
  return flatbuffers::GetRoot<Table>(bytes);
}

// A file as a reader of random access sees it: from the footer backwards.
class File {
 public:
  explicit File(std::string bytes) : bytes_(std::move(bytes)) {
    const std::string_view all = bytes_;
    EXPECT_EQ(all.substr(0, 8), std::string_view("ARROW1\0\0", 8));
    EXPECT_EQ(all.substr(all.size() - 6), "ARROW1");
    const auto length = number_at<int32_t>(all, all.size() - 10);
    const size_t begin = all.size() - 10 - length;
    EXPECT_EQ(number_at<uint64_t>(all, begin - 8), 0xFFFFFFFF) << "the end mark";
    footer_ = verified<arrow::Footer>(all.substr(begin, length));
  }

  const arrow::Footer& footer() const { return *footer_; }
  size_t batches() const { return footer_->record_batches()->size(); }
  const arrow::Block& block(size_t i) const { return *footer_->record_batches()->Get(i); }

  // The message that begins there: its mark and length, and what its metadata say of its body.
  const arrow::Message* message(size_t begin) const {
    EXPECT_EQ(number_at<uint32_t>(bytes_, begin), 0xFFFFFFFF);
    const auto length = number_at<int32_t>(bytes_, begin + 4);
    EXPECT_EQ((begin + 8 + length) % 64, 0u);
    return verified<arrow::Message>(std::string_view(bytes_).substr(begin + 8, length));
  }
  const arrow::RecordBatch& batch(size_t i) const {
    const arrow::Message* found = message(block(i).offset());
    EXPECT_EQ(found->version(), arrow::MetadataVersion::V5);
    EXPECT_EQ(found->body_length(), block(i).body_length());
    return *found->header_as_RecordBatch();
  }

  // The bytes of a buffer of a batch, counted over all its columns.
  std::string_view buffer(size_t i, size_t number) const {
    const arrow::Buffer& place = *batch(i).buffers()->Get(number);
    const size_t body = block(i).offset() + block(i).metadata_length();
    EXPECT_EQ((body + place.offset()) % 64, 0u);
    EXPECT_LE(place.offset() + place.length(), block(i).body_length());
    return std::string_view(bytes_).substr(body + place.offset(), place.length());
  }

  // The texts of a column whose offsets are buffer `number`.
  std::vector<std::string> texts(size_t i, size_t number) const {
    const std::string_view offsets = buffer(i, number), bytes = buffer(i, number + 1);
    std::vector<std::string> texts;
    for (size_t row = 0; row + 4 < offsets.size(); row += 4) {
      const auto begin = number_at<int32_t>(offsets, row),
                 end = number_at<int32_t>(offsets, row + 4);
      texts.emplace_back(bytes.substr(begin, end - begin));
    }
    return texts;
  }

 private:
  std::string bytes_;
  const arrow::Footer* footer_ = nullptr;
};

using Rows = std::vector<std::vector<Cell>>;

std::string written(const std::vector<Column>& columns, const Rows& rows,
                    const ArrowWriter::Limits& limits = {}) {
  std::string bytes;
  ArrowWriter writer(
      columns,
      [&](std::string_view more) {
        bytes += more;
        return Expected<void>();
      },
      limits);
  for (const auto& row : rows) EXPECT_TRUE(writer.add(row));
  EXPECT_TRUE(writer.finish());
  return bytes;
}

const std::vector<Column> kColumns = {{"words", CellType::kText},
                                      {"day", CellType::kDay},
                                      {"number", CellType::kInteger},
                                      {"content", CellType::kJson}};

TEST(ArrowWriter, FooterAndFirstMessageTellTheSchema) {
  const File file(written(kColumns, {}));
  EXPECT_EQ(file.footer().version(), arrow::MetadataVersion::V5);
  for (const arrow::Schema* schema :
       {file.footer().schema(), file.message(8)->header_as_Schema()}) {
    ASSERT_NE(schema, nullptr);
    EXPECT_EQ(schema->endianness(), arrow::Endianness::Little);
    std::vector<std::string> fields;
    for (const arrow::Field* field : *schema->fields()) {
      EXPECT_TRUE(field->nullable());
      EXPECT_EQ(field->children()->size(), 0u);
      fields.push_back(
          fmt::format("{} {}", field->name()->str(), EnumNameType(field->type_type())));
    }
    EXPECT_EQ(fields,
              (std::vector<std::string>{"words Utf8", "day Date", "number Int", "content Utf8"}));
    EXPECT_EQ(schema->fields()->Get(1)->type_as_Date()->unit(), arrow::DateUnit::Day);
    EXPECT_EQ(schema->fields()->Get(2)->type_as_Int()->bit_width(), 64);
    EXPECT_TRUE(schema->fields()->Get(2)->type_as_Int()->is_signed());
  }
}

TEST(ArrowWriter, ATableWithoutRowsHasNoBatch) {
  const File file(written(kColumns, {}));
  EXPECT_EQ(file.batches(), 0u);
}

TEST(ArrowWriter, CellsAreValuesOfTheirType) {
  const File file(
      written(kColumns, {{"قال: \"نعم\"", "2015-07-21", int64_t{-7}, JsonText{"[[1,2]]"}},
                         {"", "1969-12-31", int64_t{1} << 40, JsonText{"[]"}}}));
  ASSERT_EQ(file.batches(), 1u);
  EXPECT_EQ(file.batch(0).length(), 2);
  ASSERT_EQ(file.batch(0).buffers()->size(), 3u + 2u + 2u + 3u);
  EXPECT_EQ(file.texts(0, 1), (std::vector<std::string>{"قال: \"نعم\"", ""}));
  EXPECT_EQ(number_at<int32_t>(file.buffer(0, 4), 0), 16637);  // `date -d 2015-07-21 +%s` / 86400
  EXPECT_EQ(number_at<int32_t>(file.buffer(0, 4), 4), -1);
  EXPECT_EQ(number_at<int64_t>(file.buffer(0, 6), 0), -7);
  EXPECT_EQ(number_at<int64_t>(file.buffer(0, 6), 8), int64_t{1} << 40);
  EXPECT_EQ(file.texts(0, 8), (std::vector<std::string>{"[[1,2]]", "[]"}));
}

TEST(ArrowWriter, WhatIsUnknownIsNull) {
  Rows rows(11, {"نعم", "2015-07-21", int64_t{7}, JsonText{"[]"}});
  for (const size_t row : {0, 9, 10}) rows[row] = std::vector<Cell>(4);
  const File file(written(kColumns, rows));
  for (size_t column = 0, validity = 0; column < 4; ++column) {
    EXPECT_EQ(file.batch(0).nodes()->Get(column)->length(), 11);
    EXPECT_EQ(file.batch(0).nodes()->Get(column)->null_count(), 3);
    EXPECT_EQ(file.buffer(0, validity), "\xFE\x01") << column;
    validity += column == 0 ? 3 : 2;
  }
  EXPECT_EQ(file.texts(0, 1)[0], "");
  EXPECT_EQ(file.texts(0, 1)[1], "نعم");
}

TEST(ArrowWriter, ColumnsWithoutUnknownCellsHaveNoValidity) {
  const File file(written(kColumns, {{"نعم", "2015-07-21", int64_t{7}, Cell()}}));
  EXPECT_EQ(file.batch(0).nodes()->Get(0)->null_count(), 0);
  EXPECT_EQ(file.buffer(0, 0), "");
  EXPECT_EQ(file.buffer(0, 7), std::string_view("\0", 1));
}

TEST(ArrowWriter, BatchesEndAtTheirRows) {
  Rows rows(7, {int64_t{5}});
  rows[0] = {Cell()};
  const File file(written({{"n", CellType::kInteger}}, rows, {.rows = 3}));
  ASSERT_EQ(file.batches(), 3u);
  EXPECT_EQ(file.batch(0).length(), 3);
  EXPECT_EQ(file.batch(1).length(), 3);
  EXPECT_EQ(file.batch(2).length(), 1);
  EXPECT_EQ(file.buffer(2, 1).size(), sizeof(int64_t));
  EXPECT_EQ(file.batch(0).nodes()->Get(0)->null_count(), 1);
  EXPECT_EQ(file.batch(1).nodes()->Get(0)->null_count(), 0) << "counted for each batch";
}

TEST(ArrowWriter, BatchesEndAtTheirBytes) {
  const std::string text(1000, 'x');
  const Rows rows(10, {text, "second"});
  const File file(written({{"a"}, {"b"}}, rows, {.bytes = 3000}));
  ASSERT_EQ(file.batches(), 4u);
  EXPECT_EQ(file.texts(0, 1), std::vector<std::string>(3, text));
  EXPECT_EQ(file.texts(3, 4), std::vector<std::string>{"second"});
}

// Each message begins where the one before it ends, so that the file is read as a stream, too.
TEST(ArrowWriter, MessagesFollowEachOther) {
  const Rows rows(20, {"نص", "2015-07-21", Cell(), JsonText{"[]"}});
  const std::string bytes = written(kColumns, rows, {.rows = 6});
  const File file(bytes);
  size_t position = 8 + 8 + number_at<int32_t>(bytes, 12);
  for (size_t i = 0; i < file.batches(); ++i) {
    EXPECT_EQ(file.block(i).offset(), static_cast<int64_t>(position));
    EXPECT_EQ(file.block(i).metadata_length(), 8 + number_at<int32_t>(bytes, position + 4));
    position += file.block(i).metadata_length() + file.block(i).body_length();
  }
  EXPECT_EQ(number_at<uint64_t>(bytes, position), 0xFFFFFFFF);
}

TEST(ArrowWriter, WhatIsNoDayEndsTheFile) {
  size_t taken = 0;
  ArrowWriter writer({{"day", CellType::kDay}}, [&](std::string_view bytes) {
    taken += bytes.size();
    return Expected<void>();
  });
  const size_t schema = taken;
  for (const Cell& cell : {Cell("2015-07"), Cell("2015-07-21")}) {
    const auto added = writer.add(std::span(&cell, 1));
    ASSERT_FALSE(added);
    EXPECT_NE(added.error().message.find("\"2015-07\" in column day is no day"), std::string::npos);
  }
  EXPECT_FALSE(writer.finish());
  EXPECT_EQ(taken, schema);
}

TEST(ArrowWriter, AnErrorOfTheSinkComesBack) {
  int calls = 0;
  ArrowWriter writer({{"n", CellType::kInteger}}, [&](std::string_view) -> Expected<void> {
    ++calls;
    return fail("disk full");
  });
  const Cell cell = int64_t{1};
  EXPECT_EQ(writer.add(std::span(&cell, 1)).error().message, "disk full");
  EXPECT_EQ(writer.finish().error().message, "disk full");
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace musnad
