// What a thread remembers of the words of time: which entry each word form has, in few bytes, so
// that those of the frequent forms lie close to the processor.
#pragma once

#include <span>
#include <vector>

#include "morphology/word.h"
#include "times/time_lexicon.h"

namespace musnad {

// One a WordCache; not thread-safe. The lexicon must outlive it.
class TimeWords {
 public:
  explicit TimeWords(const TimeLexicon& lexicon) : lexicon_(lexicon) {}

  const TimeLexicon& lexicon() const { return lexicon_; }

  // Fetches what find() will read from memory, long before it is called.
  void prefetch(const Word& word) const {
    if (word.id < places_.size()) __builtin_prefetch(&places_[word.id]);
  }

  // See TimeLexicon::find.
  const TimeEntry* find(const Word& word) {
    if (word.id >= places_.size()) places_.resize(word.id + 1, kNotAsked);
    uint32_t& place = places_[word.id];
    if (place == kNotAsked) place = lexicon_.place_of(word.key);
    return place == TimeLexicon::kNone ? nullptr : &lexicon_.entry(place);
  }

  // Between articles: what WordCache::trim() returned.
  void forget(std::span<const WordId> words) {
    for (const WordId id : words) {
      if (id < places_.size()) places_[id] = kNotAsked;
    }
  }

 private:
  static constexpr uint32_t kNotAsked = TimeLexicon::kNone - 1;

  const TimeLexicon& lexicon_;
  std::vector<uint32_t> places_;  // by Word::id
};

}  // namespace musnad
