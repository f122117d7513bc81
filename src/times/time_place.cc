#include "times/time_place.h"

#include <cstdlib>

namespace musnad {
namespace {

using Says = TimeSense::Kind;
using std::chrono::days;

// In days: how much further off a date counts on the wrong side of the present, ahead of it where
// the clause says nothing, and on another weekday than the text says.
constexpr long kWrongSide = 300;
constexpr long kLessLikely = 90;
constexpr long kWrongWeekday = 200;
constexpr long kFar = 1000000;
// Figures in the place of a dateline are none when they lie further off than this.
constexpr long kDatelineDays = 10;

Day weekday_day(const TimeSense& sense, const TimeContext& context) {
  const Day today = *context.today;
  const int back = (weekday(today) - sense.weekday + 7) % 7;   // days since the last one, 0 today
  const int ahead = (sense.weekday - weekday(today) + 7) % 7;  // days to the next one, 0 today
  if (sense.placed && sense.steps < 0)
    return today - days{(back == 0 ? 7 : back) + 7 * (-sense.steps - 1)};
  if (sense.placed && sense.steps > 0)
    return today + days{(ahead == 0 ? 7 : ahead) + 7 * (sense.steps - 1)};
  if (context.range_begin) {
    const Day begin = *context.range_begin;
    return begin + days{(sense.weekday - weekday(begin) + 7) % 7};
  }
  const bool future = context.outlook == Outlook::kPresent || leans_forward(sense, context);
  return future && !leans_back(sense, context) ? today + days{ahead} : today - days{back};
}

std::optional<Day> calendar_day(Calendar calendar, int year, int month, int day) {
  return calendar == Calendar::kHijri ? make_hijri_day(year, month, day)
                                      : make_day(year, month, day);
}

// Umm al-Qura years are about 354.37 days long and began in 622.
int year_near(Calendar calendar, Day today) {
  return calendar == Calendar::kHijri ? (year_of(today) - 622) * 33 / 32 : year_of(today);
}

// 15-7: the day of that calendar in which the weekday fits, else in which it is nearer.
std::optional<Day> day_in_figures(const TimeSense& sense, const TimeContext& context) {
  if (!context.today) return std::nullopt;
  std::optional<Day> best;
  long best_distance = sense.dateline ? kDatelineDays : kFar;
  for (Calendar calendar : {Calendar::kGregorian, Calendar::kHijri}) {
    if (calendar == Calendar::kHijri && sense.placed) break;
    TimeSense plain = sense;
    plain.calendar = calendar;
    const auto day = calendar_day(calendar, missing_year(plain, context), sense.month, sense.day);
    if (!day) continue;
    const bool fits = sense.weekday == 0 || weekday(*day) == sense.weekday;
    const long distance = std::labs((*day - *context.today).count()) + (fits ? 0 : kWrongWeekday);
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

int season_month(std::string_view code) {
  return code == "SP" ? 3 : code == "SU" ? 6 : code == "FA" ? 9 : 12;
}

}  // namespace

int year_of(Day day) { return int{fields(day).year()}; }

int month_of(Day day) { return static_cast<int>(unsigned{fields(day).month()}); }

bool leans_back(const TimeSense& sense, const TimeContext& context) {
  return context.outlook == Outlook::kPast || sense.relation == Relation::kSince;
}

bool leans_forward(const TimeSense& sense, const TimeContext& context) {
  return sense.deadline || context.outlook == Outlook::kFuture;
}

int missing_year(const TimeSense& sense, const TimeContext& context) {
  const Day today = sense.placed ? *context.today : context.range_begin.value_or(*context.today);
  const int near = year_near(sense.calendar, today);
  if (sense.unit == TimeUnit::kYear) return near + sense.steps;
  int best = near;
  long best_distance = kFar;
  for (int year = near - 2; year <= near + 2; ++year) {
    const auto first =
        calendar_day(sense.calendar, year, sense.month, sense.day != 0 ? sense.day : 1);
    if (!first) continue;
    const Day last = sense.day != 0 ? *first : *first + days{28};
    const bool over = last<today, ahead = *first> today;
    if (sense.placed && ((sense.steps < 0 && !over) || (sense.steps > 0 && !ahead))) continue;
    long distance = std::labs((*first + days{sense.day != 0 ? 0 : 14} - today).count());
    if (!sense.placed && ahead && !leans_forward(sense, context)) {
      distance += leans_back(sense, context) ? kWrongSide : kLessLikely;
    }
    if (!sense.placed && over && leans_forward(sense, context)) distance += kWrongSide;
    if (sense.day != 0 && sense.weekday != 0 && weekday(*first) != sense.weekday)
      distance += kWrongWeekday;
    if (distance < best_distance) {
      best = year;
      best_distance = distance;
    }
  }
  return best;
}

int season_year(const TimeSense& sense, const TimeContext& context) {
  if (sense.year != 0) return sense.year;
  const Day today = *context.today;
  const int year = year_of(today);
  if (sense.unit == TimeUnit::kYear) return year + sense.steps;
  const int first_month = season_month(sense.code);
  const Day begin = *make_day(year, first_month, 1), end = begin + days{91};
  if (sense.placed && sense.steps < 0)
    return (end < today ? year : end - days{365} < today ? year - 1 : year - 2) + sense.steps + 1;
  if (sense.placed && sense.steps > 0) return (begin > today ? year : year + 1) + sense.steps - 1;
  const auto middle = [&](int of_year) {
    return std::labs((*make_day(of_year, first_month, 15) + days{30} - today).count());
  };
  return middle(year - 1) < middle(year) ? year - 1 : year;
}

std::optional<Day> day_of(const TimeSense& sense, const TimeContext& context) {
  switch (sense.kind) {
    case Says::kDay:
      if (context.today) return *context.today + days{sense.steps};
      break;
    case Says::kEventDay:
      return context.event_day;
    case Says::kWeekday:
      if (context.today) return weekday_day(sense, context);
      break;
    case Says::kDate:
      return date_day(sense, context);
    case Says::kPeriod:
      return period_day(sense, context);
    default:
      break;
  }
  return std::nullopt;
}

}  // namespace musnad
