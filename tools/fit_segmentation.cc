// musnad-fit-segmentation OUT < TEXT: counts clitics and the stems that no table has in running
// text, and writes the model that chooses between the ways to take clitics off a word
// (models/segmentation.tsv).
//
// Text does not show the clitics. How often they stand by a word is counted in the words that the
// lexicon knows. An unknown word that can be taken apart into clitics and an unknown stem seen
// elsewhere is counted for that stem, unless it is far more frequent than its parts let expect:
// بلندن is لندن, بغداد is not غداد.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "morphology/analyzer.h"
#include "morphology/clitics.h"
#include "morphology/form_index.h"
#include "morphology/letters.h"
#include "morphology/lexicon_tables.h"
#include "morphology/normalize.h"
#include "morphology/segmentation_model.h"
#include "text/text.h"
#include "text/utf8.h"

namespace {

using namespace musnad;

constexpr double kTolerance =
    10;  // a word may be so many times more frequent than its parts let expect,
constexpr double kStrong = 4;  // and stand so often besides, before it is a stem of its own
constexpr uint32_t kLeastWaw =
    3;  // how often a word in و must stand where nothing tells what the و is
constexpr size_t kLeastLetters = 3;
constexpr size_t kMostLetters = 20;

bool is_arabic_word(const std::u32string& letters) {
  return letters.size() <= kMostLetters &&
         std::all_of(letters.begin(), letters.end(),
                     [](char32_t c) { return is_arabic_letter(c); });
}

using Words = std::vector<std::pair<std::u32string, uint32_t>>;

// The folded words of the text by how often they stand in it, the shorter ones first.
Words count_words(const std::string& text) {
  Document document;
  document.text = text;
  find_tokens(document);
  std::map<std::u32string, uint32_t> counts;
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    const std::u32string letters = to_code_points(fold(document.token_text(t)));
    if (!letters.empty() && is_arabic_word(letters)) ++counts[letters];
  }
  Words words(counts.begin(), counts.end());
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
  return words;
}

// What is taken for granted before any text is seen: rough shares of clitics.
SegmentationModel first_model() {
  SegmentationModel model;
  for (const char* front : {"و", "ب", "ل", "وال", "بال", "لال"})
    model.count_front(*parse_front(front), 50);
  for (const char* front : {"ف", "ك", "س"}) model.count_front(*parse_front(front), 5);
  model.count_front(0, 700);
  model.count_front(kAl, 250);
  model.count_back(0, 1000);
  for (size_t i = 1; i <= kPronounCount; ++i) model.count_back(i, 10);
  return model;
}

// A reading of a lexicon word that is not far-fetched: words of grammar take all clitics, others
// seldom ك, nouns seldom ف, and verbs seldom another person than the third.
bool is_plain(const Analysis& analysis) {
  if (analysis.lemma == kNoLemma) return false;
  const bool verb = analysis.pos == Pos::kVerb;
  const bool open = verb || analysis.pos == Pos::kNoun || analysis.pos == Pos::kAdjective ||
                    analysis.pos == Pos::kParticiple || analysis.pos == Pos::kMasdar;
  if (!open) return true;
  const uint8_t seldom = kKa | kHamza | (verb ? 0 : kFa);
  return (analysis.proclitics & seldom) == 0 && (!verb || analysis.agreement.person == 3) &&
         analysis.enclitic.person != 2;
}

// Counts the lemma of a word if all its readings agree on it.
void count_lemma(const Word& word, uint32_t times, const LexiconTables& tables,
                 SegmentationModel& model) {
  const std::string* text = nullptr;
  for (const Analysis& analysis : word.analyses) {
    if (analysis.lemma == kNoLemma) continue;
    const std::string& lemma = tables.lemmas[analysis.lemma].text;
    if (text != nullptr && lemma != *text) return;
    text = &lemma;
  }
  if (text != nullptr) model.count_lemma(*text, times);
}

// Counts the words that the lexicon knows and their clitics into the model; returns the other
// words.
Words count_known(const Words& words, const LexiconTables& tables, const Analyzer& analyzer,
                  SegmentationModel& model) {
  Words unknown;
  for (const auto& [letters, times] : words) {
    const Word word = analyzer.analyze(to_utf8(letters));
    if (!is_plain(word.best())) unknown.emplace_back(letters, times);
    if (word.best().lemma == kNoLemma) continue;
    count_lemma(word, times, tables, model);
    model.count_front(word.best().proclitics, times);
    model.count_back(parse_back(word.key.substr(word.best().stem_end)).value_or(0), times);
  }
  return unknown;
}

// The likeliest stem in a word among those that are counted, and how often the word can be
// expected.
struct Explanation {
  std::string stem;
  double expected = 0;
};

Explanation explain(const std::u32string& letters, const SegmentationModel& model) {
  Explanation best;
  for (const Front& front : fronts(letters)) {
    for (const Back& back : backs(letters)) {
      const size_t taken = front.letters + back.letters;
      if (taken == 0 || taken + kLeastLetters > letters.size()) continue;
      std::string stem = to_utf8(letters.substr(front.letters, letters.size() - taken));
      const auto known = model.stems().find(stem);
      if (known == model.stems().end()) continue;
      const double expected = known->second * model.front_share(front.proclitics) *
                              model.back_share(back.pronoun_index);
      if (expected > best.expected) best = {std::move(stem), expected};
    }
  }
  return best;
}

// Counts the stems of unknown words, the shorter words first.
void count_stems(const Words& unknown, SegmentationModel& model) {
  for (const auto& [letters, times] : unknown) {
    const Front front = fronts(letters).back();
    const Explanation parts = explain(letters, model);
    if ((front.proclitics & kAl) != 0 && letters.size() >= front.letters + kLeastLetters) {
      model.count_stem(to_utf8(letters.substr(front.letters)), times);
    } else if (times > kTolerance * parts.expected + kStrong) {
      model.count_stem(to_utf8(letters), times);
    } else if (!parts.stem.empty()) {
      model.count_stem(parts.stem, times);
    } else if (letters.front() != kWaw || times >= kLeastWaw) {
      model.count_stem(to_utf8(letters), times);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: musnad-fit-segmentation OUT < TEXT\n");
    return 2;
  }
  const std::string text((std::istreambuf_iterator<char>(std::cin)),
                         std::istreambuf_iterator<char>());
  const Words words = count_words(text);
  Expected<LexiconTables> tables = read_lexicon_tables();
  if (!tables) {
    fmt::print(stderr, "{}\n", tables.error().message);
    return 1;
  }
  const std::string bytes = compile_forms(*tables, first_model());
  const FormIndex index(bytes);
  SegmentationModel model;
  count_stems(count_known(words, *tables, Analyzer(index), model), model);
  std::ofstream out(argv[1], std::ios::binary);
  out << "# Counts of stems and clitics in running text, written by tools/fit_segmentation.cc; "
         "see\n"
         "# models/segmentation.md. Used by the word analysis to choose between ways to take "
         "clitics off.\n"
         "#\n"
         "# kind   front: clitics before a word; back: pronoun behind it (empty for none); lemma: "
         "a word of the\n"
         "#        tables; stem: the folded stem of a word in none of them\n"
      << model.format();
  out.close();
  if (!out) {
    fmt::print(stderr, "cannot write {}\n", argv[1]);
    return 1;
  }
  return 0;
}
