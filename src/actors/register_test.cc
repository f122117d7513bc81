#include "actors/register.h"

#include <gtest/gtest.h>

#include <fstream>

namespace musnad {
namespace {

// An invented state with three ministers, the second of whom is known by the year alone.
constexpr std::string_view kStates =
    "key\tar\tar_aliases\tcapital_ar\tcapital_aliases\tadj_m\tadj_f_irregular\tdemonym_plural\t"
    "gender\tseats\tiso3\tcameo\ten\tcapital_en\n"
    "marjan\tمرجان\t\tالسدرة\t\tمرجاني\t\t\tf\tقصر الرمل=presidency\t\t\tMarjan\tSidra\n";
constexpr std::string_view kOffices =
    "key\tar\tar_f\tkind\tcode\ten\tholders\n"
    "minister\tوزير النقل|الوزير|وزير قصر الرمل=marjan\tوزيرة النقل\tminister\tGOV\tMinister\tone\n"
    "adviser\tالمستشار\t\tother\tGOV\tAdviser\tseveral\n";
constexpr std::string_view kPersons =
    "key\tar\tar_variants\tgender\ten\n"
    "salem\tسالم القرشي\t\tm\tSalem al-Qurashi\n"
    "laila\tليلى القرشي\t\tf\tLaila al-Qurashi\n"
    "adel\tعادل النجار\t\tm\tAdel al-Najjar\n";

Expected<std::unique_ptr<Register>> with_tenures(std::string rows) {
  rows = "person\toffice\tof\tfrom\tto\n" + rows;
  const RegisterTable tables[] = {{"mine/tenures.tsv", rows},  // in any order
                                  {"mine/persons.tsv", kPersons},
                                  {"mine/states.tsv", kStates},
                                  {"mine/offices.tsv", kOffices}};
  return Register::parse(tables);
}

class Ministers : public testing::Test {
 protected:
  Ministers()
      : actors_(std::move(*with_tenures("salem\tminister\tmarjan\t2010-03-01\t2014\n"
                                        "laila\tminister\tmarjan\t2014\t2016-05-20\n"
                                        "adel\tminister\tmarjan\t2016-05-20\t\n"))) {}

  EntryIndex person(std::string_view key) const {
    return actors_->find_key(EntryKind::kPerson, key);
  }
  EntryIndex minister_on(std::string_view day) const {
    return actors_->holder(minister_, actors_->find_key(EntryKind::kState, "marjan"), day);
  }

