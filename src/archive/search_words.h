// The words of a search: what a user types, as a query for the index of words and as a pattern that
// finds the same words in a text.
//
//   وقف إطلاق النار        each of the words, anywhere
//   "وقف إطلاق النار"      the words one behind the other; « » do as well
//   مفاو*                  words that begin so
//   -هدنة                  not this word (or phrase)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/terms.h"
#include "musnad/record.h"

namespace musnad {

class SearchWords {
 public:
  // Reads what a user typed, which is valid UTF-8. Punctuation that is no word is passed over.
  SearchWords(std::string_view typed, TermCache& terms);

  // Whether there is no word to look for.
  bool empty() const { return wanted_.empty(); }
  bool has_unwanted() const { return !unwanted_.empty(); }

  // The expression for FTS5; "" when empty().
  std::string expression() const;

  // Where the wanted words stand in `text`, in its code points moved by `offset`.
  std::vector<Span> find(std::string_view text, uint32_t offset, TermCache& terms) const;

 private:
  struct Word {
    Terms terms;
    std::string prefix;  // "" for a whole word
  };
  struct Phrase {
    std::string typed;    // without its marks
    bool prefix = false;  // of the last word
    std::vector<Word> words;
  };

  static Phrase read_phrase(std::string typed, bool prefix, TermCache& terms);
  static std::string expression(const Phrase& phrase);
  static bool matches(const Word& word, const Terms& terms);

  std::vector<Phrase> wanted_, unwanted_;
};

}  // namespace musnad
