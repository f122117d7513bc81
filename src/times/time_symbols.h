// The tokens of a document as the time grammar reads them: numbers with their value, words and
// phrases of time with their meanings, punctuation, ends of lines, and everything else as a blank.
#pragma once

#include <vector>

#include "times/time_words.h"

namespace musnad {

struct TimeSymbol {
  TokenRange tokens = {};                  // empty for the end of a line
  const TimeMeanings* meanings = nullptr;  // of words and phrases of time
  int32_t number = -1;                     // value of digits
  uint8_t digits = 0;                      // how many of them
  bool joined = false;                     // with و or ف before it
  bool definite = false;                   // digits with ال before them
  bool space_before = false;
  char32_t mark = 0;  // punctuation; '\n' for the end of a line

  // Whether it tells no time.
  bool blank() const {
    return number < 0 && (meanings == nullptr || meanings->only(TimeClass::kNamed));
  }
  // Whether an expression can begin with it.
  bool may_begin() const { return number >= 0 || (meanings != nullptr && meanings->may_begin()); }

  // The meaning of one class, nullptr where it has none.
  const TimeMeaning* as(TimeClass kind) const {
    return meanings == nullptr ? nullptr : meanings->as(kind);
  }
};

// Reads all tokens; needs words. A phrase is one symbol, a token of digits and letters (2015م,
// عام2014) two.
std::vector<TimeSymbol> find_time_symbols(const Document& document, TimeWords& words);

}  // namespace musnad
