#include "morphology/nominal.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "morphology/letters.h"

namespace musnad {
namespace {

constexpr Agreement kMasculineSingular = agreement_of(kMasculine, kSingular);

std::set<std::string> spellings(const std::vector<NominalInflection>& forms, uint8_t attachment) {
  std::set<std::string> found;
  for (const NominalInflection& form : forms) {
    std::u32string letters;
    for (char32_t c : form.spelling) {
      if (!is_diacritic(c)) letters.push_back(c);
    }
    if ((form.attachment & attachment) != 0) found.insert(to_utf8(letters));
  }
  return found;
}

std::set<std::string> singular(std::u32string_view noun, uint8_t attachment) {
  std::vector<NominalInflection> forms;
  decline(noun_sounds(noun), kMasculineSingular, forms);
  return spellings(forms, attachment);
}

using Set = std::set<std::string>;

TEST(Nominal, AccusativeTakesAlifWhereItMay) {
  EXPECT_EQ(singular(U"وزير", kFree), (Set{"وزير", "وزيرا"}));
  EXPECT_EQ(singular(U"وزارة", kFree), (Set{"وزارة"}));
  EXPECT_EQ(singular(U"بناء", kFree), (Set{"بناء"}));
  EXPECT_EQ(singular(U"مبدأ", kFree), (Set{"مبدأ"}));
  EXPECT_EQ(singular(U"مستوى", kFree), (Set{"مستوى"}));
  EXPECT_EQ(singular(U"شيء", kFree), (Set{"شيء", "شيئا"}));
  EXPECT_EQ(singular(U"جزء", kFree), (Set{"جزء", "جزءا"}));
  EXPECT_EQ(singular(U"شاطئ", kFree), (Set{"شاطئ", "شاطئا"}));
}

TEST(Nominal, BeforeAPronoun) {
  EXPECT_EQ(singular(U"وزارة", kBound), (Set{"وزارت"}));
  EXPECT_EQ(singular(U"مستوى", kBound), (Set{"مستوا"}));
  EXPECT_EQ(singular(U"زملاء", kBound), (Set{"زملاؤ", "زملائ", "زملاء"}));
}

TEST(Nominal, DualAndSoundPlurals) {
  std::vector<NominalInflection> forms;
  decline_dual(U"وزارة", agreement_of(kFeminine, kSingular), forms);
  EXPECT_EQ(spellings(forms, kFree), (Set{"وزارتان", "وزارتين", "وزارتا", "وزارتي"}));
  EXPECT_EQ(forms[0].agreement, agreement_of(kFeminine, kDual));
  forms.clear();
  decline_masculine_plural(U"مضيف", forms);
  EXPECT_EQ(spellings(forms, kFree), (Set{"مضيفون", "مضيفين", "مضيفو", "مضيفي"}));
  forms.clear();
  decline_feminine_plural(U"وزارة", forms);
  EXPECT_EQ(spellings(forms, kFree), (Set{"وزارات"}));
}

TEST(Nominal, DefectiveParticiples) {
  const Verb verb = *parse_verb("دعا", "يدعو", "دعو", "1");
  std::vector<NominalInflection> forms;
  decline(active_participle(verb), kMasculineSingular, forms);
  EXPECT_EQ(spellings(forms, kFree), (Set{"داع", "داعي", "داعيا"}));
  forms.clear();
  decline(feminine_of(active_participle(verb)), agreement_of(kFeminine, kSingular), forms);
  EXPECT_EQ(spellings(forms, kFree), (Set{"داعية"}));
  forms.clear();
  decline_masculine_plural(active_participle(verb), forms);
  EXPECT_EQ(spellings(forms, kFree), (Set{"داعون", "داعين", "داعو", "داعي"}));
  const Verb given = *parse_verb("أعطى", "يعطي", "عطو", "4");
  forms.clear();
  decline(feminine_of(passive_participle(given)), agreement_of(kFeminine, kSingular), forms);
  EXPECT_EQ(spellings(forms, kFree), (Set{"معطاة"}));
}

TEST(Nominal, OnlyBareFormsTakeTheArticle) {
  std::vector<NominalInflection> forms;
  decline(U"وزير", kMasculineSingular, forms);
  decline_masculine_plural(U"وزير", forms);
  for (const NominalInflection& form : forms) {
    const std::string spelling = to_utf8(form.spelling);
    const bool construct = spelling == "وزيرو" || spelling == "وزيري" || spelling.ends_with("ا");
    EXPECT_EQ(form.article, !construct) << spelling;
  }
}

}  // namespace
}  // namespace musnad
