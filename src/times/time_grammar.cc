#include "times/time_grammar.h"

#include "morphology/word.h"

namespace musnad {

std::vector<TimeMatch> TimeGrammar::read() {
  std::vector<TimeMatch> matches;
  for (size_t i = 0; i < symbols_.size();) {
    TimeSense sense;
    const size_t end = symbols_[i].may_begin() ? expression(i, sense) : 0;
    if (end == 0) {
      ++i;
      continue;
    }
    if (names_body(i, sense)) {
      i = end;
      continue;
    }
    matches.push_back({{symbols_[i].tokens.begin, symbols_[end - 1].tokens.end}, sense});
    previous_ = sense;
    previous_end_ = i = end;
    // The rest of a token of two symbols belongs to no other expression.
    while (at(i).tokens.begin < matches.back().tokens.end && !at(i).tokens.empty()) ++i;
  }
  return matches;
}

size_t TimeGrammar::longest(size_t i, TimeSense& sense, std::initializer_list<Rule> rules) const {
  size_t best = 0;
  TimeSense found;
  for (Rule rule : rules) {
    TimeSense candidate;
    const size_t end = (this->*rule)(i, candidate);
    if (end > best) {
      best = end;
      found = candidate;
    }
  }
  if (best != 0) sense = found;
  return best;
}

size_t TimeGrammar::expression(size_t i, TimeSense& sense) const {
  const size_t end =
      longest(i, sense,
              {&TimeGrammar::part_of_day, &TimeGrammar::clock, &TimeGrammar::day,
               &TimeGrammar::date, &TimeGrammar::period, &TimeGrammar::edge, &TimeGrammar::amount,
               &TimeGrammar::set, &TimeGrammar::event_day, &TimeGrammar::reference});
  sense.deadline = as(i - 1, TimeClass::kUntil) != nullptr;
  sense.relation = relation_before(i);
  return end;
}

// مطلع العام المقبل, نهاية حزيران, ساعة متأخرة من ليل أمس, وقت سابق هذا الأسبوع: the whole counts,
// for want of a finer value.
size_t TimeGrammar::edge(size_t i, TimeSense& sense) const {
  const TimeMeaning* edge = as(i, TimeClass::kEdge);
  if (edge == nullptr) return 0;
  const size_t k = i + 1 + (as(i + 1, TimeClass::kOf) != nullptr);
  const size_t end =
      longest(k, sense,
              {&TimeGrammar::part_of_day, &TimeGrammar::day, &TimeGrammar::date,
               &TimeGrammar::whole_period, &TimeGrammar::period, &TimeGrammar::event_day});
  if (end != 0 && sense.part.empty()) sense.part = edge->code;
  return end;
}

// الآن, مؤخرا, في المستقبل.
size_t TimeGrammar::reference(size_t i, TimeSense& sense) const {
  struct Row {
    TimeClass plain, noun;
    std::string_view value;
  };
  constexpr Row kRows[] = {{TimeClass::kPast, TimeClass::kPastNoun, "PAST_REF"},
                           {TimeClass::kPresent, TimeClass::kPresentNoun, "PRESENT_REF"},
                           {TimeClass::kFuture, TimeClass::kFutureNoun, "FUTURE_REF"}};
  const bool until = as(i - 1, TimeClass::kUntil) != nullptr;
  sense.kind = Kind::kReference;
  for (const Row& row : kRows) {
    const bool noun = as(i, row.noun) &&
                      (until || (as(i - 1, TimeClass::kIn) && row.noun != TimeClass::kPresentNoun));
    if (!as(i, row.plain) && !noun) continue;
    const bool until_lately = until && row.plain == TimeClass::kFuture;  // حتى وقت قريب
    sense.code = until_lately ? "PAST_REF" : row.value;
    return i + 1;
  }
  if (as(i, TimeClass::kStretch) || (as(i, TimeClass::kStretchNoun) &&
                                     relation_before(i) != Relation::kNone && ends_phrase(i + 1))) {
    sense.kind = Kind::kLength;
    sense.code = "PXX";
    sense.measured = as(i + 1, TimeClass::kOf) != nullptr;
    return i + 1;
  }
  if (const TimeMeaning* later = as(i, TimeClass::kLater)) {
    sense.kind = Kind::kLater;
    sense.code = later->code;
    return i + 1;
  }
  sense.kind = Kind::kSomeDay;
  return as(i, TimeClass::kSomeDay) ? i + 1 : 0;
}

// غداة the event, اليوم الأول of a visit, يومه الأول; a part of the day alone (قتلوا ليلا), not
// مساء الرئيس.
size_t TimeGrammar::event_day(size_t i, TimeSense& sense) const {
  sense.kind = Kind::kEventDay;
  if (const TimeMeaning* beside = as(i, TimeClass::kEventDay)) {
    sense.steps = beside->value;
    return at(i + 1).blank() && mark(i + 1) == 0 ? i + 1 : 0;
  }
  if (const TimeMeaning* part = as(i, TimeClass::kPartAdverb)) {
    sense.part = part->code;
    const bool noun = as(i, TimeClass::kPart) && (!ends_phrase(i + 1) || countable(i + 1));
    const Pos pos = document_.tokens[at(i).tokens.begin].word->best().pos;  // ليلا, not لئلا
    return noun || pos == Pos::kComplementizer ? 0 : i + 1;
  }
  const TimeMeaning* today = as(i, TimeClass::kDay);
  const bool day =
      (today != nullptr && today->value == 0 && today->code.empty() && today->prefix == 0) ||
      as(i, TimeClass::kItsDay);
  const bool from = as(i - 1, TimeClass::kOf) || as(i - 1, TimeClass::kSince);
  int number = 0;
  return day && !from && definite_ordinal(i + 1) ? ordinal(i + 1, number) : 0;
}

const TimeSymbol& TimeGrammar::at(size_t i) const {
  static constexpr TimeSymbol kNothing{.mark = U'\n'};
  return i < symbols_.size() ? symbols_[i] : kNothing;
}

std::string_view TimeGrammar::key(size_t i) const {
  return at(i).tokens.empty() ? std::string_view() : document_.tokens[at(i).tokens.begin].word->key;
}

bool TimeGrammar::ends_in(size_t i, std::string_view ending) const {
  const std::string_view word = key(i);
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

bool TimeGrammar::definite_word(size_t i) const {
  constexpr std::string_view kArticle = "ال";
  if (!at(i).blank() || key(i).size() <= kArticle.size()) return false;
  const bool verb = document_.tokens[at(i).tokens.begin].word->best().pos == Pos::kVerb;  // التقى
  return !verb && key(i).substr(0, kArticle.size()) == kArticle;
}

bool TimeGrammar::definite_ordinal(size_t i) const {
  const TimeMeaning* ordinal = as(i, TimeClass::kOrdinal);
  return ordinal != nullptr && ordinal->definite && !at(i).joined;
}

bool TimeGrammar::countable(size_t i) const {
  if (!at(i).blank() || mark(i) != 0 || at(i).tokens.empty()) return false;
  const Analysis& analysis = document_.tokens[at(i).tokens.begin].word->best();
  const bool noun = analysis.pos == Pos::kNoun || analysis.pos == Pos::kUnknown ||
                    analysis.pos == Pos::kMasdar || analysis.pos == Pos::kParticiple ||
                    analysis.pos == Pos::kAdjective || analysis.pos == Pos::kNumeral;
  return noun && analysis.proclitics == 0;
}

bool TimeGrammar::after_time_preposition(size_t i) const {
  return as(i - 1, TimeClass::kIn) || as(i - 1, TimeClass::kUntil) ||
         relation_before(i) != Relation::kNone;
}

bool TimeGrammar::heads(size_t i, TimeUnit unit) const {
  const TimeMeaning* single = as(i, TimeClass::kUnit);
  const TimeMeaning* pair = as(i, TimeClass::kPair);
  return (single != nullptr && single->unit == unit && single->count == UnitNumber::kSingular) ||
         (pair != nullptr && pair->unit == unit);
}

bool TimeGrammar::ends_phrase(size_t i) const {
  const bool preposition = as(i, TimeClass::kOf) || as(i, TimeClass::kIn) ||
                           as(i, TimeClass::kUntil) || relation_before(i + 1) != Relation::kNone;
  return preposition || as(i, TimeClass::kOnly) || (at(i).blank() && !definite_word(i));
}

Relation TimeGrammar::relation_before(size_t i) const {
  const TimeSymbol& before = at(i - 1);
  if (before.as(TimeClass::kBefore)) return Relation::kBefore;
  if (before.as(TimeClass::kAfter)) return Relation::kAfter;
  if (before.as(TimeClass::kSince)) return Relation::kSince;
  if (before.as(TimeClass::kDuring)) return Relation::kDuring;
  return Relation::kNone;
}

bool TimeGrammar::continues(size_t i) const {
  if (previous_end_ == 0) return false;
  if (i == previous_end_) return at(i).joined || as(i, TimeClass::kMonth);
  return i == previous_end_ + 1 &&
         (as(i - 1, TimeClass::kOr) || as(i - 1, TimeClass::kUntil) || mark(i - 1) == U'-' ||
          mark(i - 1) == U'–' || mark(i - 1) == U'،' || mark(i - 1) == U'/' || mark(i - 1) == U',');
}

}  // namespace musnad
