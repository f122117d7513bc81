// What a stage remembers of each word form, by Word::id: an array where a map would do, so that a
// token costs one look-up by spelling, that of the WordCache, however many stages remember things.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>

#include "morphology/word.h"

namespace musnad {

// One a WordCache; not thread-safe.
template <typename Fact>
class ByWord {
 public:
  // The fact of a word, made by `make` the first time. Stays at its address until it is forgotten.
  template <typename Make>
  const Fact& lookup(const Word& word, Make make) {
    if (word.id >= facts_.size()) facts_.resize(word.id + 1);
    std::optional<Fact>& fact = facts_[word.id];
    if (!fact) fact.emplace(make());
    return *fact;
  }

  // The ids that WordCache::trim() returned. Between articles.
  void forget(std::span<const WordId> ids) {
    for (const WordId id : ids) {
      if (id < facts_.size()) facts_[id].reset();
    }
  }

  void clear() { facts_.clear(); }

 private:
  std::deque<std::optional<Fact>> facts_;  // keeps addresses
};

}  // namespace musnad
