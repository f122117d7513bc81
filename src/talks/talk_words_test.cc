// Every row of lexicon/ar/talks.tsv by its own example.
#include "talks/talk_words.h"

#include <gtest/gtest.h>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "text/text.h"

namespace musnad {
namespace {

// The document of a text with its words analysed; what it is made of lives as long as it does.
class Analysed {
 public:
  Analysed(std::string_view text, WordCache& cache) {
    document_.text = text;
    find_tokens(document_);
    find_sentences(document_);
    find_quotations(document_);
    analyze_words(document_, cache);
  }
  const Document& document() const { return document_; }

 private:
  Document document_;
};

TEST(TalkWords, EveryRowIsFoundInItsExample) {
  const auto morphology = Morphology::load();
  ASSERT_TRUE(morphology);
  const auto words = TalkWords::load(**morphology);
  ASSERT_TRUE(words) << words.error().message;
  WordCache cache(**morphology);
  constexpr std::string_view kFile = "lexicon/ar/talks.tsv";
  const auto table =
      Table::parse(kFile, embedded_file(kFile), {"words", "class", "sign", "example"});
  ASSERT_TRUE(table);
  for (const Table::Row& row : table->rows()) {
    const Analysed example(row.cells[3], cache);
    const Signs signs = words->find(example.document(), **morphology);
    const auto sign = TalkWords::sign_of(row.cells[2]);
    ASSERT_TRUE(sign) << row.line;
    const auto size = static_cast<TokenIndex>(example.document().tokens.size());
    EXPECT_TRUE(signs.any({0, size}, *sign)) << kFile << ":" << row.line << ": " << row.cells[3];
  }
}

TEST(TalkWords, LongestPhraseEndsBehindItsLastWord) {
  const auto morphology = Morphology::load();
  ASSERT_TRUE(morphology);
  const auto words = TalkWords::load(**morphology);
  ASSERT_TRUE(words);
  WordCache cache(**morphology);
  const Analysed text("وصلت المحادثات إلى طريق مسدود أمس", cache);
  const Signs signs = words->find(text.document(), **morphology);
  EXPECT_TRUE(words->speaks_of_talks(text.document()));
  EXPECT_TRUE(signs.at(1, Sign::kTalks));
  EXPECT_EQ(signs.first({0, 6}, Sign::kFail), 3u);
  EXPECT_EQ(signs.end(3), 5u);
  EXPECT_EQ(signs.end(5), 6u);
}

TEST(TalkWords, TellsOfNoTalksWhereThereAreNone) {
  const auto morphology = Morphology::load();
  ASSERT_TRUE(morphology);
  const auto words = TalkWords::load(**morphology);
  ASSERT_TRUE(words);
  WordCache cache(**morphology);
  EXPECT_FALSE(words->speaks_of_talks(Analysed("افتتح الوزير مدرسة", cache).document()));
}

}  // namespace
}  // namespace musnad
