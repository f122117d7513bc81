#include "times/time_context.h"

#include <algorithm>
#include <charconv>

#include "morphology/word.h"

namespace musnad {
namespace {

using Says = TimeSense::Kind;
using std::chrono::days;

constexpr TokenIndex kReachOfEvent = 6;  // tokens between غداة and the day of its event

// The day that the article tells of: the first that it calls today or yesterday; where it says
// neither, the day before, as in a morning paper.
std::optional<Day> told_day(const std::vector<TimeMatch>& matches, std::optional<Day> today) {
  if (!today) return std::nullopt;
  for (const TimeMatch& match : matches) {
    const TimeSense& sense = match.sense;
    if (sense.kind == Says::kDay && !sense.told && sense.steps <= 0)
      return *today + days{sense.steps};
  }
  return *today - days{1};
}

// Only nouns between two expressions of one line: عشية [اجتماع مجلس الوزراء] الخميس.
bool one_phrase(const Document& document, TokenIndex begin, TokenIndex end) {
  if (end < begin || end - begin > kReachOfEvent) return false;
  for (TokenIndex t = begin; t < end; ++t) {
    const Token& token = document.tokens[t];
    if (token.mark != 0 || token.line_begin || token.word->best().pos == Pos::kVerb) return false;
  }
  return true;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

TimeContextReader::TimeContextReader(const Document& document, const TimeLexicon& lexicon,
                                     const std::vector<TimeMatch>& matches,
                                     std::optional<Day> today)
    : document_(document),
      lexicon_(lexicon),
      matches_(matches),
      today_(today),
      told_(told_day(matches, today)) {}

TimeContext TimeContextReader::read(size_t k) {
  const TimeSense& sense = matches_[k].sense;
  const TokenRange tokens = matches_[k].tokens;
  forget_past_lines(tokens.begin);
  TimeContext context{.today = sense.told ? antecedent(sense) : today_};
  // الأحد والاثنين والأربعاء: one clause, one outlook.
  const bool coordinated = previous_end_ != 0 && tokens.begin <= previous_end_ + 1;
  if (!coordinated) outlook_ = outlook_at(document_, lexicon_, tokens);
  context.range_begin = range_begin(k);
  previous_end_ = tokens.end;
  context.outlook = outlook_;
  context.event_day = event_day(k);
  if (named_) context.part = named_->part;
  context.quoted = quoted(tokens.begin);
  context.lasting = sense.relation == Relation::kSince && lasts_at(document_, lexicon_, tokens);
  context.beside_future_verb = is_future_verb(document_, tokens.end) ||
                               (tokens.begin > 0 && is_future_verb(document_, tokens.begin - 1));
  return context;
}

void TimeContextReader::tell(size_t k, std::string_view value) {
  constexpr size_t kYear = 4, kMonth = 7, kDay = 10;  // characters of ISO names
  const TimeSense& sense = matches_[k].sense;
  // A clock time goes on with the part of the day that was told before it.
  const bool goes_on = sense.kind == Says::kEventDay && sense.part.empty() && named_;
  const std::string_view part = goes_on ? named_->part : sense.part;
  const auto year = number(value.substr(0, kYear));
  if (!year || value.size() < kYear) return;
  if (value.size() == kYear) {
    if (const auto day = make_day(*year, 1, 1)) named_ = {*day, TimeUnit::kYear, part};
  } else if (value.size() == kMonth) {
    const auto month = number(value.substr(kYear + 1));
    const auto day = month ? make_day(*year, *month, 1) : std::nullopt;
    if (day) named_ = {*day, TimeUnit::kMonth, part};
  } else if (const auto day = parse_day(value.substr(0, kDay))) {
    named_ = {*day, TimeUnit::kDay, part};
  }
}

// Tokens must not decrease from call to call.
bool TimeContextReader::quoted(TokenIndex token) {
  const std::vector<Quotation>& quotations = document_.quotations;
  while (next_quotation_ < quotations.size() && quotations[next_quotation_].tokens.begin <= token) {
    quotation_end_ = std::max(quotation_end_, quotations[next_quotation_++].tokens.end);
  }
  return token < quotation_end_;
}

void TimeContextReader::forget_past_lines(TokenIndex token) {
  for (TokenIndex t = previous_end_; named_ && t <= token; ++t) {
    if (document_.tokens[t].line_begin) named_.reset();
  }
}

// من الأحد إلى الثلاثاء: the day at which a range begins that ends with the expression `k`.
std::optional<Day> TimeContextReader::range_begin(size_t k) const {
  const auto& [tokens, sense] = matches_[k];
  const bool range = sense.deadline && previous_end_ != 0 && tokens.begin == previous_end_ + 1;
  return range && named_ && named_->unit == TimeUnit::kDay ? std::optional(named_->day)
                                                           : std::nullopt;
}

// A clock time or a part of the day alone is of the day named before it; غداة and عشية are of the
// day named behind them in their phrase.
std::optional<Day> TimeContextReader::event_day(size_t k) const {
  const auto& [tokens, sense] = matches_[k];
  if (sense.kind != Says::kEventDay) return std::nullopt;
  if (sense.hour >= 0 || !sense.part.empty()) {
    if (named_ && named_->unit == TimeUnit::kDay) return named_->day;
    return sense.hour < 0 && sense.part == "NI" ? told_ : today_;  // ليلا is no night to come
  }
  if (sense.steps == 0 || k + 1 == matches_.size()) return told_;
  const auto& [event_tokens, event] = matches_[k + 1];
  if (!one_phrase(document_, tokens.end, event_tokens.begin)) return told_;
  const TimeContext context{.today = today_,
                            .outlook = outlook_at(document_, lexicon_, event_tokens)};
  const auto day = day_of(event, context);
  return day ? *day + days{sense.steps} : told_;
}

// What اليوم التالي and العام نفسه are counted from: a time told as finely as they are.
std::optional<Day> TimeContextReader::antecedent(const TimeSense& sense) const {
  if (!named_) return std::nullopt;
  const bool day = sense.unit == TimeUnit::kDay || sense.unit == TimeUnit::kWeek;
  const TimeUnit coarsest = day ? TimeUnit::kDay : sense.unit;
  return named_->unit <= coarsest ? std::optional(named_->day) : std::nullopt;
}

}  // namespace musnad
