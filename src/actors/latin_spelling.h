// How English newspapers spell the words of Arabic names, learned from pairs of spellings: each
// letter gives a few Latin letters, the short vowel behind it included, chosen by its neighbours
// and by what was written last. The rules are models/romanization.tsv, from the letter alone to
// ones that see the letter before it and two behind it; the longest that fits a place decides.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "musnad/error.h"

namespace musnad {

// What a rule sees of a letter's place. Letters are of folded words; kEdge is the edge of the word.
struct LetterPlace {
  static constexpr char32_t kEdge = U'#';
  enum Left : uint8_t { kNothing, kVowel, kConsonant };  // what the Latin spelling ends with so far

  char32_t letter = kEdge;
  Left left = kNothing;
  char32_t after = kEdge;
  char32_t before = kEdge;
  char32_t after_next = kEdge;
};

// How much of a place a rule sees: the letter; + left and after; + before; + after_next.
inline constexpr int kPlaceLevels = 4;

// Place of the `i`th letter of a folded word, when `latin` is written so far.
LetterPlace place_of(std::u32string_view word, size_t i, std::string_view latin);

// The rules. Immutable; shared by threads.
class LatinSpelling {
 public:
  struct Rule {
    int level = 0;  // below kPlaceLevels
    LetterPlace place;
    std::string latin;
  };

  explicit LatinSpelling(const std::vector<Rule>& rules);

  // The rules that travel in the program; an error names the line.
  static Expected<LatinSpelling> load();

  // Lower-case Latin letters for a folded word (UTF-8). Letters without a rule stay as they are.
  std::string spell(std::string_view key) const;

  // What the rules below `level` write for a letter; nullptr where none has it.
  const std::string* find(const LetterPlace& place, int level = kPlaceLevels) const;

 private:
  absl::flat_hash_map<uint64_t, std::string> rules_;
};

}  // namespace musnad
