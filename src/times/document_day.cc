#include "times/document_day.h"

#include <map>

#include "times/time_place.h"

namespace musnad {
namespace {

using Says = TimeSense::Kind;
using std::chrono::days;

constexpr days kOldest{31};         // a dateline further back than this dates something else
constexpr size_t kHeaderLines = 4;  // where a dateline may stand
constexpr TokenIndex kBefore = 5;   // tokens of its line before and behind the date
constexpr TokenIndex kBehind = 3;

// The tokens of the first lines.
TokenIndex header_end(const Document& document) {
  size_t lines = 0;
  TokenIndex t = 0;
  for (; t < document.tokens.size(); ++t) {
    if (document.tokens[t].line_begin && ++lines > kHeaderLines) break;
  }
  return t;
}

// The date stands at the start of one of the first lines, and the line ends there or goes on with a
// bracket, a dash or the name of an agency: تونس 25 شوال 1436 هـ واس, هراري 15-7 (اف ب) - ….
bool is_dateline(const Document& document, TokenRange date) {
  constexpr std::u32string_view kMarks = U"(-–:/";
  TokenIndex before = 0, behind = 0;
  while (before <= kBefore && !document.tokens[date.begin - before].line_begin) ++before;
  while (behind <= kBehind && date.end + behind < document.tokens.size() &&
         !document.tokens[date.end + behind].line_begin) {
    ++behind;
  }
  const bool marked = date.end < document.tokens.size() &&
                      kMarks.find(document.tokens[date.end].mark) != std::u32string_view::npos;
  return before <= kBefore && (behind <= kBehind || marked);
}

// The latest day on or before `fetched` that makes the match true, where it says enough.
std::optional<Day> evidence(const Document& document, const TimeMatch& match,
                            std::optional<Day> fetched, bool in_header) {
  const TimeSense& sense = match.sense;
  if (sense.kind == Says::kDay && sense.weekday != 0 && fetched) {
    return *fetched - days{(weekday(*fetched + days{sense.steps}) - sense.weekday + 7) % 7};
  }
  if (sense.kind != Says::kDate || sense.day == 0) return std::nullopt;
  if (!sense.deictic && !(in_header && is_dateline(document, match.tokens))) return std::nullopt;
  const auto date = day_of(sense, {.today = fetched});
  if (!date) return std::nullopt;
  const Day day = *date - days{sense.offset};
  if (fetched && (day > *fetched || *fetched - day > kOldest)) return std::nullopt;
  return day;
}

}  // namespace

DocumentDay find_document_day(const Document& document, const std::vector<TimeMatch>& times,
                              std::string_view crawled, std::string_view published) {
  if (const auto given = parse_day(published)) return {given, PublishedBasis::kGiven};
  const auto fetched = parse_day(crawled);
  const TokenIndex header = header_end(document);
  std::map<Day, int> votes;
  DocumentDay best{fetched, fetched ? PublishedBasis::kCrawled : PublishedBasis::kUnknown};
  int most = 0;
  for (const TimeMatch& match : times) {
    const auto day = evidence(document, match, fetched, match.tokens.begin < header);
    if (day && ++votes[*day] > most) {
      most = votes[*day];
      best = {day, PublishedBasis::kText};
    }
  }
  return best;
}

}  // namespace musnad
