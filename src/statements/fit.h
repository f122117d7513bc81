// Fitting the weights of a linear model by multinomial logistic regression: each case offers some
// choices, of which one or more are right.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "statements/model.h"

namespace musnad {

struct FitCase {
  std::vector<Features> choices;  // with names
  std::vector<bool> right;        // one for each choice
  double weight = 1;
};

struct FitOptions {
  double l2 = 0.1;       // strength of the pull towards zero, against the sum over all cases
  int iterations = 300;  // steps over all cases
};

// Weights by feature name, sorted by name; weights below 0.001 are left out. The same cases give
// the same weights. Gradient ascent on the log likelihood with per-feature step sizes (AdaGrad:
// Duchi, Hazan, Singer, 2011).
std::vector<std::pair<std::string, double>> fit_weights(const std::vector<FitCase>& cases,
                                                        const FitOptions& options);

// A two-way case: the features hold against an empty choice that weighs nothing.
FitCase yes_no_case(Features features, bool yes, double weight = 1);

}  // namespace musnad
