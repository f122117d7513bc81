// The grammar of time expressions: procedures that read from a symbol on as far as one kind of
// expression goes. Each takes the index of a symbol and the sense to fill, and returns the index
// behind the last symbol it read, 0 when the expression does not begin there (the sense is then
// spoilt; callers pass a copy). All look a bounded number of symbols ahead, so that reading a text
// takes linear time.
#pragma once

#include <vector>

#include "times/time_symbols.h"

namespace musnad {

class TimeGrammar {
 public:
  // Both must outlive the grammar. Needs words.
  TimeGrammar(const Document& document, const std::vector<TimeSymbol>& symbols)
      : document_(document), symbols_(symbols) {}

  // All expressions of the document in text order, not overlapping, the longest at each place.
  std::vector<TimeMatch> read();

 private:
  using Kind = TimeSense::Kind;
  static constexpr std::string_view kTa = "ه";  // keys have ه for ة
  using Rule = size_t (TimeGrammar::*)(size_t, TimeSense&) const;

  size_t longest(size_t i, TimeSense& sense, std::initializer_list<Rule> rules) const;

  // time_grammar.cc: expressions that hold others.
  size_t expression(size_t i, TimeSense& sense) const;
  size_t edge(size_t i, TimeSense& sense) const;
  size_t reference(size_t i, TimeSense& sense) const;
  size_t event_day(size_t i, TimeSense& sense) const;

  // time_numbers.cc
  size_t cardinal(size_t i, int& number) const;
  size_t ordinal(size_t i, int& number) const;
  size_t day_number(size_t i, int& number) const;
  size_t year_number(size_t i, TimeSense& sense) const;

  // time_dates.cc: the calendar.
  size_t date(size_t i, TimeSense& sense) const;
  size_t single_date(size_t i, TimeSense& sense) const;
  size_t numeric_date(size_t i, TimeSense& sense) const;
  size_t figures_alone(size_t i, TimeSense& sense) const;
  static bool set_figures(int day, int month, TimeSense& sense);
  size_t month_left_out(size_t i, TimeSense& sense) const;
  bool expects_date(size_t i) const;
  size_t month(size_t i, TimeSense& sense) const;
  size_t other_name(size_t i) const;
  bool is_month_here(size_t i, const TimeMeaning& name) const;
  size_t month_tail(size_t i, TimeSense& sense) const;
  int named_year(size_t i, const TimeSense& sense) const;
  size_t other_calendar(size_t i, TimeSense& sense) const;
  size_t shared_month(size_t i, TimeSense& sense) const;
  size_t unplaced_date(size_t i, TimeSense& sense) const;
  size_t year(size_t i, TimeSense& sense) const;
  size_t bare_year(size_t i, TimeSense& sense) const;
  bool dates_noun(size_t i) const;
  bool labelled(size_t i) const;
  bool names_body(size_t i, const TimeSense& sense) const;

  // time_days.cc: days by their names, parts of the day, the clock.
  size_t day(size_t i, TimeSense& sense) const;
  size_t day_name(size_t i, TimeSense& sense) const;
  bool quoted(size_t i) const;
  bool per_day(size_t i) const;
  size_t apposition(size_t i, TimeSense& sense) const;
  static bool falls_on(const TimeSense& date, int day_of_week);
  size_t part_of_day(size_t i, TimeSense& sense) const;
  bool names_hour(size_t i) const;
  size_t clock(size_t i, TimeSense& sense) const;
  size_t clock_alone(size_t i, TimeSense& time) const;
  size_t clock_time(size_t i, TimeSense& sense) const;
  size_t clock_figures(size_t i, TimeSense& sense) const;
  size_t clock_fraction(size_t i, TimeSense& sense) const;

  // time_periods.cc: weeks, months, years, seasons, decades, centuries by their place.
  size_t period(size_t i, TimeSense& sense) const;
  size_t whole_period(size_t i, TimeSense& sense) const;
  size_t told_period(size_t i, TimeSense& sense) const;
  size_t fraction(size_t i, TimeSense& sense) const;
  size_t season(size_t i, TimeSense& sense) const;
  size_t decade(size_t i, TimeSense& sense) const;
  size_t century(size_t i, TimeSense& sense) const;
  size_t weekend(size_t i, TimeSense& sense) const;
  size_t direction(size_t i, TimeSense& sense) const;

  // time_amounts.cc: durations and sets.
  size_t amount(size_t i, TimeSense& sense) const;
  size_t counted(size_t i, TimeSense& sense) const;
  size_t numbered(size_t i, TimeSense& sense) const;
  size_t several(size_t i, TimeSense& sense) const;
  size_t placed_plural(size_t i, TimeSense& sense) const;
  size_t single(size_t i, TimeSense& sense) const;
  size_t remainder(size_t i, TimeSense& sense) const;
  size_t set(size_t i, TimeSense& sense) const;

  const TimeSymbol& at(size_t i) const;
  const TimeMeaning* as(size_t i, TimeClass kind) const { return at(i).as(kind); }
  char32_t mark(size_t i) const { return at(i).mark; }
  // The folded spelling of the first token of a symbol; "" for ends of lines.
  std::string_view key(size_t i) const;
  bool ends_in(size_t i, std::string_view ending) const;
  // A word that is no word of time and has the article: what a construct noun before it belongs to.
  bool definite_word(size_t i) const;
  bool definite_ordinal(size_t i) const;
  // A noun without the article, as a number before it would count.
  bool countable(size_t i) const;
  // What cannot belong to the noun before it: a preposition, a pause, a word without the article.
  bool ends_phrase(size_t i) const;
  Relation relation_before(size_t i) const;
  bool after_time_preposition(size_t i) const;
  // A word for the unit that stands before its name: يوم, شهر, العام, and for two of them يومي,
  // شهري, عامي.
  bool heads(size_t i, TimeUnit unit) const;
  // The expression read before ends at symbol `i`, or a و, أو, - or إلى before it.
  bool continues(size_t i) const;

  const Document& document_;
  const std::vector<TimeSymbol>& symbols_;
  size_t previous_end_ = 0;  // of the expression read before
  TimeSense previous_;
};

}  // namespace musnad
