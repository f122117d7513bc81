#include "actors/tagger.h"

#include <algorithm>
#include <vector>

namespace musnad {
namespace {

using Entry = TaggerCache::Entry;
using Scores = TaggerCache::Scores;
using Emission = TagSums<int32_t>;

// A feature, and the place whose scores its weights add to.
struct PlacedFeature {
  uint32_t hash;
  uint32_t place;
};

// Buffers that live through a document.
struct Scratch {
  std::vector<const Entry*> words;  // of a sentence, with kReach boundary entries on either side
  std::vector<PlacedFeature> joint;
  std::vector<Emission> emissions;
  std::vector<Tag> tags;
};

// Picks the few features that may have weights, without a branch for each. `features` has room for
// all, the first `picked` are taken.
void pick(const HashedRecords& records, PlacedFeature feature, std::span<PlacedFeature> features,
          size_t& picked) {
  features[picked] = feature;
  picked += records.may_have(feature.hash);
}

// Adds the weights of features to the scores of their places. Looking a feature up waits for
// memory, so that all are fetched before the first one is looked up.
template <typename Scores>
void add_weights(const HashedRecords& records, std::span<const PlacedFeature> features,
                 Scores& scores) {
  for (const PlacedFeature& feature : features) records.prefetch(feature.hash);
  for (const PlacedFeature& feature : features) {
    const char* weights = records.find(feature.hash);
    if (weights == nullptr) continue;
    for (int tag = 0; tag < kTags; ++tag)
      scores[feature.place][tag] += static_cast<int8_t>(weights[tag]);
  }
}

// Common facts of words that one thread remembers at most; Arabic news has about 2,000.
constexpr size_t kMostCommon = 3500;

Scores add_up(std::span<const WordFact> facts, const HashedRecords& records) {
  Scores scores{};
  absl::InlinedVector<PlacedFeature, 32 * kWindow> features(facts.size() * kWindow);
  size_t picked = 0;
  for (const WordFact& fact : facts) {
    for (int offset = -fact.reach; offset <= fact.reach; ++offset)
      pick(records, {feature_at(fact, offset), static_cast<uint32_t>(kReach + offset)}, features,
           picked);
  }
  add_weights(records, {features.data(), picked}, scores);
  return scores;
}

void look_up_words(const Document& document, TokenRange tokens, TaggerCache& cache,
                   Scratch& scratch) {
  scratch.words.assign(kReach, &cache.before_sentence());
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) cache.prefetch(*document.tokens[t].word);
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
    scratch.words.push_back(&cache.lookup(*document.tokens[t].word));
  }
  scratch.words.insert(scratch.words.end(), kReach, &cache.behind_sentence());
}

void score_words(const HashedRecords& records, Scratch& scratch) {
  scratch.emissions.assign(scratch.words.size() - 2 * kReach, {});
  scratch.joint.resize(scratch.emissions.size() * kJointFeatures);
  size_t joint = 0, picked = 0;
  for (size_t i = 0; i < scratch.emissions.size(); ++i) {
    Emission& emission = scratch.emissions[i];
    std::array<const WordKind*, kWindow> window;
    for (int place = 0; place < kWindow; ++place) {
      const Entry* word = scratch.words[i + place];
      window[place] = word;
      for (int tag = 0; tag < kTags; ++tag) emission[tag] += word->scores[place][tag];
    }
    for (uint32_t feature : joint_features(window)) {
      records.prefetch_filter(feature);
      scratch.joint[joint++] = {feature, static_cast<uint32_t>(i)};
    }
  }
  for (const PlacedFeature feature : scratch.joint) pick(records, feature, scratch.joint, picked);
  add_weights(records, {scratch.joint.data(), picked}, scratch.emissions);
}

}  // namespace

Tagger::Tagger(const TaggerModel& model) : weights_(*TaggerWeights::open(model.to_bytes())) {}

Expected<std::unique_ptr<Tagger>> Tagger::load(std::string_view bytes) {
  return TaggerWeights::open(bytes).map(
      [](TaggerWeights&& weights) { return std::make_unique<Tagger>(std::move(weights)); });
}

TaggerCache::TaggerCache(const Tagger& tagger)
    : weights_(tagger.weights()),
      before_{kBeforeSentence, add_up(kBeforeSentence.facts, weights_.features)},
      behind_{kBehindSentence, add_up(kBehindSentence.facts, weights_.features)} {}

const TaggerCache::Entry& TaggerCache::lookup(const Word& word) {
  return entries_.lookup(word, [&] { return make_entry(word); });
}

TaggerCache::Entry TaggerCache::make_entry(const Word& word) {
  WordFacts known = word_facts(word.key, [this](uint32_t hash) { return weights_.classes(hash); });
  const auto begin = known.facts.begin(), end = known.facts.end();
  const auto common = std::partition(begin, end, [](const WordFact& f) { return !f.common; });
  Entry entry{known, add_up({begin, common}, weights_.features)};
  for (auto fact = common; fact != end; ++fact) {
    const Scores& scores = common_scores(*fact);
    for (int place = 0; place < kWindow; ++place) {
      for (int tag = 0; tag < kTags; ++tag) entry.scores[place][tag] += scores[place][tag];
    }
  }
  return entry;
}

const TaggerCache::Scores& TaggerCache::common_scores(const WordFact& fact) {
  if (common_.size() >= kMostCommon) common_.clear();
  const auto [found, added] = common_.try_emplace(fact.hash);
  if (added) found->second = add_up({&fact, 1}, weights_.features);
  return found->second;
}

void tag_names(Document& document, const Tagger& tagger, TaggerCache& cache) {
  document.names.clear();
  Scratch scratch;
  BestTags best(tagger.weights().transitions);
  for (const Sentence& sentence : document.sentences) {
    look_up_words(document, sentence.tokens, cache, scratch);
    score_words(tagger.weights().features, scratch);
    scratch.tags.resize(scratch.emissions.size());
    best.find<int32_t>(scratch.emissions, scratch.tags);
    for (const Name& name : names_of(scratch.tags, sentence.tokens.begin)) {
      document.names.push_back(name);
      for (TokenIndex t = name.tokens.begin; t < name.tokens.end; ++t) {
        document.tokens[t].named = true;
      }
    }
  }
}

}  // namespace musnad
