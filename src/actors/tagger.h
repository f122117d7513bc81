// The tagger of proper names: a linear chain over the tokens of a sentence. Marks persons,
// locations, organizations and other names (nationalities are none, currencies and religions are
// kMisc, as in ANERcorp).
#pragma once

#include <absl/container/flat_hash_map.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "actors/tagger_features.h"
#include "actors/tagger_model.h"
#include "morphology/by_word.h"
#include "musnad/error.h"
#include "text/document.h"

namespace musnad {

// The weights. Immutable; shared by threads.
class Tagger {
 public:
  // From a model that was just trained.
  explicit Tagger(const TaggerModel& model);
  explicit Tagger(TaggerWeights weights) : weights_(std::move(weights)) {}

  // From the bytes of models/names.bin. An error when they are damaged.
  static Expected<std::unique_ptr<Tagger>> load(std::string_view bytes);

  const TaggerWeights& weights() const { return weights_; }

 private:
  TaggerWeights weights_;
};

// Remembers for every word what it adds to the scores of the tokens around it, so that reading only
// adds up small vectors. One a WordCache and Tagger; not thread-safe.
class TaggerCache {
 public:
  explicit TaggerCache(const Tagger& tagger);

  // [kReach + offset]: added to the scores of the token that sees the word at this offset.
  using Scores = std::array<TagScores<int16_t>, kWindow>;

  struct Entry : WordKind {
    Scores scores{};
  };

  // Fetches what lookup() will read from memory, long before it is called.
  void prefetch(const Word& word) const { entries_.prefetch(word); }
  // Stays valid until it is forgotten.
  const Entry& lookup(const Word& word);
  const Entry& before_sentence() const { return before_; }
  const Entry& behind_sentence() const { return behind_; }

  // Between articles: what WordCache::trim() returned.
  void forget(std::span<const WordId> words) { entries_.forget(words); }

 private:
  Entry make_entry(const Word& word);
  const Scores& common_scores(const WordFact& fact);

  const TaggerWeights& weights_;
  ByWord<Entry> entries_;
  absl::flat_hash_map<uint64_t, Scores> common_;  // of common facts, by their hash
  Entry before_;
  Entry behind_;
};

// Stage: fills Document::names. Needs tokens, sentences and words (their key and id alone). Linear.
void tag_names(Document& document, const Tagger& tagger, TaggerCache& cache);

}  // namespace musnad
