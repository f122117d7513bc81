#include "musnad/reader.h"

#include <gtest/gtest.h>

#include "reader/to_record.h"

namespace musnad {
namespace {

const Reader& reader() {
  static const std::unique_ptr<Reader> instance = std::move(*Reader::create());
  return *instance;
}

std::string error_of(std::string text) {
  auto record = reader().read(Article{.id = "a", .text = std::move(text)});
  return record ? "" : record.error().message;
}

TEST(Reader, RefusesWhatIsNoArabicText) {
  EXPECT_EQ(error_of("سلام \xFF"),
            "a: invalid UTF-8 at byte 9; convert the text to UTF-8 or read it with --lossy");
  EXPECT_EQ(error_of("An English text."), "a: no Arabic letter in the text; Musnad reads Arabic");
  EXPECT_EQ(error_of(""), "a: no Arabic letter in the text; Musnad reads Arabic");
}

TEST(Reader, ReplacesInvalidBytesWhenTold) {
  auto lossy = Reader::create({.lossy = true});
  ASSERT_TRUE(lossy.has_value());
  auto record = (*lossy)->read(Article{.id = "a", .text = "سلام \xFF"});
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->characters, 6u);
}

TEST(Reader, TakesTheFirstLineAsTitle) {
  auto record =
      reader().read(Article{.id = "a", .text = "وصول الوفد.. ومغادرة الوسيط\nوصل الوفد أمس."});
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->title, "وصول الوفد.. ومغادرة الوسيط");
  EXPECT_EQ(record->published_basis, PublishedBasis::kUnknown);
}

TEST(Reader, KnowsTheDayThatItIsGiven) {
  auto record =
      reader().read(Article{.id = "a", .text = "وصول\nوصل الوفد أمس.", .published = "2021-03-02"});
  ASSERT_TRUE(record.has_value());
  EXPECT_EQ(record->published, "2021-03-02");
  EXPECT_EQ(record->published_basis, PublishedBasis::kGiven);
  ASSERT_EQ(record->times.size(), 1u);
  EXPECT_EQ(record->times[0].value, "2021-03-01");
}

TEST(Sha256, OfTheStandardsExample) {  // FIPS 180-4, the message "abc"
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace musnad
