#include "formats/day.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

TEST(LeadingDay, TakesTheDayOfADateTime) {
  EXPECT_EQ(leading_day("2015-07-21"), "2015-07-21");
  EXPECT_EQ(leading_day("2015-07-21 02:51:32"), "2015-07-21");
  EXPECT_EQ(leading_day("2015-07-21T02:51:32+03:00"), "2015-07-21");
  EXPECT_EQ(leading_day("2024-02-29"), "2024-02-29");
}

TEST(LeadingDay, RefusesWhatIsNoDay) {
  for (const char* text : {"", "2015", "2015-7-21", "21-07-2015", "2015/07/21", "2015-07-211",
                           "2015-13-01", "2015-02-29", "2015-00-10", "-015-01-01", "2015-0 -10"}) {
    EXPECT_EQ(leading_day(text), "") << text;
  }
}

}  // namespace
}  // namespace musnad
