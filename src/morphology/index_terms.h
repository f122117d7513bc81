// The terms under which an index keeps a word: its lemma where the lexicon knows one, and its stem,
// both folded and without clitics. والمحادثات is kept as محادثه and محادثات, so that a search for
// المحادثة finds it by the first and one for محادث* by either.
//
// The words of a text follow each other as bytes: of each term its size (two bytes, the low one
// first) and its letters. The stem of a word, which stands where its lemma stands, has the highest
// bit of its size set.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "morphology/word.h"

namespace musnad {

struct Terms {
  std::string lemma;  // the stem where no lemma is known; "" for what is no word
  std::string stem;   // "" where it is the same as the lemma

  bool is_word() const { return !lemma.empty(); }
};

// The terms of a form, from what is known of it and the folded lemma of its likeliest analysis, ""
// where that has none. Memory of `terms` is used again.
void set_terms(Terms& terms, std::string_view form, const Word& word,
               std::string_view folded_lemma);

// Puts a word behind those in `bytes`. A longer term is cut.
inline constexpr size_t kMostTermBytes = 0x7FFF;
void append_terms(std::string& bytes, const Terms& terms);

// Hands each term to `use(term, is_stem)`; what is cut off in the middle of a term ends there.
template <typename Use>
void for_each_term(std::string_view bytes, Use use) {
  while (bytes.size() > 2) {
    const auto low = static_cast<unsigned char>(bytes[0]);
    const auto high = static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(2);
    const size_t size = std::min<size_t>((high & 0x7Fu) << 8 | low, bytes.size());
    use(bytes.substr(0, size), (high & 0x80u) != 0);
    bytes.remove_prefix(size);
  }
}

}  // namespace musnad
