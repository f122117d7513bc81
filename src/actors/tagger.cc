#include "actors/tagger.h"

#include "actors/tagger_memory.h"
#include "morphology/word.h"

namespace musnad {
namespace {

using Entry = TaggerCache::Entry;
using Emission = TagScores<int32_t>;

// The reading of one document.
class Reading {
 public:
  Reading(Document& document, const TaggerModel& model, TaggerCache& cache)
      : document_(document), model_(model), cache_(cache), words_(document.tokens.size()),
        emissions_(document.tokens.size()), tags_(document.tokens.size(), kOutside) {}

  void read_first(TokenRange sentence) {
    window_.assign(kReach, &cache_.before_sentence());
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      words_[t] = &cache_.lookup(document_.tokens[t].word->key);
      window_.push_back(words_[t]);
    }
    window_.insert(window_.end(), kReach, &cache_.behind_sentence());
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) score(t, &window_[t - sentence.begin]);
    choose(sentence);
  }

  void remember(TokenRange sentence) {
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      if (tags_[t] != kOutside) memory_.add(*words_[t], tags_[t]);
    }
  }

  void read_again(TokenRange sentence) {
    bool reminded = false;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      const std::optional<uint32_t> feature = memory_.feature(*words_[t], tags_[t]);
      reminded |= feature && add(emissions_[t], *feature);
    }
    if (reminded) choose(sentence);
  }

  std::vector<Name> names(TokenRange sentence) const {
    return names_of(std::span(tags_).subspan(sentence.begin, sentence.size()), sentence.begin);
  }

 private:
  template <typename Scores>
  static void add(Emission& sum, const Scores& scores) {
    for (int tag = 0; tag < kTags; ++tag) sum[tag] += scores[tag];
  }

  bool add(Emission& sum, uint32_t feature) const {
    const auto found = model_.features.find(feature);
    if (found == model_.features.end()) return false;
    add(sum, found->second);
    return true;
  }

  // `words` are the kWindow words around the token.
  void score(TokenIndex token, const Entry* const* words) {
    std::array<const WordKind*, kWindow> window;
    for (int place = 0; place < kWindow; ++place) {
      window[place] = words[place];
      add(emissions_[token], words[place]->scores[place]);
    }
    for (uint32_t feature : joint_features(window)) add(emissions_[token], feature);
  }

  void choose(TokenRange sentence) {
    best_tags<int32_t>(std::span(emissions_).subspan(sentence.begin, sentence.size()), model_.transitions,
                       back_, std::span(tags_).subspan(sentence.begin, sentence.size()));
  }

  Document& document_;
  const TaggerModel& model_;
  TaggerCache& cache_;
  std::vector<const Entry*> words_;  // of each token, like the two after it
  std::vector<Emission> emissions_;
  std::vector<Tag> tags_;
  NameMemory memory_;
  std::vector<const Entry*> window_;     // scratch
  std::vector<TagScores<Tag>> back_;  // scratch
};

}  // namespace

Expected<std::unique_ptr<Tagger>> Tagger::load(std::string_view bytes) {
  return TaggerModel::from_bytes(bytes).map(
      [](TaggerModel&& model) { return std::make_unique<Tagger>(std::move(model)); });
}

TaggerCache::TaggerCache(const Tagger& tagger)
    : model_(tagger.model()), before_(add_up(kBeforeSentence)), behind_(add_up(kBehindSentence)) {}

TaggerCache::Entry TaggerCache::add_up(const WordFacts& facts) const {
  Entry entry{facts};
  for (int place = 0; place < kWindow; ++place) {
    for (uint64_t fact : facts.facts) {
      const auto found = model_.features.find(feature_at(fact, place - kReach));
      if (found == model_.features.end()) continue;
      for (int tag = 0; tag < kTags; ++tag) entry.scores[place][tag] += found->second[tag];
    }
  }
  return entry;
}

const TaggerCache::Entry& TaggerCache::lookup(std::string_view key) {
  if (const auto found = known_.find(key); found != known_.end()) return *found->second;
  const Known& fresh = entries_.emplace_back(Known{std::string(key), add_up(word_facts(key, model_))});
  known_.emplace(fresh.key, &fresh.entry);
  return fresh.entry;
}

void TaggerCache::trim(size_t most) {
  if (entries_.size() <= most) return;
  known_.clear();
  entries_.clear();
}

void tag_names(Document& document, const Tagger& tagger, TaggerCache& cache) {
  document.names.clear();
  Reading reading(document, tagger.model(), cache);
  for (const Sentence& sentence : document.sentences) reading.read_first(sentence.tokens);
  for (const Sentence& sentence : document.sentences) reading.remember(sentence.tokens);
  for (const Sentence& sentence : document.sentences) {
    reading.read_again(sentence.tokens);
    for (const Name& name : reading.names(sentence.tokens)) document.names.push_back(name);
  }
}

}  // namespace musnad
