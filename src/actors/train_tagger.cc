#include "actors/train_tagger.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <utility>

#include "morphology/normalize.h"

namespace musnad {
namespace {

// Numbers the features that training meets.
class FeatureNumbers {
 public:
  uint32_t number(uint32_t hash) {
    const auto [entry, fresh] = numbers_.emplace(hash, static_cast<uint32_t>(hashes_.size()));
    if (fresh) hashes_.push_back(hash);
    return entry->second;
  }
  const std::vector<uint32_t>& hashes() const { return hashes_; }

 private:
  absl::flat_hash_map<uint32_t, uint32_t> numbers_;
  std::vector<uint32_t> hashes_;
};

std::vector<Tag> tags_of_tokens(const std::vector<Name>& names, size_t tokens) {
  std::vector<Tag> tags(tokens, kOutside);
  for (const Name& name : names) {
    for (TokenIndex t = name.tokens.begin; t < name.tokens.end; ++t) {
      tags[t] = t == name.tokens.begin ? begin_tag(name.type) : inside_tag(name.type);
    }
  }
  return tags;
}

// Facts of the words of the training texts, worked out once for each spelling.
class FactCache {
 public:
  explicit FactCache(const TaggerModel& lists) : lists_(lists) {}

  const WordFacts* facts(const Word* word) {
    const auto classes = [this](uint32_t hash) { return lists_.classes(hash); };
    const auto [entry, fresh] = known_.emplace(word, nullptr);
    if (fresh) entry->second = std::make_unique<WordFacts>(word_facts(word->key, classes));
    return entry->second.get();
  }

 private:
  const TaggerModel& lists_;
  absl::flat_hash_map<const Word*, std::unique_ptr<WordFacts>> known_;
};

TaggedExample make_example(const Document& document, TokenRange sentence,
                           const std::vector<Tag>& tags, FactCache& cache,
                           FeatureNumbers& numbers) {
  std::vector<const WordFacts*> words(kReach, &kBeforeSentence);
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    words.push_back(cache.facts(document.tokens[t].word));
  }
  words.insert(words.end(), kReach, &kBehindSentence);
  TaggedExample example;
  example.tags.assign(tags.begin() + sentence.begin, tags.begin() + sentence.end);
  example.features.resize(sentence.size());
  for (TokenIndex i = 0; i < sentence.size(); ++i) {
    std::array<const WordKind*, kWindow> window;
    for (int place = 0; place < kWindow; ++place) {
      window[place] = words[i + place];
      const int offset = place - kReach;
      for (const WordFact& fact : words[i + place]->facts) {
        if (std::abs(offset) > fact.reach) continue;
        example.features[i].push_back(numbers.number(feature_at(fact, offset)));
      }
    }
    for (uint32_t feature : joint_features(window))
      example.features[i].push_back(numbers.number(feature));
  }
  return example;
}

// One unit of a learned weight in the integers of the model; a weight beyond ±127 units is cut.
constexpr float kUnits = 32;

int rounded(float weight, int most) {
  return std::clamp(static_cast<int>(std::lround(weight * kUnits)), -most, most);
}

// Keeps the features whose weights, as integers, add up to most.
void keep_heaviest(const LinearChain& chain, const std::vector<uint32_t>& hashes, size_t most,
                   TaggerModel& model) {
  std::vector<std::pair<int, uint32_t>> ranked;  // less heavy first when negated
  for (uint32_t f = 0; f < hashes.size(); ++f) {
    int weight = 0;
    for (float w : chain.features[f]) weight += std::abs(rounded(w, INT8_MAX));
    if (weight > 0) ranked.emplace_back(-weight, f);
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(most, ranked.size()));
  for (const auto& [weight, f] : ranked) {
    TaggerModel::Weights& weights = model.features[hashes[f]];
    for (Tag tag = 0; tag < kTags; ++tag) {
      weights[tag] = static_cast<int8_t>(rounded(chain.features[f][tag], INT8_MAX));
    }
  }
}

}  // namespace

Expected<void> TaggedCorpus::add(const std::filesystem::path& file, size_t sentences_a_text) {
  std::ifstream in(file);
  if (!in) return fail(fmt::format("{}: cannot be read", file.string()));
  for (size_t line_number = 0;;) {
    std::vector<Tag> tags;
    const auto block = read_conll_block(in, sentences_a_text, line_number, &tags);
    if (!block) return fail(fmt::format("{}: {}", file.string(), block.error().message));
    if (block->empty()) return {};
    Text& text = texts_.emplace_back(Text{std::make_unique<ConllText>(*block), std::move(tags)});
    Document& document = text.text->document();
    for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
      document.tokens[t].word = word(document.token_text(t));
    }
  }
}

const Word* TaggedCorpus::word(std::string_view form) {
  const auto [entry, fresh] = known_.emplace(form, nullptr);
  if (fresh) {
    const auto id = static_cast<WordId>(words_.size());
    entry->second =
        &words_.emplace_back(Word{.key = fold(form), .id = id, .analyses = {Analysis{}}});
  }
  return entry->second;
}

TaggerModel train_tagger(const std::vector<const TaggedCorpus::Text*>& texts,
                         const TaggerModel& lists, const TrainingOptions& options) {
  FactCache cache(lists);
  FeatureNumbers numbers;
  std::vector<TaggedExample> examples;
  for (const TaggedCorpus::Text* text : texts) {
    const Document& document = text->text->document();
    const auto tags =
        tags_of_tokens(text->text->names_of_lines(text->tags), document.tokens.size());
    for (const Sentence& sentence : document.sentences) {
      examples.push_back(make_example(document, sentence.tokens, tags, cache, numbers));
    }
  }
  const LinearChain chain = learn(examples, numbers.hashes().size(), options.learning);
  TaggerModel model;
  model.words = lists.words;
  for (int before = 0; before <= kTags; ++before) {
    for (Tag tag = 0; tag < kTags; ++tag) {
      const float penalty = tag == kOutside ? options.outside_penalty : 0;
      model.transitions[before][tag] = rounded(chain.transitions[before][tag] - penalty, INT16_MAX);
    }
  }
  keep_heaviest(chain, numbers.hashes(), options.most_features, model);
  return model;
}

TaggerScore::Counts TaggerScore::all() const {
  Counts sum;
  for (const Counts& counts : types) {
    sum.found += counts.found;
    sum.right += counts.right;
    sum.expected += counts.expected;
  }
  return sum;
}

void score_tagger(const Tagger& tagger, const std::vector<TaggedCorpus::Text*>& texts,
                  TaggerScore& score) {
  TaggerCache cache(tagger);
  for (TaggedCorpus::Text* text : texts) {
    Document& document = text->text->document();
    tag_names(document, tagger, cache);
    const std::vector<Name> found = names_of(text->text->tags_of_lines(document.names), 0);
    const std::vector<Name> expected = names_of(text->tags, 0);
    for (const Name& name : found) ++score.types[static_cast<int>(name.type)].found;
    for (const Name& name : expected) {
      TaggerScore::Counts& counts = score.types[static_cast<int>(name.type)];
      ++counts.expected;
      counts.right += std::ranges::any_of(found, [&](const Name& other) {
        return other.tokens == name.tokens && other.type == name.type;
      });
    }
  }
}

}  // namespace musnad
