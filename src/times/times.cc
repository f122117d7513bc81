#include "times/times.h"

#include <optional>

#include "times/document_day.h"
#include "times/time_grammar.h"
#include "times/time_value.h"

namespace musnad {
namespace {

using Says = TimeSense::Kind;
using std::chrono::days;

TimeContext context_of(const Document& document, const TimeLexicon& lexicon, const TimeMatch& match,
                       std::optional<Day> today) {
  return {.today = today,
          .event_day = std::nullopt,
          .outlook = outlook_at(document, lexicon, match.tokens),
          .beside_future_verb = is_future_verb(document, match.tokens.end) ||
                                (match.tokens.begin > 0 && is_future_verb(document, match.tokens.begin - 1))};
}

// The day that the article tells of: the first that it calls today or yesterday; where it says neither, the day before,
// as in a morning paper.
std::optional<Day> told_day(const std::vector<TimeMatch>& matches, std::optional<Day> today) {
  if (!today) return std::nullopt;
  for (const TimeMatch& match : matches) {
    const TimeSense& sense = match.sense;
    if (sense.kind == Says::kDay && sense.steps <= 0) return *today + days{sense.steps};
  }
  return *today - days{1};
}

}  // namespace

void find_times(Document& document, const TimeLexicon& lexicon, std::string_view crawled, std::string_view published) {
  const std::vector<TimeSymbol> symbols = find_time_symbols(document, lexicon);
  const std::vector<TimeMatch> matches = TimeGrammar(document, symbols).read();
  const DocumentDay from = find_document_day(document, matches, crawled, published);
  document.published = from.day ? iso_day(*from.day) : "";
  document.published_basis = from.basis;
  const std::optional<Day> told = told_day(matches, from.day);
  const TimeMatch* previous = nullptr;
  TimeContext context;
  for (const TimeMatch& match : matches) {
    const bool coordinated = previous != nullptr && match.tokens.begin <= previous->tokens.end + 1;
    const Outlook outlook = context.outlook;
    context = context_of(document, lexicon, match, from.day);
    if (coordinated) context.outlook = outlook;  // الأحد والاثنين والأربعاء
    context.event_day = match.sense.hour >= 0 ? from.day : told;
    previous = &match;
    TimeValue value = value_of(match.sense, context);
    if (!value.value.empty()) document.times.push_back({match.tokens, value.type, std::move(value.value)});
  }
}

}  // namespace musnad
