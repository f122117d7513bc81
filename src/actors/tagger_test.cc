#include "actors/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "actors/tagger_conll.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

// A sentence of words, folded as morphology would.
struct Text {
  explicit Text(std::initializer_list<std::string> lines) : lines(lines), conll(this->lines) {
    Document& document = conll.document();
    for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
      words.push_back(Word{.key = fold(document.token_text(t)), .id = t, .analyses = {Analysis{}}});
      document.tokens[t].word = &words.back();
    }
  }
  std::vector<std::string> lines;
  std::deque<Word> words;
  ConllText conll;
};

// The facts of a word, where `city` is a city and nothing else is listed.
WordFacts facts(std::string_view word, std::string_view city = "") {
  const auto classes = [&](uint32_t hash) {
    return static_cast<uint16_t>(hash == word_hash(fold(city)) ? kCityName : 0);
  };
  return word_facts(fold(word), classes);
}

uint32_t whole_word(std::string_view word) { return feature_at(facts(word).facts.front(), 0); }

void set_weight(TaggerModel& model, std::string_view word, Tag tag, int8_t weight) {
  model.features[whole_word(word)][tag] = weight;
}

// Knows an invented person of two words, and a city.
TaggerModel small_model() {
  TaggerModel model;
  set_weight(model, "نديم", begin_tag(NameType::kPerson), 50);
  set_weight(model, "الصافي", inside_tag(NameType::kPerson), 50);
  set_weight(model, "أرمون", begin_tag(NameType::kLocation), 50);
  model.words[word_hash(fold("أرمون"))] = kCityName;
  return model;
}

std::vector<Name> tag(Text& text, const TaggerModel& model) {
  const Tagger tagger(model);
  TaggerCache cache(tagger);
  tag_names(text.conll.document(), tagger, cache);
  return text.conll.document().names;
}

TEST(TaggerTags, NamesAndTagsAgree) {
  for (Tag tag = 0; tag < kTags; ++tag) EXPECT_EQ(parse_tag(tag_name(tag)), tag);
  EXPECT_EQ(parse_tag("I-PER"), inside_tag(NameType::kPerson));
  EXPECT_EQ(parse_tag("B-MIS2"), begin_tag(NameType::kMisc));
  EXPECT_EQ(parse_tag("B-EVENT"), std::nullopt);
}

TEST(TaggerTags, BestTagsObeyTheirOrder) {
  // An inside tag is much the best for both tokens, but may not begin a sentence.
  std::vector<TagSums<int32_t>> emissions(2);
  emissions[0][inside_tag(NameType::kPerson)] = 100;
  emissions[0][begin_tag(NameType::kLocation)] = 10;
  emissions[1][inside_tag(NameType::kPerson)] = 5;
  BestTags best({});
  std::vector<Tag> tags(2);
  best.find<int32_t>(emissions, tags);
  EXPECT_EQ(tags, (std::vector<Tag>{begin_tag(NameType::kLocation), kOutside}));
  emissions[1][inside_tag(NameType::kPerson)] = 50;
  best.find<int32_t>(emissions, tags);
  EXPECT_EQ(tags, (std::vector<Tag>{begin_tag(NameType::kPerson), inside_tag(NameType::kPerson)}));
}

TEST(TaggerTags, AnInsideTagAloneBeginsAName) {
  const std::vector<Tag> tags = {inside_tag(NameType::kPerson), begin_tag(NameType::kPerson),
                                 inside_tag(NameType::kMisc)};
  const std::vector<Name> names = names_of(tags, 10);
  ASSERT_EQ(names.size(), 3u);
  EXPECT_EQ(names[2].tokens, (TokenRange{12, 13}));
  EXPECT_EQ(names[2].type, NameType::kMisc);
}

TEST(TaggerFeatures, SpellingVariantsAreOneWord) {
  EXPECT_EQ(whole_word("إعلام"), whole_word("اعلام"));
  EXPECT_EQ(whole_word("مُنى"), whole_word("مني"));
  EXPECT_NE(whole_word("أرمون"), whole_word("أرمين"));
}

TEST(TaggerFeatures, ListsSeeThroughClitics) {
  const auto listed = [](std::string_view word) { return facts(word, "أرمون").kind % 16; };
  EXPECT_EQ(listed("وبأرمون"), listed("أرمون"));
  EXPECT_NE(listed("أرمون"), listed("قلمون"));
}

TEST(TaggerModel, KeepsItsBytes) {
  TaggerModel model = small_model();
  model.transitions[kSentenceStart][kOutside] = -300;
  for (int i = 0; i < 1000; ++i) set_weight(model, std::to_string(i), kOutside, i % 100);
  const std::string bytes = model.to_bytes();
  const auto weights = TaggerWeights::open(bytes);
  ASSERT_TRUE(weights);
  for (int before = 0; before <= kTags; ++before) {
    EXPECT_TRUE(std::ranges::equal(weights->transitions[before], model.transitions[before]));
  }
  for (const auto& [hash, scores] : model.features) {
    const char* found = weights->features.find(hash);
    ASSERT_NE(found, nullptr);
    EXPECT_TRUE(std::equal(scores.begin(), scores.end(), found)) << hash;
    EXPECT_EQ(weights->features.find(hash + 1) != nullptr, model.features.contains(hash + 1));
  }
  EXPECT_EQ(weights->classes(word_hash(fold("أرمون"))), kCityName);
  EXPECT_EQ(weights->classes(word_hash(fold("قلمون"))), 0);
}

