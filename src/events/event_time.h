// When an event takes place: the day, month or year that its clause names.
#pragma once

#include <string>

#include "events/event_mention.h"

namespace musnad {

// The words behind an event that tell when it was by something else, from the preposition to the
// end of the clause: بعد سقوط المدينة عام 2001. Empty where there are none.
TokenRange dating_of(const Context& context, const EventLexicon& lexicon, TokenIndex anchor);

// Whether a time is that of something else than a mention of an event: of what dates the event, of
// what a participle tells of another noun (لإنهاء العقد الموقع عام 2011).
bool is_of_other(const Context& context, const TimeExpression& time, const EventMention& mention);

// The clause on an event that tells what came of it: الذي أدى إلى مقتل العشرات في أبريل. Empty
// where there is none.
TokenRange result_of(const Context& context, const EventLexicon& lexicon, TokenIndex anchor);

struct EventTime {
  std::string value;    // ISO (YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Www), "" where the clause tells none
  bool behind = false;  // behind the word of the event
  bool counted = false;  // worked out: بعد أربع سنوات من أول زيارة
};

// When an event takes place, as its clause tells. Needs EventMention::reach.
EventTime time_of_event(const Document& document, const Context& context,
                        const EventLexicon& lexicon, const EventMention& mention);

// A date with its time of day left out; "" for durations, vague references and open days.
std::string date_of(const TimeExpression& time);

// How a time (a day, week, month or year) stands to a day: below 0 before it, 0 where it holds it,
// above 0 behind it. 0 where either is empty.
int compare_to_day(std::string_view time, const std::string& day);

}  // namespace musnad
