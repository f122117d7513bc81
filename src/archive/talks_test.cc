// The dossier of a negotiation over several articles.
#include "archive/made_record.h"
#include "archive/test_archive.h"
#include "musnad/archive.h"

namespace musnad {
namespace {

using What = TalksPage::What;

// An article on talks between the speaker and a second party, whose words are the statement's.
Record talks_record(const MadeRecord& made, EventStatus contact) {
  Record record = made_record(made);
  ActorRecord other;
  other.name = "جمهورية سيراف";
  other.kind = ActorKind::kState;
  record.actors.push_back(other);
  EventRecord meeting;
  meeting.type = EventType::kMeet;
  meeting.anchor = *record.statements[0].cue;
  meeting.status = contact;
  meeting.participants = {{0, Participant::Role::kParty}, {1, Participant::Role::kParty}};
  record.events = {meeting};
  TalksRecord talks;
  talks.parties = {0, 1};
  talks.status = TalksStatus::kUnderway;
  const Span words = record.statements[0].content[0].span;
  talks.positions = {{0, words, {{Evidence::Layer::kStatement, 0}}}};
  talks.open = {{words, {}}};
  talks.contacts = {0};
  record.talks = {talks};
  return record;
}

class Talks : public ArchiveTest {
 protected:
  Talks() {
    const std::vector<Record> records = {
        talks_record(
            {.id = "first", .words = "لا عودة إلى الطاولة قبل وقف القصف", .crawled = "2031-05-02"},
            EventStatus::kOccurred),
        talks_record({.id = "again",
                      .words = "لا عودة إلى الطاولة قبل وقف القصف",
                      .publisher = "x",
                      .crawled = "2031-05-03"},
                     EventStatus::kOccurred),
        talks_record({.id = "denial", .words = "لم يعقد أي لقاء", .crawled = "2031-05-04"},
                     EventStatus::kDenied)};
    (*ArchiveWriter::open(path()))->add(records);
    archive_ = *Archive::open(path());
  }

  std::vector<TalksPage::Line> lines(const TalksPage& page, What what) const {
    std::vector<TalksPage::Line> lines;
    for (const TalksPage::Line& line : page.lines) {
      if (line.what == what) lines.push_back(line);
    }
    return lines;
  }

  std::unique_ptr<Archive> archive_;
};

TEST_F(Talks, TellsPositionsOnceUnderTheirFirstArticle) {
  const auto page = archive_->talks({"سلمى", "سيراف"}, "");
  ASSERT_TRUE(page.has_value()) << page.error().message;
  EXPECT_EQ(page->articles, 3u);
  EXPECT_EQ(page->last, "2031-05-04");
  const auto positions = lines(*page, What::kPosition);
  ASSERT_EQ(positions.size(), 2u);
  EXPECT_EQ(positions[0].article, "first");
  EXPECT_EQ(positions[0].articles, 2u);
  EXPECT_EQ(positions[0].who, "سلمى الدرعي");
  EXPECT_EQ(positions[0].words, "لا عودة إلى الطاولة قبل وقف القصف");
  EXPECT_EQ(lines(*page, What::kOpen).size(), 2u);
  ASSERT_EQ(lines(*page, What::kStatus).size(), 1u);
  EXPECT_EQ(lines(*page, What::kStatus)[0].who, "سلمى الدرعي، جمهورية سيراف");
}

TEST_F(Talks, MarksWhatIsNewAndWhatIsContradicted) {
  const auto page = archive_->talks({}, "2031-05-04");
  ASSERT_TRUE(page.has_value());
  const auto contacts = lines(*page, What::kContact);
  ASSERT_EQ(contacts.size(), 3u);
  EXPECT_EQ(contacts[0].who, "سلمى الدرعي، جمهورية سيراف");
  EXPECT_FALSE(contacts[0].fresh);
  EXPECT_TRUE(contacts[2].fresh);
  EXPECT_EQ(contacts[2].status, "denied");
  EXPECT_EQ(page->contradictions.size(), 2u);  // told of two days, denied once
}

TEST_F(Talks, KnowsOnlyThoseWhoTakePart) {
  EXPECT_FALSE(archive_->talks({"نورة"}, "").has_value());
  const auto none = archive_->talks({"سلمى", "سلمى"}, "");
  ASSERT_TRUE(none.has_value());
  EXPECT_EQ(none->articles, 3u);
}

}  // namespace
}  // namespace musnad
