#include "times/time_value.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace musnad {
namespace {

using Says = TimeSense::Kind;
using std::chrono::days;

constexpr long kDatelineDays = 10;  // further off than this, figures in the place of a dateline are none

int year_of(Day day) { return int{fields(day).year()}; }
int month_of(Day day) { return static_cast<int>(unsigned{fields(day).month()}); }

bool leans_back(const TimeSense& sense, const TimeContext& context) {
  return context.outlook == Outlook::kPast || sense.relation == Relation::kSince;
}

bool leans_forward(const TimeSense& sense, const TimeContext& context) {
  return sense.deadline || context.outlook == Outlook::kFuture;
}

// ---- Days ----

Day weekday_day(const TimeSense& sense, const TimeContext& context) {
  const Day today = *context.today;
  const int back = (weekday(today) - sense.weekday + 7) % 7;   // days since the last one, 0 today
  const int ahead = (sense.weekday - weekday(today) + 7) % 7;  // days to the next one, 0 today
  if (sense.placed && sense.steps < 0) return today - days{(back == 0 ? 7 : back) + 7 * (-sense.steps - 1)};
  if (sense.placed && sense.steps > 0) return today + days{(ahead == 0 ? 7 : ahead) + 7 * (sense.steps - 1)};
  const bool future = context.outlook == Outlook::kPresent || leans_forward(sense, context);
  return future && !leans_back(sense, context) ? today + days{ahead} : today - days{back};
}

std::optional<Day> calendar_day(Calendar calendar, int year, int month, int day) {
  return calendar == Calendar::kHijri ? make_hijri_day(year, month, day) : make_day(year, month, day);
}

// Umm al-Qura years are about 354.37 days long and began in 622.
int year_near(Calendar calendar, Day today) {
  return calendar == Calendar::kHijri ? (year_of(today) - 622) * 33 / 32 : year_of(today);
}

// The year of a date whose text gives only month and perhaps day: the one that its place, its weekday, or the clause
// asks for, else the nearest.
int missing_year(const TimeSense& sense, const TimeContext& context) {
  const Day today = *context.today;
  const int near = year_near(sense.calendar, today);
  if (sense.unit == TimeUnit::kYear) return near + sense.steps;
  int best = near;
  long best_distance = 1000000;
  for (int year = near - 2; year <= near + 2; ++year) {
    const auto first = calendar_day(sense.calendar, year, sense.month, sense.day != 0 ? sense.day : 1);
    if (!first) continue;
    const Day last = sense.day != 0 ? *first : *first + days{28};
    const bool over = last < today, ahead = *first > today;
    if (sense.placed && ((sense.steps < 0 && !over) || (sense.steps > 0 && !ahead))) continue;
    long distance = std::labs((*first + days{sense.day != 0 ? 0 : 14} - today).count());
    if (!sense.placed && ahead && leans_back(sense, context) && !sense.deadline) distance += 300;
    if (!sense.placed && over && leans_forward(sense, context)) distance += 300;
    if (sense.day != 0 && sense.weekday != 0 && weekday(*first) != sense.weekday) distance += 200;
    if (distance < best_distance) {
      best = year;
      best_distance = distance;
    }
  }
  return best;
}

// 15-7: the day of that calendar in which the weekday fits, else in which it is nearer.
std::optional<Day> day_in_figures(const TimeSense& sense, const TimeContext& context) {
  if (!context.today) return std::nullopt;
  std::optional<Day> best;
  long best_distance = sense.dateline ? kDatelineDays : 1000000;
  for (Calendar calendar : {Calendar::kGregorian, Calendar::kHijri}) {
    TimeSense plain = sense;
    plain.calendar = calendar;
    const auto day = calendar_day(calendar, missing_year(plain, context), sense.month, sense.day);
    if (!day) continue;
    const bool fits = sense.weekday == 0 || weekday(*day) == sense.weekday;
    const long distance = std::labs((*day - *context.today).count()) + (fits ? 0 : 500);
    if (distance >= best_distance) continue;
    best = day;
    best_distance = distance;
  }
  return best;
}

std::optional<Day> date_day(const TimeSense& sense, const TimeContext& context) {
  if (sense.day == 0 || sense.month == 0) return std::nullopt;
  if (sense.figures) return day_in_figures(sense, context);
  if (sense.year == 0 && !context.today) return std::nullopt;
  const int year = sense.year != 0 ? sense.year : missing_year(sense, context);
  return calendar_day(sense.calendar, year, sense.month, sense.day);
}

std::optional<Day> period_day(const TimeSense& sense, const TimeContext& context) {
  if (sense.day == 0 || sense.unit != TimeUnit::kMonth || !context.today) return std::nullopt;
  const int months = year_of(*context.today) * 12 + month_of(*context.today) - 1 + sense.steps;
  return make_day(months / 12, months % 12 + 1, sense.day);
}

// ---- Values ----

std::string date_value(const TimeSense& sense, const TimeContext& context) {
  if (const auto day = date_day(sense, context)) return iso_day(*day);
  const bool known = sense.year != 0 || context.today.has_value();
  if (!known) {
    if (sense.calendar == Calendar::kHijri) return sense.day != 0 ? "XXXX-XX-XX" : "XXXX-XX";
    return sense.day != 0 ? fmt::format("XXXX-{:02}-{:02}", sense.month, sense.day) : fmt::format("XXXX-{:02}", sense.month);
  }
  const int year = sense.year != 0 ? sense.year : missing_year(sense, context);
  if (sense.calendar == Calendar::kHijri) {  // the Gregorian month or year that holds the middle
    const auto middle = sense.month != 0 ? make_hijri_day(year, sense.month, 15) : make_hijri_day(year, 7, 1);
    if (!middle) return "XXXX";
    return sense.month != 0 ? iso_month(year_of(*middle), month_of(*middle)) : iso_year(year_of(*middle));
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
  if (const auto day = period_day(sense, context)) return iso_day(*day);
  const bool known = context.today.has_value();
  const int year = known ? year_of(*context.today) + sense.steps : 0;
  switch (sense.unit) {
    case TimeUnit::kWeek: return known ? week_value(sense, context) : "XXXX-WXX";
    case TimeUnit::kMonth:
      return known ? iso_month(year - sense.steps, month_of(*context.today) + sense.steps) : "XXXX-XX";
    case TimeUnit::kDecade: return known ? fmt::format("{:03}", year_of(*context.today) / 10 + sense.steps) : "XXX";
    case TimeUnit::kCentury: return known ? fmt::format("{:02}", year_of(*context.today) / 100 + sense.steps) : "XX";
    default: break;
  }
  const std::string whole = known ? iso_year(year) : "XXXX";
  return sense.code.empty() ? whole : fmt::format("{}-{}", whole, sense.code);
}

// Seasons count by the year they begin in: spring in March, summer in June, autumn in September, winter in December.
int season_year(const TimeSense& sense, const TimeContext& context) {
  if (sense.year != 0) return sense.year;
  const Day today = *context.today;
  const int year = year_of(today);
  if (sense.unit == TimeUnit::kYear) return year + sense.steps;
  const int first_month = sense.code == "SP" ? 3 : sense.code == "SU" ? 6 : sense.code == "FA" ? 9 : 12;
  const Day begin = *make_day(year, first_month, 1), end = begin + days{91};
  if (sense.placed && sense.steps < 0) return (end < today ? year : end - days{365} < today ? year - 1 : year - 2) + sense.steps + 1;
  if (sense.placed && sense.steps > 0) return (begin > today ? year : year + 1) + sense.steps - 1;
  const auto middle = [&](int of_year) { return std::labs((*make_day(of_year, first_month, 15) + days{30} - today).count()); };
  return middle(year - 1) < middle(year) ? year - 1 : year;
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
    case TimeUnit::kSecond: return {"T", "S", 1};
    case TimeUnit::kMinute: return {"T", "M", 1};
    case TimeUnit::kHour: return {"T", "H", 1};
    case TimeUnit::kDay: return {"", "D", 1};
    case TimeUnit::kWeek: return {"", "W", 1};
    case TimeUnit::kMonth: return {"", "M", 1};
    case TimeUnit::kDecade: return {"", "Y", 10};
    case TimeUnit::kCentury: return {"", "Y", 100};
    default: return {"", "Y", 1};
  }
}

std::string duration_value(const TimeSense& sense) {
  const DurationUnit unit = duration_unit(sense.unit);
  const std::string count = sense.count < 0 ? "X" : fmt::format("{}", sense.count * unit.factor);
  std::string value = fmt::format("P{}{}{}", unit.prefix, count, unit.letter);
  if (sense.extra_unit == TimeUnit::kNone) return value;
  const DurationUnit extra = duration_unit(sense.extra_unit);
  const std::string_view prefix = unit.prefix.empty() ? extra.prefix : "";
  const std::string extra_count = sense.extra_count < 0 ? "X" : fmt::format("{}", sense.extra_count);
  return value + fmt::format("{}{}{}", prefix, extra_count, extra.letter);
}

// The date that lies an amount before (sign -1) or after (sign 1) the day of the text, as fine as the unit.
std::string shifted_value(const TimeSense& sense, const TimeContext& context, int sign) {
  if (sense.count < 0 || !context.today) return sign < 0 ? "PAST_REF" : "FUTURE_REF";
  const Day today = *context.today;
  const int count = sign * sense.count;
  switch (sense.unit) {
    case TimeUnit::kDay: return iso_day(today + days{count});
    case TimeUnit::kWeek: return iso_week(today + days{7 * count});
    case TimeUnit::kMonth: return iso_month(year_of(today), month_of(today) + count);
    case TimeUnit::kYear: {
      const int months = sense.extra_unit == TimeUnit::kMonth ? sign * sense.extra_count : 0;
      return months == 0 ? iso_year(year_of(today) + count) : iso_month(year_of(today) + count, month_of(today) + months);
    }
    case TimeUnit::kDecade: return iso_year(year_of(today) + 10 * count);
    case TimeUnit::kCentury: return iso_year(year_of(today) + 100 * count);
    default: return iso_day(today);
  }
}

TimeValue amount_value(const TimeSense& sense, const TimeContext& context) {
  const bool since_point = sense.relation == Relation::kSince && context.outlook == Outlook::kPast;
  if (!sense.measured && (sense.relation == Relation::kBefore || since_point)) {
    return {TimeType::kDate, shifted_value(sense, context, -1)};
  }
  if (!sense.measured && sense.relation == Relation::kAfter && context.outlook == Outlook::kFuture) {
    return {TimeType::kDate, shifted_value(sense, context, 1)};
  }
  return {TimeType::kDuration, duration_value(sense)};
}

std::string set_value(const TimeSense& sense) {
  if (!sense.code.empty()) return std::string(sense.code);
  if (sense.weekday != 0) return fmt::format("XXXX-WXX-{}", sense.weekday);
  if (sense.month != 0 && sense.day != 0) return fmt::format("XXXX-{:02}-{:02}", sense.month, sense.day);
  if (sense.month != 0) return fmt::format("XXXX-{:02}", sense.month);
  return duration_value(sense);
}

// On a clock of twenty-four hours: الخامسة مساء is 17.
int hour_of_day(const TimeSense& sense) {
  const bool night = sense.part == "NI";
  if (sense.hour == 12 && night) return 0;
  const bool second_half = sense.part == "EV" || sense.part == "AF" || (night && sense.hour > 5);
  return sense.hour < 12 && second_half ? sense.hour + 12 : sense.hour;
}

// A day with its part or clock time.
TimeValue with_time(std::string day, const TimeSense& sense) {
  if (day.empty()) return {};
  if (sense.hour >= 0) return {TimeType::kTime, fmt::format("{}T{:02}:{:02}", day, hour_of_day(sense), sense.minute)};
  if (!sense.part.empty()) return {TimeType::kTime, fmt::format("{}T{}", day, sense.part)};
  return {TimeType::kDate, std::move(day)};
}

}  // namespace

