#include "events/event_time.h"

#include <algorithm>

#include "times/calendar.h"

namespace musnad {
namespace {

// The first token from which a time may be the event's: its carrier's clause.
TokenIndex first_of(const Context& context, const EventMention& mention) {
  constexpr TokenIndex kBefore = 8;
  const TokenIndex begin = context.sentence_at(mention.anchor).tokens.begin;
  TokenIndex first = mention.anchor;
  const bool apart = mention.use != kFiniteUse && mention.over.empty();
  if (apart && mention.main_verb == kNoToken) return first;
  for (const Over& over : mention.over) first = std::min(first, over.token);
  if (apart) first = mention.main_verb;
  for (TokenIndex steps = 0; first > begin && steps < kBefore; --first, ++steps) {
    const Analysis& before = context.word(first - 1).best();
    const bool other_clause = context.complementizer(first - 1) != Complementizer::kNone ||
                              before.pos == Pos::kVerb || context.is_stop(first - 1);
    if (other_clause) break;
  }
  return first;
}

}  // namespace

std::string date_of(const TimeExpression& time) {
  if (time.type != TimeType::kDate && time.type != TimeType::kTime) return "";
  const std::string& value = time.value;
  if (value.size() < 4 || value.find('X') != std::string::npos) return "";
  if (!std::all_of(value.begin(), value.begin() + 4, [](char c) { return c >= '0' && c <= '9'; })) {
    return "";
  }
  constexpr size_t kDay = sizeof("YYYY-MM-DD") - 1;
  return value.size() > kDay ? value.substr(0, kDay) : value;
}

bool names_other(const Context& context, const TimeExpression& time, TokenIndex anchor) {
  const TokenIndex t = time.tokens.begin;
  if (t == 0 || t - 1 == anchor || context.token(t).kind != TokenKind::kNumber) return false;
  const Analysis& before = context.word(t - 1).best();
  const bool noun = before.pos == Pos::kNoun || before.pos == Pos::kMasdar;
  return noun && !before.definite() && before.enclitic.none() && context.mention_ending_at(t) < 0;
}

EventTime time_of_event(const Document& document, const Context& context,
                        const EventMention& mention) {
  const TokenIndex first = first_of(context, mention);
  const auto begin =
      std::partition_point(document.times.begin(), document.times.end(),
                           [&](const TimeExpression& time) { return time.tokens.begin < first; });
  EventTime best;
  TokenIndex nearest = kNoToken;
  for (auto time = begin; time != document.times.end() && time->tokens.begin < mention.reach.end;
       ++time) {
    std::string value = date_of(*time);
    if (value.empty() || names_other(context, *time, mention.anchor)) continue;
    const bool before = time->tokens.begin < mention.anchor;
    const TokenIndex distance =
        before ? mention.anchor - time->tokens.begin : time->tokens.begin - mention.anchor;
    if (distance >= nearest) continue;
    nearest = distance;
    best = {std::move(value), !before};
  }
  return best;
}

int compare_to_day(std::string_view time, const std::string& day) {
  if (time.empty() || day.empty()) return 0;
  if (time.find('W') == std::string_view::npos) return time.compare(day.substr(0, time.size()));
  const std::optional<Day> parsed = parse_day(day);
  return parsed ? time.compare(iso_week(*parsed)) : 0;
}

}  // namespace musnad
