#include "formats/json_article.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

Expected<Article> parse(std::string json, const FieldKeys& keys = {}) {
  return parse_article({RawFormat::kJson, std::move(json), "feed.jsonl:4", {.id = "feed-00003"}},
                       {.keys = keys});
}

TEST(JsonArticle, ReadsTheFieldsOfTheRecordFormat) {
  const auto article = parse(
      R"({"text":"عنوان\nنص","id":"x1","crawled":"2015-07-21","published":"2015-07-20T10:00:00Z",
          "publisher":"الموجة","author":"ليلى","url":"https://example.org","title":"آخر","extra":[1]})");
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text, "عنوان\nنص");
  EXPECT_EQ(article->id, "x1");
  EXPECT_EQ(article->crawled, "2015-07-21");
  EXPECT_EQ(article->published, "2015-07-20");
  EXPECT_EQ(article->publisher, "الموجة");
  EXPECT_EQ(article->author, "ليلى");
  EXPECT_EQ(article->url, "https://example.org");
}

TEST(JsonArticle, JoinsTitleAndContent) {
  EXPECT_EQ(parse(R"({"title":"عنوان","content":"نص"})")->text, "عنوان\nنص");
  EXPECT_EQ(parse(R"({"title":"","content":"نص"})")->text, "\nنص");
  EXPECT_EQ(parse(R"({"title":null,"content":"نص"})")->text, "نص");
  EXPECT_EQ(parse(R"({"content":" نص\n","text":null})")->text, " نص\n");
}

TEST(JsonArticle, NullAndMissingAreUnknown) {
  const auto article =
      parse(R"({"text":"نص","id":null,"crawled":null,"published":"","author":null})");
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->id, "feed-00003");
  EXPECT_EQ(article->crawled + article->published + article->author + article->publisher, "");
}

TEST(JsonArticle, ReadsSaudiNewsNet) {
  const auto article = parse(R"({"source":"almowja","url":"https://example.org","date_extracted":
      "2015-07-21 02:51:32","title":"عنوان","author":"","content":" نص"})");
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text, "عنوان\n نص");
  EXPECT_EQ(article->publisher, "almowja");
  EXPECT_EQ(article->crawled, "2015-07-21");
}

TEST(JsonArticle, ReadsOtherKeysAndNumbersAsIds) {
  FieldKeys keys;
  keys.text = "body";
  keys.id = "number";
  keys.author = "";
  const auto article = parse(R"({"body":"نص","number":17,"author":["a"],"source":"x"})", keys);
  ASSERT_TRUE(article.has_value()) << article.error().message;
  EXPECT_EQ(article->text, "نص");
  EXPECT_EQ(article->id, "17");
  EXPECT_EQ(article->publisher, "");
}

TEST(JsonArticle, ErrorsNameThePlaceAndTheField) {
  struct Case {
    const char* json;
    const char* message;
  };
  for (const Case& c : {Case{R"({"text":"ab)", "JSON"}, Case{"", "JSON"}, Case{"[1]", "object"},
                        Case{R"({"title":"a"})", "\"text\" is missing"},
                        Case{R"({"text":{"a":1}})", "\"text\" is no string"},
                        Case{R"({"text":"a","crawled":"21/07/2015"})", "\"crawled\" is no day"},
                        Case{R"({"text":"a\ud800"})", "JSON"}}) {
    const auto article = parse(c.json);
    ASSERT_FALSE(article.has_value()) << c.json;
    EXPECT_EQ(article.error().message.substr(0, 13), "feed.jsonl:4:");
    EXPECT_NE(article.error().message.find(c.message), std::string::npos)
        << article.error().message;
  }
}

}  // namespace
}  // namespace musnad
