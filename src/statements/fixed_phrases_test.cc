// The tables of fixed phrases by their own examples.
#include "statements/fixed_phrases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"
#include "text/text.h"

namespace musnad {
namespace {

const FixedPhrases& phrases() {
  static const FixedPhrases instance = std::move(*FixedPhrases::load());
  return instance;
}

// A sentence up to the analysis of its words.
struct Sample {
  explicit Sample(std::string_view sentence) : text(sentence) {
    static const std::unique_ptr<Morphology> morphology = std::move(*Morphology::load());
    static WordCache words(*morphology);
    document.text = text;
    find_tokens(document);
    analyze_words(document, words);
  }

  // Whether a word stands in it, with or without clitics.
  bool has(std::string_view key) const {
    return std::any_of(document.tokens.begin(), document.tokens.end(), [&](const Token& token) {
      const Word& word = *token.word;
      return word.key == key || std::any_of(word.analyses.begin(), word.analyses.end(),
                                            [&](const Analysis& a) { return word.stem(a) == key; });
    });
  }
  bool has(FixedKind kind) const {
    const PhrasesByToken found = phrases().match(document);
    return std::any_of(found.begin(), found.end(), [&](const FixedPhrase* phrase) {
      return phrase != nullptr && phrase->kind == kind;
    });
  }

  std::string text;
  Document document;
};

TEST(FixedPhrases, EveryRowOfContextIsFoundInItsExample) {
  const std::map<std::string_view, FixedKind> kinds = {
      {"scene_question", FixedKind::kSceneQuestion},
      {"writer_formula", FixedKind::kWriterFormula},
      {"turn", FixedKind::kTurn},
      {"footer", FixedKind::kFooter}};
  constexpr std::string_view kFile = "lexicon/ar/reporting_context.tsv";
  const Expected<Table> table =
      Table::parse(kFile, embedded_file(kFile), {"phrase", "effect", "example"});
  ASSERT_TRUE(table.has_value());
  for (const Table::Row& row : table->rows()) {
    const Sample sample(row.cells[2]);
    if (const auto kind = kinds.find(row.cells[1]); kind != kinds.end()) {
      EXPECT_TRUE(sample.has(kind->second)) << kFile << ":" << row.line;
    } else {
      const std::string key = fold(row.cells[0]);
      EXPECT_NE(phrases().context_word(key), 0u) << kFile << ":" << row.line;
      EXPECT_TRUE(sample.has(key)) << kFile << ":" << row.line;
    }
  }
}

TEST(FixedPhrases, AWordMayDoSeveralThings) {
  EXPECT_EQ(phrases().context_word(fold("بينما")), kBesideWord | kMeanwhileWord);
  EXPECT_EQ(phrases().context_word(fold("لكن")), kFurtherWord | kButWord);
  EXPECT_EQ(phrases().context_word(fold("الوزير")), 0u);
}

}  // namespace
}  // namespace musnad
