// Weeks, months, years and longer spans by their place from now (الأسبوع الماضي, هذا العام), their
// halves and quarters, seasons, decades and centuries.
#include "times/time_grammar.h"

namespace musnad {
namespace {

bool is_calendar_unit(TimeUnit unit) {
  return unit == TimeUnit::kWeek || unit == TimeUnit::kMonth || unit == TimeUnit::kYear ||
         unit == TimeUnit::kDecade || unit == TimeUnit::kCentury;
}

}  // namespace

size_t TimeGrammar::period(size_t i, TimeSense& sense) const {
  const size_t end = longest(
      i, sense,
      {&TimeGrammar::whole_period, &TimeGrammar::told_period, &TimeGrammar::fraction,
       &TimeGrammar::season, &TimeGrammar::decade, &TimeGrammar::century, &TimeGrammar::weekend});
  const bool bare = sense.kind == Kind::kPeriod && !sense.placed;
  return bare ? 0 : end;
}

// الماضي, المقبل, قبل الماضي.
size_t TimeGrammar::direction(size_t i, TimeSense& sense) const {
  const TimeMeaning* direction = as(i, TimeClass::kDirection);
  if (direction == nullptr) return 0;
  sense.steps = direction->value;
  sense.placed = true;
  return i + 1;
}

// [هذا] الأسبوع [الماضي]. Without either it is not placed: an expression only behind a word such as
// نهاية.
size_t TimeGrammar::whole_period(size_t i, TimeSense& sense) const {
  const bool here = as(i, TimeClass::kThis) != nullptr;
  const TimeMeaning* unit = as(i + here, TimeClass::kUnit);
  if (unit == nullptr || !unit->definite || unit->count != UnitNumber::kSingular ||
      !is_calendar_unit(unit->unit))
    return 0;
  sense.kind = Kind::kPeriod;
  sense.unit = unit->unit;
  sense.placed = here;
  size_t end = i + here + 1;
  if (unit->unit == TimeUnit::kYear && as(end, TimeClass::kYearKind)) ++end;  // العام المالي
  const size_t placed = direction(end, sense);
  if (placed == 0) return end;
  const bool bracket = mark(placed) == U'(';
  TimeSense named;
  const size_t with_year = sense.unit == TimeUnit::kYear ? year_number(placed + bracket, named) : 0;
  if (with_year == 0 || (bracket && mark(with_year) != U')')) return placed;
  named.kind = Kind::kDate;  // العام الماضي 2014
  sense = named;
  return with_year + bracket;
}

// العام نفسه, ذلك الشهر, اليوم التالي: from the time named before; not before a place of its own
// (بعد ذلك العام الماضي, الشهر نفسه من العام الماضي).
size_t TimeGrammar::told_period(size_t i, TimeSense& sense) const {
  const TimeMeaning* told = as(i, TimeClass::kTold);
  if (told == nullptr || as(i + 1, TimeClass::kDirection) || as(i + 1, TimeClass::kOf)) return 0;
  sense.kind = told->unit == TimeUnit::kDay ? Kind::kDay : Kind::kPeriod;
  sense.unit = told->unit;
  sense.steps = told->value;
  sense.placed = sense.told = true;
  TimeSense named;
  const size_t with_year = sense.unit == TimeUnit::kYear ? year_number(i + 1, named) : 0;
  if (with_year == 0) return i + 1;
  named.kind = Kind::kDate;  // العام السابق 2014
  sense = named;
  return with_year;
}

// النصف الأول من العام المقبل, الربع الثالث من عام 2015, الأسبوع الثاني من أغسطس. Of months and
// shorter the whole is meant.
size_t TimeGrammar::fraction(size_t i, TimeSense& sense) const {
  const TimeMeaning* fraction = as(i, TimeClass::kFraction);
  const TimeMeaning* unit = as(i, TimeClass::kUnit);
  const bool week = unit && unit->unit == TimeUnit::kWeek && unit->definite &&
                    (definite_ordinal(i + 1) || as(i + 1, TimeClass::kRecent));
  if (fraction == nullptr && !week) return 0;
  const size_t of = i + 1 + week;
  if (week && as(of, TimeClass::kOf) == nullptr) return 0;
  const size_t k = of + (as(of, TimeClass::kOf) != nullptr);
  const size_t end = longest(k, sense,
                             {&TimeGrammar::whole_period, &TimeGrammar::told_period,
                              &TimeGrammar::date, &TimeGrammar::decade, &TimeGrammar::century});
  const bool of_year = (sense.kind == Kind::kDate && sense.month == 0) ||
                       (sense.kind == Kind::kPeriod && sense.unit == TimeUnit::kYear);
  if (of_year && fraction != nullptr) sense.code = fraction->code;
  sense.placed = true;
  return end;
}

// [فصل] الصيف الماضي, صيف [عام] 2014, ربيع العام المقبل; bare with ال behind a preposition, spring
// never.
size_t TimeGrammar::season(size_t i, TimeSense& sense) const {
  const bool here = as(i, TimeClass::kThis) != nullptr;
  const bool head = as(i + here, TimeClass::kSeasonHead) != nullptr;
  const size_t place = i + here + head;
  const TimeMeaning* season = as(place, TimeClass::kSeason);
  if (season == nullptr) return 0;
  sense.kind = Kind::kSeason;
  sense.code = season->code;
  sense.placed = here;
  const size_t end = place + 1;
  if (const size_t placed = direction(end, sense)) return placed;
  TimeSense of_year;
  const size_t year_end = longest(
      end, of_year, {&TimeGrammar::year, &TimeGrammar::year_number, &TimeGrammar::whole_period});
  if (year_end != 0 && of_year.unit == TimeUnit::kYear && of_year.placed) {
    sense.unit = TimeUnit::kYear;
    sense.steps = of_year.steps;
    sense.placed = true;
    return year_end;
  }
  if (year_end != 0 && of_year.year != 0) {
    sense.year = of_year.year;
    return year_end;
  }
  const bool preposition = after_time_preposition(i) || as(i - 1, TimeClass::kEdge);
  return here || head || (season->definite && season->code != "SP" && preposition) ? end : 0;
}

// التسعينات, ثمانينات القرن الماضي; not a man's age (في الخمسينات من عمره).
size_t TimeGrammar::decade(size_t i, TimeSense& sense) const {
  const TimeMeaning* decade = as(i, TimeClass::kDecade);
  if (decade == nullptr) return 0;
  sense.kind = Kind::kDecade;
  sense.year = static_cast<int16_t>(1900 + decade->value);
  const size_t k = i + 1 + (as(i + 1, TimeClass::kOf) != nullptr);
  TimeSense within;
  const size_t end = century(k, within);
  if (end == 0) return decade->definite && k == i + 1 ? k : 0;
  if (within.kind == Kind::kCentury) sense.year = static_cast<int16_t>(within.year + decade->value);
  return end;
}

// القرن السابع عشر, القرن الـ21, القرن الماضي.
size_t TimeGrammar::century(size_t i, TimeSense& sense) const {
  const TimeMeaning* unit = as(i, TimeClass::kUnit);
  if (unit == nullptr || !unit->definite || unit->unit != TimeUnit::kCentury ||
      unit->count != UnitNumber::kSingular)
    return 0;
  if (const size_t end = direction(i + 1, sense)) {
    sense.kind = Kind::kPeriod;
    sense.unit = TimeUnit::kCentury;
    return end;
  }
  int number = 0;
  const bool digits = at(i + 1).number >= 0 || as(i + 1, TimeClass::kArticle);
  const size_t end = digits ? cardinal(i + 1, number) : ordinal(i + 1, number);
  if (end == 0 || number > 30) return 0;
  const TimeMeaning* era = as(end, TimeClass::kEra);
  const bool hijri = era != nullptr && era->calendar == Calendar::kHijri;
  sense.kind = Kind::kCentury;
  // The Gregorian century that holds the middle of a Hijri one; 33 Hijri years are 32 Gregorian.
  sense.year =
      static_cast<int16_t>(hijri ? 622 + (number * 100 - 50) * 32 / 33 : (number - 1) * 100);
  return end + (era != nullptr);
}

// عطلة نهاية الأسبوع; with الماضي or المقبل the week itself is meant.
size_t TimeGrammar::weekend(size_t i, TimeSense& sense) const {
  if (as(i, TimeClass::kWeekend) == nullptr) return 0;
  sense.kind = Kind::kWeekend;
  const size_t end = direction(i + 1, sense);
  if (end == 0) return i + 1;
  sense.kind = Kind::kPeriod;
  sense.unit = TimeUnit::kWeek;
  return end;
}

}  // namespace musnad
