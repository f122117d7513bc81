#include "statements/fit.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace musnad {
namespace {

// Cases with features as indexes into one weight vector.
struct Compiled {
  std::vector<std::string> names;
  std::vector<std::vector<std::vector<size_t>>> cases;  // case, choice, features
};

Compiled compile(const std::vector<FitCase>& cases) {
  std::map<std::string, size_t> index;
  for (const FitCase& c : cases) {
    for (const Features& choice : c.choices) {
      for (const std::string& name : choice.names()) index.emplace(name, 0);
    }
  }
  Compiled compiled;
  for (auto& [name, number] : index) {
    number = compiled.names.size();
    compiled.names.push_back(name);
  }
  for (const FitCase& c : cases) {
    auto& choices = compiled.cases.emplace_back();
    for (const Features& choice : c.choices) {
      auto& features = choices.emplace_back();
      for (const std::string& name : choice.names()) features.push_back(index[name]);
    }
  }
  return compiled;
}

// Probabilities of the choices under the weights.
std::vector<double> probabilities(const std::vector<std::vector<size_t>>& choices,
                                  const std::vector<double>& weights) {
  std::vector<double> scores;
  for (const auto& features : choices) {
    double sum = 0;
    for (size_t f : features) sum += weights[f];
    scores.push_back(sum);
  }
  const double highest = *std::max_element(scores.begin(), scores.end());
  double total = 0;
  for (double& score : scores) total += score = std::exp(score - highest);
  for (double& score : scores) score /= total;
  return scores;
}

void add_gradient(const FitCase& c, const std::vector<std::vector<size_t>>& choices,
                  const std::vector<double>& weights, std::vector<double>& gradient) {
  const std::vector<double> p = probabilities(choices, weights);
  double right = 0;
  for (size_t i = 0; i < p.size(); ++i) right += c.right[i] ? p[i] : 0;
  if (right <= 0) return;
  for (size_t i = 0; i < p.size(); ++i) {
    const double pull = c.weight * ((c.right[i] ? p[i] / right : 0) - p[i]);
    for (size_t f : choices[i]) gradient[f] += pull;
  }
}

}  // namespace

std::vector<std::pair<std::string, double>> fit_weights(const std::vector<FitCase>& cases,
                                                        const FitOptions& options) {
  constexpr double kStep = 0.3;
  const Compiled compiled = compile(cases);
  std::vector<double> weights(compiled.names.size()), squares(weights.size(), 1e-6);
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    std::vector<double> gradient(weights.size());
    for (size_t i = 0; i < cases.size(); ++i) {
      add_gradient(cases[i], compiled.cases[i], weights, gradient);
    }
    for (size_t f = 0; f < weights.size(); ++f) {
      const double g = gradient[f] - options.l2 * weights[f];
      squares[f] += g * g;
      weights[f] += kStep * g / std::sqrt(squares[f]);
    }
  }
  std::vector<std::pair<std::string, double>> result;
  for (size_t f = 0; f < weights.size(); ++f) {
    if (std::abs(weights[f]) >= 0.001) result.emplace_back(compiled.names[f], weights[f]);
  }
  return result;
}

FitCase yes_no_case(Features features, bool yes, double weight) {
  FitCase c;
  c.choices.push_back(std::move(features));
  c.choices.emplace_back(true);
  c.right = {yes, !yes};
  c.weight = weight;
  return c;
}

}  // namespace musnad
