#include "times/time_lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "lexicon/embedded.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

struct ClassName {
  std::string_view name;
  TimeClass kind;
};

constexpr ClassName kClassNames[] = {{"weekday", TimeClass::kWeekday},
                                     {"weekday_name", TimeClass::kWeekdayName},
                                     {"day", TimeClass::kDay},
                                     {"event_day", TimeClass::kEventDay},
                                     {"part", TimeClass::kPart},
                                     {"part_adverb", TimeClass::kPartAdverb},
                                     {"season", TimeClass::kSeason},
                                     {"season_head", TimeClass::kSeasonHead},
                                     {"direction", TimeClass::kDirection},
                                     {"recent", TimeClass::kRecent},
                                     {"few", TimeClass::kFew},
                                     {"edge", TimeClass::kEdge},
                                     {"fraction", TimeClass::kFraction},
                                     {"weekend", TimeClass::kWeekend},
                                     {"past", TimeClass::kPast},
                                     {"present", TimeClass::kPresent},
                                     {"future", TimeClass::kFuture},
                                     {"past_noun", TimeClass::kPastNoun},
                                     {"present_noun", TimeClass::kPresentNoun},
                                     {"future_noun", TimeClass::kFutureNoun},
                                     {"later", TimeClass::kLater},
                                     {"some_day", TimeClass::kSomeDay},
                                     {"stretch", TimeClass::kStretch},
                                     {"stretch_noun", TimeClass::kStretchNoun},
                                     {"approx", TimeClass::kApprox},
                                     {"quantity", TimeClass::kQuantity},
                                     {"each", TimeClass::kEach},
                                     {"this", TimeClass::kThis},
                                     {"set", TimeClass::kSet},
                                     {"decade", TimeClass::kDecade},
                                     {"pair", TimeClass::kPair},
                                     {"half", TimeClass::kHalf},
                                     {"except", TimeClass::kExcept},
                                     {"length", TimeClass::kLength},
                                     {"article", TimeClass::kArticle},
                                     {"its_day", TimeClass::kItsDay},
                                     {"whole", TimeClass::kWhole},
                                     {"clock", TimeClass::kClock},
                                     {"zone", TimeClass::kZone},
                                     {"era", TimeClass::kEra},
                                     {"year_kind", TimeClass::kYearKind},
                                     {"only", TimeClass::kOnly},
                                     {"told", TimeClass::kTold},
                                     {"same", TimeClass::kSame},
                                     {"of", TimeClass::kOf},
                                     {"or", TimeClass::kOr},
                                     {"in", TimeClass::kIn},
                                     {"before", TimeClass::kBefore},
                                     {"after", TimeClass::kAfter},
                                     {"since", TimeClass::kSince},
                                     {"during", TimeClass::kDuring},
                                     {"until", TimeClass::kUntil},
                                     {"future_cue", TimeClass::kFutureCue},
                                     {"label", TimeClass::kLabel},
                                     {"named", TimeClass::kNamed},
                                     {"lasting", TimeClass::kLasting},
                                     {"appointment", TimeClass::kAppointment},
                                     {"void", TimeClass::kVoid}};

struct UnitName {
  std::string_view name;
  TimeUnit unit;
};

constexpr UnitName kUnitNames[] = {
    {"TS", TimeUnit::kSecond}, {"TM", TimeUnit::kMinute}, {"TH", TimeUnit::kHour},
    {"D", TimeUnit::kDay},     {"W", TimeUnit::kWeek},    {"M", TimeUnit::kMonth},
    {"Y", TimeUnit::kYear},    {"DE", TimeUnit::kDecade}, {"CE", TimeUnit::kCentury}};

std::optional<TimeClass> class_named(std::string_view name) {
  for (const ClassName& row : kClassNames) {
    if (row.name == name) return row.kind;
  }
  return std::nullopt;
}

std::optional<TimeUnit> unit_named(std::string_view name) {
  for (const UnitName& row : kUnitNames) {
    if (row.name == name) return row.unit;
  }
  return std::nullopt;
}

