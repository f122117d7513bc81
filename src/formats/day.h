// Days as the record writes them: YYYY-MM-DD.
#pragma once

#include <string>
#include <string_view>

namespace musnad {

// The day that an ISO day or date-time begins with ("2015-07-21T02:51:32Z" gives "2015-07-21"); ""
// where there is none or it is not in the calendar.
std::string leading_day(std::string_view text);

}  // namespace musnad
