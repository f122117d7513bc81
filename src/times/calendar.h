// Days and their ISO names: the arithmetic of the Gregorian calendar, ISO weeks, and the Hijri
// calendar of Umm al-Qura that Arabic news dates by.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace musnad {

using Day = std::chrono::sys_days;

// Reads YYYY-MM-DD; nothing for any other text and for days that no calendar has.
std::optional<Day> parse_day(std::string_view iso);

// The day of a Gregorian date; nothing where the month has no such day.
std::optional<Day> make_day(int year, int month, int day);

// The day of a Hijri date by the Umm al-Qura calendar (ICU's islamic-umalqura, exact for the years
// 1300 to 1600); nothing where the date is out of its range.
std::optional<Day> make_hijri_day(int year, int month, int day);

std::chrono::year_month_day fields(Day day);

// 1 Monday … 7 Sunday.
int weekday(Day day);

// The Monday of the ISO week that holds the day.
Day monday(Day day);

// 2015-07-20, 2015-07, 2015, 2015-W30. A month outside 1 … 12 counts on into the years around.
std::string iso_day(Day day);
std::string iso_month(int year, int month);
std::string iso_year(int year);
std::string iso_week(Day day);

}  // namespace musnad
