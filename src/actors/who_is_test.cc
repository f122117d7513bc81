// Names, surnames, keys and titles asked of the register, with and without a day.
#include "actors/who_is.h"

#include <gtest/gtest.h>

namespace musnad {
namespace {

const Register& actors() {
  static const std::unique_ptr<Register> loaded = std::move(*Register::load());
  return *loaded;
}

// The keys of those who are found: persons, or for an office its holders.
std::vector<std::string> keys(std::string_view name, std::string_view day = "") {
  std::vector<std::string> out;
  for (const Known& known : who_is(actors(), name, day)) {
    const RegisterEntry& entry = actors().entry(known.entry);
    if (entry.kind != EntryKind::kOffice) out.push_back(entry.key);
    for (const Tenure& tenure : known.tenures) {
      if (entry.kind == EntryKind::kOffice) out.push_back(actors().entry(tenure.person).key);
    }
  }
  return out;
}

using Keys = std::vector<std::string>;

TEST(WhoIs, FindsAPersonWithTheOffices) {
  const std::vector<Known> found = who_is(actors(), "جون كيري", "");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(actors().entry(found[0].entry).latin, "John Kerry");
  ASSERT_FALSE(found[0].tenures.empty());
  EXPECT_EQ(actors().entry(found[0].tenures[0].body).key, "usa");
}

TEST(WhoIs, KnowsOtherSpellingsKeysAndSurnames) {
  EXPECT_EQ(keys("دونالد ترمب"), Keys{"donald-trump"});
  EXPECT_EQ(keys("donald-trump"), Keys{"donald-trump"});
  EXPECT_EQ(keys("بيسكوف"), Keys{"dmitry-peskov"});
  EXPECT_EQ(keys("روسيا"), Keys{"russia"});
}

TEST(WhoIs, FindsTheHolderOfAnOfficeOnADay) {
  EXPECT_EQ(keys("وزير الخارجية الأمريكي", "2015-07-20"), Keys{"john-kerry"});
  EXPECT_EQ(keys("رئيس فرنسا", "2015-07-20"), Keys{"francois-hollande"});
  EXPECT_EQ(keys("رئيس وزراء بريطانيا", "2015-07-20"), Keys{"david-cameron"});
  EXPECT_EQ(keys("خادم الحرمين الشريفين", "2015-07-20"), Keys{"salman-bin-abdulaziz"});
  EXPECT_EQ(keys("الأمين العام للأمم المتحدة", "2015-07-20"), Keys{"ban-ki-moon"});
  EXPECT_GT(keys("وزير الخارجية الأمريكي").size(), 5u);
  EXPECT_GT(keys("وزير الخارجية", "2015-07-20").size(), 30u);
}

TEST(WhoIs, LeavesOutTheOfficesOfOtherDays) {
  const std::vector<Known> found = who_is(actors(), "جون كيري", "1990-01-01");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].tenures.empty());
}

TEST(WhoIs, FindsNobodyForOtherWords) {
  EXPECT_TRUE(who_is(actors(), "نديم الصافي", "").empty());
  EXPECT_TRUE(who_is(actors(), "وزير الخارجية السيرافي", "").empty());
  EXPECT_TRUE(who_is(actors(), "", "").empty());
}

}  // namespace
}  // namespace musnad
