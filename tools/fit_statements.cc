// Fits the weights of the statements stage on folders of gold annotations and prints them as a
// table:
//
//   musnad-fit-statements GOLD_DIR… > models/statements.tsv
//
// The end and speaker models are fitted on frames that a cue model kept which had not seen their
// article (five folds), as they will be kept when reading.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "gold.h"
#include "reader/stages.h"
#include "statements/content.h"
#include "statements/cue_features.h"
#include "statements/end_features.h"
#include "statements/fit.h"
#include "statements/speaker.h"
#include "statements/statements.h"

namespace musnad {
namespace {

constexpr size_t kFolds = 5;
constexpr FitOptions kCueOptions{.l2 = 1.5, .iterations = 400};
constexpr FitOptions kEndOptions{.l2 = 2.0, .iterations = 300};
constexpr FitOptions kSpeakerOptions{.l2 = 2.0, .iterations = 300};

// An article with all layers in front of the statements.
struct Prepared {
  GoldArticle gold;
  Document document;
};

std::vector<Prepared> prepare(std::vector<GoldArticle> articles, const Stages& stages,
                              Scratch& scratch) {
  std::vector<Prepared> prepared(articles.size());
  for (size_t i = 0; i < articles.size(); ++i) {
    prepared[i].gold = std::move(articles[i]);
    prepared[i].document.text = prepared[i].gold.text;
    read_layers(prepared[i].document, stages, scratch, prepared[i].gold.crawled, "");
    align(prepared[i].gold, prepared[i].document);
  }
  return prepared;
}

// The tokens of a range that are words.
size_t word_overlap(const Document& document, TokenRange a, TokenRange b) {
  size_t n = 0;
  for (TokenIndex t = std::max(a.begin, b.begin); t < std::min(a.end, b.end); ++t) {
    n += document.tokens[t].kind != TokenKind::kPunctuation;
  }
  return n;
}

const GoldStatement* gold_of(const std::vector<GoldStatement>& gold, TokenRange cue) {
  for (const GoldStatement& statement : gold) {
    if (statement.cue.overlaps(cue)) return &statement;
  }
  return nullptr;
}

// How well a frame fits a gold statement: the one of several readings of a word to learn from.
int fit_of(const Frame& frame, const GoldStatement& gold) {
  int fit = 0;
  if (frame.source == gold.source) fit += 2;
  if (!gold.content.empty() && frame.content_begin == gold.content.front().begin) fit += 3;
  fit *= 2;
  if (frame.cue.form == CueForm::kVerb) ++fit;  // what can be a verb mostly is
  return fit;
}

// Phrases of attribution beside a statement only name its relay: the annotation is silent on them.
bool is_relay_phrase(const Context& context, const Cue& cue,
                     const std::vector<GoldStatement>& gold) {
  if (cue.form != CueForm::kPhrase) return false;
  const uint32_t sentence = context.sentence_of(cue.tokens.begin);
  return std::any_of(gold.begin(), gold.end(), [&](const GoldStatement& statement) {
    return !statement.cue.empty() && context.sentence_of(statement.cue.begin) == sentence;
  });
}

void add_cue_cases(Prepared& article, const Stages& stages, std::vector<FitCase>& cases) {
  const Context context(article.document, *stages.morphology, *stages.actors,
                        stages.statements.phrases);
  const std::vector<Cue> cues = find_cues(context, context.phrases().match(context.document()));
  for (size_t i = 0; i < cues.size();) {
    size_t end = i + 1;
    while (end < cues.size() && cues[end].tokens == cues[i].tokens) ++end;
    const GoldStatement* gold = gold_of(article.gold.statements, cues[i].tokens);
    if (gold == nullptr && is_relay_phrase(context, cues[i], article.gold.statements)) {
      i = end;
      continue;
    }
    std::vector<Frame> frames;
    for (size_t k = i; k < end; ++k) frames.push_back(parse_frame(context, cues[k]));
    int best = -1;
    for (const Frame& frame : frames) {
      if (gold != nullptr) best = std::max(best, fit_of(frame, *gold));
    }
    bool taken = false;
    for (const Frame& frame : frames) {
      const bool yes = gold != nullptr && !taken && fit_of(frame, *gold) == best;
      if (gold != nullptr && !yes) continue;
      taken |= yes;
      Features features(true);
      cue_features(context, frame, features);
      cases.push_back(yes_no_case(std::move(features), yes));
    }
    i = end;
  }
}

void add_end_cases(const Context& context, const FrameMap& frames, const Frame& frame,
                   const GoldStatement& gold, std::vector<FitCase>& cases) {
  TokenIndex begin = kNoToken;
  if (gold.content.empty() || !runs_freely(context, frames, frame, begin)) return;
  const TokenIndex gold_end = gold.content.back().end;
  if (gold.content.front().begin != begin || gold.content.size() > 1) return;
  const TokenIndex limit =
      content_limit(context, begin, context.quotation_of(frame.cue.tokens.begin));
  std::vector<FitCase> found;
  for (TokenIndex boundary = begin; boundary < limit;) {
    boundary = next_boundary(context, frames, frame, boundary + 1, limit);
    const TokenRange rest{std::min(gold_end, boundary), std::max(gold_end, boundary)};
    const bool ends = word_overlap(context.document(), rest, rest) == 0;
    if (boundary == limit) {
      if (ends) std::move(found.begin(), found.end(), std::back_inserter(cases));
      return;  // content beyond the limit is nothing that a boundary could have got right
    }
    Features features(true);
    end_features(context, frames, frame, begin, boundary, limit, features);
    found.push_back(yes_no_case(std::move(features), ends));
    if (ends) {
      std::move(found.begin(), found.end(), std::back_inserter(cases));
      return;
    }
    if (boundary > gold_end) return;
  }
}

bool is_named(const Actor& actor, std::string_view name) {
  return same_name(actor.name, name) ||
         std::any_of(actor.aliases.begin(), actor.aliases.end(),
                     [&](const std::string& alias) { return same_name(alias, name); });
}

// Adds the case of a left-out speaker; returns who spoke, as far as the document's actors tell.
std::optional<ActorIndex> add_speaker_case(const Context& context, const SpeakerScene& scene,
                                           const GoldStatement& gold, std::vector<FitCase>& cases) {
  FitCase c;
  std::optional<ActorIndex> speaker;
  for (ActorIndex candidate : scene.candidates()) {
    Features features(true);
    scene.add_features(candidate, features);
    c.choices.push_back(std::move(features));
    c.right.push_back(is_named(context.document().actors[candidate], gold.speaker));
    if (c.right.back() && !speaker) speaker = candidate;
  }
  if (speaker) cases.push_back(std::move(c));
  return speaker;
}

void add_later_cases(Prepared& article, const Stages& stages, const LinearModel& cue_model,
                     std::vector<FitCase>& end_cases, std::vector<FitCase>& speaker_cases) {
  const Context context(article.document, *stages.morphology, *stages.actors,
                        stages.statements.phrases);
  const std::vector<ScoredFrame> frames = decide_frames(
      context, find_cues(context, context.phrases().match(context.document())), cue_model);
  const FrameMap map(context, frames);
  const std::vector<Subject> subjects = find_subjects(context);
  std::vector<Turn> turns;
  for (const ScoredFrame& scored : frames) {
    const Frame& frame = scored.frame;
    const GoldStatement* gold = gold_of(article.gold.statements, frame.cue.tokens);
    if (gold == nullptr) continue;
    add_end_cases(context, map, frame, *gold, end_cases);
    std::optional<ActorIndex> speaker;
    if (frame.source.empty()) {
      const SpeakerScene scene(context, subjects, turns, frame);
      speaker = add_speaker_case(context, scene, *gold, speaker_cases);
    } else {
      speaker = actor_for_phrase(article.document, frame.source);
    }
    if (speaker) turns.push_back({*speaker, frame.cue.tokens.begin, gold->content, gold->nested});
  }
}

// How often the model is right on two-way cases that it has not seen.
struct Tally {
  int hits = 0, extra = 0, missed = 0;
  void add(const LinearModel& model, const std::vector<FitCase>& cases) {
    for (const FitCase& c : cases) {
      const bool yes = model.score(c.choices[0]) > 0;
      hits += yes && c.right[0];
      extra += yes && !c.right[0];
      missed += !yes && c.right[0];
    }
  }
  double f1() const { return 2.0 * hits / (2.0 * hits + extra + missed); }
};

// The share of cases whose best choice is right, each judged by a model fitted on the other folds.
double unseen_accuracy(const std::vector<std::vector<FitCase>>& folds, const FitOptions& options) {
  int right = 0, all = 0;
  for (size_t fold = 0; fold < folds.size(); ++fold) {
    std::vector<FitCase> others;
    for (size_t k = 0; k < folds.size(); ++k) {
      if (k != fold) others.insert(others.end(), folds[k].begin(), folds[k].end());
    }
    const LinearModel model = LinearModel::of(fit_weights(others, options));
    for (const FitCase& c : folds[fold]) {
      size_t best = 0;
      for (size_t i = 1; i < c.choices.size(); ++i) {
        if (model.score(c.choices[i]) > model.score(c.choices[best])) best = i;
      }
      right += c.right[best];
      ++all;
    }
  }
  return static_cast<double>(right) / all;
}

void print(std::string_view model, const std::vector<std::pair<std::string, double>>& weights) {
  for (const auto& [name, weight] : weights) fmt::print("{}\t{}\t{:.3f}\n", model, name, weight);
}

int run(const std::vector<std::string>& folders) {
  auto stages = Stages::load();
  if (!stages) return fmt::print(stderr, "{}\n", stages.error().message), 1;
  std::vector<GoldArticle> gold;
  for (const std::string& folder : folders) {
    auto part = read_gold(folder, GoldLayer::kStatements, folder);
    if (!part) return fmt::print(stderr, "{}\n", part.error().message), 1;
    std::move(part->begin(), part->end(), std::back_inserter(gold));
  }
  Scratch scratch(*stages);
  std::vector<Prepared> articles = prepare(std::move(gold), *stages, scratch);

  std::vector<std::vector<FitCase>> cue_cases(kFolds);
  for (size_t i = 0; i < articles.size(); ++i) {
    add_cue_cases(articles[i], *stages, cue_cases[i % kFolds]);
  }
  std::vector<FitCase> end_cases, speaker_cases, all_cue_cases;
  std::vector<std::vector<FitCase>> end_folds(kFolds), speaker_folds(kFolds);
  Tally cue_tally;
  for (size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<FitCase> others;
    for (size_t k = 0; k < kFolds; ++k) {
      if (k != fold) others.insert(others.end(), cue_cases[k].begin(), cue_cases[k].end());
    }
    const LinearModel cue_model = LinearModel::of(fit_weights(others, kCueOptions));
    cue_tally.add(cue_model, cue_cases[fold]);
    for (size_t i = fold; i < articles.size(); i += kFolds) {
      add_later_cases(articles[i], *stages, cue_model, end_folds[fold], speaker_folds[fold]);
    }
    end_cases.insert(end_cases.end(), end_folds[fold].begin(), end_folds[fold].end());
    speaker_cases.insert(speaker_cases.end(), speaker_folds[fold].begin(),
                         speaker_folds[fold].end());
    all_cue_cases.insert(all_cue_cases.end(), cue_cases[fold].begin(), cue_cases[fold].end());
  }
  fmt::print(
      "# Weights of the statements stage; see models/statements.md. Written by "
      "musnad-fit-statements.\n");
  fmt::print("model\tfeature\tweight\n");
  print("cue", fit_weights(all_cue_cases, kCueOptions));
  print("end", fit_weights(end_cases, kEndOptions));
  print("speaker", fit_weights(speaker_cases, kSpeakerOptions));
  fmt::print(
      stderr,
      "{} articles; on unseen folds: {} cues F1 {:.3f}, {} boundaries {:.3f} right, {} left-out "
      "speakers {:.3f} right\n",
      articles.size(), all_cue_cases.size(), cue_tally.f1(), end_cases.size(),
      unseen_accuracy(end_folds, kEndOptions), speaker_cases.size(),
      unseen_accuracy(speaker_folds, kSpeakerOptions));
  return 0;
}

}  // namespace
}  // namespace musnad

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: musnad-fit-statements GOLD_DIR… > models/statements.tsv\n");
    return 2;
  }
  return musnad::run({argv + 1, argv + argc});
}
