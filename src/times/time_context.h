// What stands around the time expressions of a document, from which their values are worked out:
// the clause, quotations, and the times told before in the same line.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "times/time_lexicon.h"
#include "times/time_place.h"

namespace musnad {

// Goes through the expressions in text order: read(k), then tell(k, value) where it has a value.
class TimeContextReader {
 public:
  // `today` is the day of the text. All else must outlive the reader. Needs quotations and words.
  TimeContextReader(const Document& document, const TimeLexicon& lexicon,
                    const std::vector<TimeMatch>& matches, std::optional<Day> today);

  // The context of the expression `k`.
  TimeContext read(size_t k);

  // Takes note that the expression `k` means a day, month or year, as ISO; other values say
  // nothing.
  void tell(size_t k, std::string_view value);

 private:
  // A day, or one in the month or year, that the text has named.
  struct NamedTime {
    Day day;
    TimeUnit unit;
    std::string_view part;
  };

  bool quoted(TokenIndex token);
  void forget_past_lines(TokenIndex token);
  std::optional<Day> range_begin(size_t k) const;
  std::optional<Day> event_day(size_t k) const;
  std::optional<Day> antecedent(const TimeSense& sense) const;

  const Document& document_;
  const TimeLexicon& lexicon_;
  const std::vector<TimeMatch>& matches_;
  std::optional<Day> today_, told_;
  std::optional<NamedTime> named_;  // the last one in this line
  Outlook outlook_ = Outlook::kUnknown;
  TokenIndex previous_end_ = 0;
  size_t next_quotation_ = 0;
  TokenIndex quotation_end_ = 0;
};

}  // namespace musnad
