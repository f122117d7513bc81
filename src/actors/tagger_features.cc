#include "actors/tagger_features.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace musnad {
namespace {

// The kinds of facts; part of the hash. Their numbers are part of the trained weights.
enum Fact : uint64_t {
  kWhole = 1,
  kScript,
  kStem,
  kStemWithClitics,
  kPrefix,
  kSuffix,
  kStemPrefix,
  kLength,
  kSurface,
  kListed,
  kListedTogether,
  kStemListed,
  kUnlisted,
  kBoundary
};

constexpr uint64_t mix(uint64_t hash, uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2);
  hash *= 0xFF51AFD7ED558CCDu;
  return hash ^ hash >> 32;
}

uint64_t spelling(std::u32string_view letters) {
  uint64_t hash = letters.size();
  for (char32_t c : letters) hash = mix(hash, c);
  return hash;
}

uint32_t narrow(uint64_t hash) { return static_cast<uint32_t>(hash ^ hash >> 32); }

using CodePoints = absl::InlinedVector<char32_t, 32>;

std::u32string_view view(const CodePoints& points) { return {points.data(), points.size()}; }

CodePoints code_points(std::string_view text) {
  CodePoints points;
  points.reserve(text.size());
  for (size_t i = 0; i < text.size();) points.push_back(decode_utf8(text, i));
  return points;
}

enum Script : uint32_t { kLetters, kDigits, kYearDigits, kLatin, kMark, kNothing };

Script script_of(std::u32string_view word) {
  const auto all = [&](auto&& test) { return std::all_of(word.begin(), word.end(), test); };
  if (word.empty()) return kNothing;
  if (word.size() == 1 && char_class(word[0]) == CharClass::kPunctuation) return kMark;
  if (all([](char32_t c) { return c >= U'0' && c <= U'9'; }))
    return word.size() == 4 ? kYearDigits : kDigits;
  if (all([](char32_t c) { return (c | 32) >= U'a' && (c | 32) <= U'z'; })) return kLatin;
  return kLetters;
}

// A word without the clitics that it may begin with. Bits as in Proclitic, coarser: 1 conjunction,
// 2 preposition, 4 article.
struct Stem {
  std::u32string_view letters;
  uint32_t clitics;
};

// Every stem that is left by taking away one more clitic. What is taken may in truth be part of the
// word (وزير, بيروت): the weights learn which.
absl::InlinedVector<Stem, 4> stems_of(std::u32string_view word) {
  absl::InlinedVector<Stem, 4> stems;
  uint32_t clitics = 0;
  const auto strip = [&](std::u32string_view letters, size_t count, uint32_t clitic) {
    if (word.size() < 4 || letters.find(word[0]) == letters.npos) return;
    word.remove_prefix(count);
    stems.push_back({word, clitics |= clitic});
  };
  strip(U"وف", 1, 1);
  if (word.starts_with(U"لل") && word.size() >= 4) {
    strip(U"ل", 2, 2 | 4);
    return stems;
  }
  strip(U"بلك", 1, 2);
  if (word.starts_with(U"ال")) strip(U"ا", 2, 4);
  return stems;
}

// How the word begins, as a number below 32.
uint32_t surface_of(Script script, const absl::InlinedVector<Stem, 4>& stems) {
  return script == kLetters ? 8 + (stems.empty() ? 0 : stems.back().clitics) : script;
}

// The foremost class of a word, as a number below 16: 0 for none.
uint32_t main_class(uint16_t classes) {
  uint32_t number = 0;
  while (classes >> number != 0) ++number;
  return number;
}

}  // namespace

const WordFacts kBeforeSentence{{.identity = 1, .kind = 1000}, {{mix(kBoundary, 1), kReach}}};
const WordFacts kBehindSentence{{.identity = 2, .kind = 1001}, {{mix(kBoundary, 2), kReach}}};

uint32_t word_hash(std::string_view key) { return narrow(spelling(view(code_points(key)))); }

WordFacts word_facts(std::string_view key, absl::FunctionRef<uint16_t(uint32_t)> classes_of) {
  const CodePoints points = code_points(key);
  const std::u32string_view word = view(points);
  const Script script = script_of(word);
  WordFacts result;
  const auto add = [&](uint64_t kind, uint64_t value, int reach = 0) {
    result.facts.push_back({mix(kind, value), reach});
  };
  const auto add_common = [&](uint64_t kind, uint64_t value, int reach = 0) {
    result.facts.push_back({mix(kind, value), reach, true});
  };
  result.identity = spelling(word);
  add(kWhole, result.identity, 2);
  add_common(kScript, script, 2);
  absl::InlinedVector<Stem, 4> stems;
  if (script == kLetters) stems = stems_of(word);
  const uint32_t surface = surface_of(script, stems);
  result.kind = surface * 16;
  if (script != kLetters) {
    if (script == kMark) result.kind = 2000 + word[0];
    return result;
  }

  add_common(kSurface, surface, 2);
  add_common(kLength, std::min<size_t>(word.size(), 9));
  add(kStem, result.identity, 1);
  for (const Stem& stem : stems) {
    add(kStem, spelling(stem.letters), 1);
    add(kStemWithClitics + 100 * stem.clitics, spelling(stem.letters));
  }
  for (size_t n = 1; n <= 4 && n < word.size(); ++n) {
    const bool common = n <= 2;
    result.facts.push_back({mix(kPrefix, spelling(word.substr(0, n))), common, common});
    result.facts.push_back({mix(kSuffix, spelling(word.substr(word.size() - n))), common, common});
  }
  if (!stems.empty()) {
    const std::u32string_view stem = stems.back().letters;
    for (size_t n = 2; n <= 3 && n < stem.size(); ++n)
      add(kStemPrefix, spelling(stem.substr(0, n)));
  }

  uint16_t classes = classes_of(narrow(result.identity));
  for (uint32_t bit = 0; bit < 16; ++bit) {
    if (classes >> bit & 1) add_common(kListed, bit, 2);
  }
  if (classes != 0) add_common(kListedTogether, classes, 1);
  for (auto stem = stems.begin(); classes == 0 && stem != stems.end(); ++stem) {
    classes = classes_of(narrow(spelling(stem->letters)));
    for (uint32_t bit = 0; bit < 16; ++bit) {
      if (classes >> bit & 1) add_common(kStemListed + 100 * stem->clitics, bit, 2);
    }
  }
  if (classes == 0) add_common(kUnlisted, 0, 2);
  result.kind += main_class(classes);
  return result;
}

uint32_t feature_at(const WordFact& fact, int offset) {
  return narrow(mix(fact.hash, static_cast<uint64_t>(offset) + 100));
}

std::array<uint32_t, kJointFeatures> joint_features(
    const std::array<const WordKind*, kWindow>& window) {
  const auto& [before2, before, word, after, after2] = window;
  const auto join = [](uint64_t kind, uint64_t a, uint64_t b, uint64_t c = 0) {
    return narrow(mix(mix(mix(1000 + kind, a), b), c));
  };
  return {
      join(1, before->identity, word->identity),      join(2, word->identity, after->identity),
      join(3, before->identity, word->kind),          join(4, before->kind, word->identity),
      join(5, before->kind, word->kind, after->kind), join(6, before2->identity, before->identity),
      join(7, after->identity, after2->identity),     join(8, before->identity, after->identity)};
}

}  // namespace musnad
