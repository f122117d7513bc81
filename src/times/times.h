// Stage: dates, clock times, durations and repeated times, and the day that the text speaks from.
#pragma once

#include <string_view>

#include "times/time_words.h"

namespace musnad {

// Fills Document::times (TIMEX3 types and values, in text order, not overlapping),
// Document::published and Document::published_basis. `crawled` is the day on which the text was
// fetched and `published` the day of its publication, YYYY-MM-DD or "" where not known; days that
// do not exist count as not known. Needs tokens, quotations and words; where names are found
// before, their words count for no verbs. Values that would need a day where none is known are as
// vague as TIMEX3 allows (XXXX-WXX-1). Linear.
void find_times(Document& document, TimeWords& words, std::string_view crawled,
                std::string_view published);

}  // namespace musnad
