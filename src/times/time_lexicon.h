// The words of time: lexicon/ar/months.tsv, time_units.tsv, numbers.tsv, named_days.tsv and
// time_words.tsv, compiled into one map from folded spelling to meanings, so that reading costs one
// look-up a token.
#pragma once

#include <absl/container/inlined_vector.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/table.h"
#include "lexicon/word_map.h"
#include "times/time_sense.h"

namespace musnad {

// The classes of time_words.tsv (described there) and of the other four tables.
enum class TimeClass : uint8_t {
  kMonth,
  kUnit,
  kCardinal,
  kOrdinal,
  kNamedDay,
  kWeekday,
  kWeekdayName,
  kDay,
  kEventDay,
  kPart,
  kPartAdverb,
  kSeason,
  kSeasonHead,
  kDirection,
  kRecent,
  kFew,
  kEdge,
  kFraction,
  kWeekend,
  kPast,
  kPresent,
  kFuture,
  kPastNoun,
  kPresentNoun,
  kFutureNoun,
  kLater,
  kSomeDay,
  kStretch,
  kStretchNoun,
  kApprox,
  kQuantity,
  kEach,
  kThis,
  kSet,
  kDecade,
  kPair,
  kHalf,
  kLength,
  kExcept,
  kArticle,
  kItsDay,
  kWhole,
  kOnly,
  kTold,
  kYearKind,
  kClock,
  kZone,
  kEra,
  kSame,
  kOf,  // from here on: words between or beside expressions, with which none begins
  kOr,
  kIn,
  kBefore,
  kAfter,
  kSince,
  kDuring,
  kUntil,
  kLabel,
  kNamed,
  kLasting,
  kAppointment,
  kFutureCue,
  kVoid
};

enum class UnitNumber : uint8_t { kNone, kSingular, kDual, kPlural };

// One thing that a word or phrase of time can mean.
struct TimeMeaning {
  TimeClass kind = TimeClass::kVoid;
  Calendar calendar = Calendar::kGregorian;  // of months and eras
  TimeUnit unit = TimeUnit::kNone;           // of units, pairs and told periods
  UnitNumber count = UnitNumber::kNone;      // of units
  bool definite = false;                     // with ال
  bool joined = false;                       // with و or ف
  char prefix = 0;                           // of ب ل ك: b l k
  int16_t value = 0;
  std::string_view code = {};
  std::string_view ambiguous_spelling =
      {};  // of months that are also another word: as the table spells them
};

// All that one word or phrase of time can mean; the classes are told by a bit each.
class TimeMeanings {
 public:
  void add(const TimeMeaning& meaning) {
    list_.push_back(meaning);
    classes_ |= bit(meaning.kind);
  }

  bool empty() const { return list_.empty(); }
  const TimeMeaning& front() const { return list_.front(); }
  auto begin() const { return list_.begin(); }
  auto end() const { return list_.end(); }

  // The meaning of one class, nullptr where it has none.
  const TimeMeaning* as(TimeClass kind) const {
    if ((classes_ & bit(kind)) == 0) return nullptr;
    return &*std::find_if(begin(), end(), [&](const TimeMeaning& m) { return m.kind == kind; });
  }

  // Whether it has no meaning of another class.
  bool only(TimeClass kind) const { return classes_ == bit(kind); }

  // Whether an expression can begin with it.
  bool may_begin() const {
    return (classes_ & (bit(TimeClass::kOf) - 1)) != 0 && as(TimeClass::kVoid) == nullptr;
  }

 private:
  static_assert(static_cast<int>(TimeClass::kVoid) < 64);
  static constexpr uint64_t bit(TimeClass kind) { return uint64_t{1} << static_cast<int>(kind); }

  absl::InlinedVector<TimeMeaning, 2> list_;
  uint64_t classes_ = 0;
};

struct TimePhrase {
  std::vector<std::string> rest;  // folded words after the first
  TimeMeanings meanings;
};

// What begins with one word form.
struct TimeEntry {
  TimeMeanings meanings;            // of the word alone
  std::vector<TimePhrase> phrases;  // longest first
};

// Immutable; shared by threads.
class TimeLexicon {
 public:
  // Compiles the embedded tables. Fails on a damaged row; the message names file and line.
  static Expected<std::unique_ptr<TimeLexicon>> load();

  // The entry of a folded word form with its proclitics, nullptr for most words. It lives as long
  // as the lexicon.
  const TimeEntry* find(std::string_view key) const {
    const uint32_t place = place_of(key);
    return place == kNone ? nullptr : &entry(place);
  }

  // The same in two steps, by the number of the entry.
  static constexpr uint32_t kNone = UINT32_MAX;
  uint32_t place_of(std::string_view key) const {
    const uint32_t* place = places_.find(key);
    return place == nullptr ? kNone : *place;
  }
  const TimeEntry& entry(uint32_t place) const { return entries_[place]; }

 private:
  Expected<void> add_months();
  Expected<void> add_units();
  Expected<void> add_numbers();
  Expected<void> add_words();
  Expected<void> add_named_days();
  void add(std::string_view form, TimeMeaning meaning);
  void add_spelling(std::string_view first, const std::vector<std::string>& rest,
                    const TimeMeaning& meaning);

  WordMap<uint32_t, 16> places_;  // by form: index into entries_
  std::vector<TimeEntry> entries_;
};

}  // namespace musnad
