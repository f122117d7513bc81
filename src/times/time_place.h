// Where in time a sense lies: the day, month or year that an expression means as seen from the day
// of the text, by what it says itself and by the clause around it.
#pragma once

#include <optional>

#include "times/calendar.h"
#include "times/outlook.h"
#include "times/time_sense.h"

namespace musnad {

// What stands around an expression.
struct TimeContext {
  // The day that the text speaks from; for senses that are told, the day named before them.
  std::optional<Day> today;
  std::optional<Day> event_day = {};    // for TimeSense::Kind::kEventDay
  std::optional<Day> range_begin = {};  // the day named directly before إلى or حتى
  Outlook outlook = Outlook::kUnknown;
  bool beside_future_verb = false;
  std::string_view part = {};  // of the day named before in the line
  bool quoted = false;         // in quotation marks
  bool lasting = false;        // منذ before it speaks of a state
};

// The one day that a sense means, where it means one and that day exists.
std::optional<Day> day_of(const TimeSense& sense, const TimeContext& context);

// The year, of its calendar, of a date whose text gives only the month and perhaps the day: the one
// that its place, its weekday or the clause asks for, else the nearest. Needs the day of the text.
int missing_year(const TimeSense& sense, const TimeContext& context);

// The year of a season. Seasons count by the year they begin in: spring in March, summer in June,
// autumn in September, winter in December. Needs the day of the text where the sense has no year.
int season_year(const TimeSense& sense, const TimeContext& context);

// The clause speaks of what was, or of what is to come.
bool leans_back(const TimeSense& sense, const TimeContext& context);
bool leans_forward(const TimeSense& sense, const TimeContext& context);

int year_of(Day day);
int month_of(Day day);

}  // namespace musnad
