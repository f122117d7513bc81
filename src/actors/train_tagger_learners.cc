#include "actors/train_tagger_learners.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

namespace musnad {
namespace {

constexpr float kImpossible = -1e6f;

// A weight on its way: its value, what it has been moved by times the number of the step (for the
// average), and the sum of its squared gradients.
struct Weight {
  float value = 0;
  float late = 0;
  float squares = 0;
};

class Learning {
 public:
  Learning(size_t feature_count, const LearningOptions& options)
      : options_(options), features_(feature_count), transitions_(kTags + 1) {}

  void see(const TaggedExample& example) {
    if (options_.learner == Learner::kConditionalRandomField) {
      climb(example);
    } else {
      correct(example);
    }
    steps_ += 1;
  }

  LinearChain average() const {
    LinearChain chain;
    const auto mean = [&](const Weight& weight) {
      return static_cast<float>(weight.value - weight.late / steps_);
    };
    chain.features.resize(features_.size());
    for (size_t f = 0; f < features_.size(); ++f) {
      std::ranges::transform(features_[f], chain.features[f].begin(), mean);
    }
    for (int before = 0; before <= kTags; ++before) {
      std::ranges::transform(transitions_[before], chain.transitions[before].begin(), mean);
    }
    return chain;
  }

 private:
  using Row = TagScores<Weight>;
  using Scores = std::vector<TagScores<float>>;

  Scores emissions(const TaggedExample& example) const {
    Scores scores(example.tags.size());
    for (size_t i = 0; i < scores.size(); ++i) {
      for (uint32_t feature : example.features[i]) {
        for (Tag tag = 0; tag < kTags; ++tag) scores[i][tag] += features_[feature][tag].value;
      }
    }
    return scores;
  }

  TransitionScores<float> transitions() const {
    TransitionScores<float> scores;
    for (int before = 0; before <= kTags; ++before) {
      for (Tag tag = 0; tag < kTags; ++tag) {
        scores[before][tag] =
            may_follow(before, tag) ? transitions_[before][tag].value : kImpossible;
      }
    }
    return scores;
  }

  void move(Weight& weight, float by) const {
    weight.value += by;
    weight.late += static_cast<float>(steps_ * by);
  }

  // AdaGrad: steps shrink with the gradients that this weight has seen.
  void move_up(Weight& weight, float gradient) const {
    weight.squares += gradient * gradient;
    move(weight,
         static_cast<float>(options_.step) * gradient / (std::sqrt(weight.squares) + 1e-3f));
  }

  void climb(const TaggedExample& example);
  void correct(const TaggedExample& example);

  LearningOptions options_;
  std::vector<Row> features_;
  std::vector<Row> transitions_;
  double steps_ = 1;
};

float log_sum(const TagScores<float>& terms) {
  const float most = *std::ranges::max_element(terms);
  float sum = 0;
  for (float term : terms) sum += std::exp(term - most);
  return most + std::log(sum);
}

// One step up the gradient of the log-likelihood of the example's tags: for each feature, its tag
// less the expected tags (forward-backward algorithm, in logarithms).
void Learning::climb(const TaggedExample& example) {
  const size_t n = example.tags.size();
  const Scores emission = emissions(example);
  const TransitionScores<float> transition = transitions();
  Scores forward(n), backward(n);
  for (size_t i = 0; i < n; ++i) {
    for (Tag tag = 0; tag < kTags; ++tag) {
      TagScores<float> terms;
      for (Tag before = 0; before < kTags && i > 0; ++before) {
        terms[before] = forward[i - 1][before] + transition[before][tag];
      }
      forward[i][tag] =
          emission[i][tag] + (i > 0 ? log_sum(terms) : transition[kSentenceStart][tag]);
    }
  }
  for (size_t i = n - 1; i-- > 0;) {
    for (Tag before = 0; before < kTags; ++before) {
      TagScores<float> terms;
      for (Tag tag = 0; tag < kTags; ++tag) {
        terms[tag] = transition[before][tag] + emission[i + 1][tag] + backward[i + 1][tag];
      }
      backward[i][before] = log_sum(terms);
    }
  }
  const float total = log_sum(forward[n - 1]);
  constexpr float kNegligible = 1e-4f;
  for (size_t i = 0; i < n; ++i) {
    for (Tag tag = 0; tag < kTags; ++tag) {
      const float gradient =
          (tag == example.tags[i]) - std::exp(forward[i][tag] + backward[i][tag] - total);
      if (std::abs(gradient) < kNegligible) continue;
      for (uint32_t feature : example.features[i]) move_up(features_[feature][tag], gradient);
    }
    for (int before = 0; before <= kTags; ++before) {
      if ((before == kSentenceStart) != (i == 0)) continue;
      for (Tag tag = 0; tag < kTags; ++tag) {
        if (!may_follow(before, tag)) continue;
        const float reach = i == 0 ? 0 : forward[i - 1][before];
        const bool truth = tag == example.tags[i] && (i == 0 || before == example.tags[i - 1]);
        const float gradient = truth - std::exp(reach + transition[before][tag] + emission[i][tag] +
                                                backward[i][tag] - total);
        if (std::abs(gradient) >= kNegligible) move_up(transitions_[before][tag], gradient);
      }
    }
  }
}

// Moves the weights from the best wrong tags to the right ones. The passive-aggressive learner
// counts every wrong tag as one point ahead, and moves just as far as the right tags need, within
// its limit.
void Learning::correct(const TaggedExample& example) {
  const size_t n = example.tags.size();
  const bool aggressive = options_.learner == Learner::kPassiveAggressive;
  Scores emission = emissions(example);
  for (size_t i = 0; i < n && aggressive; ++i) {
    for (Tag tag = 0; tag < kTags; ++tag) emission[i][tag] += tag != example.tags[i];
  }
  std::vector<Tag> found(n);
  std::vector<TagSums<float>> sums(n);
  for (size_t i = 0; i < n; ++i) std::ranges::copy(emission[i], sums[i].begin());
  const TransitionScores<float> transition = transitions();
  BestTags(transition).find<float>(sums, found);
  if (found == example.tags) return;

  const auto before = [](const std::vector<Tag>& tags, size_t i) {
    return i == 0 ? kSentenceStart : tags[i - 1];
  };
  float step = 1;
  if (aggressive) {
    float loss = 0, length = 0;
    for (size_t i = 0; i < n; ++i) {
      loss += emission[i][found[i]] - emission[i][example.tags[i]] +
              transition[before(found, i)][found[i]] -
              transition[before(example.tags, i)][example.tags[i]];
      if (found[i] != example.tags[i])
        length += 2.0f * static_cast<float>(example.features[i].size());
    }
    step = std::min(static_cast<float>(options_.aggressiveness), loss / length);
  }
  for (size_t i = 0; i < n; ++i) {
    move(transitions_[before(example.tags, i)][example.tags[i]], step);
    move(transitions_[before(found, i)][found[i]], -step);
    if (found[i] == example.tags[i]) continue;
    for (uint32_t feature : example.features[i]) {
      move(features_[feature][example.tags[i]], step);
      move(features_[feature][found[i]], -step);
    }
  }
}

}  // namespace

LinearChain learn(const std::vector<TaggedExample>& examples, size_t feature_count,
                  const LearningOptions& options) {
  Learning learning(feature_count, options);
  std::vector<uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937_64 random(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (uint32_t example : order) learning.see(examples[example]);
  }
  return learning.average();
}

}  // namespace musnad
