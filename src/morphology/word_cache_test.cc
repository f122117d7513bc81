#include <gtest/gtest.h>

#include "morphology/morphology.h"
#include "text/text.h"

namespace musnad {
namespace {

// Counts how often a form is analysed.
class CountingMorphology : public Morphology {
 public:
  Word analyze(std::string_view form) const override {
    ++count;
    Word word;
    word.key = form;
    word.analyses.push_back({});
    return word;
  }
  const Lemma& lemma(LemmaIndex) const override { return lemma_; }
  LemmaIndex lemma_count() const override { return 1; }

  mutable int count = 0;

 private:
  Lemma lemma_;
};

TEST(WordCache, AnalysesEveryFormOnce) {
  CountingMorphology morphology;
  WordCache cache(morphology);
  const Word& first = cache.lookup("قال");
  for (int i = 0; i < 1000; ++i) cache.lookup(std::to_string(i));
  EXPECT_EQ(&cache.lookup("قال"), &first);
  EXPECT_EQ(first.key, "قال");
  EXPECT_EQ(morphology.count, 1001);
}

TEST(WordCache, DoesNotNeedTheTextLater) {
  CountingMorphology morphology;
  WordCache cache(morphology);
  std::string form = "كلمة طويلة تكفي";
  cache.lookup(form);
  form.assign(form.size(), 'x');
  cache.lookup("كلمة طويلة تكفي");
  EXPECT_EQ(morphology.count, 1);
}

TEST(WordCache, TrimForgetsWhatWasNotMetAgain) {
  CountingMorphology morphology;
  WordCache cache(morphology);
  cache.lookup("قال");
  const WordId forgotten = cache.lookup("أكد").id;
  EXPECT_TRUE(cache.trim(2).empty());  // not too many
  cache.lookup("قال");
  EXPECT_EQ(cache.trim(1), std::vector<WordId>{forgotten});
  cache.lookup("قال");
  EXPECT_EQ(morphology.count, 2);
  EXPECT_EQ(cache.lookup("أعلن").id, forgotten);
  EXPECT_EQ(cache.lookup("أكد").key, "أكد");
  EXPECT_EQ(morphology.count, 4);
}

TEST(WordCache, TrimForgetsFirstWhatWasMetLeastOften) {
  CountingMorphology morphology;
  WordCache cache(morphology);
  for (const int times : {3, 1, 2}) {
    for (int i = 0; i < times; ++i) cache.lookup("met " + std::to_string(times));
  }
  EXPECT_EQ(cache.trim(2), std::vector<WordId>{1});
  EXPECT_EQ(cache.trim(1), std::vector<WordId>{2});
}

TEST(WordCache, AnalyzeWordsLeavesNoTokenWithoutAWord) {
  CountingMorphology morphology;
  WordCache cache(morphology);
  Document document;
  document.text = "قال الوزير: «قال»";
  find_tokens(document);
  analyze_words(document, cache);
  ASSERT_EQ(document.tokens.size(), 6u);
  for (const Token& token : document.tokens) ASSERT_NE(token.word, nullptr);
  EXPECT_EQ(document.tokens[0].word, document.tokens[4].word);
}

TEST(WordCache, AnalyzeWordsReadsMoreThanABlock) {
  CountingMorphology morphology;
  WordCache cache(morphology);
  std::string text;
  for (size_t i = 0; i < 3 * WordCache::kBlock + 1; ++i)
    text += "كلمة" + std::to_string(i % 50) + " ";
  Document document;
  document.text = text;
  find_tokens(document);
  analyze_words(document, cache);
  EXPECT_EQ(morphology.count, 50);
  for (TokenIndex t = 0; t < document.tokens.size(); ++t)
    EXPECT_EQ(document.tokens[t].word->key, document.token_text(t));
}

}  // namespace
}  // namespace musnad
