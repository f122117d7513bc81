#include "events/event_time.h"

#include <algorithm>
#include <cstdlib>

#include "times/calendar.h"

namespace musnad {
namespace {

constexpr size_t kDay = sizeof("YYYY-MM-DD") - 1;

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

// ثورة 25 يناير: whether a date names what the noun in front of it tells of, other than the event
// at `anchor`.
bool names_other(const Context& context, const TimeExpression& time, TokenIndex anchor) {
  const TokenIndex t = time.tokens.begin;
  if (t == 0 || t - 1 == anchor || context.token(t).kind != TokenKind::kNumber) return false;
  const Analysis& before = context.word(t - 1).best();
  const bool noun = before.pos == Pos::kNoun || before.pos == Pos::kMasdar;
  return noun && !before.definite() && before.enclitic.none() && context.mention_ending_at(t) < 0;
}

// لإنهاء العقد الموقع عام 2011: whether a time belongs to a participle that tells more of a noun
// other than the event.
bool is_of_participle(const Context& context, TokenIndex time, TokenIndex anchor) {
  TokenIndex t = time;
  if (t > 0 && context.is_preposition(t - 1)) --t;
  if (t < 2 || t - 1 == anchor || context.mention_ending_at(t) >= 0) return false;
  const Word& participle = context.word(t - 1);  // الموقع may be a site
  if (!participle.may_be(Pos::kParticiple) || participle.best().proclitics != kAl) return false;
  if (!context.word(t - 2).best().definite()) return false;
  for (--t; t > 0 && t - 1 != anchor; --t) {
    const Analysis& before = context.word(t - 1).best();
    const bool noun = before.pos == Pos::kNoun || before.pos == Pos::kMasdar;
    const bool more = before.pos == Pos::kAdjective || before.pos == Pos::kParticiple;
    if (!noun && !more) return false;
    const bool governed = t > 1 && context.is_preposition(t - 2);
    if (noun && (before.has(kLi) || before.has(kBi) || governed)) return true;
  }
  return false;
}

// أول زيارة منذ 2008: whether "since" tells when the last one was.
bool is_since_last(const Context& context, const EventLexicon& lexicon, TokenIndex since) {
  constexpr TokenIndex kReach = 10;
  if ((lexicon.word(context.word(since).key) & kSinceWord) == 0) return false;
  const TokenIndex begin = context.sentence_at(since).tokens.begin;
  for (TokenIndex t = since; t > begin && t + kReach > since && !context.is_stop(t - 1); --t) {
    const Word& word = context.word(t - 1);
    if ((lexicon.word(word.stem(word.best())) & kFirstWord) != 0) return true;
  }
  return false;
}

// في 2010 بعد أربع سنوات من | أول زيارة: the time of the event that so long before another was; ""
// for none.
std::string counted_back(const Document& document, const Context& context,
                         const EventLexicon& lexicon, TokenIndex anchor) {
  constexpr TokenIndex kReach = 8;
  TokenIndex t = anchor;
  if (t > 0 && (lexicon.word(context.word(t - 1).key) & kFirstWord) != 0) --t;
  if (t < 3 || context.word(t - 1).key != "من") return "";
  const auto& times = document.times;
  const auto behind = std::partition_point(
      times.begin(), times.end(), [&](const auto& time) { return time.tokens.begin < t - 1; });
  if (behind - times.begin() < 2) return "";
  const TimeExpression& span = *(behind - 1);
  const TimeExpression& later = *(behind - 2);
  const std::string date = date_of(later);
  const std::string_view value = span.value;
  const bool years = value.size() > 2 && value.front() == 'P' && value.back() == 'Y';
  if (!years || span.tokens.end != t - 1 || date.empty()) return "";
  if (later.tokens.end > span.tokens.begin || later.tokens.end + kReach < t) return "";
  const int count = std::atoi(std::string(value.substr(1)).c_str());
  return count > 0 ? iso_year(std::atoi(date.substr(0, 4).c_str()) - count) : "";
}

// بعد سقوط المدينة, but not بعد أسبوع.
bool opens_dating(const Context& context, const EventLexicon& lexicon, TokenIndex t) {
  if (!context.is_preposition(t) || context.time_at(t) >= 0) return false;
  const bool dates = (lexicon.word(context.word(t).key) & kDatesWord) != 0;
  return (dates && context.time_at(t + 1) < 0) || is_since_last(context, lexicon, t);
}

}  // namespace

std::string date_of(const TimeExpression& time) {
  if (time.type != TimeType::kDate && time.type != TimeType::kTime) return "";
  const std::string& value = time.value;
  if (value.size() < 4 || value.find('X') != std::string::npos) return "";
  if (!std::all_of(value.begin(), value.begin() + 4, [](char c) { return c >= '0' && c <= '9'; })) {
    return "";
  }
  return value.size() > kDay ? value.substr(0, kDay) : value;
}

TokenRange dating_of(const Context& context, const EventLexicon& lexicon, TokenIndex anchor) {
  constexpr TokenIndex kDatingReach = 60;
  const TokenIndex end = std::min(context.sentence_at(anchor).tokens.end, anchor + kDatingReach);
  TokenIndex begin = anchor + 1;
  while (begin + 1 < end && !opens_dating(context, lexicon, begin)) {
    if (context.is_stop(begin)) return {end, end};
    ++begin;
  }
  TokenIndex last = begin;
  while (last < end && !context.is_stop(last) && !context.is_comma(last)) ++last;
  return {begin, last};
}

TokenRange result_of(const Context& context, const EventLexicon& lexicon, TokenIndex anchor) {
  constexpr TokenIndex kReach = 8;
  const TokenIndex end = context.sentence_at(anchor).tokens.end;
  for (TokenIndex t = anchor + 1; t + 1 < std::min(end, anchor + kReach); ++t) {
    if (context.token(t).kind == TokenKind::kPunctuation) break;
    if (context.word(t).best().pos != Pos::kRelative) continue;
    if ((lexicon.word(context.word(t + 1).key) & kResultWord) == 0) break;
    TokenIndex last = t + 1;
    while (last < end && !context.is_stop(last) && !context.is_comma(last) &&
           (last == t + 1 || !context.is_finite_verb(last))) {
      ++last;
    }
    return {t + 1, last};
  }
  return {};
}

bool is_of_other(const Context& context, const TimeExpression& time, const EventMention& mention) {
  const TokenIndex t = time.tokens.begin;
  const bool day = time.value.size() >= kDay && time.value.find('W') == std::string::npos;
  const bool dating = mention.dating.contains(t) &&
                      (!day || compare_to_day(time.value, context.document().published) > 0);
  return dating || is_of_participle(context, t, mention.anchor);
}

EventTime time_of_event(const Document& document, const Context& context,
                        const EventLexicon& lexicon, const EventMention& mention) {
  const std::string counted = counted_back(document, context, lexicon, mention.anchor);
  if (!counted.empty()) return {counted, true, true};
  const TokenIndex first = first_of(context, mention);
  const auto begin =
      std::partition_point(document.times.begin(), document.times.end(),
                           [&](const TimeExpression& time) { return time.tokens.begin < first; });
  EventTime best;
  TokenIndex nearest = kNoToken;
  const TokenRange result =
      mention.use == kFiniteUse ? TokenRange{} : result_of(context, lexicon, mention.anchor);
  const TokenIndex end = std::max(mention.reach.end, result.end);
  for (auto time = begin; time != document.times.end() && time->tokens.begin < end; ++time) {
    const TokenIndex at = time->tokens.begin;
    if (at >= mention.reach.end && !result.contains(at)) continue;
    std::string value = date_of(*time);
    if (value.empty() || names_other(context, *time, mention.anchor)) continue;
    if (is_of_other(context, *time, mention)) continue;
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
