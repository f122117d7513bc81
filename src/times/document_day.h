// The day that a text speaks from: given, or worked out from its own weekdays and dates against the
// day on which it was fetched, or that day.
#pragma once

#include <string_view>
#include <vector>

#include "times/calendar.h"
#include "times/time_sense.h"

namespace musnad {

struct DocumentDay {
  std::optional<Day> day;
  PublishedBasis basis = PublishedBasis::kUnknown;
};

// `crawled` and `published` are YYYY-MM-DD or "". What the text says counts where a day names both
// its place and its weekday or date (اليوم الاثنين, أمس 20 يوليو), or stands as the text's
// dateline.
DocumentDay find_document_day(const Document& document, const std::vector<TimeMatch>& times,
                              std::string_view crawled, std::string_view published);

}  // namespace musnad
