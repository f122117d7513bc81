#include "times/calendar.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

TEST(Calendar, ReadsAndRefusesDays) {
  EXPECT_EQ(iso_day(parse_day("2024-02-29").value()), "2024-02-29");
  for (std::string_view bad :
       {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "2024/01/01", "", "20a4-01-01"}) {
    EXPECT_FALSE(parse_day(bad).has_value()) << bad;
  }
}

TEST(Calendar, CountsIsoWeeks) {
  EXPECT_EQ(iso_week(*parse_day("2015-07-20")), "2015-W30");
  EXPECT_EQ(iso_week(*parse_day("2021-01-03")),
            "2020-W53");  // the Sunday belongs to the old year's last week
  EXPECT_EQ(iso_week(*parse_day("2024-12-30")), "2025-W01");
  EXPECT_EQ(weekday(*parse_day("2015-07-20")), 1);
  EXPECT_EQ(iso_day(monday(*parse_day("2015-07-26"))), "2015-07-20");
}

TEST(Calendar, CarriesMonthsIntoYears) {
  EXPECT_EQ(iso_month(2015, 13), "2016-01");
  EXPECT_EQ(iso_month(2015, 0), "2014-12");
  EXPECT_EQ(iso_month(2015, -1), "2014-11");
}

// Days that Saudi Arabia observed: the new years 1436 and 1445, the beginning of Ramadan 1445,
// Arafat 1445.
TEST(Calendar, ConvertsHijriDays) {
  EXPECT_EQ(iso_day(make_hijri_day(1436, 1, 1).value()), "2014-10-25");
  EXPECT_EQ(iso_day(make_hijri_day(1445, 1, 1).value()), "2023-07-19");
  EXPECT_EQ(iso_day(make_hijri_day(1445, 9, 1).value()), "2024-03-11");
  EXPECT_EQ(iso_day(make_hijri_day(1445, 12, 9).value()), "2024-06-15");
  EXPECT_FALSE(make_hijri_day(1200, 1, 1).has_value());
  EXPECT_FALSE(make_hijri_day(1445, 13, 1).has_value());
  EXPECT_FALSE(make_hijri_day(1445, 1, 31).has_value());
}

}  // namespace
}  // namespace musnad
