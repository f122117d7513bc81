#include "actors/tagger.h"

#include <vector>

namespace musnad {
namespace {

using Entry = TaggerCache::Entry;
using Emission = TagScores<int32_t>;

// A feature, and the place whose scores its weights add to.
struct PlacedFeature {
  uint32_t hash;
  uint32_t place;
};

// Buffers that live through a document.
struct Scratch {
  std::vector<const Entry*> words;  // of a sentence, with kReach boundary entries on either side
  std::vector<PlacedFeature> joint;
  std::vector<Emission> emissions, best;
  std::vector<Tag> tags;
};

// Adds the weights of features to the scores of their places. Looking a feature up waits for
// memory, so the few that may have weights are picked, without a branch for each, and all fetched
// before the first one is looked up. Spoils `features`.
template <typename Features, typename Scores>
void add_weights(const HashedRecords& records, Features& features, Scores& scores) {
  size_t known = 0;
  for (const PlacedFeature feature : features) {
    features[known] = feature;
    known += records.may_have(feature.hash);
  }
  const std::span picked(features.data(), known);
  for (const PlacedFeature& feature : picked) records.prefetch(feature.hash);
  for (const PlacedFeature& feature : picked) {
    const char* weights = records.find(feature.hash);
    for (int tag = 0; weights != nullptr && tag < kTags; ++tag)
      scores[feature.place][tag] += static_cast<int8_t>(weights[tag]);
  }
}

Entry add_up(const WordFacts& facts, const HashedRecords& records) {
  Entry entry{facts};
  absl::InlinedVector<PlacedFeature, 128> features;
  for (const WordFact& fact : facts.facts) {
    for (int offset = -fact.reach; offset <= fact.reach; ++offset)
      features.push_back({feature_at(fact, offset), static_cast<uint32_t>(kReach + offset)});
  }
  add_weights(records, features, entry.scores);
  return entry;
}

void look_up_words(const Document& document, TokenRange tokens, TaggerCache& cache,
                   Scratch& scratch) {
  scratch.words.assign(kReach, &cache.before_sentence());
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
    scratch.words.push_back(&cache.lookup(*document.tokens[t].word));
  }
  scratch.words.insert(scratch.words.end(), kReach, &cache.behind_sentence());
}

void score_words(const HashedRecords& records, Scratch& scratch) {
  scratch.emissions.assign(scratch.words.size() - 2 * kReach, {});
  scratch.joint.clear();
  for (size_t i = 0; i < scratch.emissions.size(); ++i) {
    Emission& emission = scratch.emissions[i];
    std::array<const WordKind*, kWindow> window;
    for (int place = 0; place < kWindow; ++place) {
      const Entry* word = scratch.words[i + place];
      window[place] = word;
      for (int tag = 0; tag < kTags; ++tag) emission[tag] += word->scores[place][tag];
    }
    for (uint32_t feature : joint_features(window))
      scratch.joint.push_back({feature, static_cast<uint32_t>(i)});
  }
  add_weights(records, scratch.joint, scratch.emissions);
}

}  // namespace

Tagger::Tagger(const TaggerModel& model)
    : own_bytes_(model.to_bytes()), weights_(*TaggerWeights::open(own_bytes_)) {}

Expected<std::unique_ptr<Tagger>> Tagger::load(std::string_view bytes) {
  return TaggerWeights::open(bytes).map(
      [](const TaggerWeights& weights) { return std::make_unique<Tagger>(weights); });
}

TaggerCache::TaggerCache(const Tagger& tagger)
    : weights_(tagger.weights()),
      before_(add_up(kBeforeSentence, weights_.features)),
      behind_(add_up(kBehindSentence, weights_.features)) {}

const TaggerCache::Entry& TaggerCache::lookup(const Word& word) {
  return entries_.lookup(word, [&] {
    const auto classes = [this](uint32_t hash) { return weights_.classes(hash); };
    return add_up(word_facts(word.key, classes), weights_.features);
  });
}

void tag_names(Document& document, const Tagger& tagger, TaggerCache& cache) {
  document.names.clear();
  Scratch scratch;
  for (const Sentence& sentence : document.sentences) {
    look_up_words(document, sentence.tokens, cache, scratch);
    score_words(tagger.weights().features, scratch);
    scratch.tags.resize(scratch.emissions.size());
    best_tags<int32_t>(scratch.emissions, tagger.weights().transitions, scratch.best, scratch.tags);
    for (const Name& name : names_of(scratch.tags, sentence.tokens.begin))
      document.names.push_back(name);
  }
}

}  // namespace musnad
