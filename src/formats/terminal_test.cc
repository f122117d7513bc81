#include "formats/terminal.h"

#include <gtest/gtest.h>

#include "formats/sample_record.h"
#include "formats/wrap.h"
#include "lexicon/table.h"

namespace musnad {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) { return split(text, '\n'); }

// The lines from the one that begins with `first` to the next empty one.
std::string block(const std::string& text, std::string_view first) {
  const size_t begin = text.find(std::string("\n").append(first)) + 1;
  return text.substr(begin, text.find("\n\n", begin) - begin);
}

TEST(Terminal, BeginsWithTitleAndDay) {
  const std::string text = render_terminal(sample_record());
  const auto lines = lines_of(text);
  EXPECT_EQ(lines[0], "\u2067نوران: المفاوضات مع سهلان تُستأنف خلال ثلاثة أيام\u2069");
  EXPECT_EQ(lines[1], "2025-03-11, worked out from the text");
}

TEST(Terminal, TellsAStatementFieldByField) {
  EXPECT_EQ(block(render_terminal(sample_record(), {.width = 60}), "s4"),
            "s4  \u2067هالة السروجي\u2069  Hala al-Sarruji\n"
            "    act       say, direct\n"
            "    via       \u2067وكالة أنباء المرفأ\u2069\n"
            "    │ \u2067«الباب ما زال مفتوحًا، ولم نتلقَّ ردًّا على رسالتنا رقم\u2069\n"
            "    │ \u206727/ب حتى الآن!»\u2069");
}

TEST(Terminal, IndentsNestedStatements) {
  EXPECT_EQ(block(render_terminal(sample_record()), "    s6"),
            "    s6  \u2067وسيم الطحّان\u2069  Wasim al-Tahhan\n"
            "        act       confirm, mixed\n"
            "        to        \u2067هالة السروجي\u2069\n"
            "        inside    s5\n"
            "        │ \u2067«وفد بلاده «سيصل في موعده»»\u2069");
}

TEST(Terminal, NamesDeniedWithheldAndUnknown) {
  const std::string text = render_terminal(sample_record());
  EXPECT_EQ(lines_of(block(text, "s3"))[2], "    polarity  denied");
  EXPECT_EQ(lines_of(block(text, "s7"))[2], "    polarity  withheld");
  EXPECT_EQ(count(text, "polarity"), 2u);
  EXPECT_EQ(lines_of(block(text, "s10"))[0], "s10 speaker not known");
}

TEST(Terminal, ListsEvents) {
  EXPECT_EQ(block(render_terminal(sample_record()), "events"),
            "events\n"
            "e1  negotiate, planned, claimed in s2\n"
            "    \u2067المفاوضات: نوران، سهلان\u2069\n"
            "e2  meet, planned, 2025-03-14, claimed in s10\n"
            "    \u2067سيلتقيان\u2069");
}

TEST(Terminal, TellsADossierLineByLineWithItsEvidence) {
  EXPECT_EQ(block(render_terminal(sample_record()), "t1"),
            "t1  \u2067نوران، سهلان\u2069\n"
            "    status    preparing\n"
            "    team      s7 e1  \u2067سهلان\u2069\n"
            "              forming, head withheld\n"
            "    member    \u2067وسيم الطحّان، نظيرها السهلاني\u2069\n"
            "    issue     s9    \u2067مصدر مطّلع: الإفراج عن 45% من المحتجزين\u2069\n"
            "    position  s8    \u2067سهلان: نلتزم به ما التزم به الطرف الآخر\u2069\n"
            "    contact   e2    \u2067سيلتقيان\u2069\n"
            "    open      s7    \u2067موعد الوصول\u2069");
}

TEST(Terminal, ListsTimesWithValues) {
  EXPECT_EQ(block(render_terminal(sample_record()), "times"),
            "times\n"
            "    P3D            DURATION  \u2067ثلاثة أيام\u2069\n"
            "    2025-03-11TEV  TIME      \u2067مساء الثلاثاء 11 مارس 2025\u2069\n"
            "    2025-03        DATE      \u2067نهاية الشهر\u2069\n"
            "    2025-03-14TMO  TIME      \u2067صباح الجمعة\u2069\n");
}

TEST(Terminal, KeepsEveryLineInTheWidthAndClosesEveryIsolate) {
  for (size_t width : {40, 57, 80, 200}) {
    const std::string text = render_terminal(sample_record(), {.width = width});
    for (std::string_view line : lines_of(text)) {
      EXPECT_LE(display_width(line), width) << line;
      EXPECT_EQ(count(line, "\u2067"), count(line, "\u2069")) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

TEST(Terminal, ColoursOnlyWhenAsked) {
  EXPECT_EQ(count(render_terminal(sample_record()), "\x1b"), 0u);
  const std::string text = render_terminal(sample_record(), {.colour = true});
  EXPECT_NE(text.find("\x1b[33m\u2067هالة السروجي\u2069\x1b[0m"), text.npos);
  EXPECT_NE(text.find("\x1b[35m\u2067وسيم الطحّان\u2069\x1b[0m"), text.npos);
  EXPECT_EQ(count(text, "\x1b["), 2 * count(text, "\x1b[0m"));
}

TEST(Terminal, PassesNoCommandsOfTheArticleOn) {
  Record record = sample_record();
  record.title = "عاجل\x1b]0;x\x07";
  record.actors[2].name = "هالة\x1b[31m";
  record.actors[2].latin = "Hala\x1b[31m";
  EXPECT_EQ(count(render_terminal(record), "\x1b"), 0u);
}

TEST(Terminal, PrintsARecordWithoutStatements) {
  Record record;
  record.title = "خبر";
  EXPECT_EQ(render_terminal(record), "\u2067خبر\u2069\nday not known\n");
}

}  // namespace
}  // namespace musnad
