// The features of the tagger. Most depend on one word form alone: what it looks like, what it is
// without its clitics, what the lists of names say of it; each counts apart for the token itself
// and, the coarser ones, for the tokens beside it. A few join two or three neighbouring words. A
// feature is a 32-bit hash.
//
// All is worked out from folded spellings (morphology/normalize.h), so that أ and ا, ى and ي, vowel
// signs and tatweel make no difference; and from nothing that grows with the lexicon, so that
// weights stay valid.
#pragma once

#include <absl/container/inlined_vector.h>
#include <absl/functional/function_ref.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "actors/tagger_model.h"

namespace musnad {

inline constexpr int kReach = 2;  // tokens on either side that a token sees
inline constexpr int kWindow = 2 * kReach + 1;

// A word as joint features see it.
struct WordKind {
  uint64_t identity = 0;  // the spelling
  uint32_t kind = 0;      // script, clitics, class in the lists of names
};

// Something that is true of a word and matters to tokens at most `reach` away.
struct WordFact {
  uint64_t hash;
  int reach;
  bool common = false;  // true of so many words that what it weighs is worth remembering
};

struct WordFacts : WordKind {
  absl::InlinedVector<WordFact, 32> facts;
};

// What stands in for the tokens before and behind a sentence.
extern const WordFacts kBeforeSentence;
extern const WordFacts kBehindSentence;

// The hash under which TaggerModel::words holds a folded word.
uint32_t word_hash(std::string_view key);

// The facts of a folded word; `key` may be empty (direction marks alone). `classes` gives the
// NameClass bits of a word_hash().
WordFacts word_facts(std::string_view key, absl::FunctionRef<uint16_t(uint32_t)> classes);

// The feature: this fact holds for the token `offset` tokens behind. Within the fact's reach.
uint32_t feature_at(const WordFact& fact, int offset);

// The features of a token that join neighbouring words. `window` holds the words from kReach before
// it to kReach behind it.
inline constexpr int kJointFeatures = 8;
std::array<uint32_t, kJointFeatures> joint_features(
    const std::array<const WordKind*, kWindow>& window);

}  // namespace musnad
