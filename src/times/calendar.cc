#include "times/calendar.h"

#include <fmt/format.h>
#include <unicode/ucal.h>

namespace musnad {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

bool read_digits(std::string_view text, int& number) {
  number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + (c - '0');
  }
  return true;
}

}  // namespace

std::optional<Day> parse_day(std::string_view iso) {
  int year, month, day;
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (!read_digits(iso.substr(0, 4), year) || !read_digits(iso.substr(5, 2), month) ||
      !read_digits(iso.substr(8, 2), day)) {
    return std::nullopt;
  }
  return make_day(year, month, day);
}

std::optional<Day> make_day(int year, int month, int day) {
  const year_month_day date{std::chrono::year{year},
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::optional<Day> make_hijri_day(int year, int month, int day) {
  if (year < 1300 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30)
    return std::nullopt;
  static constexpr UChar kUtc[] = u"Etc/UTC";
  UErrorCode status = U_ZERO_ERROR;
  UCalendar* calendar = ucal_open(kUtc, -1, "ar@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
  if (U_FAILURE(status)) return std::nullopt;
  ucal_clear(calendar);
  ucal_setDateTime(calendar, year, month - 1, day, 12, 0, 0, &status);
  const double noon = ucal_getMillis(calendar, &status);
  ucal_close(calendar);
  if (U_FAILURE(status)) return std::nullopt;
  const std::chrono::milliseconds since_epoch{static_cast<int64_t>(noon)};
  return Day{std::chrono::floor<days>(since_epoch)};
}

year_month_day fields(Day day) { return year_month_day{day}; }

int weekday(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

Day monday(Day day) { return day - days{weekday(day) - 1}; }

std::string iso_day(Day day) {
  const year_month_day date = fields(day);
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

std::string iso_month(int year, int month) {
  const int months = year * 12 + month - 1;
  return fmt::format("{:04}-{:02}", months / 12, months % 12 + 1);
}

std::string iso_year(int year) { return fmt::format("{:04}", year); }

std::string iso_week(Day day) {
  const Day thursday = monday(day) + days{3};  // a week belongs to the year of its Thursday
  const std::chrono::year year = fields(thursday).year();
  const Day first = Day{year / std::chrono::January / 1};
  return fmt::format("{:04}-W{:02}", int{year}, (thursday - first).count() / 7 + 1);
}

}  // namespace musnad
