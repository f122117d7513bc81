// Durations (ثلاثة أيام, عامين, أربع سنوات ونصف السنة, الأشهر القليلة الماضية) and sets (كل عام,
// يوميا).
#include "times/time_grammar.h"

namespace musnad {
namespace {

// Half a unit as so many of the next smaller one.
void add_half(TimeSense& sense) {
  switch (sense.unit) {
    case TimeUnit::kYear:
      sense.extra_unit = TimeUnit::kMonth;
      sense.extra_count = 6;
      break;
    case TimeUnit::kMonth:
      sense.extra_unit = TimeUnit::kDay;
      sense.extra_count = 15;
      break;
    case TimeUnit::kDay:
      sense.extra_unit = TimeUnit::kHour;
      sense.extra_count = 12;
      break;
    case TimeUnit::kHour:
      sense.extra_unit = TimeUnit::kMinute;
      sense.extra_count = 30;
      break;
    case TimeUnit::kMinute:
      sense.extra_unit = TimeUnit::kSecond;
      sense.extra_count = 30;
      break;
    default:
      break;
  }
}

}  // namespace

// [نحو] an amount, and what it is counted from.
size_t TimeGrammar::amount(size_t i, TimeSense& sense) const {
  constexpr size_t kMostApprox = 3;  // نحو أكثر من
  size_t begin = i;
  while (begin < i + kMostApprox && as(begin, TimeClass::kApprox)) ++begin;
  size_t end = longest(begin, sense,
                       {&TimeGrammar::counted, &TimeGrammar::several, &TimeGrammar::placed_plural,
                        &TimeGrammar::single});
  if (end == 0) return 0;
  if (const size_t further = remainder(end, sense)) end = further;
  // 62 عاما وأحد الناخبين: folded, the second word is that of عاما واحدا.
  const auto one = [&](size_t at) { return key(at) == "واحد" && sense.count > 1; };
  while (as(end, TimeClass::kDirection) || as(end, TimeClass::kRecent) ||
         (as(end, TimeClass::kWhole) && !one(end)))
    ++end;
  // Counted from an event (قبل يومين من …), or for the first time (للمرة الأولى منذ 18 عاما).
  const bool first = as(i - 2, TimeClass::kOrdinal) || as(i - 3, TimeClass::kOrdinal);
  const size_t from = end + (as(end, TimeClass::kOnly) != nullptr);
  const bool of_event = as(from, TimeClass::kOf) && !as(from + 1, TimeClass::kPresent);
  sense.measured = of_event || key(from) == "علي" || first;
  return end;
}

// A number or dual: ثلاثة أيام, الـ24 ساعة, عامين; with ال only where it is placed (اليومين
// الماضيين).
size_t TimeGrammar::counted(size_t i, TimeSense& sense) const {
  if (const TimeMeaning* length = as(i, TimeClass::kLength)) {
    sense.kind = Kind::kLength;
    sense.code = length->code;
    return i + 1;
  }
  const TimeMeaning* unit = as(i, TimeClass::kUnit);
  sense.kind = Kind::kAmount;
  if (unit != nullptr && unit->count == UnitNumber::kDual) {
    sense.unit = unit->unit;
    sense.count = 2;
    return !unit->definite || as(i + 1, TimeClass::kDirection) || as(i + 1, TimeClass::kRecent)
               ? i + 1
               : 0;
  }
  return numbered(i, sense);
}

size_t TimeGrammar::numbered(size_t i, TimeSense& sense) const {
  int number = 0;
  const size_t end = cardinal(i, number);
  const TimeMeaning* unit = end != 0 ? as(end, TimeClass::kUnit) : nullptr;
  if (unit == nullptr || unit->definite || at(end).joined || unit->prefix != 0 ||
      unit->count == UnitNumber::kDual)
    return 0;
  if (unit->unit == TimeUnit::kDay && as(end + 1, TimeClass::kWeekday))
    return 0;  // الدقيقة 89 يوم السبت
  const bool vague = number < 3 || as(i, TimeClass::kQuantity);  // أحد أيام, آلاف أيام
  if (vague && unit->count == UnitNumber::kPlural) return 0;
  if (at(i).digits == 4 && number >= 1900 && number <= 2100) return 0;  // 2015 عام …: two things
  sense.unit = unit->unit;
  sense.count = number;
  return end + 1 + (as(end + 1, TimeClass::kFew) != nullptr);
}

// عدة أيام, أيام قليلة; a bare plural only behind منذ, قبل, بعد, خلال, about, or ل.
size_t TimeGrammar::several(size_t i, TimeSense& sense) const {
  const bool quantity = as(i, TimeClass::kQuantity) != nullptr;
  const TimeMeaning* unit = as(i + quantity, TimeClass::kUnit);
  if (unit == nullptr || unit->count != UnitNumber::kPlural || (unit->definite && !quantity))
    return 0;
  sense.kind = Kind::kAmount;
  sense.unit = unit->unit;
  sense.count = -1;
  const size_t end = i + quantity + 1;
  const bool qualified = as(end, TimeClass::kFew) || as(end, TimeClass::kQuantity);
  const bool about = relation_before(i) != Relation::kNone || as(i - 1, TimeClass::kApprox);
  const bool lasting = unit->prefix == 'l';
  // Decades look like contracts: عقود طويلة الأجل, لعقود جديدة.
  const bool decades = unit->unit == TimeUnit::kDecade;
  const bool sure = decades ? lasting && qualified : lasting || qualified;
  if (!quantity && !about && !sure) return 0;
  if (qualified) return end + 1;
  return quantity || (!definite_word(end) && !as(end, TimeClass::kWeekday)) ? end : 0;
}

// الأيام الثلاثة الماضية, السنوات الـ 4 الأخيرة, الأشهر القليلة المقبلة, الأشهر الستة الأولى من
// العام.
size_t TimeGrammar::placed_plural(size_t i, TimeSense& sense) const {
  sense.kind = Kind::kAmount;
  sense.count = -1;
  size_t end = i;
  int number = 0;
  const TimeMeaning* unit = as(i, TimeClass::kUnit);
  if (unit == nullptr) {  // الخمسين عاما الماضية
    end = cardinal(i, number);
    unit = end != 0 && (at(i).definite || as(i, TimeClass::kArticle) || as(i, TimeClass::kCardinal))
               ? as(end, TimeClass::kUnit)
               : nullptr;
    if (unit == nullptr || unit->definite) return 0;  // ثلاثة آلاف الشهر الماضي
    sense.count = number;
  } else if (!unit->definite || unit->count != UnitNumber::kPlural) {
    return 0;
  }
  sense.unit = unit->unit;
  ++end;
  if (const size_t counted = cardinal(end, number); counted != 0 && sense.count < 0) {
    sense.count = number;
    end = counted;
  }
  if (as(end, TimeClass::kFew)) ++end;
  if (as(end, TimeClass::kDirection) || as(end, TimeClass::kRecent)) return end + 1;
  if (as(end, TimeClass::kOrdinal) == nullptr || sense.count < 0) return 0;
  ++end;
  TimeSense whole;
  const size_t of = as(end, TimeClass::kOf)
                        ? longest(end + 1, whole, {&TimeGrammar::whole_period, &TimeGrammar::date})
                        : 0;
  return of != 0 ? of : end;
}

// A single unit without a number: يوما واحدا, شهر كامل, ساعة ونصف; alone only behind منذ, قبل, بعد,
// خلال, دامت or about.
size_t TimeGrammar::single(size_t i, TimeSense& sense) const {
  const TimeMeaning* unit = as(i, TimeClass::kUnit);
  if (unit == nullptr || unit->count != UnitNumber::kSingular) return 0;
  sense.kind = Kind::kAmount;
  sense.unit = unit->unit;
  sense.count = 1;
  const size_t end = i + 1;
  const bool remainder_follows =  // استمر الاجتماع ساعة ونصف الساعة, ابن العام ونصف العام
      at(end).joined && (as(end, TimeClass::kHalf) || as(end, TimeClass::kLength));
  if (unit->definite) return remainder_follows ? end : 0;
  if (as(end, TimeClass::kWhole)) return end + 1;
  if (unit->unit == TimeUnit::kSecond || unit->unit == TimeUnit::kMinute) return 0;
  const bool about = as(i - 1, TimeClass::kApprox) != nullptr;
  const bool counted = relation_before(i) != Relation::kNone || about ||
                       as(i - 1, TimeClass::kLasting);  // دامت شهرا
  if (unit->unit == TimeUnit::kDecade) {  // منذ نحو عقد, بعد عقد من الحرب; not بعد عقد اجتماع
    const bool sure = about ? relation_before(i - 1) != Relation::kNone
                            : mark(end) != 0 || as(end, TimeClass::kOf);
    return counted && sure && ends_phrase(end) ? end : 0;
  }
  return remainder_follows || (counted && ends_phrase(end)) ? end : 0;
}

// ونصف [العام], ونصف ساعة, وثلاثة أشهر.
size_t TimeGrammar::remainder(size_t i, TimeSense& sense) const {
  if (sense.kind != Kind::kAmount || sense.count < 1) return 0;
  const TimeMeaning* half = as(i, TimeClass::kHalf);
  if (half != nullptr && at(i).joined && half->value == 30) {
    add_half(sense);
    const TimeMeaning* unit = as(i + 1, TimeClass::kUnit);
    return i + 1 +
           (unit != nullptr && unit->unit == sense.unit && unit->count == UnitNumber::kSingular);
  }
  TimeSense smaller;
  const size_t end = at(i).joined ? counted(i, smaller) : 0;
  if (end != 0 && smaller.kind == Kind::kLength) {  // عام ونصف عام
    const bool half_unit = (smaller.code == "P6M" && sense.unit == TimeUnit::kYear) ||
                           (smaller.code == "PT30M" && sense.unit == TimeUnit::kHour);
    if (half_unit) add_half(sense);
    return half_unit ? end : 0;
  }
  if (end == 0 || smaller.kind != Kind::kAmount || smaller.unit >= sense.unit) return 0;
  sense.extra_unit = smaller.unit;
  sense.extra_count = smaller.count;
  return end;
}

// كل يوم, كل ستة أشهر, كل [يوم] جمعة, كل صباح, يوميا.
size_t TimeGrammar::set(size_t i, TimeSense& sense) const {
  sense.kind = Kind::kSet;
  if (const TimeMeaning* often = as(i, TimeClass::kSet)) {
    sense.code = often->code;
    return i + 1;
  }
  if (as(i, TimeClass::kEach) == nullptr) return 0;
  const TimeMeaning* unit = as(i + 1, TimeClass::kUnit);
  const bool of_day = unit != nullptr && unit->unit == TimeUnit::kDay;
  if (const TimeMeaning* weekday = as(i + 1 + of_day, TimeClass::kWeekdayName)) {
    sense.weekday = weekday->value;
    return i + 2 + of_day;
  }
  if (as(i + 1, TimeClass::kPart) && unit == nullptr) {
    sense.unit = TimeUnit::kDay;
    sense.count = 1;
    return i + 2;
  }
  if (unit != nullptr && !unit->definite) {
    sense.unit = unit->unit;
    sense.count = unit->count == UnitNumber::kDual ? 2 : 1;
    return unit->count != UnitNumber::kPlural ? i + 2 : 0;
  }
  return numbered(i + 1, sense);
}

}  // namespace musnad
