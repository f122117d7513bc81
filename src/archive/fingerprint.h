// What an article's words boil down to, so that articles that repeat each other are recognized
// without reading them again (MinHash, Broder 1997): of all pairs of neighbouring words, by their
// lemmas, the least one under each of 60 hash functions. The part of equal numbers in two
// fingerprints is about the part of pairs that the articles share.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace musnad {

inline constexpr size_t kLeastCount = 60;

struct Fingerprint {
  std::array<uint16_t, kLeastCount> least;
  uint32_t pairs = 0;  // different pairs of words

  // As bytes, for the archive.
  std::string bytes() const;
  static Fingerprint from_bytes(std::string_view bytes, uint32_t pairs);
};

// Of the words of a text as they are indexed (morphology/index_terms.h). Linear. None for so few
// words that any other text might have them too.
std::optional<Fingerprint> fingerprint_of(std::string_view terms);

// Which part of the shorter article's pairs of words is in the other one, about.
double shared_part(const Fingerprint& a, const Fingerprint& b);

}  // namespace musnad
