// What is remembered by word: kept, forgotten, and at one place in memory all the while.
#include "morphology/by_word.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace musnad {
namespace {

TEST(ByWord, MakesEveryFactOnce) {
  ByWord<std::string> facts;
  int made = 0;
  const auto make = [&] { return "fact " + std::to_string(++made); };
  const std::string& fifth = facts.lookup(Word{.id = 5}, make);
  for (WordId id = 0; id < 1000; ++id) facts.lookup(Word{.id = id}, make);
  EXPECT_EQ(made, 1000);
  EXPECT_EQ(&facts.lookup(Word{.id = 5}, make), &fifth);
  EXPECT_EQ(fifth, "fact 1");
}

TEST(ByWord, ForgetsOnlyWhatItIsTold) {
  ByWord<int> facts;
  for (WordId id = 0; id < 3; ++id) facts.lookup(Word{.id = id}, [] { return 1; });
  facts.forget(std::vector<WordId>{1, 7});  // of 7 it knows nothing
  std::vector<int> now;
  for (WordId id = 0; id < 3; ++id) now.push_back(facts.lookup(Word{.id = id}, [] { return 2; }));
  EXPECT_EQ(now, (std::vector<int>{1, 2, 1}));
}

}  // namespace
}  // namespace musnad
