// The rules of Latin spelling: which rule decides, and what the learned ones make of names.
#include "actors/latin_spelling.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

using Rule = LatinSpelling::Rule;

TEST(LatinSpelling, TheLongestRuleDecides) {
  const LatinSpelling spelling({Rule{0, {.letter = U'س'}, "s"}, Rule{0, {.letter = U'م'}, "m"},
                                Rule{1, {.letter = U'م', .left = LetterPlace::kConsonant}, "em"}});
  EXPECT_EQ(spelling.spell("سم"), "sem");
  EXPECT_EQ(spelling.spell("مس"), "ms");
}

TEST(LatinSpelling, LettersWithoutARuleStay) {
  const LatinSpelling spelling({Rule{0, {.letter = U'س'}, "s"}});
  EXPECT_EQ(spelling.spell("سB7"), "sB7");
  EXPECT_EQ(spelling.spell(""), "");
}

TEST(LatinSpelling, PlaceSeesNeighboursAndEdges) {
  const LetterPlace first = place_of(U"سمر", 0, "");
  EXPECT_EQ(first.before, LetterPlace::kEdge);
  EXPECT_EQ(first.left, LetterPlace::kNothing);
  EXPECT_EQ(first.after, U'م');
  EXPECT_EQ(first.after_next, U'ر');
  const LetterPlace last = place_of(U"سمر", 2, "sama");
  EXPECT_EQ(last.after, LetterPlace::kEdge);
  EXPECT_EQ(last.left, LetterPlace::kVowel);
}

TEST(LatinSpelling, NamesOfTheNews) {
  const auto spelling = LatinSpelling::load();
  ASSERT_TRUE(spelling) << spelling.error().message;
  EXPECT_EQ(spelling->spell("لافروف"), "lavrov");
  EXPECT_EQ(spelling->spell("ويتكوف"), "witkov");
  EXPECT_EQ(spelling->spell("فابيوس"), "fabius");
  EXPECT_EQ(spelling->spell("روبيو"), "rubio");
}

}  // namespace
}  // namespace musnad
