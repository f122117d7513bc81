// Who negotiates, by small articles about invented states and documented ones.
#include <gtest/gtest.h>

#include "talks/talks_testing.h"

namespace musnad {
namespace {

// The parties of an article's negotiations: "X|Y", one a line.
std::string parties_of(std::string_view text) {
  return told_of_talks(text, [](const Record& record, const TalksRecord& talks) {
    std::string line;
    for (const uint32_t party : talks.parties) {
      line += (line.empty() ? "" : "|") + record.actors[party].name;
    }
    return line + "\n";
  });
}

TEST(Parties, WhoActsForAStateIsTheState) {
  EXPECT_EQ(parties_of("بدأت في جنيف أمس محادثات بين الحكومة السودانية ووزارة الخارجية الإثيوبية."),
            "السودان|إثيوبيا\n");
  EXPECT_EQ(parties_of("اختتمت في مسقط مفاوضات بين وزير الخارجية الأردني ونظيره التونسي."),
            "الأردن|تونس\n");
}

TEST(Parties, SidesAreParties) {
  EXPECT_EQ(parties_of("انطلقت مفاوضات بين الحكومة السودانية وجبهة الإصلاح الوطنية حول الهدنة."),
            "السودان|جبهة الإصلاح الوطنية\n");
}

TEST(Parties, ClubsCompaniesAndPlayersAreNone) {
  EXPECT_EQ(parties_of("دخل نادي الساحل في مفاوضات مع اللاعب سامر الخالدي لضمه هذا الموسم."), "");
  EXPECT_EQ(parties_of("أنهت شركة المرسى محادثات مع الجهات المقرضة للتوصل إلى تسوية."), "");
}

TEST(Parties, NounsInBetweenAreNone) {
  EXPECT_EQ(parties_of("تواصلت المفاوضات بين الرهان على الوقت واستبعاد فكرة الحل."), "");
}

TEST(Parties, WhatAGovernmentIsToDoIsNoPartOfItsName) {
  EXPECT_EQ(parties_of("تجري الحكومة لبدء السلام مفاوضات مع جبهة الإصلاح في العاصمة."),
            "الحكومة|جبهة الإصلاح\n");
}

}  // namespace
}  // namespace musnad
