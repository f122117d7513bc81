// Dates of the calendar: 17 سبتمبر ايلول, السابع من يونيو الماضي, 3 /3 /1426هـ, عام 1997, and the days and months that
// share one (12 و13 آب).
#include <fmt/format.h>

#include "times/time_grammar.h"

namespace musnad {
namespace {

bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—'; }
bool is_separator(char32_t c) { return c == U'/' || is_dash(c); }

}  // namespace

size_t TimeGrammar::date(size_t i, TimeSense& sense) const {
  const size_t end = longest(i, sense, {&TimeGrammar::single_date, &TimeGrammar::shared_month, &TimeGrammar::year,
                                        &TimeGrammar::bare_year});
  if (end != 0 && sense.year == 0 && !sense.placed) sense.year = static_cast<int16_t>(named_year(i - 1, sense));
  const size_t other = end != 0 ? other_calendar(end, sense) : 0;
  return other != 0 ? other : end;
}

// [day [من]] month [year], or all in figures.
size_t TimeGrammar::single_date(size_t i, TimeSense& sense) const {
  if (const size_t end = numeric_date(i, sense)) return end;
  int number = 0;
  const size_t after_day = day_number(i, number);
  if (after_day == 0) return month(i, sense);
  const size_t j = after_day + (as(after_day, TimeClass::kOf) || (at(i).number >= 0 && is_separator(mark(after_day))));
  TimeSense within;
  if (const size_t end = month(j, within)) {
    sense = within;
    sense.day = static_cast<int16_t>(number);
    return end;
  }
  const size_t end = whole_period(j, within);
  if (end == 0 || within.unit != TimeUnit::kMonth) return 0;
  sense = within;  // 29 الشهر الماضي
  sense.day = static_cast<int16_t>(number);
  return end;
}

// [شهر] name [(other name)] [year or place].
size_t TimeGrammar::month(size_t i, TimeSense& sense) const {
  const TimeMeaning* unit = as(i, TimeClass::kUnit);
  const TimeMeaning* pair = as(i, TimeClass::kPair);
  const bool head = (unit && unit->unit == TimeUnit::kMonth && unit->count == Count::kSingular) ||
                    (pair && pair->unit == TimeUnit::kMonth);
  const size_t place = i + head;
  const TimeMeaning* name = as(place, TimeClass::kMonth);
  if (name == nullptr || quoted(place)) return 0;
  sense.kind = Kind::kDate;
  sense.month = name->value;
  sense.calendar = name->calendar;
  size_t end = place + 1;
  const bool bracket = mark(end) == U'(';
  const size_t k = end + (bracket || is_separator(mark(end)));
  const TimeMeaning* other = as(k, TimeClass::kMonth);
  const bool two_names = other != nullptr && other->value == name->value && other->calendar == name->calendar &&
                         key(k) != key(place) && (!bracket || mark(k + 1) == U')');
  if (two_names) end = k + (bracket ? 2 : 1);
  const size_t tail = month_tail(end, sense);
  if (tail != 0) end = tail;
  const bool sure = name->ambiguous_spelling.empty() || head || two_names || tail != 0 || at(i - 1).number >= 0 ||
                    as(i - 1, TimeClass::kOf) || as(i - 1, TimeClass::kEdge) || continues(i);
  if (sure) return end;
  const bool after_preposition = as(i - 1, TimeClass::kIn) || relation_before(i) != Relation::kNone ||
                                 as(i - 1, TimeClass::kUntil);
  const bool as_in_table = document_.token_text(at(place).tokens.begin) == name->ambiguous_spelling;
  return after_preposition && as_in_table ? end : 0;
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
  const size_t end = whole_period(k, within);
  if (end == 0 || within.unit != TimeUnit::kYear || !within.placed) return 0;
  sense.unit = TimeUnit::kYear;
  sense.steps = within.steps;
  sense.placed = true;
  return end;
}

// The year of the event that the word at `i` and the date behind it name (هجمات 11 سبتمبر), 0 for none.
int TimeGrammar::named_year(size_t i, const TimeSense& sense) const {
  if (at(i).meanings == nullptr || sense.month == 0 || sense.calendar != Calendar::kGregorian) return 0;
  const std::string date = sense.day != 0 ? fmt::format("{:02}-{:02}", sense.month, sense.day) : fmt::format("{:02}", sense.month);
  for (const TimeMeaning& meaning : *at(i).meanings) {
    if (meaning.kind == TimeClass::kNamedDay && meaning.code == date) return meaning.value;
  }
  return 0;
}

// [من] [عام] 1997.
size_t TimeGrammar::year(size_t i, TimeSense& sense) const {
  const size_t head = i + (as(i, TimeClass::kOf) != nullptr);
  const TimeMeaning* unit = as(head, TimeClass::kUnit);
  const TimeMeaning* pair = as(head, TimeClass::kPair);
  const bool is_head = (unit && unit->unit == TimeUnit::kYear && unit->count == Count::kSingular) ||
                       (pair && pair->unit == TimeUnit::kYear);
  if (!is_head || (i != head && sense.month == 0)) return 0;
  if (sense.kind == Kind::kNone) sense.kind = Kind::kDate;
  const bool bracket = mark(head + 1) == U'(';
  const size_t k = head + 1 + bracket;
  size_t end = year_number(k, sense);
  int number = 0;
  if (end == 0 && at(k).digits == 2 && cardinal(k, number) != 0) {  // عام 48
    sense.year = static_cast<int16_t>(number + (number < 30 ? 2000 : 1900));
    end = k + 1;
  }
  if (end == 0 || (bracket && mark(end) != U')')) return 0;
  return end + bracket;
}

// A year without عام, where no noun follows that the number could count: after a preposition, a word for its beginning
// or end, or another year; or before a pause or a word that cannot belong to a number.
size_t TimeGrammar::bare_year(size_t i, TimeSense& sense) const {
  sense.kind = Kind::kDate;
  const size_t end = year_number(i, sense);
  if (end == 0) return 0;
  const bool era = end == i + 2;
  if (!era && (sense.calendar == Calendar::kHijri || sense.year < 1900 || sense.year > 2100)) return 0;
  const char32_t before = mark(i - 1);
  if (before == U'/' || before == U':' || before == U'.' || mark(end) == U'%') return 0;
  if (era || (continues(i) && previous_.kind == Kind::kDate)) return end;
  const bool placed = as(i - 1, TimeClass::kIn) || as(i - 1, TimeClass::kUntil) || as(i - 1, TimeClass::kEdge) ||
                      as(i - 1, TimeClass::kSeason) || as(i - 1, TimeClass::kOf) ||
                      relation_before(i) != Relation::kNone;
  if (as(i - 1, TimeClass::kLabel) || countable(end)) return 0;
  const bool free = mark(end) != 0 || !at(end).blank() || definite_word(end);
  return placed || free ? end : 0;
}

// Figures: 2015/7/20, 20-7-2015, 3 /3 /1426هـ; day and month alone after يوم or the name of a day, or in a dateline.
size_t TimeGrammar::numeric_date(size_t i, TimeSense& sense) const {
  const char32_t separator = mark(i + 1);
  if (at(i).number < 0 || at(i + 2).number < 0 || !(separator == U'/' || separator == U'.' || is_dash(separator))) return 0;
  if (mark(i - 1) == separator && at(i - 2).number >= 0) return 0;
  sense.kind = Kind::kDate;
  int first = at(i).number, second = at(i + 2).number;
  const bool three = mark(i + 3) == separator && at(i + 4).number >= 0;
  size_t end = i + (three ? 5 : 3);
  if (mark(end) == separator && at(end + 1).number >= 0) return 0;
  if (three && at(i).digits == 4) {
    TimeSense own_year;
    if (year_number(i, own_year) == 0) return 0;
    sense.year = own_year.year;
    sense.calendar = own_year.calendar;
    first = at(i + 4).number;
    end += as(end, TimeClass::kEra) != nullptr;
  } else if (three) {
    end = year_number(i + 4, sense);
    if (end == 0) return 0;
  } else {
    const bool dateline = at(i - 1).blank() && mark(i - 1) != U'\n' && (mark(end) == U'\n' || mark(end) == U'(' || mark(end) == U':') &&
                          (mark(i - 2) == U'\n' || mark(i - 3) == U'\n');
    const TimeMeaning* unit = as(i - 1, TimeClass::kUnit);
    const bool named = (unit && unit->unit == TimeUnit::kDay) || as(i - 1, TimeClass::kWeekday) ||
                       as(i - 1, TimeClass::kSame) || as(i - 1, TimeClass::kDay);
    if (separator == U'.' || !(named || dateline)) return 0;
    sense.figures = true;
    sense.dateline = dateline && !named;
  }
  if (second > 12 && first <= 12) std::swap(first, second);
  if (first < 1 || first > 31 || second < 1 || second > 12) return 0;
  sense.day = static_cast<int16_t>(first);
  sense.month = static_cast<int16_t>(second);
  return end;
}

// The same day in another calendar behind a date: الموافق 10 اغسطس 2015 م. The Gregorian one counts.
size_t TimeGrammar::other_calendar(size_t i, TimeSense& sense) const {
  const bool bracket = mark(i) == U'(';
  const bool same = as(i, TimeClass::kSame) != nullptr;
  if (!bracket && !same && !is_dash(mark(i))) return 0;
  TimeSense other;
  const size_t end = single_date(i + 1, other);
  if (end == 0 || (bracket && mark(end) != U')') || other.calendar == sense.calendar || (sense.day != 0) != (other.day != 0)) return 0;
  if (sense.calendar == Calendar::kHijri) {
    other.weekday = sense.weekday;
    sense = other;
  }
  return end + bracket;
}

// A day or month that takes its month, year or place from the date after it: 12 و13 آب, سبتمبر أو اكتوبر المقبلين.
size_t TimeGrammar::shared_month(size_t i, TimeSense& sense) const {
  int number = 0;
  TimeSense own;
  size_t end = day_number(i, number);
  if (end == 0) end = month(i, own);
  if (end == 0 || own.placed || own.year != 0) return 0;
  const bool joined = at(end).joined;
  const bool joint = as(end, TimeClass::kOr) || as(end, TimeClass::kUntil) || is_dash(mark(end)) || mark(end) == U'،' || mark(end) == U',';
  if (!joined && !joint) return 0;
  const size_t next = longest(end + !joined, sense, {&TimeGrammar::shared_month, &TimeGrammar::single_date});
  if (next == 0 || sense.kind != Kind::kDate || (number != 0) != (sense.day != 0)) return 0;
  if (number != 0) {
    sense.day = static_cast<int16_t>(number);
  } else {
    sense.month = own.month;
  }
  return end;
}

}  // namespace musnad
