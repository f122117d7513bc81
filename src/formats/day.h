// Days as the record writes them: YYYY-MM-DD.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace musnad {

// The day that an ISO day or date-time begins with ("2015-07-21T02:51:32Z" gives "2015-07-21"); ""
// where there is none or it is not in the calendar.
std::string leading_day(std::string_view text);

// The number of days from 1970-01-01 to an ISO day; nothing for other text and days that are not in
// the calendar.
std::optional<int32_t> days_since_1970(std::string_view iso);

// The day in a date of mail, RSS or HTTP ("Tue, 21 Jul 2015 02:51:32 +0300" gives "2015-07-21"), as
// its own time zone has it; "" where there is none.
std::string rfc822_day(std::string_view text);

}  // namespace musnad
