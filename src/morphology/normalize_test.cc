#include "morphology/normalize.h"

#include <gtest/gtest.h>

#include "morphology/letters.h"

namespace musnad {
namespace {

TEST(Fold, HamzaYaAndTaMarbuta) {
  EXPECT_EQ(fold("أإآٱا"), "ااااا");
  EXPECT_EQ(fold("مدرسة"), "مدرسه");
  EXPECT_EQ(fold("على"), "علي");
  EXPECT_EQ(fold("مسؤول"), "مسوول");
  EXPECT_EQ(fold("رئيس"), "رييس");
  EXPECT_EQ(fold("جزء"), "جزء");
}

TEST(Fold, DiacriticsTatweelAndDirectionMarksGo) {
  EXPECT_EQ(fold("أَكَّدَ"), "اكد");
  EXPECT_EQ(fold("قـــال"), "قال");
  EXPECT_EQ(fold("\u200Fقال\u200E\u202B\u202C\uFEFF"), "قال");
  EXPECT_EQ(fold("هذٰا"), "هذا");
  EXPECT_EQ(fold("\u200F"), "");
}

TEST(Fold, PersianLettersAndPresentationForms) {
  EXPECT_EQ(fold("کیف"), "كيف");
  EXPECT_EQ(fold("\uFED7\uFE8E\uFEDD"), "قال");  // final and isolated forms
  EXPECT_EQ(fold("\uFEFB"), "لا");               // ligature
  EXPECT_EQ(fold("\uFEF7"), "لا");               // ligature of lam and alif with hamza
}

TEST(Fold, DigitsBecomeAscii) {
  EXPECT_EQ(fold("٢٠٢٥"), "2025");
  EXPECT_EQ(fold("۲۰۲۵"), "2025");
}

TEST(Fold, OtherTextStays) {
  EXPECT_EQ(fold("CNN"), "CNN");
  EXPECT_EQ(fold("«"), "«");
  EXPECT_EQ(fold(""), "");
}

TEST(Fold, InvalidBytesAreDropped) {
  EXPECT_EQ(fold("\xFFقال\xD9"), "قال");
  EXPECT_EQ(fold("\xC0\xAF"), "");
}

TEST(Fold, FoldedKeysStay) {
  for (const char* word : {"أكَّدَ", "لإيران", "\uFEF7", "۲۰", "مسؤولية"}) {
    EXPECT_EQ(fold(fold(word)), fold(word)) << word;
  }
}

TEST(PlainLetters, CombiningHamzaJoinsItsLetter) {
  EXPECT_EQ(to_utf8(plain_letters("ا\u0654علن")), "أعلن");
  EXPECT_EQ(to_utf8(plain_letters("ا\u0655لى")), "إلى");
}

TEST(PlainLetters, KeepsHamzaAndDiacritics) {
  EXPECT_EQ(to_utf8(plain_letters("أكّـد")), "أكّد");
  EXPECT_EQ(to_utf8(plain_letters("\uFEF7")), "لأ");
}

}  // namespace
}  // namespace musnad
