// Every row of the word tables is inflected, and its forms are found again.
#include "morphology/lexicon_tables.h"

#include <gtest/gtest.h>

#include <set>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/compiled_forms.h"
#include "morphology/form_index.h"
#include "morphology/letters.h"
#include "morphology/loaded_morphology.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

const LexiconTables& tables() {
  static const Expected<LexiconTables> kTables = read_lexicon_tables();
  return *kTables;
}

bool has(const Word& word, Pos pos, Tense tense, LemmaIndex lemma) {
  for (const Analysis& analysis : word.analyses) {
    if (analysis.pos == pos && analysis.tense == tense && analysis.lemma == lemma) return true;
  }
  return false;
}

TEST(LexiconTables, EnoughWords) {
  EXPECT_GT(tables().verbs.size(), 2000u);
  EXPECT_GT(tables().nouns.size(), 2000u);
  EXPECT_GT(tables().function_words.size(), 400u);
}

TEST(LexiconTables, EveryVerbIsWhatItsRootAndFormGive) {
  for (const VerbRow& row : tables().verbs) {
    EXPECT_EQ(check_verb(row.verb), "") << tables().lemmas[row.lemma].text;
  }
}

TEST(LexiconTables, EveryFormIsInTheIndex) {
  const FormIndex index(compiled_forms());
  size_t missing = 0;
  inflect_all(tables(), [&](const InflectedForm& form) {
    const std::string spelling = to_utf8(form.spelling);
    bool found = false;
    for (const FormReading& reading : index.lookup(fold(spelling))) {
      found |= reading.lemma == form.lemma && reading.pos == form.pos &&
               index.spelling(reading) == spelling &&
               static_cast<Tense>(reading.tense) == form.tense &&
               unpack(reading.agreement) == form.agreement;
    }
    missing += !found;
  });
  EXPECT_EQ(missing, 0u);
}

TEST(LexiconTables, EveryVerbIsAnalysedAsItself) {
  for (const VerbRow& row : tables().verbs) {
    const Word perfect = morphology().analyze(to_utf8(row.verb.perfect));
    const Word imperfect = morphology().analyze(to_utf8(row.verb.imperfect));
    EXPECT_TRUE(has(perfect, Pos::kVerb, Tense::kPerfect, row.lemma)) << to_utf8(row.verb.perfect);
    EXPECT_TRUE(has(imperfect, Pos::kVerb, Tense::kImperfect, row.lemma))
        << to_utf8(row.verb.imperfect);
  }
}

TEST(LexiconTables, EveryNounAndFunctionWordIsAnalysedAsItself) {
  for (const NounRow& row : tables().nouns) {
    const LemmaRow& lemma = tables().lemmas[row.lemma];
    EXPECT_TRUE(has(morphology().analyze(lemma.text), lemma.pos, Tense::kNone, row.lemma))
        << lemma.text;
    for (const std::string& plural : row.plurals) {
      EXPECT_TRUE(has(morphology().analyze(plural), lemma.pos, Tense::kNone, row.lemma)) << plural;
    }
  }
  for (const FunctionWordRow& row : tables().function_words) {
    const LemmaRow& lemma = tables().lemmas[row.lemma];
    if (row.only_after_proclitic) continue;
    EXPECT_TRUE(has(morphology().analyze(lemma.text), lemma.pos, Tense::kNone, row.lemma))
        << lemma.text;
  }
}

TEST(LexiconTables, NoRowStandsTwiceInItsTable) {
  for (const auto& [file, columns, key] :
       {std::tuple{"lexicon/ar/verbs.tsv",
                   std::vector<std::string_view>{"lemma", "imperfect", "root", "form", "masdar"},
                   4},
        std::tuple{"lexicon/ar/nouns.tsv",
                   std::vector<std::string_view>{"lemma", "plural", "gender", "pos"}, 1}}) {
    const Expected<Table> table = Table::parse(file, embedded_file(file), columns);
    ASSERT_TRUE(table.has_value());
    std::set<std::vector<std::string_view>> seen;
    for (const Table::Row& row : table->rows()) {
      EXPECT_TRUE(seen.emplace(row.cells.begin(), row.cells.begin() + key).second)
          << file << ":" << row.line;
    }
  }
}

TEST(LexiconTables, ReportingEntriesAreReadWhole) {
  const Word word = morphology().analyze("اتهم");
  const Lemma& accuse = morphology().lemma(word.best().lemma);
  ASSERT_EQ(accuse.reporting.size(), 1u);
  EXPECT_EQ(accuse.reporting[0].act, Act::kAccuse);
  EXPECT_TRUE(accuse.reporting[0].content_includes_addressee);
  EXPECT_NE(accuse.reporting[0].complements & kBiNp, 0u);
  EXPECT_FALSE(accuse.reporting[0].noun);
  const Word statement = morphology().analyze("بيان");
  const Lemma& document = morphology().lemma(statement.best().lemma);
  ASSERT_FALSE(document.reporting.empty());
  EXPECT_TRUE(document.reporting[0].noun);
  EXPECT_TRUE(document.reporting[0].document);
}

}  // namespace
}  // namespace musnad
