// What a time expression says, before it is known which day the text speaks from.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/document.h"

namespace musnad {

enum class Calendar : uint8_t { kGregorian, kHijri };

enum class TimeUnit : uint8_t {
  kNone,
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeek,
  kMonth,
  kYear,
  kDecade,
  kCentury
};

// How the word before an amount places it: قبل عامين, بعد عامين, منذ عامين, خلال عامين.
enum class Relation : uint8_t { kNone, kBefore, kAfter, kSince, kDuring };

struct TimeSense {
  enum class Kind : uint8_t {
    kNone,
    kDay,  // `steps` days from the day of the text, or from the one told
    kEventDay,  // the day that the text tells of: غداة, اليوم الأول, a clock time without a day
    kWeekday,    // `weekday`, placed by `steps` or by the tense
    kDate,       // `year`, `month`, `day` of `calendar`, 0 where not said
    kPeriod,     // the `unit` that lies `steps` units from the present one, or its part `code`
    kSeason,     // `code` of `year`, or placed by `steps`
    kWeekend,    // placed by `steps` or by the tense
    kDecade,     // the ten years from `year`
    kCentury,    // the hundred years from `year`
    kAmount,     // `count` units and `extra_count` smaller ones, placed by `relation`
    kLength,     // `code`, an ISO duration
    kSet,        // `code`, an ISO duration, or every `weekday` or `month`
    kReference,  // `code` PAST_REF PRESENT_REF FUTURE_REF
    kLater,      // FUTURE_REF where the clause speaks of the future, else `code`
    kSomeDay     // FUTURE_REF beside a verb of the future
  };

  Kind kind = Kind::kNone;
  Calendar calendar = Calendar::kGregorian;
  TimeUnit unit =
      TimeUnit::kNone;  // of periods and amounts; of a date: what `steps` counts, months or years
  TimeUnit extra_unit = TimeUnit::kNone;
  Relation relation = Relation::kNone;
  bool measured = false;  // an amount counted from an event (قبل يومين من …), not from now
  bool placed = false;    // `steps` is said
  bool told = false;      // counted from the time named before, not from now: العام نفسه
  bool deadline = false;  // after حتى, بحلول
  bool figures = false;   // day and month in figures alone, of either calendar
  bool dateline = false;  // such a date where only a dateline would stand
  bool deictic = false;   // of a date: also said to be `offset` days from the day of the text
  int16_t offset = 0;
  int16_t steps = 0;
  int16_t year = 0;
  int16_t month = 0;
  int16_t day = 0;
  int16_t weekday = 0;  // 1 Monday … 7 Sunday, 0 not said
  int16_t hour = -1;    // 0 … 23, -1 not said
  int16_t minute = 0;
  int32_t count = 0;  // -1: several
  int32_t extra_count = 0;
  std::string_view part;  // MO AF EV NI
  std::string_view code;
};

// An expression in its place.
struct TimeMatch {
  TokenRange tokens;
  TimeSense sense;
};

}  // namespace musnad
