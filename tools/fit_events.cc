// Fits the weights of the events stage on folders of gold annotations and prints them as a table:
//
//   musnad-fit-events ANNOTATIONS TEXTS [ANNOTATIONS TEXTS]… > models/events.tsv
//
// ANNOTATIONS holds events/ID.json, TEXTS text/ID.txt and crawled.tsv; they may be one folder.
//
// A group of mentions is an event when the annotation has one of its type at one of its words, or
// else with at least half of its participants: as the scorer of the annotations matches them.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "events/decide.h"
#include "events/events.h"
#include "gold.h"
#include "lexicon/record_names.h"
#include "reader/stages.h"
#include "statements/fit.h"

namespace musnad {
namespace {

constexpr size_t kFolds = 10;
constexpr FitOptions kOptions{.l2 = 3.0, .iterations = 300};

bool holds_anchor(const EventProposals& proposals, const EventGroup& group, TokenRange anchor) {
  return std::any_of(group.mentions.begin(), group.mentions.end(), [&](size_t i) {
    const EventMention& mention = proposals.mentions[i];
    return anchor.contains(mention.anchor) ||
           (!mention.over.empty() && anchor.contains(mention.over.front().token));
  });
}

double shared_participants(const Document& document, const EventGroup& group,
                           const GoldEvent& gold) {
  double both = 0;
  for (const std::string& name : gold.participants) {
    both += std::any_of(
        group.participants.begin(), group.participants.end(),
        [&](const Participant& p) { return same_name(name, document.actors[p.actor].name); });
  }
  if (both == 0) return 0;
  return both / (static_cast<double>(gold.participants.size() + group.participants.size()) - both);
}

// Which groups are gold events, best fits first, one to one.
std::vector<bool> right_groups(const Document& document, const EventProposals& proposals,
                               const std::vector<GoldEvent>& gold) {
  struct Fit {
    double worth;
    size_t group, gold;
  };
  std::vector<Fit> fits;
  for (size_t i = 0; i < proposals.groups.size(); ++i) {
    for (size_t j = 0; j < gold.size(); ++j) {
      const EventGroup& group = proposals.groups[i];
      if (gold[j].type != name_of(group.type)) continue;
      const bool anchored = holds_anchor(proposals, group, gold[j].anchor);
      const double shared = shared_participants(document, group, gold[j]);
      if (anchored || shared >= 0.5) fits.push_back({(anchored ? 1 : 0) + shared, i, j});
    }
  }
  std::stable_sort(fits.begin(), fits.end(),
                   [](const Fit& a, const Fit& b) { return a.worth > b.worth; });
  std::vector<bool> right(proposals.groups.size(), false), used(gold.size(), false);
  for (const Fit& fit : fits) {
    if (right[fit.group] || used[fit.gold]) continue;
    right[fit.group] = used[fit.gold] = true;
  }
  return right;
}

struct Cases {
  std::vector<FitCase> cases;
  size_t gold = 0;  // events annotated, found or not
};

void add_cases(GoldArticle& article, const Stages& stages, Scratch& scratch, Cases& cases) {
  Document document;
  document.text = article.text;
  read_layers(document, stages, scratch, article.crawled, "");
  find_statements(document, *stages.morphology, *stages.actors, stages.statements);
  align(article, document);
  const Context context(document, *stages.morphology, *stages.actors);
  const EventProposals proposals = propose_events(document, context, stages.events.lexicon);
  const std::vector<bool> right = right_groups(document, proposals, article.events);
  for (size_t i = 0; i < proposals.groups.size(); ++i) {
    Features features(true);
    event_features(document, context, proposals.mentions, proposals.groups[i], features);
    cases.cases.push_back(yes_no_case(std::move(features), right[i]));
  }
  cases.gold += article.events.size();
}

// The score from which a group counts as an event, and the F1 that it brings.
struct Threshold {
  double score = 0, f1 = 0;
};

// The threshold that does best on folds which the weights have not seen: an event left out costs as
// much as one too many, also where the odds are even.
Threshold best_threshold(const std::vector<Cases>& folds) {
  std::vector<std::pair<double, bool>> judged;
  size_t gold = 0;
  for (size_t fold = 0; fold < folds.size(); ++fold) {
    std::vector<FitCase> others;
    for (size_t k = 0; k < folds.size(); ++k) {
      if (k != fold) others.insert(others.end(), folds[k].cases.begin(), folds[k].cases.end());
    }
    const LinearModel model = LinearModel::of(fit_weights(others, kOptions));
    for (const FitCase& c : folds[fold].cases) {
      judged.emplace_back(model.score(c.choices[0]), c.right[0]);
    }
    gold += folds[fold].gold;
  }
  std::sort(judged.begin(), judged.end(), std::greater<>());
  Threshold best;
  size_t hits = 0;
  for (size_t told = 1; told <= judged.size(); ++told) {
    hits += judged[told - 1].second;
    const double f1 = 2.0 * static_cast<double>(hits) / static_cast<double>(told + gold);
    if (f1 > best.f1) best = {judged[told - 1].first - 1e-6, f1};
  }
  return best;
}

int run(const std::vector<std::string>& folders) {
  auto stages = Stages::load();
  if (!stages) return fmt::print(stderr, "{}\n", stages.error().message), 1;
  Scratch scratch(*stages);
  std::vector<Cases> folds(kFolds);
  size_t articles = 0;
  for (size_t i = 0; i + 1 < folders.size(); i += 2) {
    auto gold = read_gold(folders[i], GoldLayer::kEvents, folders[i + 1]);
    if (!gold) return fmt::print(stderr, "{}\n", gold.error().message), 1;
    for (GoldArticle& article : *gold) {
      add_cases(article, *stages, scratch, folds[articles++ % kFolds]);
    }
  }
  std::vector<FitCase> cases;
  size_t events = 0, right = 0;
  for (const Cases& fold : folds) {
    cases.insert(cases.end(), fold.cases.begin(), fold.cases.end());
    events += fold.gold;
  }
  for (const FitCase& c : cases) right += c.right[0];
  const Threshold threshold = best_threshold(folds);
  fmt::print(
      "# Weights of the events stage; see models/events.md. Written by musnad-fit-events.\n"
      "model\tfeature\tweight\n");
  for (const auto& [name, weight] : fit_weights(cases, kOptions)) {
    fmt::print("event\t{}\t{:.3f}\n", name, name == "bias" ? weight - threshold.score : weight);
  }
  fmt::print(stderr,
             "{} articles with {} events; {} of {} proposals are right; on unseen folds F1 {:.3f} "
             "at {:.2f}\n",
             articles, events, right, cases.size(), threshold.f1, threshold.score);
  return 0;
}

}  // namespace
}  // namespace musnad

int main(int argc, char** argv) {
  if (argc < 3 || argc % 2 == 0) {
    fmt::print(
        stderr,
        "usage: musnad-fit-events ANNOTATIONS TEXTS [ANNOTATIONS TEXTS]… > models/events.tsv\n");
    return 2;
  }
  return musnad::run({argv + 1, argv + argc});
}
