#include "formats/day.h"

#include <charconv>
#include <chrono>

namespace musnad {
namespace {

constexpr size_t kDayLength = 10;

// The number that all of `digits` make up, -1 when one is no digit.
int number(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

}  // namespace

std::string leading_day(std::string_view text) {
  if (text.size() < kDayLength || text[4] != '-' || text[7] != '-') return "";
  if (text.size() > kDayLength && text[kDayLength] != 'T' && text[kDayLength] != ' ') return "";
  const int year = number(text.substr(0, 4)), month = number(text.substr(5, 2)),
            day = number(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return "";
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  return date.ok() ? std::string(text.substr(0, kDayLength)) : "";
}

}  // namespace musnad
