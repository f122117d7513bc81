// Trains the weights that travel in models/, or measures what training brings:
//
//   musnad-train names --data DIR -o models/names.bin
//   musnad-train names --data DIR --folds 5
//
// DIR holds the training corpora as models/names.md tells. The same data gives the same bytes.
#include "actors/train_tagger.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "actors/train_tagger_lists.h"

namespace musnad {
namespace {

struct Flags {
  std::string data, output;
  size_t folds = 0;
  size_t sentences = 40;
  TrainingOptions options;
};

void print_counts(std::string_view name, const TaggerScore::Counts& counts) {
  fmt::print("{:<6} {:6.3f} {:6.3f} {:6.3f} {:6}\n", name, 1.0 * counts.right / counts.found,
             1.0 * counts.right / counts.expected, counts.f1(), counts.expected);
}

void print_score(const TaggerScore& score) {
  constexpr std::array<const char*, 4> kTypes = {"PERS", "LOC", "ORG", "MISC"};
  fmt::print("       prec.  recall     f1  names\n");
  for (size_t type = 0; type < kTypes.size(); ++type) print_counts(kTypes[type], score.types[type]);
  print_counts("all", score.all());
}

// Trains on all folds but one and tags that one, for each fold.
void cross_validate(TaggedCorpus& corpus, const TaggerModel& lists, const Flags& flags) {
  TaggerScore score;
  for (size_t fold = 0; fold < flags.folds; ++fold) {
    std::vector<const TaggedCorpus::Text*> learned;
    std::vector<TaggedCorpus::Text*> held_out;
    for (size_t i = 0; i < corpus.texts().size(); ++i) {
      TaggedCorpus::Text& text = corpus.texts()[i];
      if (i % flags.folds == fold) {
        held_out.push_back(&text);
      } else {
        learned.push_back(&text);
      }
    }
    const Tagger tagger(train_tagger(learned, lists, flags.options));
    score_tagger(tagger, held_out, score);
    fmt::print(stderr, "fold {}: so far {:.4f}\n", fold + 1, score.all().f1());
  }
  print_score(score);
}

Expected<void> train_names(const Flags& flags) {
  TaggedCorpus corpus;
  if (auto added = corpus.add(flags.data + "/anercorp/train.txt", flags.sentences); !added)
    return added;
  const auto lists = read_name_lists();
  if (!lists) return tl::unexpected(lists.error());
  if (flags.folds > 0) {
    cross_validate(corpus, *lists, flags);
    return {};
  }
  std::vector<const TaggedCorpus::Text*> all;
  for (const TaggedCorpus::Text& text : corpus.texts()) all.push_back(&text);
  std::ofstream out(flags.output, std::ios::binary);
  out << train_tagger(all, *lists, flags.options).to_bytes();
  if (!out.flush()) return fail(fmt::format("{}: cannot be written", flags.output));
  return {};
}

int main(int argc, char** argv) {
  CLI::App app("Trains the weights of Musnad's models");
  app.require_subcommand(1);
  Flags flags;
  CLI::App* names = app.add_subcommand("names", "The tagger of proper names");
  names->add_option("--data", flags.data, "Folder of the corpora")
      ->required()
      ->check(CLI::ExistingDirectory);
  auto* output = names->add_option("-o,--output", flags.output, "Weights to write");
  auto* folds = names->add_option("--folds", flags.folds, "Cross-validate instead")
                    ->check(CLI::Range(2, 100));
  folds->excludes(output);
  names->add_option("--sentences", flags.sentences, "Sentences that stay in one fold")
      ->capture_default_str();
  const std::map<std::string, Learner> learners = {{"crf", Learner::kConditionalRandomField},
                                                   {"perceptron", Learner::kPerceptron},
                                                   {"pa", Learner::kPassiveAggressive}};
  names->add_option("--learner", flags.options.learning.learner, "crf, perceptron or pa")
      ->transform(CLI::CheckedTransformer(learners));
  names->add_option("--epochs", flags.options.learning.epochs)->capture_default_str();
  names->add_option("--step", flags.options.learning.step)->capture_default_str();
  names->add_option("--penalty", flags.options.outside_penalty)->capture_default_str();
  names->add_option("--features", flags.options.most_features, "Features kept")
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  if (const auto done = train_names(flags); !done) {
    fmt::print(stderr, "musnad-train: {}\n", done.error().message);
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace musnad

int main(int argc, char** argv) { return musnad::main(argc, argv); }
