#include "actors/train_tagger.h"

#include <gtest/gtest.h>

#include <fstream>

#include "actors/train_tagger_lists.h"

namespace musnad {
namespace {

// Our own sentences: after "الوزير" stand persons, after "مدينة" cities.
class TrainTagger : public testing::Test {
 protected:
  // A file of its own for each case: the cases run at the same time.
  TrainTagger()
      : file_(testing::TempDir() + "train_tagger_" +
              testing::UnitTest::GetInstance()->current_test_info()->name() + ".txt") {
    std::ofstream out(file_);
    for (const char* person : {"نديم", "سمير", "غسان", "فاتن", "هيثم"}) {
      for (const char* city : {"أرمون", "قلمون", "دروان"}) {
        out << "وصل O\nالوزير O\n"
            << person << " B-PERS\nالصافي I-PERS\nإلى O\nمدينة O\n"
            << city << " B-LOC\n. O\n\n";
      }
    }
  }

  TaggedCorpus corpus() const {
    TaggedCorpus corpus;
    EXPECT_TRUE(corpus.add(file_, 5));
    return corpus;
  }

  static TaggerModel train(TaggedCorpus& corpus, Learner learner) {
    std::vector<const TaggedCorpus::Text*> texts;
    for (const auto& text : corpus.texts()) texts.push_back(&text);
    return train_tagger(texts, TaggerModel(), {.learning = {.learner = learner, .epochs = 5}});
  }

  static double f1(TaggedCorpus& corpus, const TaggerModel& model) {
    std::vector<TaggedCorpus::Text*> texts;
    for (auto& text : corpus.texts()) texts.push_back(&text);
    TaggerScore score;
    score_tagger(Tagger(model), texts, score);
    EXPECT_EQ(score.all().expected, 30u);
    return score.all().f1();
  }

  std::string file_;
};

TEST_F(TrainTagger, EveryLearnerLearns) {
  TaggedCorpus corpus = this->corpus();
  EXPECT_EQ(corpus.texts().size(), 3u);
  for (Learner learner :
       {Learner::kConditionalRandomField, Learner::kPerceptron, Learner::kPassiveAggressive}) {
    EXPECT_EQ(f1(corpus, train(corpus, learner)), 1.0) << static_cast<int>(learner);
  }
  EXPECT_EQ(f1(corpus, TaggerModel()), 0.0);
}

TEST_F(TrainTagger, TheSameDataGivesTheSameBytes) {
  TaggedCorpus first = corpus(), second = corpus();
  EXPECT_EQ(train(first, Learner::kConditionalRandomField).to_bytes(),
            train(second, Learner::kConditionalRandomField).to_bytes());
}

TEST_F(TrainTagger, KeepsNoMoreFeaturesThanAllowed) {
  TaggedCorpus corpus = this->corpus();
  std::vector<const TaggedCorpus::Text*> texts;
  for (const auto& text : corpus.texts()) texts.push_back(&text);
  TrainingOptions options;
  options.most_features = 400;
  const TaggerModel model = train_tagger(texts, TaggerModel(), options);
  EXPECT_LE(model.features.size(), 400u);
  EXPECT_GT(f1(corpus, model), 0.9);
}

TEST_F(TrainTagger, AMissingOrBrokenFileIsAnError) {
  TaggedCorpus corpus;
  EXPECT_FALSE(corpus.add(file_ + ".none", 5));
  std::ofstream(file_) << "وصل O\nالوزير\n";
  const auto added = corpus.add(file_, 5);
  ASSERT_FALSE(added);
  EXPECT_TRUE(added.error().message.ends_with("line 2: الوزير is not a tag"))
      << added.error().message;
}

TEST(NameLists, ComeFromTheTables) {
  const auto lists = read_name_lists();
  ASSERT_TRUE(lists);
  EXPECT_TRUE(lists->classes(word_hash("روسيا")) & kStateName);
  EXPECT_TRUE(lists->classes(word_hash("موسكو")) & kCityName);
  EXPECT_TRUE(lists->classes(word_hash("روسيه")) & kNationality);
  EXPECT_TRUE(lists->classes(word_hash("رويترز")) & kOrganizationName);
  EXPECT_EQ(lists->classes(word_hash("سيفتح")), 0);
}

}  // namespace
}  // namespace musnad
