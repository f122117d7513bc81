// Statements that repeat each other, told from those that do not, and articles on one matter.
#include "archive/sayings.h"

#include <fmt/format.h>

#include <set>

#include "archive/made_record.h"
#include "archive/made_reprints.h"
#include "archive/test_archive.h"
#include "lexicon/table.h"
#include "musnad/archive.h"

namespace musnad {
namespace {

constexpr const char* kWords =
    "الجولة المقبلة من المحادثات ستعقد في ميناء سيراف بعد عطلة العيد بحضور الوفدين والوسطاء";

// A paragraph that makes articles differ, whatever is said in them.
std::string filler(size_t number) {
  const std::vector<Lines> articles = originals();
  return text_of(articles[number % articles.size()]);
}

class Sayings : public ArchiveTest {
 protected:
  void add(const MadeRecord& made) {
    Record record = made_record(made);
    record.article.text += "\n" + filler(records_.size());
    records_.push_back(record);
  }

  std::vector<Echo> echoes(const Search& search = {.limit = 1000}) const {
    EXPECT_TRUE((*ArchiveWriter::open(path()))->add(records_).has_value());
    return *(*Archive::open(path()))->echoes(search);
  }

  // The articles of each echo.
  std::set<std::set<std::string>> groups() const {
    std::set<std::set<std::string>> groups;
    for (const Echo& echo : echoes()) {
      std::set<std::string> ids;
      for (const Telling& telling : echo.tellings) ids.insert(telling.article);
      groups.insert(ids);
    }
    return groups;
  }

  std::vector<Record> records_;
};

TEST_F(Sayings, AnEchoNamesItsEarliestTelling) {
  add({.id = "late", .words = kWords, .publisher = "y", .crawled = "2031-05-03"});
  add({.id = "early", .words = kWords, .publisher = "x", .crawled = "2031-05-02"});
  const std::vector<Echo> found = echoes();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].speaker, "سلمى الدرعي");
  EXPECT_EQ(found[0].words, kWords);
  EXPECT_EQ(found[0].outlets, 2u);
  EXPECT_EQ(found[0].origin, "x");
  ASSERT_EQ(found[0].tellings.size(), 2u);
  EXPECT_EQ(found[0].tellings[0].article, "early");
  EXPECT_EQ(found[0].tellings[0].statement, 1u);
}

TEST_F(Sayings, TheRelayOfMostTellingsIsTheOrigin) {
  for (const char* id : {"a", "b", "c"}) {
    add({.id = id, .words = kWords, .publisher = id, .crawled = "2031-05-02"});
    if (std::string(id) == "a") continue;
    ActorRecord agency;
    agency.name = "وكالة سيراف";
    agency.kind = ActorKind::kOrganization;
    records_.back().actors.push_back(agency);
    records_.back().statements[0].via = {1};
  }
  const std::vector<Echo> found = echoes();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].origin, "وكالة سيراف");
  EXPECT_EQ(found[0].tellings[0].relays, std::vector<std::string>());
  EXPECT_EQ(found[0].tellings[1].relays, std::vector<std::string>{"وكالة سيراف"});
}

TEST_F(Sayings, OnlyTheSameSpeakerRepeatsHimself) {
  add({.id = "a", .words = kWords});
  add({.id = "b", .speaker = "نادر الفهري", .words = kWords});
  EXPECT_EQ(groups().size(), 0u);
}

TEST_F(Sayings, TwoNamesOfOneKeyAreOneSpeaker) {
  add({.id = "a", .speaker = "سلمى الدرعي", .key = "person:salma", .words = kWords});
  add({.id = "b", .speaker = "الدرعي", .key = "person:salma", .words = kWords});
  EXPECT_EQ(groups(), (std::set<std::set<std::string>>{{"a", "b"}}));
}

TEST_F(Sayings, WhatIsSaidAgainAWeekLaterIsNoEcho) {
  add({.id = "a", .words = kWords, .crawled = "2031-05-02"});
  add({.id = "b", .words = kWords, .crawled = "2031-05-09"});
  EXPECT_EQ(groups().size(), 0u);
}

