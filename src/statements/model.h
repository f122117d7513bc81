// A linear model over named features: small enough to be read. A file of weights (models/*.tsv) has
// a line for each feature; a feature that the file does not name weighs nothing.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "musnad/error.h"

namespace musnad {

// The first `size` bytes of a text, at most eight, as a number.
constexpr uint64_t number_of(const char* text, size_t size) {
  uint64_t number = 0;
  if (!std::is_constant_evaluated() && size == sizeof number) {
    std::memcpy(&number, text, sizeof number);
    return number;
  }
  for (size_t i = 0; i < size; ++i) {
    number |= uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  }
  return number;
}

// Goes on from the hash of the parts of a feature's name before this one, which `mark` sets off
// from them. By eight bytes at a time: thousands of features are hashed for each article.
constexpr uint64_t hash_part(std::string_view part, char mark, uint64_t hash) {
  const auto mix = [&hash](uint64_t number) {
    hash = (hash ^ number) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
  };
  mix(part.size() << 8 | static_cast<unsigned char>(mark));
  for (; part.size() > sizeof hash; part.remove_prefix(sizeof hash)) {
    mix(number_of(part.data(), sizeof hash));
  }
  mix(number_of(part.data(), part.size()));
  return hash;
}

// The hash of a feature's name, whose parts '=' and '&' set off.
constexpr uint64_t feature_hash(std::string_view name) {
  uint64_t hash = 0;
  for (char mark = ' ';;) {
    const size_t end = name.find_first_of("=&");
    hash = hash_part(name.substr(0, end), mark, hash);
    if (end == name.npos) return hash;
    mark = name[end];
    name.remove_prefix(end + 1);
  }
}

// What a group of features is called: a literal, hashed when the program is compiled.
struct FeatureGroup {
  consteval FeatureGroup(const char* literal) : name(literal), hash(feature_hash(literal)) {}

  std::string_view name;
  uint64_t hash;
};

// The features of one case. Names are kept only while fitting; reading uses their hashes.
class Features {
 public:
  explicit Features(bool keep_names = false) : keep_names_(keep_names) {}

  void add(FeatureGroup group) { put(group, {}, {}); }
  void add(FeatureGroup group, std::string_view value) { put(group, value, {}); }
  void add(FeatureGroup group, std::string_view value, std::string_view second) {
    put(group, value, second);
  }
  // A count, cut off at `most`.
  void add_count(FeatureGroup group, uint32_t count, uint32_t most);

  const std::vector<uint64_t>& hashes() const { return hashes_; }
  const std::vector<std::string>& names() const { return names_; }
  void clear() {
    hashes_.clear();
    names_.clear();
  }

 private:
  void put(FeatureGroup group, std::string_view value, std::string_view second);

  bool keep_names_;
  std::vector<uint64_t> hashes_;
  std::vector<std::string> names_;
};

// Weights by feature. Immutable; shared by threads.
class LinearModel {
 public:
  // The models of these names in a table with the columns model, feature, weight.
  static Expected<std::vector<LinearModel>> parse(std::string_view file, std::string_view text,
                                                  const std::vector<std::string_view>& names);

  // A model of given weights by feature name.
  static LinearModel of(const std::vector<std::pair<std::string, double>>& weights);

  double score(const Features& features) const;
  size_t size() const { return weights_.size(); }

 private:
  absl::flat_hash_map<uint64_t, float> weights_;
};

}  // namespace musnad
