// What a search finds and shows, an actor's page, a time line, counts.
#include <algorithm>

#include "archive/evidence.h"
#include "archive/made_record.h"
#include "archive/test_archive.h"
#include "musnad/archive.h"

namespace musnad {
namespace {

class Searching : public ArchiveTest {
 protected:
  Searching() {
    const std::vector<Record> records = {
        made_record({.id = "ports",
                     .words = "فتح الموانئ أمام السفن قريب",
                     .publisher = "وكالة الخليج",
                     .crawled = "2031-05-02"}),
        made_record({.id = "truce",
                     .speaker = "وائل الرواحي",
                     .key = "wael-rawahi",
                     .words = "وقف إطلاق النار يشمل الموانئ",
                     .publisher = "صحيفة الساحل",
                     .crawled = "2031-05-04"}),
        made_record({.id = "fire",
                     .speaker = "الرواحي",
                     .key = "wael-rawahi",
                     .words = "النار التي اندلعت في المرفأ أطفئت ووقف الحريق",
                     .crawled = "2031-05-03"})};
    (*ArchiveWriter::open(path()))->add(records);
    archive_ = *Archive::open(path());
  }

  // The articles of what is found, in its order.
  std::string found(const Search& search) {
    const auto found = archive_->search(search);
    if (!found) return found.error().message;
    std::string ids;
    for (const Hit& hit : found->hits) ids += (ids.empty() ? "" : " ") + hit.article;
    return ids;
  }

  std::unique_ptr<Archive> archive_;
};

TEST_F(Searching, FindsAllWordsInAnyForm) {
  EXPECT_EQ(found({.words = "ميناء"}), "truce ports");
  EXPECT_EQ(found({.words = "للموانئ سفينة"}), "ports");
  EXPECT_EQ(found({.words = "هدنة"}), "");
}

TEST_F(Searching, FindsPhrasesBeginningsAndLeavesOut) {
  EXPECT_EQ(found({.words = "النار وقف"}), "truce fire");
  EXPECT_EQ(found({.words = "\"وقف إطلاق النار\""}), "truce");
  EXPECT_EQ(found({.words = "«وقف إطلاق الن*»"}), "truce");
  EXPECT_EQ(found({.words = "سف*"}), "ports");
  EXPECT_EQ(found({.words = "الموانئ -سفن"}), "truce");
  EXPECT_NE(found({.words = "-سفن"}).find("to leave out"), std::string::npos);
}

TEST_F(Searching, ASpeakerIsOnePersonUnderAllNames) {
  EXPECT_EQ(found({.speaker = "وائل"}), "truce fire");
  EXPECT_EQ(found({.words = "النار", .speaker = "wael-rawahi"}), "truce fire");
  EXPECT_EQ(found({.words = "السفن", .speaker = "الرواحي"}), "");
  EXPECT_NE(found({.speaker = "نورة"}).find("nobody"), std::string::npos);
}

TEST_F(Searching, FiltersByDayOutletAndKind) {
  EXPECT_EQ(found({.from = "2031-05-03"}), "truce fire");
  EXPECT_EQ(found({.words = "الموانئ", .to = "2031-05-03"}), "ports");
  EXPECT_EQ(found({.outlet = "الساحل"}), "truce");
  EXPECT_EQ(found({.kind = Kind::kDirect}), "");
  EXPECT_EQ(found({.words = "الموانئ", .act = Act::kSay}), "truce ports");
}

TEST_F(Searching, CountsAllAndShowsTheLatest) {
  const auto found = archive_->search({.words = "النار", .limit = 1});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->total, 2u);
  ASSERT_EQ(found->hits.size(), 1u);
  EXPECT_EQ(found->hits[0].article, "truce");
}

TEST_F(Searching, ShowsTheWordsAndWhereTheyStand) {
  const auto found = archive_->search({.words = "\"إطلاق النار\" ميناء"});
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->hits.size(), 1u);
  const Hit& hit = found->hits[0];
  EXPECT_EQ(hit.words, "وقف إطلاق النار يشمل الموانئ");
  EXPECT_EQ(hit.speaker, "وائل الرواحي");
  EXPECT_EQ(hit.statement, 1u);
  const std::string text = ask("SELECT text FROM articles WHERE id = 'truce'");
  ASSERT_EQ(hit.matches.size(), 2u);
  EXPECT_EQ(words_of(text, hit.matches[0]), "إطلاق النار");
  EXPECT_EQ(words_of(text, hit.matches[1]), "الموانئ");
}