TEST_F(Sayings, OneArticleThatRepeatsItselfIsNoEcho) {
  add({.id = "a", .words = kWords});
  records_[0].statements.push_back(records_[0].statements[0]);
  EXPECT_EQ(groups().size(), 0u);
}

// The figures of docs/archive.md. All are one speaker's, so that only the words tell them apart.
TEST_F(Sayings, PrecisionAndRecallOnReworkedStatements) {
  std::vector<std::string> lines;
  for (const Lines& article : originals()) {
    for (const std::string& line : article) {
      if (split(line, ' ').size() >= 12) lines.push_back(line);
    }
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::vector<std::string_view> words = split(lines[i], ' ');
    const auto part = [&](size_t begin, size_t end) {
      return fmt::format("{}", fmt::join(words.begin() + begin, words.begin() + end, " "));
    };
    const size_t half = words.size() / 2, cut = words.size() - words.size() / 4;
    const std::string variants[] = {lines[i], reworded(lines[i], 6), part(0, cut),
                                    part(half, words.size()) + " و" + part(0, half),
                                    "في تصريح لاحق " + lines[i]};
    for (size_t kind = 0; kind < std::size(variants); ++kind) {
      add({.id = fmt::format("{}-{}", i, kind), .words = variants[kind]});
    }
  }
  const auto [precision, recall] = score_pairs(groups(), lines.size() * 5 * 4 / 2);
  fmt::print("{} statements: precision {:.3f}, recall {:.3f}\n", records_.size(), precision,
             recall);
  EXPECT_GE(precision, 0.95);
  EXPECT_GE(recall, 0.95);
}

// Articles in other words that tell of a meeting of two.
class Matters : public Sayings {
 protected:
  void add_meeting(const std::string& id, const std::string& day, const std::string& time,
                   const std::string& other = "نادر الفهري") {
    add({.id = id, .words = fmt::format("كلمة {} وحدها", id), .crawled = day});
    ActorRecord visitor;
    visitor.name = other;
    visitor.kind = ActorKind::kPerson;
    records_.back().actors.push_back(visitor);
    EventRecord meeting;
    meeting.type = EventType::kMeet;
    meeting.anchor = {0, 4};
    meeting.time = time;
    meeting.participants = {{0, Participant::Role::kParty}, {1, Participant::Role::kParty}};
    records_.back().events = {meeting};
  }

  std::vector<Story> stories() const {
    EXPECT_TRUE((*ArchiveWriter::open(path()))->add(records_).has_value());
    return *(*Archive::open(path()))->stories({});
  }
};

TEST_F(Matters, TheSameMeetingIsOneStory) {
  add_meeting("a", "2031-05-02", "2031-05-02");
  add_meeting("b", "2031-05-03", "2031-05-02");
  const std::vector<Story> found = stories();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].tellings.size(), 2u);
  EXPECT_EQ(found[0].texts, 2u);
  EXPECT_EQ(found[0].tellings[0].text, 1u);
  EXPECT_EQ(found[0].tellings[1].text, 2u);
}

TEST_F(Matters, AnotherDayOrAnotherVisitorIsAnotherStory) {
  add_meeting("a", "2031-05-02", "2031-05-02");
  add_meeting("b", "2031-05-03", "2031-05-03");
  add_meeting("c", "2031-05-02", "2031-05-02", "ليلى القاسم");
  EXPECT_EQ(stories().size(), 0u);
}

TEST_F(Matters, WhatIsRecalledMakesNoStory) {
  add_meeting("a", "2031-05-02", "2031-05-02");
  add_meeting("b", "2031-05-12", "2031-05-02");
  add_meeting("c", "2031-05-13", "2031-05-02");
  EXPECT_EQ(stories().size(), 0u);
}

TEST_F(Matters, TheSameWordsMakeAStory) {
  add({.id = "a", .words = kWords, .publisher = "x"});
  add({.id = "b", .words = kWords, .publisher = "y"});
  const std::vector<Story> found = stories();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].texts, 2u);
  ASSERT_EQ(found[0].sayings.size(), 1u);
  EXPECT_EQ(found[0].sayings[0].words, kWords);
  EXPECT_EQ(found[0].sayings[0].tellings, 2u);
}

}  // namespace
}  // namespace musnad
