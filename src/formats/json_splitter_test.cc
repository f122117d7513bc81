#include "formats/json_splitter.h"

#include <gtest/gtest.h>

#include <vector>

namespace musnad {
namespace {

// Bytes from a string, at most `most` at a time.
class StringSource : public ByteSource {
 public:
  StringSource(std::string bytes, size_t most) : bytes_(std::move(bytes)), most_(most) {}

  Expected<size_t> read(char* buffer, size_t size) override {
    const size_t count = bytes_.copy(buffer, std::min(size, most_), place_);
    place_ += count;
    return count;
  }

 private:
  std::string bytes_;
  size_t most_;
  size_t place_ = 0;
};

using Split = std::unique_ptr<RawSource> (*)(std::unique_ptr<ByteReader>, std::string, std::string);

// All that a splitter yields: "where|id|bytes" or "error: …".
std::vector<std::string> split(Split splitter, const std::string& bytes, size_t most = 1000) {
  auto reader = std::make_unique<ByteReader>(std::make_unique<StringSource>(bytes, most));
  const auto source = splitter(std::move(reader), "f", "s");
  std::vector<std::string> all;
  for (;;) {
    const auto raw = source->next();
    if (raw && !*raw) return all;
    all.push_back(raw ? (*raw)->where + "|" + (*raw)->told.id + "|" + (*raw)->bytes
                      : "error: " + raw.error().message);
  }
}

using Pieces = std::vector<std::string>;

TEST(SplitJsonLines, CutsAtLineEndsAndSkipsBlankLines) {
  const Pieces expected = {"f:1|s-00000|{\"a\":1}", "f:3|s-00001|not json\r",
                           "f:4|s-00002|{\"b\":\"}\"}"};
  for (const size_t most : {1, 2, 3, 1000}) {
    EXPECT_EQ(split(split_json_lines, "{\"a\":1}\n  \r\nnot json\r\n {\"b\":\"}\"}", most),
              expected);
  }
}

TEST(SplitJsonLines, GoesOnBehindALineThatIsTooLong) {
  const std::string bytes = "{}\n{\"text\":\"" + std::string(kMostRawBytes, 'x') + "\"}\n{}\n";
  const Pieces pieces = split(split_json_lines, bytes, 1 << 20);
  ASSERT_EQ(pieces.size(), 3u);
  EXPECT_EQ(pieces[0], "f:1|s-00000|{}");
  EXPECT_EQ(pieces[1].substr(0, 17), "error: f:2: longe");
  EXPECT_EQ(pieces[2], "f:3|s-00002|{}");
}

TEST(SplitJsonLines, NoArticleIsAnError) {
  EXPECT_EQ(split(split_json_lines, " \n\n").size(), 1u);
  EXPECT_EQ(split(split_json_lines, " \n\n")[0].substr(0, 9), "error: f:");
}

TEST(SplitJsonValues, CutsAnArrayByBracketsOutsideStrings) {
  const Pieces expected = {"f:1 (byte 2)|s-00000|{\"a\":[{}]}",
                           "f:2 (byte 14)|s-00001|{\"b\":\"\\\"}\\\\\"}"};
  for (const size_t most : {1, 2, 5, 1000}) {
    EXPECT_EQ(split(split_json_values, "[ {\"a\":[{}]},\n{\"b\":\"\\\"}\\\\\"}\n ]\n", most),
              expected);
  }
}

TEST(SplitJsonValues, TakesObjectsThatFollowEachOther) {
  const Pieces expected = {"f:1 (byte 0)|s-00000|{\n}", "f:2 (byte 4)|s-00001|{}"};
  EXPECT_EQ(split(split_json_values, "{\n} {}\n"), expected);
}

TEST(SplitJsonValues, GoesOnBehindAnObjectThatIsTooLong) {
  const std::string bytes = "[{\"t\":\"" + std::string(kMostRawBytes, ']') + "\"},{}]";
  const Pieces pieces = split(split_json_values, bytes, 1 << 20);
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0].substr(0, 19), "error: f:1 (byte 1)");
  EXPECT_NE(pieces[1].find("|s-00001|{}"), std::string::npos);
}

TEST(SplitJsonValues, EndsWhereTheArrayBreaks) {
  struct Case {
    const char* bytes;
    size_t articles;
    const char* message;
  };
  for (const Case& c :
       {Case{"[{},{\"a\":\"x", 1, "breaks off at byte 11"}, Case{"[{}", 1, "breaks off at byte 3"},
        Case{"[{},", 1, "breaks off at byte 4"}, Case{"[{} {}]", 1, "at byte 4"},
        Case{"[{},]", 1, "at byte 4"}, Case{"[{}] x", 1, "at byte 5"}, Case{"[1]", 0, "at byte 1"},
        Case{"[]", 0, "no article"}, Case{"[", 0, "byte 1"}}) {
    const Pieces pieces = split(split_json_values, c.bytes);
    ASSERT_EQ(pieces.size(), c.articles + 1) << c.bytes;
    EXPECT_NE(pieces.back().find(c.message), std::string::npos) << pieces.back();
  }
}

}  // namespace
}  // namespace musnad