TEST(TaggerModel, DamagedBytesAreAnError) {
  const std::string bytes = small_model().to_bytes();
  EXPECT_FALSE(Tagger::load(""));
  EXPECT_FALSE(Tagger::load("text, not weights at all"));
  for (size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(Tagger::load(bytes.substr(0, size)));
  EXPECT_FALSE(Tagger::load(bytes + "x"));
  EXPECT_TRUE(Tagger::load(bytes));
}

TEST(TaggerModel, HashesOutOfOrderAreAnError) {
  constexpr size_t kHeader = 196, kFeature = 4 + kTags;
  std::string bytes = small_model().to_bytes();
  std::swap_ranges(bytes.begin() + kHeader, bytes.begin() + kHeader + kFeature,
                   bytes.begin() + kHeader + kFeature);
  EXPECT_FALSE(Tagger::load(bytes));
}

TEST(Tagger, FindsNamesInEverySentence) {
  Text text({"وصل", "نديم", "الصافي", "إلى", "أرمون", ".", "", "أرمون", "بعيدة", "."});
  const std::vector<Name> names = tag(text, small_model());
  ASSERT_EQ(names.size(), 3u);
  EXPECT_EQ(names[0].tokens, (TokenRange{1, 3}));
  EXPECT_EQ(names[0].type, NameType::kPerson);
  EXPECT_EQ(names[1].tokens, (TokenRange{4, 5}));
  EXPECT_EQ(names[1].type, NameType::kLocation);
  EXPECT_EQ(names[2].tokens, (TokenRange{6, 7}));
}

TEST(Tagger, MemoryChangesNothing) {
  const TaggerModel model = small_model();
  const Tagger tagger(model);
  TaggerCache cache(tagger);
  for (int round = 0; round < 3; ++round) {
    Text text({"نديم", "الصافي", "في", "أرمون"});
    tag_names(text.conll.document(), tagger, cache);
    ASSERT_EQ(text.conll.document().names.size(), 2u) << round;
    if (round == 1) cache.forget(std::vector<WordId>{0, 1, 2, 3});
  }
}

TEST(Tagger, NoTokensNoNames) {
  Text text({});
  EXPECT_TRUE(tag(text, small_model()).empty());
}

std::string tag_lines(const std::string& input) {
  static const std::unique_ptr<Morphology> morphology = *Morphology::load();
  WordCache words(*morphology);
  const Tagger tagger(small_model());
  TaggerCache cache(tagger);
  std::istringstream in(input);
  std::ostringstream out;
  const auto done = tag_conll(in, out, tagger, cache, words);
  return done ? out.str() : done.error().message;
}

TEST(TagConll, AddsTagsToTheGivenTokens) {
  EXPECT_EQ(tag_lines("وصل\nنديم\nالصافي\n\n\nأرمون O\n"),
            "وصل O\nنديم B-PERS\nالصافي I-PERS\n\n\nأرمون B-LOC\n");
}

TEST(TagConll, PunctuationStuckToATokenIsNoPartOfTheName) {
  EXPECT_EQ(tag_lines("(نديم\nالصافي).\n\"أرمون\"\n"),
            "(نديم B-PERS\nالصافي). I-PERS\n\"أرمون\" B-LOC\n");
}

TEST(TagConll, TokensOfMarksAloneStay) {
  EXPECT_EQ(tag_lines("\u200F\nأرمون\n...\n"), "\u200F O\nأرمون B-LOC\n... O\n");
  EXPECT_EQ(tag_lines(""), "");
  EXPECT_EQ(tag_lines("\n\n"), "\n\n");
}

TEST(TagConll, BrokenBytesAreAnErrorWithTheirLine) {
  EXPECT_EQ(tag_lines("أرمون\n\xFF\n"), "line 2: not UTF-8; convert the file first");
}

TEST(ConllText, NamesGoToTokensAndBack) {
  Text text({"(نديم", "الصافي)", "من", "أرمون/قلمون"});
  const std::vector<Tag> tags = {begin_tag(NameType::kPerson), inside_tag(NameType::kPerson),
                                 kOutside, begin_tag(NameType::kLocation)};
  const std::vector<Name> names = text.conll.names_of_lines(tags);
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(text.conll.document().range_text(names[0].tokens), "نديم الصافي");
  EXPECT_EQ(text.conll.document().range_text(names[1].tokens), "أرمون/قلمون");
  EXPECT_EQ(text.conll.tags_of_lines(names), tags);
}

}  // namespace
}  // namespace musnad
