#include "lexicon/table.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

TEST(Table, ReadsRowsBelowCommentAndHeader) {
  auto table = Table::parse("t.tsv", "# a table\nname\tparts\nx\ta|b\r\ny\t\n", {"name", "parts"});
  ASSERT_TRUE(table.has_value());
  ASSERT_EQ(table->rows().size(), 2u);
  EXPECT_EQ(table->rows()[0].line, 3u);
  EXPECT_EQ(table->rows()[0].list(1), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_TRUE(table->rows()[1].list(1).empty());
}

TEST(Table, NamesTheLineOfABadRow) {
  auto table = Table::parse("t.tsv", "name\tparts\nx\n", {"name", "parts"});
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().message.substr(0, 8), "t.tsv:2:");
}

TEST(Table, NamesAllBadRows) {
  auto table = Table::parse("t.tsv", "name\tparts\nx\ny\tz\nu\tv\tw\n", {"name", "parts"});
  ASSERT_FALSE(table.has_value());
  EXPECT_NE(table.error().message.find("t.tsv:2:"), std::string::npos);
  EXPECT_EQ(table.error().message.find("t.tsv:3:"), std::string::npos);
  EXPECT_NE(table.error().message.find("\nt.tsv:4:"), std::string::npos);
}

TEST(Table, RefusesAnotherHeader) {
  EXPECT_FALSE(Table::parse("t.tsv", "name\tpart\n", {"name", "parts"}).has_value());
  EXPECT_FALSE(Table::parse("t.tsv", "# only a comment\n", {"name"}).has_value());
}

}  // namespace
}  // namespace musnad
