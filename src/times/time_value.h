// From what an expression says to its TIMEX3 type and value.
#pragma once

#include <string>

#include "times/time_place.h"

namespace musnad {

struct TimeValue {
  TimeType type = TimeType::kDate;
  std::string value;  // "" where the expression is no time after all
};

TimeValue value_of(const TimeSense& sense, const TimeContext& context);

}  // namespace musnad
