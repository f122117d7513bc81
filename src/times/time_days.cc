// Days by their names and their place (أمس الثلاثاء, يوم الجمعة المقبل, السبت 1 أغسطس), parts of
// the day and the clock.
#include "times/calendar.h"
#include "times/time_grammar.h"

namespace musnad {

// A named day and what is said of it behind its name.
size_t TimeGrammar::day(size_t i, TimeSense& sense) const {
  size_t end = day_name(i, sense);
  if (end == 0) return 0;
  while (const size_t further = apposition(end, sense)) end = further;
  // The newspaper «اليوم»; 800 ألف برميل في اليوم; اليوم الأول, which is no today.
  if (end == i + 1 && (quoted(i) || per_day(i) || definite_ordinal(end))) return 0;
  if (sense.kind == Kind::kDay && !sense.told && sense.steps == 0 && end == i + 1 &&
      sense.part.empty()) {
    if (as(i - 1, TimeClass::kUntil)) {  // حتى اليوم
      sense.kind = Kind::kReference;
      sense.code = "PRESENT_REF";
    }
  }
  return end;
}

// Quotation marks stand close around a symbol.
bool TimeGrammar::quoted(size_t i) const {
  const char32_t open = mark(i - 1), close = mark(i + 1);
  return (open == U'«' && close == U'»') || (open == U'“' && close == U'”') ||
         (open == U'"' && close == U'"');
}

// في اليوم behind what is counted.
bool TimeGrammar::per_day(size_t i) const {
  const bool counted = at(i - 2).blank() || as(i - 2, TimeClass::kUnit);
  return as(i - 1, TimeClass::kIn) && counted &&
         (at(i - 3).number >= 0 || as(i - 3, TimeClass::kCardinal));
}

// [يوم] اليوم, أمس, الخميس [المقبل], or a date with its day.
size_t TimeGrammar::day_name(size_t i, TimeSense& sense) const {
  const bool head = heads(i, TimeUnit::kDay) && !as(i, TimeClass::kDay);
  const bool here = as(i, TimeClass::kThis) && as(i + 1, TimeClass::kWeekday);  // هذا الخميس
  const size_t name = i + (head || here);
  if (const TimeMeaning* deictic = as(name, TimeClass::kDay)) {
    sense.kind = Kind::kDay;
    sense.steps = deictic->value;
    sense.part = deictic->code;
    sense.placed = true;
    return name + 1;
  }
  if (const size_t end = told_period(i, sense)) return sense.kind == Kind::kDay ? end : 0;
  if (const TimeMeaning* weekday = as(name, TimeClass::kWeekday)) {
    sense.kind = Kind::kWeekday;
    sense.weekday = weekday->value;
    const size_t end = direction(name + 1, sense);
    return end != 0 ? end : name + 1;
  }
  const size_t end = date(name, sense);
  return sense.day != 0 ? end : 0;
}

// (الثلاثاء), (أمس), 1 أغسطس, الموافق 25/10/1436هـ, صباحا, الساعة الخامسة.
size_t TimeGrammar::apposition(size_t i, TimeSense& sense) const {
  const bool bracket = mark(i) == U'(';
  const TimeMeaning* weekday = as(i + bracket, TimeClass::kWeekday);
  if (weekday != nullptr && sense.weekday == 0 && !at(i).joined && weekday->prefix == 0 &&
      (!bracket || mark(i + 2) == U')')) {
    sense.weekday = weekday->value;
    return i + (bracket ? 3 : 1);
  }
  const TimeMeaning* deictic = as(i + 1, TimeClass::kDay);
  const bool by_name = (sense.kind == Kind::kWeekday && !sense.placed) ||
                       (sense.kind == Kind::kDay && sense.steps == 0);
  if (bracket && deictic != nullptr && mark(i + 2) == U')' && by_name) {
    sense.kind = Kind::kDay;  // السبت (أمس); in somebody's words: اليوم (أمس)
    sense.steps = deictic->value;
    return i + 3;
  }
  if (const TimeMeaning* part = as(i, TimeClass::kPartAdverb);
      part != nullptr && sense.part.empty()) {
    sense.part = part->code;
    return i + 1;
  }
  if (as(i, TimeClass::kClock) && sense.hour < 0) return clock_time(i, sense);
  if (sense.day != 0 || at(i).joined) return 0;
  const TimeMeaning* unit = as(i, TimeClass::kUnit);
  const bool joint = bracket || as(i, TimeClass::kSame) || mark(i) == U'،' || mark(i) == U',' ||
                     (unit && unit->unit == TimeUnit::kDay);
  TimeSense date_sense;
  const size_t end = date(i + joint, date_sense);
  if (end == 0 || date_sense.day == 0 || (bracket && mark(end) != U')')) return 0;
  if (unit != nullptr && sense.weekday != 0 && !falls_on(date_sense, sense.weekday)) return 0;
  date_sense.weekday = sense.weekday;
  date_sense.part = sense.part;
  date_sense.deictic = sense.kind == Kind::kDay && !sense.told;
  date_sense.offset = sense.steps;
  sense = date_sense;
  return end + bracket;
}

// Whether a date can fall on a weekday: حدد المجلس الاثنين يوم 26 فبراير 2016 موعدا names two days.
bool TimeGrammar::falls_on(const TimeSense& date, int day_of_week) {
  if (date.year == 0 || date.calendar != Calendar::kGregorian) return true;
  const auto day = make_day(date.year, date.month, date.day);
  return !day || weekday(*day) == day_of_week;
}

// مساء الجمعة, بعد ظهر أمس, ليلا أمس, فجر يوم السبت, ليل الخميس [إلى] الجمعة.
size_t TimeGrammar::part_of_day(size_t i, TimeSense& sense) const {
  const TimeMeaning* part = as(i, TimeClass::kPart);
  if (part == nullptr) part = as(i, TimeClass::kPartAdverb);
  if (part == nullptr) return 0;
  const size_t name = i + 1 + (as(i + 1, TimeClass::kOf) != nullptr);
  TimeSense named;
  size_t end = day(name, named);
  if (end == 0) return 0;
  sense = named;
  sense.part = part->code;
  if (part->code != "NI" || sense.kind != Kind::kWeekday) return end;
  const bool bracket = mark(end) == U'(';
  const bool joint =
      as(end, TimeClass::kUntil) || mark(end) == U'-' || mark(end) == U'/' || mark(end) == U'–';
  const size_t second = end + (bracket || joint);
  const TimeMeaning* morrow = as(second, TimeClass::kWeekday);
  if (morrow == nullptr || morrow->value != sense.weekday % 7 + 1 || at(second).joined) return end;
  return !bracket ? second + 1 : mark(second + 1) == U')' ? second + 2 : end;
}

// An ordinal that is the hour without الساعة: feminine, and not of a noun before it (اللقاء الثامنة
// مساء, not الجولة الثانية مساء أمس).
bool TimeGrammar::names_hour(size_t i) const {
  constexpr std::string_view kPlural = "ات";
  const bool qualifies = definite_word(i - 1) && (ends_in(i - 1, kTa) || ends_in(i - 1, kPlural));
  return as(i, TimeClass::kOrdinal) && ends_in(i, kTa) && !qualifies;
}

// A clock time, with its day where that follows: الساعة الخامسة من مساء الجمعة.
size_t TimeGrammar::clock(size_t i, TimeSense& sense) const {
  TimeSense time;
  const size_t about = as(i, TimeClass::kApprox) != nullptr;  // نحو الساعة الخامسة
  size_t end =
      as(i + about, TimeClass::kClock) ? clock_time(i + about, time) : clock_alone(i + about, time);
  if (end == 0) return 0;
  const size_t k = end + (as(end, TimeClass::kOf) != nullptr);
  TimeSense named;
  const size_t with_day = longest(k, named, {&TimeGrammar::part_of_day, &TimeGrammar::day});
  if (with_day != 0) {
    sense = named;
    end = with_day;
  } else {
    sense.kind = Kind::kEventDay;
  }
  sense.hour = time.hour;
  sense.minute = time.minute;
  if (sense.part.empty()) sense.part = time.part;
  return end;
}

// Without الساعة: with the part of the day behind it (السابعة مساء, الثامنة من مساء الأحد, الـ7
// صباحا) or, in figures, at the start of a line or with its zone (20,59 ت غ).
size_t TimeGrammar::clock_alone(size_t i, TimeSense& time) const {
  int hour = 0;
  const bool article = as(i, TimeClass::kArticle) || at(i).definite;
  const bool likely = article || after_time_preposition(i) || as(i - 1, TimeClass::kOf);
  if (names_hour(i) || (likely && cardinal(i, hour) != 0 && hour <= 12 && at(i).digits <= 2)) {
    const size_t end = clock_time(i - 1, time);
    TimeSense part;
    const size_t of = end + (as(end, TimeClass::kOf) != nullptr);
    if (end != 0 && (!time.part.empty() || part_of_day(of, part) != 0)) return end;
  }
  const size_t figures = clock_figures(i, time);
  if (figures == 0) return 0;
  const bool together = figures == i + 1;  // مواليد 2000 مساء غد
  const TimeMeaning* part = together ? nullptr : as(figures, TimeClass::kPartAdverb);
  if (part != nullptr) time.part = part->code;
  const bool opens_line = mark(i - 1) == U'\n' && mark(i + 1) == U':';
  const bool known = opens_line || part != nullptr || as(figures, TimeClass::kZone);
  return known ? figures + (part != nullptr) : 0;
}

// الساعة الخامسة والنصف, الساعة (7:43) دقيقة, الساعة الحادية عشرة إلا الربع, with the part of the
// day behind it.
size_t TimeGrammar::clock_time(size_t i, TimeSense& sense) const {
  const bool bracket = mark(i + 1) == U'(';
  const size_t place = i + 1 + bracket;
  int hour = 0;
  size_t end = clock_figures(place + (as(place, TimeClass::kArticle) != nullptr), sense);
  if (end == 0) {
    const bool digits = at(place).number >= 0 || as(place, TimeClass::kArticle);
    end = digits ? cardinal(place, hour) : ordinal(place, hour);
    if (end == 0 || hour > 24) return 0;
    sense.hour = static_cast<int16_t>(hour);
    sense.minute = 0;
  }
  if (bracket) {
    if (mark(end) != U')') return 0;
    ++end;
  }
  if (const size_t further = clock_fraction(end, sense)) end = further;
  const TimeMeaning* unit = as(end, TimeClass::kUnit);
  if (unit && (unit->unit == TimeUnit::kMinute)) ++end;
  if (const TimeMeaning* part = as(end, TimeClass::kPartAdverb)) {
    sense.part = part->code;
    ++end;
  }
  sense.hour %= 24;
  return end;
}

// Hour and minute in figures: 7:43, 7.55, AFP's 23,59, Reuters' 1842.
size_t TimeGrammar::clock_figures(size_t i, TimeSense& sense) const {
  const TimeSymbol &first = at(i), &second = at(i + 2);
  const bool together = first.digits == 4;
  const char32_t joint = mark(i + 1);
  const bool apart = first.digits >= 1 && first.digits <= 2 && second.digits == 2 &&
                     !second.space_before &&
                     (joint == U':' || joint == U'.' || joint == U',' || joint == U'،');
  if (!together && !apart) return 0;
  const int hour = together ? first.number / 100 : first.number;
  const int minute = together ? first.number % 100 : second.number;
  if (hour > 24 || minute > 59) return 0;
  sense.hour = static_cast<int16_t>(hour % 24);
  sense.minute = static_cast<int16_t>(minute);
  return i + (together ? 1 : 3);
}

// والنصف, إلا الربع, و10 دقائق.
size_t TimeGrammar::clock_fraction(size_t i, TimeSense& sense) const {
  const bool except = as(i, TimeClass::kExcept) != nullptr;
  const TimeMeaning* half = as(i + except, TimeClass::kHalf);
  if (half != nullptr && (except || at(i).joined)) {
    sense.minute = except ? 60 - half->value : half->value;
    if (except) sense.hour = sense.hour == 0 ? 23 : sense.hour - 1;
    return i + except + 1;
  }
  int minutes = 0;
  const size_t end = at(i).joined ? cardinal(i, minutes) : 0;
  const TimeMeaning* unit = as(end, TimeClass::kUnit);
  if (end == 0 || unit == nullptr || unit->unit != TimeUnit::kMinute || minutes > 59) return 0;
  sense.minute = static_cast<int16_t>(minutes);
  return end + 1;
}

}  // namespace musnad