std::optional<Day> day_of(const TimeSense& sense, const TimeContext& context) {
  switch (sense.kind) {
    case Says::kDay: if (context.today) return *context.today + days{sense.steps}; break;
    case Says::kEventDay: return context.event_day;
    case Says::kWeekday: if (context.today) return weekday_day(sense, context); break;
    case Says::kDate: return date_day(sense, context);
    case Says::kPeriod: return period_day(sense, context);
    default: break;
  }
  return std::nullopt;
}

TimeValue value_of(const TimeSense& sense, const TimeContext& context) {
  const auto day = day_of(sense, context);
  switch (sense.kind) {
    case Says::kDay:
    case Says::kEventDay: return with_time(day ? iso_day(*day) : "XXXX-XX-XX", sense);
    case Says::kWeekday: return with_time(day ? iso_day(*day) : fmt::format("XXXX-WXX-{}", sense.weekday), sense);
    case Says::kDate: return with_time(date_value(sense, context), sense);
    case Says::kPeriod: return {TimeType::kDate, period_value(sense, context)};
    case Says::kSeason: {
      const bool known = sense.year != 0 || context.today;
      return {TimeType::kDate, fmt::format("{}-{}", known ? iso_year(season_year(sense, context)) : "XXXX", sense.code)};
    }
    case Says::kWeekend: return {TimeType::kDate, weekend_value(sense, context)};
    case Says::kDecade: return {TimeType::kDate, fmt::format("{:03}", sense.year / 10)};
    case Says::kCentury: return {TimeType::kDate, fmt::format("{:02}", sense.year / 100)};
    case Says::kAmount: return amount_value(sense, context);
    case Says::kLength: return {TimeType::kDuration, std::string(sense.code)};
    case Says::kSet: return {TimeType::kSet, set_value(sense)};
    case Says::kReference: return {TimeType::kDate, std::string(sense.code)};
    case Says::kLater:
      return {TimeType::kDate, leans_forward(sense, context) ? "FUTURE_REF" : std::string(sense.code)};
    case Says::kSomeDay: return {TimeType::kDate, context.beside_future_verb ? "FUTURE_REF" : ""};
    case Says::kNone: break;
  }
  return {};
}

}  // namespace musnad
