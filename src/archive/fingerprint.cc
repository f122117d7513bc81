#include "archive/fingerprint.h"

#include <absl/container/flat_hash_set.h>

#include <algorithm>

#include "archive/stable_hash.h"

namespace musnad {
namespace {

constexpr size_t kFewestPairs = 12;

// SplitMix64.
uint64_t mix(uint64_t x) {
  x += 0x9E3779B97F4A7C15;
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
  x = (x ^ x >> 27) * 0x94D049BB133111EB;
  return x ^ x >> 31;
}

// An odd factor and a summand for each hash function.
struct Functions {
  std::array<uint64_t, kLeastCount> factor, summand;
  Functions() {
    for (size_t i = 0; i < kLeastCount; ++i) {
      factor[i] = mix(2 * i) | 1;
      summand[i] = mix(2 * i + 1);
    }
  }
};

absl::flat_hash_set<uint64_t> pairs_of(std::string_view text, TermCache& terms) {
  absl::flat_hash_set<uint64_t> pairs;
  uint64_t before = 0;
  bool begun = false;
  terms.for_each_word(text, [&](const Terms& word, const Token&) {
    const uint64_t hash = stable_hash(word.lemma);
    if (std::exchange(begun, true)) pairs.insert(mix(before + 3 * hash));
    before = hash;
  });
  return pairs;
}

}  // namespace

std::string Fingerprint::bytes() const {
  std::string bytes;
  for (const uint16_t number : least) {
    bytes += static_cast<char>(number & 0xFF);
    bytes += static_cast<char>(number >> 8);
  }
  return bytes;
}

Fingerprint Fingerprint::from_bytes(std::string_view bytes, uint32_t pairs) {
  Fingerprint fingerprint{{}, pairs};
  for (size_t i = 0; i < kLeastCount && 2 * i + 1 < bytes.size(); ++i) {
    fingerprint.least[i] = static_cast<uint16_t>(static_cast<unsigned char>(bytes[2 * i]) |
                                                 static_cast<unsigned char>(bytes[2 * i + 1]) << 8);
  }
  return fingerprint;
}

std::optional<Fingerprint> fingerprint_of(std::string_view text, TermCache& terms) {
  static const Functions functions;
  const absl::flat_hash_set<uint64_t> pairs = pairs_of(text, terms);
  if (pairs.size() < kFewestPairs) return std::nullopt;
  std::array<uint64_t, kLeastCount> least;
  least.fill(UINT64_MAX);
  for (const uint64_t pair : pairs) {
    for (size_t i = 0; i < kLeastCount; ++i) {
      least[i] = std::min(least[i], pair * functions.factor[i] + functions.summand[i]);
    }
  }
  Fingerprint fingerprint{{}, static_cast<uint32_t>(pairs.size())};
  for (size_t i = 0; i < kLeastCount; ++i) {
    fingerprint.least[i] = static_cast<uint16_t>(mix(least[i]));
  }
  return fingerprint;
}

double shared_part(const Fingerprint& a, const Fingerprint& b) {
  size_t equal = 0;
  for (size_t i = 0; i < kLeastCount; ++i) equal += a.least[i] == b.least[i];
  // Of all pairs, `alike` are in both; so many are that, when together they have a.pairs + b.pairs.
  const double alike = static_cast<double>(equal) / kLeastCount;
  const double both = alike / (1 + alike) * (a.pairs + b.pairs);
  return std::min(1.0, both / std::min(a.pairs, b.pairs));
}

}  // namespace musnad