bool read_number(std::string_view text, int16_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

constexpr std::string_view kArticle = "ال";

constexpr size_t kTwoLetters = 4;  // bytes

// Function words, adverbs and letters of dates take no preposition before them; آب would become
// other words with one.
bool takes_prefixes(TimeClass kind, std::string_view key) {
  switch (kind) {
    case TimeClass::kDirection:
    case TimeClass::kRecent:
    case TimeClass::kFew:
    case TimeClass::kWhole:
    case TimeClass::kOnly:
    case TimeClass::kYearKind:
    case TimeClass::kIn:
    case TimeClass::kBefore:
    case TimeClass::kAfter:
    case TimeClass::kSince:
    case TimeClass::kDuring:
    case TimeClass::kUntil:
    case TimeClass::kOf:
    case TimeClass::kOr:
    case TimeClass::kEra:
    case TimeClass::kZone:
    case TimeClass::kPartAdverb:
    case TimeClass::kLater:
    case TimeClass::kArticle:
      return false;
    case TimeClass::kMonth:
      return key.size() > kTwoLetters;
    default:
      return true;
  }
}

bool takes_conjunctions(TimeClass kind) {
  return kind != TimeClass::kEra && kind != TimeClass::kArticle;
}

Expected<Table> open(std::string_view path, const std::vector<std::string_view>& columns) {
  return Table::parse(path, embedded_file(path), columns);
}

tl::unexpected<Error> bad_cell(std::string_view path, const Table::Row& row,
                               std::string_view what) {
  return fail(fmt::format("{}:{}: {}", path, row.line, what));
}

}  // namespace

void TimeLexicon::add_spelling(std::string_view first, const std::vector<std::string>& rest,
                               const TimeMeaning& meaning) {
  const auto [place, added] = places_.emplace(first, static_cast<uint32_t>(entries_.size()));
  if (added) entries_.emplace_back();
  TimeEntry& entry = entries_[place];
  if (rest.empty()) {
    entry.meanings.add(meaning);
    return;
  }
  for (TimePhrase& phrase : entry.phrases) {
    if (phrase.rest == rest) {
      phrase.meanings.add(meaning);
      return;
    }
  }
  const auto shorter =
      std::find_if(entry.phrases.begin(), entry.phrases.end(),
                   [&](const TimePhrase& known) { return known.rest.size() < rest.size(); });
  TimePhrase phrase{.rest = rest, .meanings = {}};
  phrase.meanings.add(meaning);
  entry.phrases.insert(shorter, std::move(phrase));
}

// Enters a form as the table spells it (words separated by spaces) with all proclitics it can bear.
void TimeLexicon::add(std::string_view form, TimeMeaning meaning) {
  std::vector<std::string> words;
  for (std::string_view word : split(form, ' ')) words.push_back(fold(word));
  const std::string first = words.front();
  words.erase(words.begin());
  meaning.definite = form.substr(0, kArticle.size()) == kArticle;
  const bool prefixes = takes_prefixes(meaning.kind, first);
  const bool conjunctions = takes_conjunctions(meaning.kind);
  const std::string after_li =
      meaning.definite ? "لل" + first.substr(kArticle.size()) : "ل" + first;
  for (std::string_view conjunction : {"", "و", "ف"}) {
    if (!conjunction.empty() && !conjunctions) break;
    meaning.joined = !conjunction.empty();
    const auto enter = [&](char prefix, const std::string& word) {
      meaning.prefix = prefix;
      add_spelling(std::string(conjunction).append(word), words, meaning);
    };
    enter(0, first);
    if (!prefixes) continue;
    enter('b', "ب" + first);
    enter('k', "ك" + first);
    enter('l', after_li);
  }
}

Expected<void> TimeLexicon::add_months() {
  constexpr std::string_view kPath = "lexicon/ar/months.tsv";
  auto table = open(kPath, {"calendar", "month", "names", "ambiguous"});
  if (!table) return tl::make_unexpected(table.error());
  for (const Table::Row& row : table->rows()) {
    TimeMeaning meaning{.kind = TimeClass::kMonth};
    if (row.cells[0] == "hijri") {
      meaning.calendar = Calendar::kHijri;
    } else if (row.cells[0] != "gregorian") {
      return bad_cell(kPath, row, "the calendar must be gregorian or hijri");
    }
    if (!read_number(row.cells[1], meaning.value) || meaning.value < 1 || meaning.value > 12) {
      return bad_cell(kPath, row, "the month must be a number from 1 to 12");
    }
    for (std::string_view name : row.list(2)) add(name, meaning);
    for (std::string_view name : row.list(3)) {
      meaning.ambiguous_spelling = name;
      add(name, meaning);
    }
  }
  return {};
}

