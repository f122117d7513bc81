#include "formats/wrap.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

using Lines = std::vector<std::string>;

TEST(SingleLine, FoldsWhiteSpace) {
  EXPECT_EQ(single_line(" قال\r\n\t الوزير\u00A0 "), "قال الوزير");
  EXPECT_EQ(single_line(""), "");
}

TEST(SingleLine, DisarmsTerminalCommands) {
  EXPECT_EQ(single_line("a\x1b[2Jb\x07"), "a\uFFFD[2Jb\uFFFD");
  EXPECT_EQ(single_line("a\u009B31mb"), "a\uFFFD31mb");
  EXPECT_EQ(single_line("a\xff"
                        "b"),
            "a\uFFFDb");
}

TEST(SingleLine, DropsWhatOpensADirectionAndKeepsMarks) {
  EXPECT_EQ(single_line("\u202Eabc\u202C \u2067د\u2069"), "abc د");
  EXPECT_EQ(single_line("د\u200F!"), "د\u200F!");
}

TEST(DisplayWidth, CountsCells) {
  EXPECT_EQ(display_width("سلام"), 4u);
  EXPECT_EQ(display_width("رَدًّا"), 3u);          // short vowels and shadda stand on their letters
  EXPECT_EQ(display_width("می\u200Cشود"), 5u);  // zero-width non-joiner
  EXPECT_EQ(display_width("北京"), 4u);
  EXPECT_EQ(display_width("\u2067د\u2069"), 1u);
}

TEST(Wrap, FillsLinesByCellsNotBytes) {
  EXPECT_EQ(wrap("قال الوزير إن الحل قريب", 10), (Lines{"قال الوزير", "إن الحل", "قريب"}));
  EXPECT_EQ(wrap("رَدًّا رَدًّا", 7), (Lines{"رَدًّا رَدًّا"}));
}

TEST(Wrap, KeepsMarksWithTheirWords) {
  EXPECT_EQ(wrap("قال: «نعم، غدًا!».", 8), (Lines{"قال:", "«نعم،", "غدًا!»."}));
  EXPECT_EQ(wrap("رسالتنا رقم 27/ب", 15), (Lines{"رسالتنا رقم", "27/ب"}));
}

TEST(Wrap, CutsAWordThatIsLongerThanALine) {
  EXPECT_EQ(wrap("https", 2), (Lines{"ht", "tp", "s"}));
  EXPECT_EQ(wrap("بَبَبَ", 2), (Lines{"بَبَ", "بَ"}));
  EXPECT_EQ(wrap("北京", 3), (Lines{"北", "京"}));
}

TEST(Wrap, GivesOneLineForNothing) { EXPECT_EQ(wrap("", 10), (Lines{""})); }

TEST(Isolate, OnlyWhatHasRightToLeftLetters) {
  EXPECT_EQ(isolate("نعم!"), "\u2067نعم!\u2069");
  EXPECT_EQ(isolate("BBC قالت"), "\u2067BBC قالت\u2069");
  EXPECT_EQ(isolate("2025-03-11"), "2025-03-11");
}

}  // namespace
}  // namespace musnad
