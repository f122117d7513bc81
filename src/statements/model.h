// A linear model over named features: small enough to be read. A file of weights (models/*.tsv) has
// a line for each feature; a feature that the file does not name weighs nothing.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "musnad/error.h"

namespace musnad {

// The features of one case. Names are kept only while fitting; reading uses their hashes.
class Features {
 public:
  explicit Features(bool keep_names = false) : keep_names_(keep_names) {}

  void add(std::string_view name) { put(name, {}, {}); }
  void add(std::string_view group, std::string_view value) { put(group, value, {}); }
  void add(std::string_view group, std::string_view value, std::string_view second) {
    put(group, value, second);
  }
  // A count, cut off at `most`.
  void add_count(std::string_view group, uint32_t count, uint32_t most);

  const std::vector<uint64_t>& hashes() const { return hashes_; }
  const std::vector<std::string>& names() const { return names_; }
  void clear() {
    hashes_.clear();
    names_.clear();
  }

  // FNV-1a, 64 bits (Fowler, Noll, Vo), continued from `hash`.
  static constexpr uint64_t kBasis = 14695981039346656037u;
  static uint64_t hash(std::string_view text, uint64_t hash = kBasis) {
    for (unsigned char c : text) hash = (hash ^ c) * 1099511628211u;
    return hash;
  }

 private:
  void put(std::string_view group, std::string_view value, std::string_view second);

  bool keep_names_;
  std::vector<uint64_t> hashes_;
  std::vector<std::string> names_;
};

// Weights by feature. Immutable; shared by threads.
class LinearModel {
 public:
  // The rows of `model` in a table with the columns model, feature, weight.
  static Expected<LinearModel> parse(std::string_view file, std::string_view text,
                                     std::string_view model);

  // A model of given weights by feature name.
  static LinearModel of(const std::vector<std::pair<std::string, double>>& weights);

  double score(const Features& features) const;
  size_t size() const { return weights_.size(); }

 private:
  absl::flat_hash_map<uint64_t, float> weights_;
};

}  // namespace musnad
