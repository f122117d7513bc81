#include "actors/period.h"

#include <algorithm>

namespace musnad {

bool is_date(std::string_view date) {
  constexpr size_t kMonth = 5, kDay = 8;  // where they stand
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (size_t i = 0; i < date.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
  }
  const auto counts = [&](size_t at, std::string_view most) {
    return date.size() <= at || (date.substr(at, 2) >= "01" && date.substr(at, 2) <= most);
  };
  return counts(kMonth, "12") && counts(kDay, "31");
}

bool within(std::string_view day, std::string_view from, std::string_view to) {
  if (day.substr(0, from.size()) < from) return false;
  return to.empty() || day.substr(0, to.size()) <= to;
}

bool apart(std::string_view from, std::string_view to, std::string_view other_from,
           std::string_view other_to) {
  const auto ends_by = [](std::string_view end, std::string_view begin) {
    const size_t known = std::min(end.size(), begin.size());
    return !end.empty() && end.substr(0, known) <= begin.substr(0, known);
  };
  return ends_by(to, other_from) || ends_by(other_to, from);
}

}  // namespace musnad
