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

TEST(DaysSince1970, CountWholeDaysOnly) {
  EXPECT_EQ(days_since_1970("1970-01-01"), 0);
  EXPECT_EQ(days_since_1970("2015-07-21"), 16637);
  EXPECT_EQ(days_since_1970("1969-12-31"), -1);
  for (const char* text : {"", "2015-07", "2015-02-29", "2015-07-21T02:51:32"}) {
    EXPECT_EQ(days_since_1970(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace musnad
