#include <gtest/gtest.h>

#include <algorithm>

#include "morphology/loaded_morphology.h"

namespace musnad {
namespace {

// What an analysis is expected to show; fields left out are not compared.
struct Expectation {
  const char* form;
  Pos pos;
  const char* lemma = nullptr;
  int proclitics = 0;
  const char* stem = nullptr;
  Tense tense = Tense::kNone;
  int person = 0, gender = 0, number = 0;
};

bool agrees(const Word& word, const Analysis& a, const Expectation& e) {
  return a.pos == e.pos && a.proclitics == e.proclitics && a.tense == e.tense &&
         (e.lemma == nullptr ||
          (a.lemma != kNoLemma && morphology().lemma(a.lemma).text == e.lemma)) &&
         (e.stem == nullptr || word.stem(a) == e.stem) &&
         (e.person == 0 || a.agreement.person == e.person) &&
         (e.gender == 0 || a.agreement.gender == e.gender) &&
         (e.number == 0 || a.agreement.number == e.number);
}

class BestAnalysis : public testing::TestWithParam<Expectation> {};

TEST_P(BestAnalysis, IsAsExpected) {
  const Word word = morphology().analyze(GetParam().form);
  EXPECT_TRUE(agrees(word, word.best(), GetParam())) << GetParam().form;
}

constexpr Tense kPast = Tense::kPerfect;
constexpr Tense kPresent = Tense::kImperfect;

INSTANTIATE_TEST_SUITE_P(
    Verbs, BestAnalysis,
    testing::Values(Expectation{"وقال", Pos::kVerb, "قال", kWa, "قال", kPast, 3, 1, 1},
                    Expectation{"قالت", Pos::kVerb, "قال", 0, "قالت", kPast, 3, 2, 1},
                    Expectation{"قالا", Pos::kVerb, "قال", 0, "قالا", kPast, 3, 1, 2},
                    Expectation{"قالوا", Pos::kVerb, "قال", 0, "قالوا", kPast, 3, 1, 3},
                    Expectation{"قلنا", Pos::kVerb, "قال", 0, nullptr, kPast, 1, 0, 3},
                    Expectation{"فقال", Pos::kVerb, "قال", kFa, "قال", kPast, 3, 1, 1},
                    Expectation{"سيقول", Pos::kVerb, "قال", kSa, "يقول", kPresent, 3, 1, 1},
                    Expectation{"وسيعلن", Pos::kVerb, "أعلن", kWa | kSa, "يعلن", kPresent, 3, 1, 1},
                    Expectation{"يقولون", Pos::kVerb, "قال", 0, nullptr, kPresent, 3, 1, 3},
                    Expectation{"يقولوا", Pos::kVerb, "قال", 0, nullptr, kPresent, 3, 1, 3},
                    Expectation{"يستعد", Pos::kVerb, "استعدّ", 0, nullptr, kPresent, 3, 1, 1},
                    Expectation{"ليقول", Pos::kVerb, "قال", kLi, "يقول", kPresent, 3, 1, 1},
                    Expectation{"وأضاف", Pos::kVerb, "أضاف", kWa, "اضاف", kPast, 3, 1, 1},
                    Expectation{"أبلغته", Pos::kVerb, "أبلغ", 0, "ابلغت", kPast, 3, 2, 1},
                    Expectation{"اتهموها", Pos::kVerb, "اتّهم", 0, "اتهمو", kPast, 3, 1, 3}));

INSTANTIATE_TEST_SUITE_P(
    LooseSpelling, BestAnalysis,
    testing::Values(Expectation{"اكد", Pos::kVerb, "أكّد", 0, "اكد", kPast, 3, 1, 1},
                    Expectation{"واضاف", Pos::kVerb, "أضاف", kWa, "اضاف", kPast, 3, 1, 1},
                    Expectation{"اعلن", Pos::kVerb, "أعلن", 0, "اعلن", kPast, 3, 1, 1},
                    Expectation{"أكَّد", Pos::kVerb, "أكّد", 0, "اكد", kPast, 3, 1, 1},
                    Expectation{"فى", Pos::kPreposition, "في"},
                    Expectation{"الى", Pos::kPreposition, "إلى"},
                    Expectation{"علي", Pos::kPreposition, "على"},
                    Expectation{"مشيراً", Pos::kParticiple, "أشار", 0, "مشيرا"},
                    Expectation{"مشيرًا", Pos::kParticiple, "أشار", 0, "مشيرا"},
                    Expectation{"مشيرا", Pos::kParticiple, "أشار", 0, "مشيرا"}));

INSTANTIATE_TEST_SUITE_P(
    FunctionWords, BestAnalysis,
    testing::Values(Expectation{"بأنه", Pos::kComplementizer, "أنّ", kBi, "ان"},
                    Expectation{"فإن", Pos::kComplementizer, "إنّ", kFa, "ان"},
                    Expectation{"لأنها", Pos::kComplementizer, "أنّ", kLi, "ان"},
                    Expectation{"وأنه", Pos::kComplementizer, "أنّ", kWa, "ان"},
                    Expectation{"إنني", Pos::kComplementizer, "إنّ", 0, "ان"},
                    Expectation{"ولكنه", Pos::kConjunction, "لكنّ", kWa, "لكن"},
                    Expectation{"إليه", Pos::kPreposition, "إلى", 0, "الي"},
                    Expectation{"لها", Pos::kPreposition, "ل", 0, "ل"},
                    Expectation{"بسبب", Pos::kPreposition, "سبب", kBi, "سبب"},
                    Expectation{"والتي", Pos::kRelative, "التي", kWa, "التي"},
                    Expectation{"لهذا", Pos::kDemonstrative, "هذا", kLi, "هذا"},
                    Expectation{"فقط", Pos::kAdverb, "فقط", 0, "فقط"},
                    Expectation{"بين", Pos::kPreposition, "بين", 0, "بين"}));

INSTANTIATE_TEST_SUITE_P(
    Nominals, BestAnalysis,
    testing::Values(
        Expectation{"وللحكومة", Pos::kNoun, "حكومة", kWa | kLi | kAl, "حكومه"},
        Expectation{"للحل", Pos::kNoun, "حل", kLi | kAl, "حل"},
        Expectation{"بالوزير", Pos::kNoun, "وزير", kBi | kAl, "وزير"},
        Expectation{"وزيرة", Pos::kNoun, "وزير", 0, "وزيره", Tense::kNone, 0, 2, 1},
        Expectation{"وزارته", Pos::kNoun, "وزارة", 0, "وزارت"},
        Expectation{"زملاؤه", Pos::kNoun, "زميل", 0, "زملاو"},
        Expectation{"منصبه", Pos::kNoun, "منصب", 0, "منصب"},
        Expectation{"مضيفة", Pos::kParticiple, "أضاف", 0, nullptr, Tense::kNone, 0, 2, 1},
        Expectation{"مضيفات", Pos::kParticiple, "أضاف", 0, nullptr, Tense::kNone, 0, 2, 3},
        Expectation{"إعلانا", Pos::kMasdar, "أعلن", 0, "اعلانا"}));

INSTANTIATE_TEST_SUITE_P(
    Guesses, BestAnalysis,
    testing::Values(Expectation{"لندن", Pos::kUnknown, nullptr, 0, "لندن"},
                    Expectation{"بلندن", Pos::kUnknown, nullptr, kBi, "لندن"},
                    Expectation{"وبغداد", Pos::kUnknown, nullptr, kWa, "بغداد"},
                    Expectation{"باريس", Pos::kUnknown, nullptr, 0, "باريس"},
                    Expectation{"والزغفران", Pos::kUnknown, nullptr, kWa | kAl, "زغفران"},
                    Expectation{"للزغفران", Pos::kUnknown, nullptr, kLi | kAl, "زغفران"}));

TEST(Analyzer, AmbiguousFormsKeepTheirReadings) {
  const Expectation kBoth[] = {{"بين", Pos::kVerb, "بيّن", 0, nullptr, kPast},
                               {"كشف", Pos::kVerb, "كشف", 0, nullptr, kPast},
                               {"كشف", Pos::kMasdar, "كشف"},
                               {"ذكر", Pos::kVerb, "ذكر", 0, nullptr, kPast},
                               {"ذكر", Pos::kMasdar, "ذكر"},
                               {"كتب", Pos::kNoun, "كتاب"},
                               {"كتب", Pos::kVerb, "كتب", 0, nullptr, kPast},
                               {"رد", Pos::kVerb, "ردّ", 0, nullptr, kPast},
                               {"طلب", Pos::kVerb, "طلب", 0, nullptr, kPast},
                               {"حث", Pos::kVerb, "حثّ", 0, nullptr, kPast},
                               {"للغة", Pos::kNoun, "لغة", kLi | kAl, "لغه"},
                               {"للغة", Pos::kNoun, "لغة", kLi, "لغه"},
                               {"دعوة", Pos::kNoun, "دعوة"},
                               {"ان", Pos::kComplementizer, "أنّ"},
                               {"ان", Pos::kComplementizer, "إنّ"},
                               {"قالت", Pos::kVerb, "قال", 0, nullptr, kPast, 3, 2, 1}};
  for (const Expectation& expectation : kBoth) {
    const Word word = morphology().analyze(expectation.form);
    EXPECT_TRUE(std::any_of(word.analyses.begin(), word.analyses.end(), [&](const Analysis& a) {
      return agrees(word, a, expectation);
    })) << expectation.form;
  }
}

TEST(Analyzer, ExactSpellingGoesFirst) {
  const auto best_lemma = [](const char* form) {
    return morphology().lemma(morphology().analyze(form).best().lemma).text;
  };
  EXPECT_EQ(best_lemma("أن"), "أنّ");
  EXPECT_EQ(best_lemma("إن"), "إنّ");
}

TEST(Analyzer, VoiceIsPassiveOnlyWhereTheSpellingShowsIt) {
  EXPECT_FALSE(morphology().analyze("أعلن").best().passive);
  EXPECT_TRUE(morphology().analyze("أُعلِن").best().passive);
  EXPECT_TRUE(morphology().analyze("قيل").best().passive);
  for (const char* form : {"ذكر", "أعلن", "نقل"}) {
    const Word word = morphology().analyze(form);
    for (size_t i = 0; i < word.analyses.size(); ++i) {
      for (size_t j = i + 1; j < word.analyses.size(); ++j) {
        const Analysis &a = word.analyses[i], &b = word.analyses[j];
        EXPECT_FALSE(a.lemma == b.lemma && a.pos == b.pos && a.tense == b.tense &&
                     a.agreement == b.agreement && a.proclitics == b.proclitics &&
                     a.enclitic == b.enclitic)
            << form;
      }
    }
  }
}

TEST(Analyzer, EncliticsShowTheirPronoun) {
  const Word word = morphology().analyze("أبلغتهم");
  EXPECT_EQ(word.best().enclitic.person, 3);
  EXPECT_EQ(word.best().enclitic.number, 3);
  EXPECT_TRUE(morphology().analyze("أبلغت").best().enclitic.none());
}

TEST(Analyzer, GluedWordsGiveTheVerb) {
  for (const char* form : {"وقالإن", "الوزيرقال", "وأكدأنه"}) {
    const Word word = morphology().analyze(form);
    EXPECT_EQ(word.best().pos, Pos::kVerb) << form;
    EXPECT_FALSE(morphology().lemma(word.best().lemma).reporting.empty()) << form;
  }
  for (const char* form : {"برتقال", "انتقال", "مستودعا", "الرافدين"}) {
    EXPECT_NE(morphology().analyze(form).best().pos, Pos::kVerb) << form;
  }
}

TEST(Analyzer, EveryFormGetsAnAnalysis) {
  for (const char* form :
       {"", "\u200F", ".", "«", "2025", "٢٠٢٥", "CNN", "و", "ال", "ـــ", "\xFF", "A4"}) {
    const Word word = morphology().analyze(form);
    ASSERT_FALSE(word.analyses.empty()) << form;
    EXPECT_LE(word.best().stem_end, word.key.size()) << form;
  }
  EXPECT_EQ(morphology().analyze(".").best().pos, Pos::kPunctuation);
  EXPECT_EQ(morphology().analyze("»").best().pos, Pos::kPunctuation);
  EXPECT_EQ(morphology().analyze("٢٠٢٥").best().pos, Pos::kNumeral);
  EXPECT_EQ(morphology().analyze("CNN").best().pos, Pos::kUnknown);
}

TEST(Analyzer, LongFormsAreNotTakenApart) {
  std::string form;
  for (int i = 0; i < 5000; ++i) form += "وال";
  const Word word = morphology().analyze(form);
  EXPECT_EQ(word.analyses.size(), 1u);
  EXPECT_EQ(word.key.size(), form.size());
}

}  // namespace
}  // namespace musnad
