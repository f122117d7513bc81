// Training of the name tagger: from tagged text and lists of names to a TaggerModel.
#pragma once

#include <array>
#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "actors/tagger_conll.h"
#include "actors/train_tagger_learners.h"
#include "morphology/word.h"

namespace musnad {

// Texts whose names are known. Words carry their folded spelling alone: the tagger sees no more.
class TaggedCorpus {
 public:
  struct Text {
    std::unique_ptr<ConllText> text;
    std::vector<Tag> tags;  // of the lines, as given
  };

  // Adds a file of "token tag" lines, in texts of so many sentences.
  Expected<void> add(const std::filesystem::path& file, size_t sentences_a_text);

  std::vector<Text>& texts() { return texts_; }

 private:
  const Word* word(std::string_view form);

  std::vector<Text> texts_;
  std::deque<Word> words_;
  absl::flat_hash_map<std::string_view, const Word*> known_;  // the keys point into the texts
};

struct TrainingOptions {
  LearningOptions learning;
  size_t most_features = 200000;  // the heaviest are kept
  float outside_penalty = 0.5;  // taken from "outside": finds more names, a few more of them wrong
};

// Learns from the texts. `lists` gives TaggerModel::words.
TaggerModel train_tagger(const std::vector<const TaggedCorpus::Text*>& texts,
                         const TaggerModel& lists, const TrainingOptions& options);

// Exact names (span and type) found, right and expected, by type.
struct TaggerScore {
  struct Counts {
    size_t found = 0, right = 0, expected = 0;
    double f1() const { return found + expected == 0 ? 0 : 2.0 * right / (found + expected); }
  };
  std::array<Counts, 4> types;
  Counts all() const;
};

// Tags the texts and adds the outcome to `score`. Names are compared as the given tokens spell
// them.
void score_tagger(const Tagger& tagger, const std::vector<TaggedCorpus::Text*>& texts,
                  TaggerScore& score);

}  // namespace musnad