TEST_F(Searching, FindsArticlesAndThePieceAroundTheWords) {
  const auto found = archive_->search({.over = Search::Over::kArticles, .words = "بيان سفن"});
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->hits.size(), 1u);
  EXPECT_EQ(found->hits[0].article, "ports");
  EXPECT_EQ(found->hits[0].statement, 0u);
  EXPECT_TRUE(found->hits[0].words.starts_with("بيان")) << found->hits[0].words;
}

TEST_F(Searching, SurvivesWhatPeopleType) {
  for (const char* typed : {"\"", "«", "*", "-", "\"\"", "AND", "a OR", "NEAR(", "words : x",
                            "'; --", "\"وقف*\"*", "()", "^x", "،"}) {
    EXPECT_TRUE(archive_->search({.words = typed}).has_value() || typed == std::string("-"))
        << typed;
    archive_->search({.speaker = typed, .outlet = typed});
  }
  EXPECT_TRUE(archive_->search({.words = std::string("وقف*\0النار", 18)}).has_value());
  EXPECT_FALSE(archive_->search({.words = "\xFF"}).has_value());
}

TEST_F(Searching, AnActorsPage) {
  const auto page = archive_->actor("وائل");
  ASSERT_TRUE(page.has_value()) << page.error().message;
  EXPECT_EQ(page->key, "wael-rawahi");
  EXPECT_EQ(page->articles, 2u);
  EXPECT_EQ(page->statements, 2u);
  EXPECT_EQ(page->names.size(), 2u);
  ASSERT_EQ(page->latest.size(), 2u);
  EXPECT_EQ(page->latest[0].article, "truce");
  ASSERT_EQ(page->months.size(), 1u);
  EXPECT_EQ(page->months[0].name, "2031-05");
  EXPECT_FALSE(archive_->actor("نورة").has_value());
}

TEST_F(Searching, APageTellsWhoRelaysTheActorAndOfWhomTheActorSpeaks) {
  Record record =
      made_record({.id = "relayed", .speaker = "هدى البارعي", .words = "سيراف تفتح الميناء"});
  ActorRecord agency, port;
  agency.name = "وكالة الموجة";
  port.name = "سيراف";
  port.kind = ActorKind::kState;
  const uint32_t begin = record.statements[0].content[0].span.begin;
  port.mentions = {{{begin, begin + 5}, MentionForm::kName}};
  record.actors.push_back(agency);
  record.actors.push_back(port);
  record.statements[0].via = {1};
  (*ArchiveWriter::open(path()))->add({&record, 1});
  const auto page = archive_->actor("هدى");
  ASSERT_TRUE(page.has_value()) << page.error().message;
  ASSERT_EQ(page->relays.size(), 1u);
  EXPECT_EQ(page->relays[0].name, "وكالة الموجة");
  ASSERT_EQ(page->topics.size(), 1u);
  EXPECT_EQ(page->topics[0].name, "سيراف");
}

TEST_F(Searching, ATimeline) {
  const auto periods = archive_->timeline({.words = "النار"}, Step::kDay);
  ASSERT_TRUE(periods.has_value()) << periods.error().message;
  ASSERT_EQ(periods->size(), 2u);
  EXPECT_EQ((*periods)[0].begin, "2031-05-03");
  EXPECT_EQ((*periods)[1].statements, 1u);
  ASSERT_EQ((*periods)[1].speakers.size(), 1u);
  EXPECT_EQ((*periods)[1].speakers[0].name, "وائل الرواحي");
}

TEST_F(Searching, Stats) {
  const auto stats = archive_->stats();
  ASSERT_TRUE(stats.has_value());
  EXPECT_EQ(stats->articles, 3u);
  EXPECT_EQ(stats->statements, 3u);
  EXPECT_EQ(stats->first, "2031-05-02");
  EXPECT_EQ(stats->last, "2031-05-04");
  EXPECT_EQ(stats->outlets.size(), 3u);
}

TEST_F(Searching, SaysWhatIsNoArchive) {
  EXPECT_NE(Archive::open(path("missing")).error().message.find("no such archive"),
            std::string::npos);
  write("notes", std::string(3000, 'x'));
  EXPECT_NE(Archive::open(path("notes")).error().message.find("no Musnad archive"),
            std::string::npos);
}

}  // namespace
}  // namespace musnad
