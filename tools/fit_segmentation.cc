// fit_segmentation OUT < TEXT: counts stems and clitics in running text and writes the model that chooses
// between the ways to take clitics off a word (models/segmentation.tsv). Text does not show the clitics, so
// the counts are found by turns: analyse every word with the counts so far, then count the likeliest
// analyses.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/analyzer.h"
#include "morphology/clitics.h"
#include "morphology/form_index.h"
#include "morphology/lexicon_tables.h"
#include "morphology/normalize.h"
#include "morphology/segmentation_model.h"
#include "text/text.h"

namespace {

using namespace musnad;

constexpr int kTurns = 5;

// The words of the text by how often they stand in it.
std::map<std::string, uint32_t> count_words(const std::string& text) {
  Document document;
  document.text = text;
  find_tokens(document);
  std::map<std::string, uint32_t> words;
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].kind == TokenKind::kWord) ++words[std::string(document.token_text(t))];
  }
  return words;
}

// What is taken for granted before any text is seen: a clitic stands by one word in twenty.
SegmentationModel first_model() {
  SegmentationModel model;
  for (const char* front : {"و", "ف", "ب", "ل", "ك", "س", "وال", "بال", "لال"}) {
    model.count_front(*parse_front(front), 50);
  }
  model.count_front(0, 700);
  model.count_front(kAl, 250);
  model.count_back(0, 1000);
  for (size_t i = 1; i <= kPronounCount; ++i) model.count_back(i, 20);
  return model;
}

// The counts of the likeliest analyses.
SegmentationModel recount(const std::map<std::string, uint32_t>& words, const Analyzer& analyzer) {
  SegmentationModel model;
  for (const auto& [form, times] : words) {
    const Word word = analyzer.analyze(form);
    const Analysis& analysis = word.best();
    if (analysis.pos == Pos::kNumeral && analysis.lemma == kNoLemma) continue;
    model.count_stem(word.stem(analysis), times);
    model.count_front(analysis.proclitics, times);
    const std::string pronoun = word.key.substr(analysis.stem_end);
    model.count_back(parse_back(pronoun).value_or(0), times);
  }
  return model;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: fit_segmentation OUT < TEXT\n");
    return 2;
  }
  const std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
  const std::map<std::string, uint32_t> words = count_words(text);
  Expected<LexiconTables> tables = read_lexicon_tables();
  if (!tables) {
    fmt::print(stderr, "{}\n", tables.error().message);
    return 1;
  }
  SegmentationModel model = first_model();
  for (int turn = 0; turn < kTurns; ++turn) {
    const std::string bytes = compile_forms(*tables, model);
    const FormIndex index(bytes);
    model = recount(words, Analyzer(index));
    fmt::print(stderr, "turn {}: {} stems\n", turn + 1, model.stems().size());
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << "# Counts of stems and clitics in running text, written by tools/fit_segmentation.cc; see\n"
         "# models/segmentation.md. Used by the word analysis to choose between ways to take clitics off.\n"
         "#\n"
         "# kind   stem: a folded stem; front: clitics before a stem; back: pronoun behind it (empty for none)\n"
      << model.format();
  out.close();
  if (!out) {
    fmt::print(stderr, "cannot write {}\n", argv[1]);
    return 1;
  }
  return 0;
}
