// A linear model over named features: small enough to be read. A file of weights (models/*.tsv) has
// a line for each feature; a feature that the file does not name weighs nothing.
#pragma once

#include <absl/container/inlined_vector.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "musnad/error.h"

namespace musnad {

// FNV-1a, 64 bits (Fowler, Noll, Vo), continued from `hash`.
inline constexpr uint64_t kFeatureBasis = 14695981039346656037u;
constexpr uint64_t feature_hash(std::string_view text, uint64_t hash = kFeatureBasis) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
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

  std::span<const uint64_t> hashes() const { return hashes_; }
  const std::vector<std::string>& names() const { return names_; }
  void clear() {
    hashes_.clear();
    names_.clear();
  }

 private:
  void put(FeatureGroup group, std::string_view value, std::string_view second);

  bool keep_names_;
  absl::InlinedVector<uint64_t, 48> hashes_;
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
  size_t size() const { return size_; }

 private:
  // Its hash is 0 where no feature lies, which then weighs nothing.
  struct Slot {
    uint64_t hash = 0;
    float weight = 0;
  };

  void set(uint64_t hash, float weight);

  // The place of a feature: that where it lies or would. Features are hashed already, and thousands
  // of places are asked for in an article.
  size_t place_of(uint64_t hash) const {
    const size_t mask = slots_.size() - 1;
    size_t at = hash & mask;
    while (slots_[at].hash != hash && slots_[at].hash != 0) at = (at + 1) & mask;
    return at;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(16);  // a power of two, at most half full
  size_t size_ = 0;                                  // features
};

}  // namespace musnad
