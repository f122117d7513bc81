// How often words, unknown stems and clitics stand in running text (models/segmentation.tsv), and
// the costs that follow for choosing between the ways to take clitics off a word: minus the
// logarithm of
//
//   P(clitics in front) · P(lemma, or stem of a word in no table) · P(pronoun behind)
//
// A stem that was never seen is judged by its letters, each given the one before it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "morphology/clitics.h"
#include "musnad/error.h"

namespace musnad {

// Costs in steps of a sixteenth of a nat.
using Cost = uint8_t;
constexpr float nats(Cost cost) { return static_cast<float>(cost) / 16; }

// The costs that do not hang on a stem in the lexicon. Plain data, part of the compiled lexicon.
struct SegmentationCosts {
  static constexpr size_t kLetters =
      39;  // ء to ي folded, one for all others, one for the edges of a stem

  std::array<Cost, 256> front;                 // by Proclitic bits
  std::array<Cost, kPronounCount + 1> back;    // by Back::pronoun_index
  std::array<Cost, kLetters * kLetters> pair;  // of the second letter after the first

  // The cost of a stem that nobody knows, from its folded letters.
  float unknown_stem(std::u32string_view letters) const;
};

class SegmentationModel {
 public:
  using Counts = std::map<std::string, uint32_t, std::less<>>;

  // Reads the counts; `name` stands in error messages. An empty table gives a model that knows no
  // stem.
  static Expected<SegmentationModel> parse(std::string_view name, std::string_view table);

  void count_lemma(const std::string& text, uint32_t times) { lemmas_[text] += times; }
  void count_stem(const std::string& key, uint32_t times) { stems_[key] += times; }
  void count_front(uint8_t proclitics, uint32_t times) { fronts_[proclitics] += times; }
  void count_back(size_t pronoun_index, uint32_t times) { backs_[pronoun_index] += times; }

  const Counts& stems() const { return stems_; }

  double front_share(uint8_t proclitics) const { return share(fronts_[proclitics]); }
  double back_share(size_t pronoun_index) const { return share(backs_[pronoun_index]); }

  Cost lemma_cost(std::string_view text) const { return count_cost(lemmas_, text); }
  Cost stem_cost(std::string_view key) const { return count_cost(stems_, key); }
  SegmentationCosts costs() const;

  // The table that parse() reads, in a fixed order.
  std::string format() const;

 private:
  uint64_t total() const;
  Cost count_cost(const Counts& counts, std::string_view what) const;
  double share(uint32_t count) const {
    return static_cast<double>(count) / static_cast<double>(total());
  }

  Counts lemmas_, stems_;
  std::array<uint32_t, 256> fronts_{};
  std::array<uint32_t, kPronounCount + 1> backs_{};
};

}  // namespace musnad
