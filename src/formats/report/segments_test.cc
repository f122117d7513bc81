#include "formats/report/segments.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace musnad {
namespace {

// "0-5: 1 2; …": begin, end and marks of every segment.
std::string show(uint32_t length, const std::vector<Span>& spans) {
  std::vector<Mark> marks;
  for (Span span : spans) marks.push_back({span, MarkRole::kContent, 0});
  std::string out;
  for (const Segment& segment : split_at_marks(length, marks)) {
    out += fmt::format("{}-{}:", segment.span.begin, segment.span.end);
    for (uint32_t mark : segment.marks) out += fmt::format(" {}", mark);
    out += "; ";
  }
  return out;
}

TEST(Segments, CoverTheWholeText) {
  EXPECT_EQ(show(9, {}), "0-9:; ");
  EXPECT_EQ(show(9, {{2, 4}}), "0-2:; 2-4: 0; 4-9:; ");
  EXPECT_EQ(show(9, {{0, 9}}), "0-9: 0; ");
  EXPECT_EQ(show(0, {}), "");
}

TEST(Segments, CarryAllMarksThatLieOverThem) {
  EXPECT_EQ(show(9, {{1, 8}, {3, 5}}), "0-1:; 1-3: 0; 3-5: 0 1; 5-8: 0; 8-9:; ");
  EXPECT_EQ(show(9, {{4, 9}, {0, 6}}), "0-4: 1; 4-6: 0 1; 6-9: 0; ");
  EXPECT_EQ(show(6, {{0, 3}, {3, 6}}), "0-3: 0; 3-6: 1; ");
  EXPECT_EQ(show(4, {{1, 3}, {1, 3}, {1, 4}}), "0-1:; 1-3: 0 1 2; 3-4: 2; ");
}

TEST(Segments, LeaveOutWhatIsEmptyOrBeyondTheText) {
  EXPECT_EQ(show(4, {{2, 2}, {3, 9}, {7, 9}}), "0-3:; 3-4: 1; ");
}

}  // namespace
}  // namespace musnad
