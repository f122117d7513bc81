// What the tagger has learned: a small integer for each feature and tag, for each pair of
// neighbouring tags, and the classes of words that stand in lists of names. As bytes
// (models/names.bin, little-endian):
//
//   "MUSNAD-N"                  8 bytes
//   features, words             two u32: how many of each follow
//   transitions                 10 × 9 i16, TransitionScores
//   features                    each u32 hash, 9 i8; by ascending hash
//   words                       each u32 hash, u16 NameClass bits; by ascending hash
#pragma once

#include <absl/container/flat_hash_map.h>

#include <string>
#include <string_view>

#include "actors/hashed_records.h"
#include "actors/tagger_tags.h"
#include "musnad/error.h"

namespace musnad {

// What lists of names say of a word.
enum NameClass : uint16_t {
  kStateName = 1,
  kCityName = 2,
  kNationality = 4,  // adjective or people of a state
  kGivenName = 8,
  kPersonName = 16,        // in the name of a person of the register
  kOrganizationName = 32,  // an organization's or outlet's name of one word
  kOrganizationPart = 64,  // in the name of an organization of several words
  kPersonTitle = 128,
  kInstitutionNoun = 256,
  kPlaceName = 512,
  kPlacePart = 1024,   // in the name of a place of several words
  kSettlement = 2048,  // a city of GeoNames
  kOtherName = 4096,   // currency, religion, treaty, tournament …
};

// A model as training makes it.
struct TaggerModel {
  using Weights = TagScores<int8_t>;

  TransitionScores<int32_t> transitions{};  // each fits into 16 bits
  absl::flat_hash_map<uint32_t, Weights>
      features;                                   // by hash (tagger_features.h); absent is all zero
  absl::flat_hash_map<uint32_t, uint16_t> words;  // NameClass bits by word_hash()

  uint16_t classes(uint32_t word) const {
    const auto found = words.find(word);
    return found == words.end() ? 0 : found->second;
  }

  std::string to_bytes() const;
};

// A model as reading uses it. Immutable; shared by threads.
struct TaggerWeights {
  TransitionScores<float> transitions{};
  HashedRecords features;  // a TagScores<int8_t> each
  HashedRecords words;

  // NameClass bits by word_hash().
  uint16_t classes(uint32_t word) const;

  // An error tells what is wrong with the bytes.
  static Expected<TaggerWeights> open(std::string_view bytes);
};

}  // namespace musnad
