#include "morphology/clitics.h"

#include <gtest/gtest.h>

#include <set>

namespace musnad {
namespace {

std::set<std::pair<int, int>> front_ways(std::u32string_view letters) {
  std::set<std::pair<int, int>> ways;
  for (const Front& front : fronts(letters)) ways.insert({front.proclitics, front.letters});
  return ways;
}

TEST(Clitics, FrontsInTheirOrder) {
  EXPECT_EQ(front_ways(U"قال"), (std::set<std::pair<int, int>>{{0, 0}}));
  EXPECT_EQ(front_ways(U"وسيقول"),
            (std::set<std::pair<int, int>>{{0, 0}, {kWa, 1}, {kWa | kSa, 2}}));
  EXPECT_EQ(front_ways(U"وبالوزير"), (std::set<std::pair<int, int>>{
                                         {0, 0}, {kWa, 1}, {kWa | kBi, 2}, {kWa | kBi | kAl, 4}}));
  EXPECT_EQ(front_ways(U"أفقد"),
            (std::set<std::pair<int, int>>{{0, 0}, {kHamza, 1}, {kHamza | kFa, 2}}));
}

TEST(Clitics, ArticleAfterLamLosesItsAlif) {
  const auto ways = front_ways(U"للغة");
  EXPECT_TRUE(ways.contains({kLi | kAl, 2}));  // ل + ال + غة
  EXPECT_TRUE(ways.contains({kLi | kAl, 1}));  // ل + ال + لغة
  EXPECT_FALSE(front_ways(U"لالتزام").contains({kLi | kAl, 3}));
}

TEST(Clitics, SomethingAlwaysStays) {
  EXPECT_EQ(front_ways(U"و").size(), 1u);
  EXPECT_EQ(front_ways(U"ال").size(), 1u);
  EXPECT_EQ(backs(U"ها").size(), 1u);
}

TEST(Clitics, BacksKnowWhatTheyStandBehind) {
  const auto ways = backs(U"أخبرني");
  ASSERT_EQ(ways.size(), 3u);
  EXPECT_TRUE(ways[0].pronoun.none());
  EXPECT_EQ(ways[1].letters, 2);  // ني
  EXPECT_TRUE(ways[1].after_verb);
  EXPECT_FALSE(ways[1].after_noun);
  EXPECT_EQ(ways[2].letters, 1);  // ي
  EXPECT_FALSE(ways[2].after_verb);
}

TEST(Clitics, NamesGoThereAndBack) {
  for (uint8_t bits : {0, kWa | 0, kWa | kBi | kAl, kHamza | kFa | kSa, kLi | kAl}) {
    EXPECT_EQ(parse_front(format_front(bits)), bits);
  }
  for (size_t i = 0; i <= kPronounCount; ++i) EXPECT_EQ(parse_back(format_back(i)), i);
  EXPECT_FALSE(parse_front("قال").has_value());
  EXPECT_FALSE(parse_back("قال").has_value());
}

}  // namespace
}  // namespace musnad
