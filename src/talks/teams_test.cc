// How far the teams of a negotiation are, by small articles about documented states and invented
// people.
#include <gtest/gtest.h>

#include "lexicon/record_names.h"
#include "talks/talks_testing.h"

namespace musnad {
namespace {

// The teams of an article's negotiations: "PARTY STATUS MEMBERS", one a line.
std::string teams_of(std::string_view text) {
  return told_of_talks(text, [](const Record& record, const TalksRecord& talks) {
    std::string lines;
    for (const TeamRecord& team : talks.teams) {
      lines += record.actors[team.party].name + " " + std::string(name_of(team.status));
      for (const auto& member : team.members) lines += " " + record.actors[member.actor].name;
      lines += "\n";
    }
    return lines;
  });
}

constexpr std::string_view kTalks = "تبدأ مفاوضات بين السودان وإثيوبيا الشهر المقبل.\n";

TEST(Teams, WithNobodyNamedIsForming) {
  EXPECT_EQ(teams_of(std::string(kTalks) + "شكلت الحكومة السودانية وفدا للمفاوضات."),
            "السودان forming\n");
  EXPECT_EQ(
      teams_of(std::string(kTalks) + "قالت الحكومة السودانية إن فريقها للمفاوضات سيضم عسكريين."),
      "السودان forming\n");
}

TEST(Teams, WithAMemberNamedIsNamed) {
  EXPECT_EQ(teams_of(std::string(kTalks) +
                     "قالت الحكومة السودانية إن وفدها للمفاوضات يضم السفير عادل مراد."),
            "السودان named عادل مراد\n");
}

}  // namespace
}  // namespace musnad
