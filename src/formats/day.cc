#include "formats/day.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "formats/ascii.h"

namespace musnad {
namespace {

constexpr size_t kDayLength = 10;

// The number that all of `digits` make up, -1 when one is no digit.
int number(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

using Date = std::chrono::year_month_day;

// The date that an ISO day or date-time begins with.
std::optional<Date> leading_date(std::string_view text) {
  if (text.size() < kDayLength || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > kDayLength && text[kDayLength] != 'T' && text[kDayLength] != ' ') {
    return std::nullopt;
  }
  const int year = number(text.substr(0, 4)), month = number(text.substr(5, 2)),
            day = number(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace

std::string leading_day(std::string_view text) {
  return leading_date(text) ? std::string(text.substr(0, kDayLength)) : "";
}

std::optional<int32_t> days_since_1970(std::string_view iso) {
  const std::optional<Date> date = leading_date(iso);
  if (!date || iso.size() != kDayLength) return std::nullopt;
  return static_cast<int32_t>(std::chrono::sys_days(*date).time_since_epoch().count());
}

std::string rfc822_day(std::string_view text) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  const size_t comma = text.find(',');
  if (comma != std::string_view::npos) text.remove_prefix(comma + 1);
  const auto take_word = [&text] {
    text = strip_ascii(text);
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
  };
  const std::string_view day = take_word(), month = take_word(), year = take_word();
  const size_t place = kMonths.find(lower_ascii(month.substr(0, 3)));
  if (month.size() < 3 || place == std::string_view::npos || place % 3 != 0) return "";
  if (day.empty() || day.size() > 2 || year.size() != 4) return "";
  return leading_day(fmt::format("{}-{:02}-{:0>2}", year, place / 3 + 1, day));
}

}  // namespace musnad
