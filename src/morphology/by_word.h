// What a stage remembers of each word form, by Word::id: an array where a map would do, so that a
// token costs one look-up by spelling, that of the WordCache, however many stages remember things.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "morphology/stable_array.h"
#include "morphology/word.h"

namespace musnad {

// One a WordCache; not thread-safe.
template <typename Fact>
class ByWord {
 public:
  // Fetches what lookup() will read from memory, long before it is called.
  void prefetch(const Word& word) const {
    if (word.id < facts_.size()) facts_.prefetch(word.id);
  }

  // The fact of a word, made by `make` the first time. Stays at its address until it is forgotten.
  template <typename Make>
  const Fact& lookup(const Word& word, Make make) {
    while (word.id >= facts_.size()) facts_.emplace_back();
    std::optional<Fact>& fact = facts_[word.id].fact;
    if (!fact) fact.emplace(make());
    return *fact;
  }

  // The ids that WordCache::trim() returned. Between articles.
  void forget(std::span<const WordId> ids) {
    for (const WordId id : ids) {
      if (id < facts_.size()) facts_[id].fact.reset();
    }
  }

  void clear() { facts_.clear(); }

 private:
  struct alignas(kCacheLine) Place {  // so that a fact lies in as few lines as can be
    std::optional<Fact> fact;
  };

  StableArray<Place> facts_;
};

}  // namespace musnad
