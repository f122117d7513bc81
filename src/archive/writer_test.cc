// Adding articles: evidence kept, nothing twice, any order, foreign files left alone.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>

#include "archive/made_record.h"
#include "archive/test_archive.h"
#include "musnad/archive.h"

namespace musnad {
namespace {

class Writer : public ArchiveTest {
 protected:
  // Adds records to the archive of a name, each in a transaction of its own.
  std::vector<Added> add(const std::vector<Record>& records,
                         const std::string& name = "a.musnad") const {
    const auto writer = ArchiveWriter::open(path(name));
    EXPECT_TRUE(writer.has_value()) << writer.error().message;
    std::vector<Added> all;
    for (const Record& record : records) {
      const auto added = (*writer)->add({&record, 1});
      EXPECT_TRUE(added.has_value()) << added.error().message;
      all.push_back(added->front());
    }
    return all;
  }

  std::string error_of_opening(const std::string& name) const {
    const auto writer = ArchiveWriter::open(path(name), {.wait = {}});
    return writer ? "" : writer.error().message;
  }

  // What the archive says, without the numbers of rows.
  std::string content(const std::string& name) const {
    return ask(
        "SELECT id, crawled, published, hex(sha256), s.number, s.day, s.act, s.content, a.key, "
        "a.name "
        "FROM articles JOIN statements s USING (article) JOIN appearances p ON p.article = "
        "articles.article AND p.number = s.speaker JOIN actors a USING (actor) ORDER BY id",
        name);
  }
};

TEST_F(Writer, KeepsTheEvidenceOfEachStatement) {
  add({made_record(
      {.id = "talks", .words = "الجولة الثانية ستعقد في مسقط", .crawled = "2031-05-02"})});
  EXPECT_EQ(
      ask("SELECT id, substr(text, content ->> '$[0][0]' + 1, content ->> '$[0][1]' - "
          "content ->> '$[0][0]'), substr(text, source_start + 1, source_end - source_start), "
          "statements.day FROM statements JOIN articles USING (article)"),
      "talks|الجولة الثانية ستعقد في مسقط|سلمى الدرعي|2031-05-02\n");
}

TEST_F(Writer, AStatementStandsUnderTheDayItWasMade) {
  add({made_record({.crawled = "2031-05-02", .time = "2031-04-30"}),
       made_record({.words = "لا جديد", .crawled = "2031-05-02", .time = "2031-W18"})});
  EXPECT_EQ(ask("SELECT day, time FROM statements ORDER BY day"),
            "2031-04-30|2031-04-30\n2031-05-02|2031-W18\n");
}

TEST_F(Writer, AddingAgainChangesNothing) {
  const Record record = made_record({.id = "talks", .publisher = "وكالة", .crawled = "2031-05-02"});
  EXPECT_EQ(add({record})[0].outcome, Added::Outcome::kNew);
  const std::string before = bytes("a.musnad");
  const Added again = add({record})[0];
  EXPECT_EQ(again.outcome, Added::Outcome::kKnown);
  EXPECT_EQ(again.id, "talks");
  EXPECT_EQ(bytes("a.musnad"), before);
}

TEST_F(Writer, TheSameWordsOfAnotherOutletAreAnotherArticle) {
  const auto added = add({made_record({.id = "x", .publisher = "صحيفة"}),
                          made_record({.id = "y", .publisher = "وكالة"}),
                          made_record({.id = "z", .publisher = "وكالة"})});
  EXPECT_EQ(added[1].outcome, Added::Outcome::kNew);
  EXPECT_EQ(added[2].outcome, Added::Outcome::kKnown);
  EXPECT_EQ(added[2].id, "y");
}

TEST_F(Writer, TheEarlierFetchIsKept) {
  const auto added =
      add({made_record({.id = "late", .crawled = "2031-05-03"}),
           made_record({.id = "early", .crawled = "2031-05-02"}), made_record({.id = "undated"})});
  EXPECT_EQ(added[1].outcome, Added::Outcome::kReplaced);
  EXPECT_EQ(added[2].outcome, Added::Outcome::kKnown);
  EXPECT_EQ(ask("SELECT id, crawled FROM articles"), "early|2031-05-02\n");
  EXPECT_EQ(ask("SELECT count(*) FROM statements"), "1\n");
}

TEST_F(Writer, WhatAddsNothingIsKnownBeforeItIsRead) {
  const auto article = [](const MadeRecord& made) { return made_record(made).article; };
  add({made_record({.id = "talks", .crawled = "2031-05-02"}),
       made_record({.id = "talks", .publisher = "وكالة", .crawled = "2031-05-02"})});
  const auto archive = *Archive::open(path());
  const auto known = [&](const Article& article) { return *archive->known_as(article); };
  EXPECT_EQ(known(article({.id = "talks", .crawled = "2031-05-02"})).substr(0, 5), "talks");
  EXPECT_NE(known(article({.id = "unlike", .crawled = "2031-05-03"})), "");
  EXPECT_NE(known(article({.id = "a"})), "");  // of no day
  EXPECT_EQ(known(article({.id = "talks", .crawled = "2031-05-01"})), "");
  EXPECT_EQ(known(article({.id = "a", .crawled = "2031-05-02"})), "");  // this id would be kept
  EXPECT_EQ(known(article({.id = "talks", .publisher = "صحيفة"})), "");
  Article dated = article({.id = "talks", .crawled = "2031-05-02"});
  dated.published = "2031-05-01";
  EXPECT_EQ(known(dated), "");
}

TEST_F(Writer, RemembersAddressesOfTheWeb) {
  add({});
  const auto writer = *ArchiveWriter::open(path());
  EXPECT_EQ(writer->fetched("https://a.example")->etag, "");
  for (const uint32_t failures : {1, 2}) {
    EXPECT_TRUE(writer->keep_fetched("https://a.example", {"\"x\"", "", failures, 99}).has_value());
    const auto fetched = writer->fetched("https://a.example");
    ASSERT_TRUE(fetched.has_value());
    EXPECT_EQ(fetched->etag, "\"x\"");
    EXPECT_EQ(fetched->failures, failures);
    EXPECT_EQ(fetched->not_before, 99);
  }
}

TEST_F(Writer, TheOrderOfInputDoesNotMatter) {
  // Ids that collide, the same article fetched twice under ids that collide with others.
  std::vector<Record> records = {
      made_record({.id = "x", .words = "الأول", .crawled = "2031-05-03"}),
      made_record({.id = "x", .words = "الثاني", .crawled = "2031-05-03"}),
      made_record({.id = "x", .words = "الثالث", .crawled = "2031-05-03"}),
      made_record({.id = "y", .words = "الأول", .crawled = "2031-05-02"}),
      made_record(
          {.id = "y", .speaker = "وائل الدرعي", .words = "الثاني", .crawled = "2031-05-02"}),
      made_record({.id = "z", .words = "الثاني", .crawled = "2031-05-01"})};
  std::vector<size_t> order = {0, 1, 2, 3, 4, 5};
  add(records, "first");
  const std::string expected = content("first");
  EXPECT_EQ(std::count(expected.begin(), expected.end(), '\n'), 4);
  int number = 0;
  while (std::next_permutation(order.begin(), order.end())) {
    if (++number % 23 != 0) continue;  // some thirty of the 720
    std::vector<Record> shuffled;
    for (const size_t i : order) shuffled.push_back(records[i]);
    const std::string name = std::to_string(number);
    add(shuffled, name);
    ASSERT_EQ(content(name), expected) << testing::PrintToString(order);
    std::filesystem::remove(path(name));
  }
}

TEST_F(Writer, LeavesForeignFilesAsTheyAre) {
  write("notes.txt", std::string(5000, 'x'));
  EXPECT_NE(error_of_opening("notes.txt").find("no Musnad archive"), std::string::npos);
  EXPECT_EQ(bytes("notes.txt"), std::string(5000, 'x'));

  (*Database::open(path("other"), Database::Mode::kCreate, {}))->execute("CREATE TABLE t (x)");
  const std::string before = bytes("other");
  EXPECT_NE(error_of_opening("other").find("no Musnad archive"), std::string::npos);
  EXPECT_EQ(bytes("other"), before);
}

TEST_F(Writer, SaysWhenAnArchiveIsOfALaterVersion) {
  add({});
  (*Database::open(path(), Database::Mode::kWrite, {}))->execute("PRAGMA user_version = 99");
  EXPECT_NE(error_of_opening("a.musnad").find("version 99"), std::string::npos);
}

TEST_F(Writer, SaysWhatCannotBeOpened) {
  EXPECT_NE(error_of_opening("no/such/folder").find("cannot be opened"), std::string::npos);
  EXPECT_NE(error_of_opening("").find("cannot be opened"), std::string::npos);  // the folder
}

TEST_F(Writer, WaitsForAnotherWriterThenSaysSo) {
  add({});
  const auto other = *Database::open(path(), Database::Mode::kWrite, {});
  const auto writer = *ArchiveWriter::open(path(), {.wait = std::chrono::milliseconds(50)});
  const Record record = made_record({});
  {
    Transaction held(*other);
    const auto refused = writer->add({&record, 1});
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().message.find("another program writes"), std::string::npos);
  }
  EXPECT_TRUE(writer->add({&record, 1}).has_value());
}

// Files of this process may grow to so many bytes while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_;
};

TEST_F(Writer, AddsAllOrNothing) {
  add({made_record({.id = "before"})});
  const auto writer = *ArchiveWriter::open(path());
  std::vector<Record> records;
  for (int i = 0; i < 2000; ++i) {
    records.push_back(made_record({.id = fmt::format("n{}", i), .words = std::to_string(i)}));
  }
  {
    const FileSizeLimit limit(std::filesystem::file_size(path()));
    const auto refused = writer->add(records);
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().message.find(path()), std::string::npos);
  }
  EXPECT_EQ(ask("SELECT id FROM articles"), "before\n");
  EXPECT_TRUE(writer->add(records).has_value());
  EXPECT_EQ(ask("SELECT count(*) FROM articles"), "2001\n");
  EXPECT_EQ(ask("PRAGMA integrity_check"), "ok\n");
}

}  // namespace
}  // namespace musnad
