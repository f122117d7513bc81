#include "times/times.h"

#include <algorithm>
#include <optional>

#include "times/document_day.h"
#include "times/time_grammar.h"
#include "times/time_value.h"

namespace musnad {
namespace {

using Says = TimeSense::Kind;
using std::chrono::days;

// Walks the quotations along with the tokens.
class QuotationCursor {
 public:
  explicit QuotationCursor(const Document& document) : quotations_(document.quotations) {}

  // Tokens must not decrease from call to call.
  bool inside(TokenIndex token) {
    while (next_ < quotations_.size() && quotations_[next_].tokens.begin <= token) {
      end_ = std::max(end_, quotations_[next_++].tokens.end);
    }
    return token < end_;
  }

 private:
  const std::vector<Quotation>& quotations_;
  size_t next_ = 0;
  TokenIndex end_ = 0;
};

// The day that the article tells of: the first that it calls today or yesterday; where it says
// neither, the day before, as in a morning paper.
std::optional<Day> told_day(const std::vector<TimeMatch>& matches, std::optional<Day> today) {
  if (!today) return std::nullopt;
  for (const TimeMatch& match : matches) {
    const TimeSense& sense = match.sense;
    if (sense.kind == Says::kDay && sense.steps <= 0) return *today + days{sense.steps};
  }
  return *today - days{1};
}

// Gathers what stands around each expression in turn.
class ContextReader {
 public:
  ContextReader(const Document& document, const TimeLexicon& lexicon,
                const std::vector<TimeMatch>& matches, std::optional<Day> today)
      : document_(document),
        lexicon_(lexicon),
        quotations_(document),
        today_(today),
        told_(told_day(matches, today)) {}

  // The context of a match; matches must come in text order.
  TimeContext read(const TimeMatch& match) {
    const TokenRange tokens = match.tokens;
    TimeContext context{.today = today_};
    // الأحد والاثنين والأربعاء: one clause, one outlook.
    const bool coordinated = previous_end_ != 0 && tokens.begin <= previous_end_ + 1;
    if (!coordinated) outlook_ = outlook_at(document_, lexicon_, tokens);
    previous_end_ = tokens.end;
    context.outlook = outlook_;
    context.event_day = match.sense.hour >= 0 ? today_ : told_;
    context.quoted = quotations_.inside(tokens.begin);
    context.lasting =
        match.sense.relation == Relation::kSince && lasts_at(document_, lexicon_, tokens);
    context.beside_future_verb = is_future_verb(document_, tokens.end) ||
                                 (tokens.begin > 0 && is_future_verb(document_, tokens.begin - 1));
    return context;
  }

 private:
  const Document& document_;
  const TimeLexicon& lexicon_;
  QuotationCursor quotations_;
  std::optional<Day> today_, told_;
  Outlook outlook_ = Outlook::kUnknown;
  TokenIndex previous_end_ = 0;
};

}  // namespace

void find_times(Document& document, const TimeLexicon& lexicon, std::string_view crawled,
                std::string_view published) {
  const std::vector<TimeSymbol> symbols = find_time_symbols(document, lexicon);
  const std::vector<TimeMatch> matches = TimeGrammar(document, symbols).read();
  const DocumentDay from = find_document_day(document, matches, crawled, published);
  document.published = from.day ? iso_day(*from.day) : "";
  document.published_basis = from.basis;
  ContextReader contexts(document, lexicon, matches, from.day);
  for (const TimeMatch& match : matches) {
    TimeValue value = value_of(match.sense, contexts.read(match));
    if (!value.value.empty())
      document.times.push_back({match.tokens, value.type, std::move(value.value)});
  }
}

}  // namespace musnad
