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

// مساء الجمعة, بعد ظهر أمس, فجر يوم السبت, ليل الخميس الجمعة.
size_t TimeGrammar::part_of_day(size_t i, TimeSense& sense) const {
  const TimeMeaning* part = as(i, TimeClass::kPart);
  if (part == nullptr) return 0;
  const size_t name = i + 1 + (as(i + 1, TimeClass::kOf) != nullptr);
  TimeSense named;
  size_t end = day(name, named);
  if (end == 0) return 0;
  sense = named;
  sense.part = part->code;
  if (part->code != "NI" || sense.kind != Kind::kWeekday) return end;
  const bool bracket = mark(end) == U'(';
  const size_t second =
      end + (bracket || mark(end) == U'-' || mark(end) == U'/' || mark(end) == U'–');
  const TimeMeaning* morrow = as(second, TimeClass::kWeekday);
  if (morrow == nullptr || morrow->value != sense.weekday % 7 + 1 || at(second).joined) return end;
  return !bracket ? second + 1 : mark(second + 1) == U')' ? second + 2 : end;
}

// An ordinal that is the hour without الساعة: feminine, and not of a noun before it (اللقاء الثامنة
// مساء, not الجولة الثانية مساء أمس).
bool TimeGrammar::names_hour(size_t i) const {
  const auto ends_in = [this](size_t k, std::string_view ending) {
    const std::string_view word = key(k);
    return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
  };
  constexpr std::string_view kTa = "ه", kPlural = "ات";  // keys have ه for ة
  const bool qualifies = definite_word(i - 1) && (ends_in(i - 1, kTa) || ends_in(i - 1, kPlural));
  return as(i, TimeClass::kOrdinal) && ends_in(i, kTa) && !qualifies;
}

// A clock time, with its day where that follows: الساعة الخامسة من مساء الجمعة. Without الساعة only
// with its part of the day or, in figures, at the start of a line or with its zone.
size_t TimeGrammar::clock(size_t i, TimeSense& sense) const {
  TimeSense time;
  size_t end = 0;
  if (as(i, TimeClass::kClock)) {
    end = clock_time(i, time);
  } else if (as(i, TimeClass::kApprox) && as(i + 1, TimeClass::kClock)) {  // نحو الساعة الخامسة
    end = clock_time(i + 1, time);
  } else if (names_hour(i)) {  // السابعة مساء, الثامنة من مساء الأحد
    end = clock_time(i - 1, time);
    TimeSense part;
    const bool of_part =
        end != 0 && part_of_day(end + (as(end, TimeClass::kOf) != nullptr), part) != 0;
    if (time.part.empty() && !of_part) return 0;
  } else if (at(i).digits >= 1 && at(i).digits <= 2 && mark(i + 1) == U':' &&
             at(i + 2).digits == 2 && !at(i + 2).space_before) {
    time.hour = static_cast<int16_t>(at(i).number);
    time.minute = static_cast<int16_t>(at(i + 2).number);
    const TimeMeaning* part = as(i + 3, TimeClass::kPartAdverb);
    if (part != nullptr) time.part = part->code;
    const bool known = mark(i - 1) == U'\n' || part != nullptr || as(i + 3, TimeClass::kZone);
    end = known && time.hour < 24 && time.minute < 60 ? i + 3 + (part != nullptr) : 0;
  }
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

// الساعة الخامسة والنصف, الساعة (7:43) دقيقة, الساعة الحادية عشرة إلا الربع, with the part of the
// day behind it.
size_t TimeGrammar::clock_time(size_t i, TimeSense& sense) const {
  const bool bracket = mark(i + 1) == U'(';
  const size_t place = i + 1 + bracket;
  int hour = 0;
  const bool digits = at(place).number >= 0 || as(place, TimeClass::kArticle);
  size_t end = digits ? cardinal(place, hour) : ordinal(place, hour);
  if (end == 0 && at(place).number >= 0 && mark(place + 1) == U'.') {  // الساعة 7.55
    hour = at(place).number;
    end = place + 1;
  }
  if (end == 0 || hour > 24) return 0;
  sense.hour = static_cast<int16_t>(hour);
  sense.minute = 0;
  if ((mark(end) == U':' || mark(end) == U'.') && at(end + 1).digits == 2 &&
      !at(end + 1).space_before && at(end + 1).number < 60) {
    sense.minute = static_cast<int16_t>(at(end + 1).number);
    end += 2;
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
