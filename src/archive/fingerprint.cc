#include "archive/fingerprint.h"

#include <absl/container/flat_hash_set.h>

#include <algorithm>

#include "archive/stable_hash.h"
#include "morphology/index_terms.h"

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

using Least = std::array<uint64_t, kLeastCount>;
using Pairs = absl::flat_hash_set<uint64_t>;

[[gnu::always_inline]] inline void find_least(Least& least, const Pairs& pairs,
                                              const Functions& functions) {
  for (const uint64_t pair : pairs) {
    for (size_t i = 0; i < kLeastCount; ++i) {
      least[i] = std::min(least[i], pair * functions.factor[i] + functions.summand[i]);
    }
  }
}

// The same numbers, eight or four at a time where the processor can.
#if defined(__x86_64__)
[[gnu::target("avx512f,avx512dq")]] void find_least_by_eight(Least& least, const Pairs& pairs,
                                                             const Functions& functions) {
  find_least(least, pairs, functions);
}
[[gnu::target("avx2")]] void find_least_by_four(Least& least, const Pairs& pairs,
                                                const Functions& functions) {
  find_least(least, pairs, functions);
}
#endif

Least least_of(const Pairs& pairs, const Functions& functions) {
  Least least;
  least.fill(UINT64_MAX);
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) {
    find_least_by_eight(least, pairs, functions);
    return least;
  }
  if (__builtin_cpu_supports("avx2")) {
    find_least_by_four(least, pairs, functions);
    return least;
  }
#endif
  find_least(least, pairs, functions);
  return least;
}

Pairs pairs_of(std::string_view terms) {
  Pairs pairs;
  uint64_t before = 0;
  bool begun = false;
  for_each_term(terms, [&](std::string_view term, bool is_stem) {
    if (is_stem) return;
    const uint64_t hash = stable_hash(term);
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

std::optional<Fingerprint> fingerprint_of(std::string_view terms) {
  static const Functions functions;
  const Pairs pairs = pairs_of(terms);
  if (pairs.size() < kFewestPairs) return std::nullopt;
  const Least least = least_of(pairs, functions);
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
