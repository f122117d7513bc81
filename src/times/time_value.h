// From what an expression says to its TIMEX3 type and value.
#pragma once

#include <optional>
#include <string>

#include "times/calendar.h"
#include "times/outlook.h"
#include "times/time_sense.h"

namespace musnad {

// Where an expression stands.
struct TimeContext {
  std::optional<Day> today;           // the day that the text speaks from
  std::optional<Day> event_day = {};  // for TimeSense::Kind::kEventDay
  Outlook outlook = Outlook::kUnknown;
  bool beside_future_verb = false;
};

struct TimeValue {
  TimeType type = TimeType::kDate;
  std::string value;                // "" where the expression is no time after all
};

TimeValue value_of(const TimeSense& sense, const TimeContext& context);

// The day that a sense names, where it names one day that can be told.
std::optional<Day> day_of(const TimeSense& sense, const TimeContext& context);

}  // namespace musnad
