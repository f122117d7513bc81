// Rows as CSV and JSON Lines: what is quoted, types, tabs.
#include "formats/row_writer.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

const std::vector<std::string> kColumns = {"day", "words", "number", "content"};
const std::vector<Cell> kCells = {std::monostate(), "قال: \"نعم\",\nثم خرج", int64_t{7},
                                  JsonText{"[[1,2]]"}};

std::string both(RowFormat format) {
  const RowWriter writer(format, kColumns);
  return writer.header() + writer.row(kCells);
}

TEST(RowWriter, CsvQuotesWhatWouldBreakIt) {
  EXPECT_EQ(both(RowFormat::kCsv),
            "day,words,number,content\n"
            ",\"قال: \"\"نعم\"\",\nثم خرج\",7,\"[[1,2]]\"\n");
}

TEST(RowWriter, JsonLinesKeepTypes) {
  EXPECT_EQ(both(RowFormat::kJsonLines),
            "{\"day\":null,\"words\":\"قال: \\\"نعم\\\",\\nثم خرج\",\"number\":7,"
            "\"content\":[[1,2]]}\n");
}

TEST(RowWriter, TabsStayBetweenCells) {
  EXPECT_EQ(both(RowFormat::kTabs),
            "day\twords\tnumber\tcontent\n\tقال: \"نعم\", ثم خرج\t7\t[[1,2]]\n");
}

}  // namespace
}  // namespace musnad
