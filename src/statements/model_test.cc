#include "statements/model.h"

#include <gtest/gtest.h>

#include "statements/fit.h"

namespace musnad {
namespace {

TEST(LinearModel, AddsTheWeightsOfNamedFeatures) {
  auto models = LinearModel::parse("m.tsv",
                                   "# weights\nmodel\tfeature\tweight\ncue\tform=verb\t1.5\n"
                                   "cue\tpair=a&b\t-0.5\nend\tform=verb\t9\n",
                                   {"cue"});
  ASSERT_TRUE(models.has_value());
  const LinearModel& model = models->front();
  EXPECT_EQ(model.size(), 2u);
  Features features;
  features.add("form", "verb");
  features.add("pair", "a", "b");
  features.add("form", "noun");  // not in the file: weighs nothing
  EXPECT_DOUBLE_EQ(model.score(features), 1.0);
}

TEST(LinearModel, NamesTheLineOfABadWeight) {
  auto model = LinearModel::parse("m.tsv", "model\tfeature\tweight\ncue\tx\tmuch\n", {"cue"});
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().message, "m.tsv:2: 'much' is not a number");
}

TEST(Features, NamesAndHashesAgree) {
  Features features(true);
  features.add_count("words", 7, 5);
  ASSERT_EQ(features.names().size(), 1u);
  EXPECT_EQ(features.names()[0], "words=5");
  EXPECT_EQ(features.hashes()[0], feature_hash("words=5"));
}

FitCase choice_of(bool first_right) {
  FitCase c;
  for (std::string_view name : {"red", "blue"}) {
    Features features(true);
    features.add("colour", name);
    c.choices.push_back(std::move(features));
  }
  c.right = {first_right, !first_right};
  return c;
}

TEST(Fit, LearnsWhichFeatureDecides) {
  std::vector<FitCase> cases(8, choice_of(true));
  cases.push_back(choice_of(false));
  const auto weights = fit_weights(cases, {.l2 = 0.1, .iterations = 200});
  const LinearModel model = LinearModel::of(weights);
  Features red, blue;
  red.add("colour", "red");
  blue.add("colour", "blue");
  EXPECT_GT(model.score(red), model.score(blue));
  EXPECT_EQ(weights, fit_weights(cases, {.l2 = 0.1, .iterations = 200}));
}

TEST(Fit, StrongerPullGivesSmallerWeights) {
  std::vector<FitCase> cases(8, choice_of(true));
  const auto weak = fit_weights(cases, {.l2 = 0.1, .iterations = 300});
  const auto strong = fit_weights(cases, {.l2 = 10, .iterations = 300});
  ASSERT_EQ(weak.size(), 2u);
  ASSERT_EQ(strong.size(), 2u);
  EXPECT_GT(std::abs(weak[0].second), std::abs(strong[0].second));
}

}  // namespace
}  // namespace musnad
