// Dates of the calendar: 17 سبتمبر ايلول, السابع من يونيو الماضي, 3 /3 /1426هـ, عام 1997, and the
// days and months that share one (12 و13 آب).
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "morphology/word.h"
#include "times/time_grammar.h"

namespace musnad {
namespace {

bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—'; }
bool is_separator(char32_t c) { return c == U'/' || is_dash(c); }

}  // namespace

size_t TimeGrammar::date(size_t i, TimeSense& sense) const {
  const size_t end = longest(i, sense,
                             {&TimeGrammar::shared_month, &TimeGrammar::single_date,
                              &TimeGrammar::year, &TimeGrammar::bare_year});
  if (end != 0 && sense.year == 0 && !sense.placed)
    sense.year = static_cast<int16_t>(named_year(i - 1, sense));
  const size_t other = end != 0 ? other_calendar(end, sense) : 0;
  return other != 0 ? other : end;
}

// [day [من]] month [year], or all in figures.
size_t TimeGrammar::single_date(size_t i, TimeSense& sense) const {
  if (const size_t end = numeric_date(i, sense)) return end;
  int number = 0;
  size_t after_day = day_number(i, number);
  if (after_day == 0) {  // يوم تسعة ديسمبر
    const size_t counted = as(i, TimeClass::kCardinal) ? cardinal(i, number) : 0;
    after_day = number <= 31 && as(counted, TimeClass::kMonth) ? counted : 0;
  }
  if (after_day == 0) return month(i, sense);
  const size_t j = after_day + (as(after_day, TimeClass::kOf) ||
                                (at(i).number >= 0 && is_separator(mark(after_day))));
  TimeSense within;
  if (const size_t end = month(j, within)) {
    sense = within;
    sense.day = static_cast<int16_t>(number);
    return end;
  }
  size_t end = longest(j, within, {&TimeGrammar::whole_period, &TimeGrammar::told_period});
  if (end == 0 && expects_date(i)) end = month_left_out(j, within);
  if (end == 0 || within.unit != TimeUnit::kMonth) return 0;
  sense = within;  // 29 الشهر الماضي, 20 من الشهر نفسه, 12 الجاري
  sense.day = static_cast<int16_t>(number);
  return end;
}

// The place of a month without الشهر, as far as its gender tells: 12 [الشهر] الجاري.
size_t TimeGrammar::month_left_out(size_t i, TimeSense& sense) const {
  sense.kind = Kind::kPeriod;
  sense.unit = TimeUnit::kMonth;
  return ends_in(i, kTa) ? 0 : direction(i, sense);
}

// A date is likely at a number: behind a preposition, يوم, the name of a day or another number.
bool TimeGrammar::expects_date(size_t i) const {
  const bool day = heads(i - 1, TimeUnit::kDay) || as(i - 1, TimeClass::kWeekday);
  const bool further = at(i).joined && (at(i - 1).number >= 0 || as(i - 1, TimeClass::kOrdinal));
  const bool last = is_dash(mark(i - 1)) && at(i - 2).number >= 0;
  return after_time_preposition(i) || as(i - 1, TimeClass::kOf) || day || further || last ||
         continues(i);
}

// [شهر] name [(other name)] [year or place].
size_t TimeGrammar::month(size_t i, TimeSense& sense) const {
  const bool head = heads(i, TimeUnit::kMonth);
  const size_t place = i + head;
  const TimeMeaning* name = as(place, TimeClass::kMonth);
  if (name == nullptr || quoted(place)) return 0;
  sense.kind = Kind::kDate;
  sense.month = name->value;
  sense.calendar = name->calendar;
  const size_t after_other = other_name(place);
  const size_t after_names = after_other != 0 ? after_other : place + 1;
  const size_t tail = month_tail(after_names, sense);
  const bool sure = head || after_other != 0 || tail != 0 || is_month_here(place, *name);
  if (!sure) return 0;
  return tail != 0 ? tail : after_names;
}

// The second name behind a month: (آب), /آب, آب.
size_t TimeGrammar::other_name(size_t i) const {
  const bool bracket = mark(i + 1) == U'(';
  const size_t k = i + 1 + (bracket || is_separator(mark(i + 1)));
  const TimeMeaning* name = as(i, TimeClass::kMonth);
  const TimeMeaning* other = as(k, TimeClass::kMonth);
  const bool same = other != nullptr && other->value == name->value &&
                    other->calendar == name->calendar && key(k) != key(i);
  if (!same || (bracket && mark(k + 1) != U')')) return 0;
  return k + (bracket ? 2 : 1);
}

// Whether a bare name is the month: always, unless it is ambiguous; then behind a number, من, a
// word such as نهاية, another date, or, spelled as in the table, behind a preposition.
bool TimeGrammar::is_month_here(size_t i, const TimeMeaning& name) const {
  if (name.ambiguous_spelling.empty() || at(i - 1).number >= 0 || continues(i)) return true;
  const TimeMeaning* day = as(i - 1, TimeClass::kOrdinal);  // أول مايو
  if (as(i - 1, TimeClass::kOf) || as(i - 1, TimeClass::kEdge) || (day && !day->definite))
    return true;
  return after_time_preposition(i) &&
         document_.token_text(at(i).tokens.begin) == name.ambiguous_spelling;
}

// What places a month: a year, المقبل, من العام الماضي, من كل عام.
size_t TimeGrammar::month_tail(size_t i, TimeSense& sense) const {
  if (const size_t end = year(i, sense)) return end;
  if (const size_t end = year_number(i + is_separator(mark(i)), sense)) return end;
  if (const size_t end = direction(i, sense)) {
    sense.unit = TimeUnit::kMonth;
    const size_t with_year = year_number(end, sense);
    return with_year != 0 ? with_year : end;
  }
  const size_t k = i + (as(i, TimeClass::kOf) != nullptr);
  const TimeMeaning* unit = as(k + 1, TimeClass::kUnit);
  if (as(k, TimeClass::kEach) && unit && unit->unit == TimeUnit::kYear) {
    sense.kind = Kind::kSet;
    return k + 2;
  }
  TimeSense within;
  const size_t end = longest(k, within, {&TimeGrammar::whole_period, &TimeGrammar::told_period});
  if (end != 0 && within.year != 0) {  // من العام الماضي 2014
    sense.year = within.year;
    return end;
  }
  if (end == 0 || within.unit != TimeUnit::kYear || !within.placed) return 0;
  sense.unit = TimeUnit::kYear;
  sense.steps = within.steps;
  sense.placed = true;
  sense.told = within.told;
  return end;
}

// The year of the event that the word at `i` and the date behind it name (هجمات 11 سبتمبر), 0 for
// none.
int TimeGrammar::named_year(size_t i, const TimeSense& sense) const {
  if (at(i).meanings == nullptr || sense.month == 0 || sense.calendar != Calendar::kGregorian)
    return 0;
  const std::string date = sense.day != 0 ? fmt::format("{:02}-{:02}", sense.month, sense.day)
                                          : fmt::format("{:02}", sense.month);
  for (const TimeMeaning& meaning : *at(i).meanings) {
    if (meaning.kind == TimeClass::kNamedDay && meaning.code == date) return meaning.value;
  }
  return 0;
}

// [من] [عام] 1997.
size_t TimeGrammar::year(size_t i, TimeSense& sense) const {
  const size_t head = i + (as(i, TimeClass::kOf) != nullptr);
  if (!heads(head, TimeUnit::kYear) || (i != head && sense.month == 0)) return 0;
  if (sense.kind == Kind::kNone) sense.kind = Kind::kDate;
  const size_t name = head + 1 + (as(head + 1, TimeClass::kYearKind) != nullptr);
  const bool bracket = mark(name) == U'(';
  const size_t k = name + bracket;
  size_t end = year_number(k, sense);
  int number = 0;
  const size_t counted = end == 0 ? cardinal(k, number) : 0;
  if (counted == k + 1 && at(k).digits == 2) {  // عام 48
    sense.year = static_cast<int16_t>(number + (number < 30 ? 2000 : 1900));
    end = counted;
  } else if (counted != 0 && at(k).digits == 0 && number >= 1900 && number <= 2100) {
    sense.year = static_cast<int16_t>(number);  // عام ألفين وثلاثة
    end = counted;
  }
  if (end == 0 || (bracket && mark(end) != U')')) return 0;
  const bool two = name > head + 1 && is_separator(mark(end)) && at(end + 1).digits == 4;
  return end + (two ? 2 : bracket);  // السنة المالية 2025/2026
}

// A year without عام: after منذ, a preposition, a word for its beginning or end, another year or
// the noun that it dates (انتخابات 2024); or before a pause or a word that cannot belong to a
// number. Except after منذ no noun may follow that the number could count.
size_t TimeGrammar::bare_year(size_t i, TimeSense& sense) const {
  sense.kind = Kind::kDate;
  int number = 0;
  const size_t end = year_number(i, sense);
  if (end == 0 || cardinal(i, number) != i + 1) return 0;
  const bool era = end == i + 2;
  if (!era && (sense.calendar == Calendar::kHijri || sense.year < 1900 || sense.year > 2100))
    return 0;
  const char32_t before = mark(i - 1);
  if (before == U'/' || before == U':' || before == U'.' || mark(end) == U'%') return 0;
  if (era || (continues(i) && previous_.kind == Kind::kDate)) return end;
  if (as(i - 1, TimeClass::kSince)) return as(end, TimeClass::kUnit) ? 0 : end;
  const bool placed = after_time_preposition(i) || as(i - 1, TimeClass::kEdge) ||
                      as(i - 1, TimeClass::kSeason) || as(i - 1, TimeClass::kOf);
  if (labelled(i) || countable(end)) return 0;
  const bool free = mark(end) != 0 || !at(end).blank() || definite_word(end);
  return placed || free || dates_noun(i) ? end : 0;
}

// A number behind a noun that can hold it as its year: مونديال 2018, not الحاضرين 2018. Round
// numbers count.
bool TimeGrammar::dates_noun(size_t i) const {
  if (at(i).number % 100 == 0 || !countable(i - 1)) return false;
  const auto& readings = document_.tokens[at(i - 1).tokens.begin].word->analyses;
  return std::none_of(readings.begin(), readings.end(), [](const Analysis& reading) {
    return reading.pos == Pos::kVerb || reading.pos == Pos::kAdjective || !reading.enclitic.none();
  });
}

// A number that only names: القرار 1973, قرار مجلس الأمن 1973.
bool TimeGrammar::labelled(size_t i) const {
  constexpr size_t kReach = 4;
  for (size_t k = i - 1; i - k <= kReach; --k) {
    if (as(k, TimeClass::kLabel)) return true;
    if (!at(k).blank() || mark(k) != 0) break;
  }
  return false;
}

// A day and month behind the noun that they name: حركة 23 مارس, قوى «8 آذار».
bool TimeGrammar::names_body(size_t i, const TimeSense& sense) const {
  const bool quotes = mark(i - 1) == U'«' || mark(i - 1) == U'"' || mark(i - 1) == U'“';
  const bool day = sense.kind == Kind::kDate && sense.day != 0 && sense.month != 0;
  return day && sense.year == 0 && !sense.placed && !sense.figures && sense.weekday == 0 &&
         as(i - 1 - quotes, TimeClass::kNamed) != nullptr;
}

// Figures: 2015/7/20, 20-7-2015, 3 /3 /1426هـ; day and month alone (figures_alone).
size_t TimeGrammar::numeric_date(size_t i, TimeSense& sense) const {
  const char32_t separator = mark(i + 1);
  const bool separated = is_separator(separator) || separator == U'.';
  if (!separated || at(i).number < 0 || at(i + 2).number < 0) return 0;
  if (mark(i - 1) == separator && at(i - 2).number >= 0) return 0;
  sense.kind = Kind::kDate;
  if (mark(i + 3) != separator || at(i + 4).number < 0) {
    return separator != U'.' && set_figures(at(i).number, at(i + 2).number, sense)
               ? figures_alone(i, sense)
               : 0;
  }
  if (mark(i + 5) == separator && at(i + 6).number >= 0) return 0;
  const bool year_first = at(i).digits == 4;
  const int day = at(year_first ? i + 4 : i).number;
  const size_t end = year_number(year_first ? i : i + 4, sense);
  if (end == 0 || !set_figures(day, at(i + 2).number, sense)) return 0;
  return year_first ? i + 5 + (as(i + 5, TimeClass::kEra) != nullptr) : end;
}

// Day and month in figures after يوم, the name of a day or الموافق, or in the place of a dateline:
// the second or third word of its line with the end of the line, a bracket or a colon behind it.
size_t TimeGrammar::figures_alone(size_t i, TimeSense& sense) const {
  const size_t end = i + 3;
  const bool named = heads(i - 1, TimeUnit::kDay) || as(i - 1, TimeClass::kWeekday) ||
                     as(i - 1, TimeClass::kSame) || as(i - 1, TimeClass::kDay);
  const bool after_place =
      at(i - 1).blank() && mark(i - 1) != U'\n' && (mark(i - 2) == U'\n' || mark(i - 3) == U'\n');
  const bool closed = mark(end) == U'\n' || mark(end) == U'(' || mark(end) == U':';
  if (!named && !(after_place && closed)) return 0;
  sense.figures = true;
  sense.dateline = !named;
  const size_t placed = direction(end, sense);
  if (placed != 0) sense.unit = TimeUnit::kMonth;
  return placed != 0 ? placed : end;
}

// Takes a day and a month, in either order where only one is possible.
bool TimeGrammar::set_figures(int day, int month, TimeSense& sense) {
  if (month > 12 && day <= 12) std::swap(day, month);
  sense.day = static_cast<int16_t>(day);
  sense.month = static_cast<int16_t>(month);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

// The same day in another calendar behind a date: الموافق 10 اغسطس 2015 م. The Gregorian one
// counts.
size_t TimeGrammar::other_calendar(size_t i, TimeSense& sense) const {
  if (mark(i) == U'،' && as(i + 1, TimeClass::kSame)) ++i;
  const bool bracket = mark(i) == U'(';
  const bool same = as(i, TimeClass::kSame) != nullptr;
  if (!bracket && !same && !is_dash(mark(i))) return 0;
  TimeSense other;
  const size_t end = single_date(i + 1, other);
  if (end == 0 || (bracket && mark(end) != U')') || other.calendar == sense.calendar ||
      (sense.day != 0) != (other.day != 0))
    return 0;
  if (sense.calendar == Calendar::kHijri) {
    other.weekday = sense.weekday;
    sense = other;
  }
  return end + bracket;
}

// A day or month that takes its month, year or place from a date behind it: 12 و13 آب, سبتمبر أو
// اكتوبر المقبلين, 3 و4 و5 أيار. Looks over a bounded number of days between.
size_t TimeGrammar::shared_month(size_t i, TimeSense& sense) const {
  constexpr int kMostBetween = 6;
  TimeSense own;
  const size_t end = unplaced_date(i, own);
  size_t k = end;
  for (int between = 0; k != 0 && between <= kMostBetween; ++between) {
    const bool joint = as(k, TimeClass::kOr) || as(k, TimeClass::kUntil) || is_dash(mark(k)) ||
                       mark(k) == U'،' || mark(k) == U',';
    if (!at(k).joined && !joint) return 0;
    if (!at(k).joined) ++k;
    TimeSense other;
    if (single_date(k, other) != 0 && (other.kind == Kind::kDate || other.day != 0)) {
      if ((own.day != 0) != (other.day != 0)) return 0;
      sense = other;
      (own.day != 0 ? sense.day : sense.month) = own.day != 0 ? own.day : own.month;
      return end;
    }
    TimeSense next;
    k = unplaced_date(k, next);
  }
  return 0;
}

// A day without its month, or a month with nothing that places it.
size_t TimeGrammar::unplaced_date(size_t i, TimeSense& sense) const {
  int number = 0;
  if (const size_t end = day_number(i, number)) {
    sense.day = static_cast<int16_t>(number);
    return end;
  }
  const size_t end = month(i, sense);
  return sense.placed || sense.year != 0 ? 0 : end;
}

}  // namespace musnad
