// Fits the weights of the events stage on folders of gold annotations and prints them as a table:
//
//   musnad-fit-events ANNOTATIONS TEXTS [ANNOTATIONS TEXTS]… > models/events.tsv
//
// ANNOTATIONS holds events/ID.json, TEXTS text/ID.txt and crawled.tsv; they may be one folder.
//
// A group of mentions is an event when the annotation has one of its type at one of its words, or
// else with at least half of its participants: as the scorer of the annotations matches them. Who
// takes part, how far and when is learned from the groups that are events.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "events/choose_participants.h"
#include "events/choose_time.h"
#include "events/decide.h"
#include "events/events.h"
#include "gold.h"
#include "lexicon/record_names.h"
#include "reader/stages.h"
#include "statements/fit.h"

namespace musnad {
namespace {

constexpr size_t kFolds = 10;
constexpr FitOptions kEventOptions{.l2 = 10.0, .iterations = 300};
constexpr FitOptions kParticipantOptions{.l2 = 30.0, .iterations = 300};
constexpr FitOptions kTimeOptions{.l2 = 3.0, .iterations = 300};

bool holds_anchor(const EventProposals& proposals, const EventGroup& group, TokenRange anchor) {
  return std::any_of(group.mentions.begin(), group.mentions.end(), [&](size_t i) {
    const EventMention& mention = proposals.mentions[i];
    return anchor.contains(mention.anchor) ||
           (!mention.over.empty() && anchor.contains(mention.over.front().token));
  });
}

bool is_called(const Actor& actor, const std::string& name) {
  return same_name(name, actor.name) ||
         std::any_of(actor.aliases.begin(), actor.aliases.end(),
                     [&](const std::string& alias) { return same_name(name, alias); });
}

double jaccard(size_t both, size_t a, size_t b) {
  if (a + b == 0) return 1;
  return both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(a + b - both);
}

double shared_participants(const Document& document, const EventGroup& group,
                           const GoldEvent& gold) {
  size_t both = 0;
  for (const std::string& name : gold.participants) {
    both += std::any_of(
        group.participants.begin(), group.participants.end(),
        [&](const Participant& p) { return is_called(document.actors[p.actor], name); });
  }
  return both == 0 ? 0 : jaccard(both, gold.participants.size(), group.participants.size());
}

// The gold event that each group is, null where it is none; best fits first, one to one.
std::vector<const GoldEvent*> right_groups(const Document& document,
                                           const EventProposals& proposals,
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
  std::vector<const GoldEvent*> right(proposals.groups.size(), nullptr);
  std::vector<bool> used(gold.size(), false);
  for (const Fit& fit : fits) {
    if (right[fit.group] != nullptr || used[fit.gold]) continue;
    right[fit.group] = &gold[fit.gold];
    used[fit.gold] = true;
  }
  return right;
}

struct Cases {
  std::vector<FitCase> events, participants, times;
  size_t gold = 0;  // events annotated, found or not
};

class ArticleCases {
 public:
  ArticleCases(Document& document, const Context& context, const EventProposals& proposals,
               Cases& cases)
      : document_(document),
        context_(context),
        counts_(document),
        proposals_(proposals),
        cases_(cases) {}

  void add(const EventGroup& group, const GoldEvent* gold) {
    Features features(true);
    event_features(document_, context_, counts_, proposals_.mentions, group, features);
    cases_.events.push_back(yes_no_case(std::move(features), gold != nullptr));
    if (gold == nullptr) return;
    add_participants(group, *gold);
    add_time(group, *gold);
  }

 private:
  void add_participants(const EventGroup& group, const GoldEvent& gold) {
    const EventMention& best = proposals_.mentions[group.mentions.front()];
    const auto candidates =
        participant_candidates(document_, context_, best, proposals_.groups, group);
    for (const ParticipantCandidate& candidate : candidates) {
      Features features(true);
      participant_features(document_, context_, counts_, proposals_.mentions, group, candidates,
                           candidate, features);
      const Actor& actor = document_.actors[candidate.actor];
      const bool right =
          std::any_of(gold.participants.begin(), gold.participants.end(),
                      [&](const std::string& name) { return is_called(actor, name); });
      cases_.participants.push_back(yes_no_case(std::move(features), right));
    }
  }

  void add_time(const EventGroup& group, const GoldEvent& gold) {
    FitCase choice;
    const auto candidates = time_candidates(document_, context_, proposals_.mentions, group);
    for (const TimeCandidate& candidate : candidates) {
      time_features(document_, context_, proposals_.mentions, group, candidates, candidate,
                    choice.choices.emplace_back(true));
      choice.right.push_back(candidate.value == gold.time);
    }
    cases_.times.push_back(std::move(choice));
  }

