// Which letters at the edges of a word can be clitics, in the orders that grammar allows.
#pragma once

#include <absl/container/inlined_vector.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "morphology/word.h"

namespace musnad {

// A way to take letters off the front of a word: [أ] [و ف] [س ب ل ك] [ال].
struct Front {
  uint8_t proclitics = 0;  // Proclitic bits
  uint8_t letters = 0;     // taken off
};

inline constexpr size_t kPronounCount = 12;

// A pronoun taken off the end.
struct Back {
  Agreement pronoun;          // none() for nothing taken off
  uint8_t pronoun_index = 0;  // 1 to kPronounCount, 0 for nothing
  uint8_t letters = 0;
  bool after_verb = true;  // ني stands after verbs and particles, ي after nouns and prepositions
  bool after_noun = true;
};

// All ways, taking nothing off first. The letters are plain (normalize.h); at least one stays.
absl::InlinedVector<Front, 8> fronts(std::u32string_view letters);
absl::InlinedVector<Back, 4> backs(std::u32string_view letters);

// How tables of counts write the clitics: their letters one after the other, "" for none.
std::string format_front(uint8_t proclitics);
std::string format_back(size_t pronoun_index);
std::optional<uint8_t> parse_front(std::string_view letters);
std::optional<size_t> parse_back(std::string_view letters);

}  // namespace musnad