  std::unique_ptr<Register> actors_;
  EntryIndex minister_ = actors_->find_key(EntryKind::kOffice, "minister");
};

TEST(Register, TheOneInTheProgramIsSound) {
  auto loaded = Register::load();
  ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
  EXPECT_GT((*loaded)->size(), 300u);
}

TEST_F(Ministers, AreFoundByDay) {
  EXPECT_EQ(minister_on("2010-02-28"), kNoEntry);
  EXPECT_EQ(minister_on("2010-03-01"), person("salem"));
  EXPECT_EQ(minister_on("2015-07-20"), person("laila"));
  EXPECT_EQ(minister_on("2016-05-20"), person("adel"));  // on the day of a change, the successor
  EXPECT_EQ(minister_on("2025-01-01"), person("adel"));
}

TEST_F(Ministers, AreOfTheStateThatTheirTitleNames) {
  const auto body_of = [&](std::vector<std::string_view> title) {
    auto word = title.begin();
    return actors_
        ->longest_office(
            [&] { return word == title.end() ? kNoRegisterWord : actors_->find_word(*word++); })
        .body;
  };
  EXPECT_EQ(body_of({"وزير", "قصر", "الرمل"}), actors_->find_key(EntryKind::kState, "marjan"));
  EXPECT_EQ(body_of({"وزير", "النقل"}), kNoEntry);
}

TEST_F(Ministers, HeldTheOfficeOnTheirDays) {
  EXPECT_TRUE(actors_->held(person("salem"), minister_, "2012-01-01"));
  EXPECT_FALSE(actors_->held(person("salem"), minister_, "2018-01-01"));
  EXPECT_FALSE(actors_->held(person("salem"), actors_->find_key(EntryKind::kOffice, "adviser"),
                             "2012-01-01"));
}

TEST_F(Ministers, AreCalledByASurnameThatIsTheirsAlone) {
  const RegisterWord qurashi = actors_->find_word("القرشي");
  const RegisterWord najjar = actors_->find_word("النجار");
  EXPECT_EQ(actors_->officer_called(qurashi, "2012-01-01"), person("salem"));
  EXPECT_EQ(actors_->officer_called(qurashi, "2014-06-01"), kNoEntry);  // either, in that year
  EXPECT_EQ(actors_->officer_called(qurashi, "2018-01-01"), kNoEntry);
  EXPECT_EQ(actors_->officer_called(najjar, "2018-01-01"), person("adel"));
  EXPECT_EQ(actors_->officer_called(kNoRegisterWord, "2018-01-01"), kNoEntry);
}

TEST(Tenures, MayNotOverlapWhereAnOfficeHasOneHolder) {
  auto overlapping = with_tenures(
      "salem\tminister\tmarjan\t2010-03-01\t2014-06\n"
      "laila\tminister\tmarjan\t2014-05-01\t\n");
  ASSERT_FALSE(overlapping.has_value());
  EXPECT_NE(overlapping.error().message.find("tenures.tsv:3"), std::string::npos)
      << overlapping.error().message;
  EXPECT_NE(overlapping.error().message.find("salem"), std::string::npos);
  EXPECT_FALSE(
      with_tenures("salem\tminister\tmarjan\t2010\t\n"
                   "laila\tminister\tmarjan\t2014\t2015\n"));
  EXPECT_TRUE(
      with_tenures("salem\tadviser\tmarjan\t2010\t\n"
                   "laila\tadviser\tmarjan\t2014\t2015\n"));
  EXPECT_TRUE(
      with_tenures("salem\tminister\tmarjan\t2010\t2014-05\n"
                   "laila\tminister\tmarjan\t2014-05-07\t2015\n"));
}

TEST(Tables, NameEachBadRow) {
  const auto bad = with_tenures(
      "salem\tminister\tmarjan\t2010\t2014\n"
      "nadim\tminister\tmarjan\t2014\t2015\n"
      "laila\tminister\tmarjan\tlast year\t\n"
      "laila\tminister\tmarjan\t2015-13\t\n");
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().message.find("tenures.tsv:2:"), std::string::npos);
  EXPECT_NE(bad.error().message.find("mine/tenures.tsv:3: nothing has the key \"nadim\""),
            std::string::npos);
  EXPECT_NE(bad.error().message.find("\nmine/tenures.tsv:4: \"last year\""), std::string::npos);
  EXPECT_NE(bad.error().message.find("\nmine/tenures.tsv:5: \"2015-13\""), std::string::npos);
}

TEST(Tables, MustBeUtf8) {
  // A letter cut in two at the end of a name.
  const auto bad = with_tenures("salem\tminister\tmarjan\t2010\t\xD8\n");
  ASSERT_FALSE(bad.has_value());
  EXPECT_NE(bad.error().message.find("mine/tenures.tsv:2: bytes that are no UTF-8"),
            std::string::npos);
}

TEST(Tables, AreKnownByTheirHeader) {
  const RegisterTable tables[] = {{"mine.tsv", "name\toffice\nsalem\tminister\n"}};
  const auto unknown = Register::parse(tables);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().message.find("mine.tsv: its header line"), 0u);
}

TEST(Tables, OfAUserAreAddedToTheRegister) {
  const std::string file = testing::TempDir() + "persons.tsv";
  std::ofstream(file) << kPersons;
  const std::vector<std::string> files = {file};
  const auto actors = Register::load(files);
  ASSERT_TRUE(actors.has_value()) << actors.error().message;
  EXPECT_NE((*actors)->find_key(EntryKind::kPerson, "salem"), kNoEntry);
  EXPECT_NE((*actors)->find_key(EntryKind::kState, "egypt"), kNoEntry);
  const std::vector<std::string> missing = {file + ".none"};
  EXPECT_FALSE(Register::load(missing).has_value());
}

TEST(BodyKinds, AreSpelledAsInTheTables) {
  EXPECT_EQ(body_kind("armed-group"), kArmedGroupBody);
  EXPECT_EQ(body_kind("newspaper"), kNewspaperBody);
  EXPECT_EQ(body_kind("other"), 0);
}

}  // namespace
}  // namespace musnad
