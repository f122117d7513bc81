// The tagger of proper names: a linear chain over the tokens of a sentence. Marks persons,
// locations, organizations and other names (nationalities are none, currencies and religions are
// kMisc, as in ANERcorp).
#pragma once

#include <absl/container/flat_hash_map.h>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "actors/tagger_features.h"
#include "actors/tagger_model.h"
#include "musnad/error.h"
#include "text/document.h"

namespace musnad {

// The weights. Immutable; shared by threads.
class Tagger {
 public:
  explicit Tagger(TaggerModel model);

  // From the bytes of models/names.bin, which are not needed afterwards. An error when they are
  // damaged.
  static Expected<std::unique_ptr<Tagger>> load(std::string_view bytes);

  const TaggerModel& model() const { return model_; }

  // The weights of a feature, nullptr where it has none.
  const TaggerModel::Weights* find(uint32_t feature) const {
    if (!maybe_known_[feature >> kFilterShift]) return nullptr;
    const auto found = model_.features.find(feature);
    return found == model_.features.end() ? nullptr : &found->second;
  }

 private:
  // Most features that a text asks for have no weights. Half a megabyte of bits, one for the upper
  // bits of each known feature, tells so without a look into the large table.
  static constexpr int kFilterBits = 22;
  static constexpr int kFilterShift = 32 - kFilterBits;

  TaggerModel model_;
  std::vector<bool> maybe_known_;
};

// Remembers for every folded spelling what it adds to the scores of the tokens around it, so that
// reading only adds up small vectors. One a thread and Tagger; not thread-safe.
class TaggerCache {
 public:
  explicit TaggerCache(const Tagger& tagger);

  struct Entry : WordKind {
    // [kReach + offset]: added to the scores of the token that sees the word at this offset.
    std::array<TagScores<int16_t>, kWindow> scores{};
  };

  // Stays valid until trim().
  const Entry& lookup(std::string_view key);
  const Entry& before_sentence() const { return before_; }
  const Entry& behind_sentence() const { return behind_; }

  // Between articles: forgets everything once more than `most` spellings are remembered.
  void trim(size_t most);

 private:
  Entry add_up(const WordFacts& facts) const;

  struct Known {
    std::string key;
    Entry entry;
  };

  const Tagger& tagger_;
  std::deque<Known> entries_;                                  // keeps addresses
  absl::flat_hash_map<std::string_view, const Entry*> known_;  // the keys are those of the entries
  Entry before_;
  Entry behind_;
};

// Stage: fills Document::names. Needs tokens, sentences and words (Word::key alone). Linear.
void tag_names(Document& document, const Tagger& tagger, TaggerCache& cache);

}  // namespace musnad
