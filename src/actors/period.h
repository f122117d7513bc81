// Periods of which an end may be known to the day, the month or the year only: YYYY-MM-DD, YYYY-MM
// or YYYY, and "" for the end of one that lasts.
#pragma once

#include <string_view>

namespace musnad {

// Whether a text is written as a day, month or year.
bool is_date(std::string_view date);

// Whether a day (YYYY-MM-DD) lies in a period, as far as its ends are known.
bool within(std::string_view day, std::string_view from, std::string_view to);

// Whether one period ends before the other begins; they may share the day, month or year between.
bool apart(std::string_view from, std::string_view to, std::string_view other_from,
           std::string_view other_to);

}  // namespace musnad