  Document& document_;
  const Context& context_;
  const ActorCounts counts_;
  const EventProposals& proposals_;
  Cases& cases_;
};

void add_cases(GoldArticle& article, const Stages& stages, Scratch& scratch, Cases& cases) {
  Document document;
  document.text = article.text;
  read_layers(document, stages, scratch, article.crawled, "");
  const Context context(document, *stages.morphology, *stages.actors, stages.statements.phrases);
  find_statements(document, context, stages.statements);
  align(article, document);
  const EventProposals proposals = propose_events(document, context, stages.events.lexicon);
  const auto right = right_groups(document, proposals, article.events);
  ArticleCases adder(document, context, proposals, cases);
  for (size_t i = 0; i < proposals.groups.size(); ++i) adder.add(proposals.groups[i], right[i]);
  cases.gold += article.events.size();
}

using Folds = std::vector<Cases>;
using Weights = std::vector<std::pair<std::string, double>>;

// One decision: its cases in a fold, and how they are fitted.
struct Decision {
  std::vector<FitCase> Cases::*cases;
  FitOptions options;
};
constexpr Decision kEvents{&Cases::events, kEventOptions};
constexpr Decision kParticipants{&Cases::participants, kParticipantOptions};
constexpr Decision kTimes{&Cases::times, kTimeOptions};

Weights fit_all_but(const Folds& folds, size_t left_out, const Decision& decision) {
  std::vector<FitCase> cases;
  for (size_t k = 0; k < folds.size(); ++k) {
    const std::vector<FitCase>& more = folds[k].*decision.cases;
    if (k != left_out) cases.insert(cases.end(), more.begin(), more.end());
  }
  return fit_weights(cases, decision.options);
}

// The score from which a candidate counts, and the measure that it brings.
struct Threshold {
  double score = 0, measure = 0;
};

// Of the thresholds that do about best the one in the middle: where the very best lies is chance.
Threshold middle_of_best(const std::vector<std::pair<double, bool>>& judged, size_t gold) {
  constexpr double kAbout = 0.01;
  std::vector<Threshold> all;
  double highest = 0;
  size_t hits = 0;
  for (const auto& [score, right] : judged) {
    hits += right;
    const auto told = static_cast<double>(all.size() + 1 + gold);
    all.push_back({score - 1e-6, 2.0 * static_cast<double>(hits) / told});
    highest = std::max(highest, all.back().measure);
  }
  std::erase_if(all, [&](const Threshold& t) { return t.measure < highest - kAbout; });
  return all[all.size() / 2];  // highest scores first
}

// The threshold that does about best on folds which the weights have not seen: events are rarer
// than candidates, so that even odds would leave out too many.
Threshold event_threshold(const Folds& folds) {
  std::vector<std::pair<double, bool>> judged;
  size_t gold = 0;
  for (size_t fold = 0; fold < folds.size(); ++fold) {
    const LinearModel model = LinearModel::of(fit_all_but(folds, fold, kEvents));
    for (const FitCase& c : folds[fold].events) {
      judged.emplace_back(model.score(c.choices[0]), c.right[0]);
    }
    gold += folds[fold].gold;
  }
  std::sort(judged.begin(), judged.end(), std::greater<>());
  return middle_of_best(judged, gold);
}

// How often the best choice is right on folds that the weights have not seen.
double share_right(const Folds& folds, const Decision& decision) {
  size_t right = 0, all = 0;
  for (size_t fold = 0; fold < folds.size(); ++fold) {
    const LinearModel model = LinearModel::of(fit_all_but(folds, fold, decision));
    for (const FitCase& c : folds[fold].*decision.cases) {
      size_t best = 0;
      for (size_t i = 1; i < c.choices.size(); ++i) {
        if (model.score(c.choices[i]) > model.score(c.choices[best])) best = i;
      }
      right += c.right[best];
      ++all;
    }
  }
  return static_cast<double>(right) / static_cast<double>(all);
}

void print_weights(std::string_view model, const Folds& folds, const Decision& decision,
                   double threshold) {
  for (const auto& [name, weight] : fit_all_but(folds, folds.size(), decision)) {
    fmt::print("{}\t{}\t{:.3f}\n", model, name, name == "bias" ? weight - threshold : weight);
  }
}

int run(const std::vector<std::string>& folders) {
  auto stages = Stages::load();
  if (!stages) return fmt::print(stderr, "{}\n", stages.error().message), 1;
  Scratch scratch(*stages);
  Folds folds(kFolds);
  size_t articles = 0;
  for (size_t i = 0; i + 1 < folders.size(); i += 2) {
    auto gold = read_gold(folders[i], GoldLayer::kEvents, folders[i + 1]);
    if (!gold) return fmt::print(stderr, "{}\n", gold.error().message), 1;
    for (GoldArticle& article : *gold) {
      add_cases(article, *stages, scratch, folds[articles++ % kFolds]);
    }
  }
  const Threshold event = event_threshold(folds);
  fmt::print(
      "# Weights of the events stage; see models/events.md. Written by musnad-fit-events.\n"
      "model\tfeature\tweight\n");
  print_weights("event", folds, kEvents, event.score);
  print_weights("participant", folds, kParticipants, 0);
  print_weights("time", folds, kTimes, 0);
  fmt::print(stderr, "{} articles; on unseen folds F1 {:.3f} at {:.2f}, times {:.3f}\n", articles,
             event.measure, event.score, share_right(folds, kTimes));
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
