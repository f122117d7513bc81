#include "actors/tagger.h"

#include "morphology/word.h"

namespace musnad {
namespace {

using Entry = TaggerCache::Entry;
using Emission = TagScores<int32_t>;

template <typename Scores>
void add(Emission& sum, const Scores& scores) {
  for (int tag = 0; tag < kTags; ++tag) sum[tag] += scores[tag];
}

// Buffers that live through a document.
struct Scratch {
  std::vector<const Entry*> words;  // of a sentence, with kReach boundary entries on either side
  std::vector<Emission> emissions;
  std::vector<TagScores<Tag>> back;
  std::vector<Tag> tags;
};

void look_up_words(const Document& document, TokenRange tokens, TaggerCache& cache,
                   Scratch& scratch) {
  scratch.words.assign(kReach, &cache.before_sentence());
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
    scratch.words.push_back(&cache.lookup(document.tokens[t].word->key));
  }
  scratch.words.insert(scratch.words.end(), kReach, &cache.behind_sentence());
}

void score_words(const Tagger& tagger, Scratch& scratch) {
  scratch.emissions.assign(scratch.words.size() - 2 * kReach, {});
  for (size_t i = 0; i < scratch.emissions.size(); ++i) {
    Emission& emission = scratch.emissions[i];
    std::array<const WordKind*, kWindow> window;
    for (int place = 0; place < kWindow; ++place) {
      const Entry* word = scratch.words[i + place];
      window[place] = word;
      add(emission, word->scores[place]);
    }
    for (uint32_t feature : joint_features(window)) {
      if (const TaggerModel::Weights* weights = tagger.find(feature)) add(emission, *weights);
    }
  }
}

}  // namespace

Tagger::Tagger(TaggerModel model)
    : model_(std::move(model)), maybe_known_(size_t{1} << kFilterBits) {
  for (const auto& [feature, weights] : model_.features)
    maybe_known_[feature >> kFilterShift] = true;
}

Expected<std::unique_ptr<Tagger>> Tagger::load(std::string_view bytes) {
  return TaggerModel::from_bytes(bytes).map(
      [](TaggerModel&& model) { return std::make_unique<Tagger>(std::move(model)); });
}

TaggerCache::TaggerCache(const Tagger& tagger)
    : tagger_(tagger), before_(add_up(kBeforeSentence)), behind_(add_up(kBehindSentence)) {}

TaggerCache::Entry TaggerCache::add_up(const WordFacts& facts) const {
  Entry entry{facts};
  for (const WordFact& fact : facts.facts) {
    for (int offset = -fact.reach; offset <= fact.reach; ++offset) {
      const TaggerModel::Weights* weights = tagger_.find(feature_at(fact, offset));
      for (int tag = 0; weights != nullptr && tag < kTags; ++tag)
        entry.scores[kReach + offset][tag] += (*weights)[tag];
    }
  }
  return entry;
}

const TaggerCache::Entry& TaggerCache::lookup(std::string_view key) {
  if (const auto found = known_.find(key); found != known_.end()) return *found->second;
  const Known& fresh =
      entries_.emplace_back(Known{std::string(key), add_up(word_facts(key, tagger_.model()))});
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
  Scratch scratch;
  for (const Sentence& sentence : document.sentences) {
    look_up_words(document, sentence.tokens, cache, scratch);
    score_words(tagger, scratch);
    scratch.tags.resize(scratch.emissions.size());
    best_tags<int32_t>(scratch.emissions, tagger.model().transitions, scratch.back, scratch.tags);
    for (const Name& name : names_of(scratch.tags, sentence.tokens.begin))
      document.names.push_back(name);
  }
}

}  // namespace musnad
