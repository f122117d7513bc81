#include "times/time_value.h"

#include <fmt/format.h>

namespace musnad {
namespace {

using Says = TimeSense::Kind;
using std::chrono::days;

constexpr int kMostUnits = 1900;  // amounts up to this are counted from now to a date

std::string date_value(const TimeSense& sense, const TimeContext& context) {
  if (const auto day = day_of(sense, context)) return iso_day(*day);
  const bool known = sense.year != 0 || context.today.has_value();
  if (!known) {
    if (sense.calendar == Calendar::kHijri) return sense.day != 0 ? "XXXX-XX-XX" : "XXXX-XX";
    return sense.day != 0 ? fmt::format("XXXX-{:02}-{:02}", sense.month, sense.day)
                          : fmt::format("XXXX-{:02}", sense.month);
  }
  const int year = sense.year != 0 ? sense.year : missing_year(sense, context);
  if (sense.calendar == Calendar::kHijri) {  // the Gregorian month or year that holds the middle
    const auto middle =
        sense.month != 0 ? make_hijri_day(year, sense.month, 15) : make_hijri_day(year, 7, 1);
    if (!middle) return "XXXX";
    return sense.month != 0 ? iso_month(year_of(*middle), month_of(*middle))
                            : iso_year(year_of(*middle));
  }
  if (sense.day != 0) return "";  // no such day, or no dateline
  if (sense.month != 0) return iso_month(year, sense.month);
  return sense.code.empty() ? iso_year(year) : fmt::format("{}-{}", iso_year(year), sense.code);
}

std::string week_value(const TimeSense& sense, const TimeContext& context) {
  // On a Monday what has passed of an unplaced week (منذ بداية الأسبوع) is the week before.
  const bool before = !sense.placed && leans_back(sense, context) && weekday(*context.today) == 1;
  return iso_week(*context.today + days{7 * (before ? -1 : sense.steps)});
}

std::string period_value(const TimeSense& sense, const TimeContext& context) {
  if (const auto day = day_of(sense, context)) return iso_day(*day);
  const bool known = context.today.has_value();
  const int year = known ? year_of(*context.today) + sense.steps : 0;
  switch (sense.unit) {
    case TimeUnit::kWeek:
      return known ? week_value(sense, context) : "XXXX-WXX";
    case TimeUnit::kMonth:
      return known ? iso_month(year - sense.steps, month_of(*context.today) + sense.steps)
                   : "XXXX-XX";
    case TimeUnit::kDecade:
      return known ? fmt::format("{:03}", year_of(*context.today) / 10 + sense.steps) : "XXX";
    case TimeUnit::kCentury:
      return known ? fmt::format("{:02}", year_of(*context.today) / 100 + sense.steps) : "XX";
    default:
      break;
  }
  const std::string whole = known ? iso_year(year) : "XXXX";
  return sense.code.empty() ? whole : fmt::format("{}-{}", whole, sense.code);
}

std::string weekend_value(const TimeSense& sense, const TimeContext& context) {
  if (!context.today) return "XXXX-WXX-WE";
  const bool last = !leans_forward(sense, context) && weekday(*context.today) < 5;
  return iso_week(*context.today - days{last ? 7 : 0}) + "-WE";
}

struct DurationUnit {
  std::string_view prefix, letter;
  int factor;
};

DurationUnit duration_unit(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return {"T", "S", 1};
    case TimeUnit::kMinute:
      return {"T", "M", 1};
    case TimeUnit::kHour:
      return {"T", "H", 1};
    case TimeUnit::kDay:
      return {"", "D", 1};
    case TimeUnit::kWeek:
      return {"", "W", 1};
    case TimeUnit::kMonth:
      return {"", "M", 1};
    case TimeUnit::kDecade:
      return {"", "Y", 10};
    case TimeUnit::kCentury:
      return {"", "Y", 100};
    default:
      return {"", "Y", 1};
  }
}

std::string duration_value(const TimeSense& sense) {
  const DurationUnit unit = duration_unit(sense.unit);
  const std::string count = sense.count < 0 ? "X" : fmt::format("{}", sense.count * unit.factor);
  std::string value = fmt::format("P{}{}{}", unit.prefix, count, unit.letter);
  if (sense.extra_unit == TimeUnit::kNone) return value;
  const DurationUnit extra = duration_unit(sense.extra_unit);
  const std::string_view prefix = unit.prefix.empty() ? extra.prefix : "";
  const std::string extra_count =
      sense.extra_count < 0 ? "X" : fmt::format("{}", sense.extra_count);
  return value + fmt::format("{}{}{}", prefix, extra_count, extra.letter);
}

// The date that lies an amount before (sign -1) or after (sign 1) the day of the text, as fine as
// the unit; vague where the amount is not told or goes back behind the first year.
std::string shifted_value(const TimeSense& sense, const TimeContext& context, int sign) {
  const bool too_far = sense.count > kMostUnits;
  if (sense.count < 0 || too_far || !context.today) return sign < 0 ? "PAST_REF" : "FUTURE_REF";
  const Day today = *context.today;
  const int count = sign * sense.count;
  switch (sense.unit) {
    case TimeUnit::kDay:
      return iso_day(today + days{count});
    case TimeUnit::kWeek:
      return iso_week(today + days{7 * count});
    case TimeUnit::kMonth:
      return iso_month(year_of(today), month_of(today) + count);
    case TimeUnit::kYear: {
      const int months = sense.extra_unit == TimeUnit::kMonth ? sign * sense.extra_count : 0;
      return months == 0 ? iso_year(year_of(today) + count)
                         : iso_month(year_of(today) + count, month_of(today) + months);
    }
    case TimeUnit::kDecade:
      return sense.count <= kMostUnits / 10 ? iso_year(year_of(today) + 10 * count) : "PAST_REF";
    case TimeUnit::kCentury:
      return sense.count <= kMostUnits / 100 ? iso_year(year_of(today) + 100 * count) : "PAST_REF";
    default:
      return iso_day(today);
  }
}

TimeValue amount_value(const TimeSense& sense, const TimeContext& context) {
  const bool since_point = sense.relation == Relation::kSince && !context.lasting;
  const bool future = context.outlook == Outlook::kFuture;
  const bool before = sense.relation == Relation::kBefore,
             after = sense.relation == Relation::kAfter;
  if (sense.measured) return {TimeType::kDuration, duration_value(sense)};
  const bool arrives = after && context.outlook == Outlook::kPresent;  // يصل بعد عامين
  if (((before || after) && future) || arrives) {  // سيصل بعد عامين, لن … قبل عامين
    return {TimeType::kDate, shifted_value(sense, context, 1)};
  }
  if (before || since_point) return {TimeType::kDate, shifted_value(sense, context, -1)};
  return {TimeType::kDuration, duration_value(sense)};
}

std::string set_value(const TimeSense& sense) {
  if (!sense.code.empty()) return std::string(sense.code);
  if (sense.weekday != 0) return fmt::format("XXXX-WXX-{}", sense.weekday);
  if (sense.month != 0 && sense.day != 0)
    return fmt::format("XXXX-{:02}-{:02}", sense.month, sense.day);
  if (sense.month != 0) return fmt::format("XXXX-{:02}", sense.month);
  return duration_value(sense);
}

// On a clock of twenty-four hours: الخامسة مساء is 17.
int hour_of_day(const TimeSense& sense) {
  const bool night = sense.part == "NI";
  if (sense.hour == 12 && (night || sense.part == "MO")) return 0;
  const bool second_half = sense.part == "EV" || sense.part == "AF" || (night && sense.hour > 5);
  return sense.hour < 12 && second_half ? sense.hour + 12 : sense.hour;
}

// اليوم in somebody's words, of how things are: إيران اليوم ليست كما كانت.
bool means_nowadays(const TimeSense& sense, const TimeContext& context) {
  const bool bare =
      !sense.told && sense.steps == 0 && sense.weekday == 0 && sense.part.empty() && sense.hour < 0;
  return bare && context.quoted && context.outlook != Outlook::kFuture &&
         context.outlook != Outlook::kPast;
}

// A day with its part or clock time.
TimeValue with_time(std::string day, const TimeSense& sense) {
  if (day.empty()) return {};
  if (sense.hour >= 0)
    return {TimeType::kTime, fmt::format("{}T{:02}:{:02}", day, hour_of_day(sense), sense.minute)};
  if (!sense.part.empty()) return {TimeType::kTime, fmt::format("{}T{}", day, sense.part)};
  return {TimeType::kDate, std::move(day)};
}

}  // namespace

