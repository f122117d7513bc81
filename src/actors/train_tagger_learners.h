// Learning the weights of a linear chain from tagged sentences, in three ways: the conditional
// random field (Lafferty, McCallum, Pereira 2001) by stochastic gradients with per-weight steps
// (AdaGrad: Duchi, Hazan, Singer 2011); the structured perceptron (Collins 2002); the
// passive-aggressive learner (PA-I: Crammer and others 2006). All three return the average of the
// weights over all steps.
#pragma once

#include <cstdint>
#include <vector>

#include "actors/tagger_tags.h"

namespace musnad {

// A sentence: for each token its features, as numbers below the count of features, and its tag.
struct TaggedExample {
  std::vector<std::vector<uint32_t>> features;
  std::vector<Tag> tags;
};

enum class Learner : uint8_t { kConditionalRandomField, kPerceptron, kPassiveAggressive };

struct LearningOptions {
  Learner learner = Learner::kConditionalRandomField;
  int epochs = 10;
  double step = 0.1;             // random field: first step of each weight
  double aggressiveness = 0.02;  // passive-aggressive: largest step
  uint64_t seed = 1;             // of the order of sentences
};

struct LinearChain {
  std::vector<TagScores<float>> features;
  TransitionScores<float> transitions{};
};

// The same examples and options give the same weights, bit for bit, on one kind of machine.
LinearChain learn(const std::vector<TaggedExample>& examples, size_t feature_count,
                  const LearningOptions& options);

}  // namespace musnad
