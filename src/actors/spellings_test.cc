// Spellings get numbers and keep them, whatever their length.
#include "actors/spellings.h"

#include <gtest/gtest.h>

#include <string>

namespace musnad {
namespace {

TEST(Spellings, NumbersEachOnce) {
  Spellings spellings;
  EXPECT_EQ(spellings.intern(""), 0u);
  EXPECT_EQ(spellings.intern("سفير"), 1u);
  EXPECT_EQ(spellings.intern("وزير"), 2u);
  EXPECT_EQ(spellings.intern("سفير"), 1u);
  EXPECT_EQ(spellings[2], "وزير");
  spellings.clear();
  EXPECT_EQ(spellings.size(), 0u);
  EXPECT_EQ(spellings.intern("وزير"), 1u);
}

TEST(Spellings, KeepTheirAddressWhateverComesLater) {
  Spellings spellings;
  const std::string_view first = spellings[spellings.intern("أول")];
  const std::string longer(2 * kHugePage, 'x');
  const SpellingId id = spellings.intern(longer);
  for (int i = 0; i < 300000; ++i) spellings.intern(std::to_string(i));
  EXPECT_EQ(spellings[1].data(), first.data());
  EXPECT_EQ(spellings[1], "أول");
  EXPECT_EQ(spellings[id], longer);
  EXPECT_EQ(spellings[id + 300000], "299999");
}

}  // namespace
}  // namespace musnad