Expected<void> TimeLexicon::add_units() {
  constexpr std::string_view kPath = "lexicon/ar/time_units.tsv";
  auto table = open(kPath, {"unit", "singular", "dual", "plural"});
  if (!table) return tl::make_unexpected(table.error());
  for (const Table::Row& row : table->rows()) {
    const auto unit = unit_named(row.cells[0]);
    if (!unit) return bad_cell(kPath, row, "unknown unit");
    for (size_t column = 1; column <= 3; ++column) {
      const TimeMeaning meaning{
          .kind = TimeClass::kUnit, .unit = *unit, .count = static_cast<UnitNumber>(column)};
      for (std::string_view form : row.list(column)) {
        add(form, meaning);
        add(std::string(kArticle) + std::string(form), meaning);
      }
    }
  }
  return {};
}

Expected<void> TimeLexicon::add_numbers() {
  constexpr std::string_view kPath = "lexicon/ar/numbers.tsv";
  auto table = open(kPath, {"value", "cardinals", "ordinals"});
  if (!table) return tl::make_unexpected(table.error());
  for (const Table::Row& row : table->rows()) {
    TimeMeaning meaning{.kind = TimeClass::kCardinal};
    if (!read_number(row.cells[0], meaning.value))
      return bad_cell(kPath, row, "the value must be a number");
    for (std::string_view form : row.list(1)) add(form, meaning);
    meaning.kind = TimeClass::kOrdinal;
    for (std::string_view form : row.list(2)) add(form, meaning);
  }
  return {};
}

Expected<void> TimeLexicon::add_words() {
  constexpr std::string_view kPath = "lexicon/ar/time_words.tsv";
  auto table = open(kPath, {"class", "value", "forms"});
  if (!table) return tl::make_unexpected(table.error());
  for (const Table::Row& row : table->rows()) {
    const auto kind = class_named(row.cells[0]);
    if (!kind) return bad_cell(kPath, row, "unknown class");
    TimeMeaning meaning{.kind = *kind};
    for (std::string_view value : split(row.cells[1], ' ')) {
      if (!read_number(value, meaning.value)) meaning.code = value;
    }
    if (*kind == TimeClass::kPair || *kind == TimeClass::kTold)
      meaning.unit = unit_named(meaning.code).value_or(TimeUnit::kNone);
    if (meaning.code == "hijri") meaning.calendar = Calendar::kHijri;
    for (std::string_view form : row.list(2)) add(form, meaning);
  }
  return {};
}

Expected<void> TimeLexicon::add_named_days() {
  constexpr std::string_view kPath = "lexicon/ar/named_days.tsv";
  auto table = open(kPath, {"words", "date", "year"});
  if (!table) return tl::make_unexpected(table.error());
  for (const Table::Row& row : table->rows()) {
    TimeMeaning meaning{.kind = TimeClass::kNamedDay, .code = row.cells[1]};
    if (!read_number(row.cells[2], meaning.value))
      return bad_cell(kPath, row, "the year must be a number");
    for (std::string_view word : row.list(0)) add(word, meaning);
  }
  return {};
}

Expected<std::unique_ptr<TimeLexicon>> TimeLexicon::load() {
  auto lexicon = std::make_unique<TimeLexicon>();
  auto loaded = lexicon->add_months()
                    .and_then([&] { return lexicon->add_units(); })
                    .and_then([&] { return lexicon->add_numbers(); })
                    .and_then([&] { return lexicon->add_words(); })
                    .and_then([&] { return lexicon->add_named_days(); });
  if (!loaded) return tl::make_unexpected(loaded.error());
  return lexicon;
}

}  // namespace musnad
