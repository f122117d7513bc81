// When an event takes place: the day, month or year that its clause names.
#pragma once

#include <string>

#include "events/event_mention.h"

namespace musnad {

// ثورة 25 يناير: whether a date names what the noun in front of it tells of, other than the event
// at `anchor`.
bool names_other(const Context& context, const TimeExpression& time, TokenIndex anchor);

struct EventTime {
  std::string value;    // ISO (YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Www), "" where the clause tells none
  bool behind = false;  // behind the word of the event
};

// When an event takes place, as its clause tells. Needs EventMention::reach.
EventTime time_of_event(const Document& document, const Context& context,
                        const EventMention& mention);

// A date with its time of day left out; "" for durations, vague references and open days.
std::string date_of(const TimeExpression& time);

// How a time (a day, week, month or year) stands to a day: below 0 before it, 0 where it holds it,
// above 0 behind it. 0 where either is empty.
int compare_to_day(std::string_view time, const std::string& day);

}  // namespace musnad
