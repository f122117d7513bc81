// Numbers in digits and words.
#include "times/time_grammar.h"

namespace musnad {

// A counting number: 13, ال26, الـ 4, ثلاثة, خمسة عشر, خمسة وعشرين, مئة وعشرين, ألفين وثلاثة. A
// part of a decimal, of a ratio or of a longer number is none.
size_t TimeGrammar::cardinal(size_t i, int& number) const {
  if (as(i, TimeClass::kArticle) && at(i + 1).number >= 0) ++i;
  if (at(i).number >= 0) {
    const auto joint = [&](size_t k) {
      return mark(k) == U'.' || mark(k) == U',' || mark(k) == U'،' || mark(k) == U'%' ||
             mark(k) == U'+';
    };
    const bool goes_on =
        joint(i + 1) && !at(i + 1).space_before && at(i + 2).number >= 0 && !at(i + 2).space_before;
    const bool goes_before = i >= 2 && joint(i - 1) && at(i - 2).number >= 0 && !at(i).space_before;
    if (goes_on || goes_before) return 0;
    number = at(i).number;
    const TimeMeaning* thousand = as(i + 1, TimeClass::kCardinal);
    if (thousand == nullptr || thousand->value != 1000 || at(i + 1).joined) return i + 1;
    number *= 1000;
    return i + 2;
  }
  const TimeMeaning* word = as(i, TimeClass::kCardinal);
  if (word == nullptr) return 0;
  number = word->value;
  const TimeMeaning* next = as(i + 1, TimeClass::kCardinal);
  if (next == nullptr) return i + 1;
  if (number < 10 && next->value == 10 && !at(i + 1).joined) {
    number += 10;
    return i + 2;
  }
  if (number < 1000 && next->value == 1000 && !at(i + 1).joined) {  // ثلاثة آلاف
    number *= 1000;
    return i + 2;
  }
  const bool tens = number < 10 && next->value >= 20 && next->value < 100;
  if (tens && at(i + 1).joined) {
    number += next->value;
    return i + 2;
  }
  int below = 0;
  const int most = number >= 1000 ? 1000 : number >= 100 ? 100 : 0;
  const size_t end = next->value < most && at(i + 1).joined ? cardinal(i + 1, below) : 0;
  if (end == 0 || below >= most) return i + 1;
  number += below;
  return end;
}

// السابع, الأولى, الحادية عشرة, السادس والعشرين, العشرين.
size_t TimeGrammar::ordinal(size_t i, int& number) const {
  const TimeMeaning* word = as(i, TimeClass::kOrdinal);
  const TimeMeaning* tens = as(i + (word != nullptr), TimeClass::kCardinal);
  if (word == nullptr) {
    if (tens == nullptr || !tens->definite || tens->value < 20) return 0;
    number = tens->value;
    return i + 1;
  }
  number = word->value;
  if (tens != nullptr && tens->value == 10 && !at(i + 1).joined) {
    number += 10;
    return i + 2;
  }
  if (tens != nullptr && tens->value >= 20 && tens->value < 100 && at(i + 1).joined) {
    number += tens->value;
    return i + 2;
  }
  return i + 1;
}

// A day of the month.
size_t TimeGrammar::day_number(size_t i, int& number) const {
  const bool digits = at(i).number >= 0 || as(i, TimeClass::kArticle) != nullptr;
  const size_t end = digits ? cardinal(i, number) : ordinal(i, number);
  return number >= 1 && number <= 31 && at(i).digits <= 2 ? end : 0;
}

// A year of four digits with its era: 2015, 2015 م, 1436هـ.
size_t TimeGrammar::year_number(size_t i, TimeSense& sense) const {
  const int number = at(i).number;
  if (at(i).digits != 4) return 0;
  const TimeMeaning* era = as(i + 1, TimeClass::kEra);
  const bool hijri = era ? era->calendar == Calendar::kHijri : sense.calendar == Calendar::kHijri;
  if (number < 1000 || number > 2200 || (hijri && number > 1600)) return 0;
  sense.year = static_cast<int16_t>(number);
  sense.calendar = hijri || (era == nullptr && number >= 1300 && number < 1500)
                       ? Calendar::kHijri
                       : Calendar::kGregorian;
  return i + (era ? 2 : 1);
}

}  // namespace musnad