TimeValue value_of(const TimeSense& sense, const TimeContext& context) {
  if (sense.told && !context.today) return {};
  const auto day = day_of(sense, context);
  switch (sense.kind) {
    case Says::kDay:
      if (means_nowadays(sense, context)) return {TimeType::kDate, "PRESENT_REF"};
      return with_time(day ? iso_day(*day) : "XXXX-XX-XX", sense);
    case Says::kEventDay: {
      const bool part_alone = sense.hour < 0 && !sense.part.empty();
      if (part_alone && context.outlook != Outlook::kPast) return {};  // a habit: ينامون ليلا
      TimeSense of_day = sense;  // الأحد مساء … في الساعة السابعة
      if (of_day.hour >= 0 && of_day.part.empty()) of_day.part = context.part;
      return with_time(day ? iso_day(*day) : "XXXX-XX-XX", of_day);
    }
    case Says::kWeekday:
      return with_time(day ? iso_day(*day) : fmt::format("XXXX-WXX-{}", sense.weekday), sense);
    case Says::kDate:
      return with_time(date_value(sense, context), sense);
    case Says::kPeriod:
      return {TimeType::kDate, period_value(sense, context)};
    case Says::kSeason: {
      const bool known = sense.year != 0 || context.today;
      return {
          TimeType::kDate,
          fmt::format("{}-{}", known ? iso_year(season_year(sense, context)) : "XXXX", sense.code)};
    }
    case Says::kWeekend:
      return {TimeType::kDate, weekend_value(sense, context)};
    case Says::kDecade:
      return {TimeType::kDate, fmt::format("{:03}", sense.year / 10)};
    case Says::kCentury:
      return {TimeType::kDate, fmt::format("{:02}", sense.year / 100)};
    case Says::kAmount:
      return amount_value(sense, context);
    case Says::kLength:
      if (sense.code == "PXX" && sense.relation == Relation::kBefore && !sense.measured) {
        return {TimeType::kDate, "PAST_REF"};  // قبل فترة
      }
      return {TimeType::kDuration, std::string(sense.code)};
    case Says::kSet:
      return {TimeType::kSet, set_value(sense)};
    case Says::kReference:
      return {TimeType::kDate, std::string(sense.code)};
    case Says::kLater:
      return {TimeType::kDate,
              leans_forward(sense, context) ? "FUTURE_REF" : std::string(sense.code)};
    case Says::kSomeDay:
      return {TimeType::kDate, context.beside_future_verb ? "FUTURE_REF" : ""};
    case Says::kNone:
      break;
  }
  return {};
}

}  // namespace musnad
