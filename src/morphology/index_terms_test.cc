#include "morphology/index_terms.h"

#include <gtest/gtest.h>

#include <vector>

namespace musnad {
namespace {

Word word_of(std::string key, LemmaIndex lemma) {
  Word word;
  word.key = std::move(key);
  Analysis analysis;
  analysis.lemma = lemma;
  analysis.stem_begin = 2;  // behind a letter of two bytes
  analysis.stem_end = static_cast<uint8_t>(word.key.size());
  word.analyses.push_back(analysis);
  return word;
}

TEST(IndexTerms, AreTheLemmaAndAStemThatDiffers) {
  Terms terms;
  set_terms(terms, "وجسور", word_of("وجسور", 0), "جسر");
  EXPECT_EQ(terms.lemma, "جسر");
  EXPECT_EQ(terms.stem, "جسور");
  set_terms(terms, "وجسر", word_of("وجسر", 0), "جسر");
  EXPECT_EQ(terms.stem, "");
  set_terms(terms, "وزغبل", word_of("وزغبل", kNoLemma), "");
  EXPECT_EQ(terms.lemma, "زغبل");
  EXPECT_EQ(terms.stem, "");
  set_terms(terms, "Agency", word_of("Agency", kNoLemma), "");
  EXPECT_EQ(terms.lemma, "agency");
}

TEST(IndexTerms, AreReadAsTheyWereWritten) {
  const std::string longest(kMostTermBytes, 'x');
  std::string bytes;
  append_terms(bytes, {"جسر", "جسور"});
  append_terms(bytes, {longest + "y", ""});
  std::vector<std::pair<std::string, bool>> read;
  for_each_term(bytes, [&](auto term, bool is_stem) { read.emplace_back(term, is_stem); });
  const std::vector<std::pair<std::string, bool>> written = {
      {"جسر", false}, {"جسور", true}, {longest, false}};
  EXPECT_EQ(read, written);
}

TEST(IndexTerms, EndWhereTheyAreCutOff) {
  std::string bytes;
  append_terms(bytes, {"جسر", ""});
  size_t count = 0;
  for_each_term(bytes.substr(0, 4), [&](std::string_view term, bool) {
    ++count;
    EXPECT_EQ(term, "ج");
  });
  EXPECT_EQ(count, 1u);
}

}  // namespace
}  // namespace musnad
