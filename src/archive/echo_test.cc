// Articles that repeat each other, told from those that do not: on made articles and on reprints
// made of them the way that newspapers make theirs.
#include <fmt/format.h>

#include <random>
#include <set>

#include "archive/connection.h"
#include "archive/fingerprint.h"
#include "archive/made_record.h"
#include "archive/made_reprints.h"
#include "archive/test_archive.h"
#include "musnad/archive.h"

namespace musnad {
namespace {

// Ways in which an outlet reprints what another wrote; `other` is an article about something else.
struct Reprint {
  const char* name;
  Lines (*make)(Lines lines, const Lines& other);
};
const Reprint kReprints[] = {{"verbatim", [](Lines lines, const Lines&) { return lines; }},
                             {"another headline",
                              [](Lines lines, const Lines&) {
                                lines[0] = "تطورات جديدة في الملف";
                                return lines;
                              }},
                             {"cut by a third",
                              [](Lines lines, const Lines&) {
                                lines.resize(lines.size() - lines.size() / 3);
                                return lines;
                              }},
                             {"lead reworded",
                              [](Lines lines, const Lines&) {
                                lines[0] = reworded(lines[0], 2);
                                lines[1] = reworded(lines[1], 3);
                                return lines;
                              }},
                             {"every eighth word replaced",
                              [](Lines lines, const Lines&) {
                                for (std::string& line : lines) line = reworded(line, 8);
                                return lines;
                              }},
                             {"paragraph added",
                              [](Lines lines, const Lines& other) {
                                lines.push_back(other[1]);
                                return lines;
                              }},
                             {"headline, cut and added", [](Lines lines, const Lines& other) {
                                lines[0] = "متابعات";
                                lines.pop_back();
                                lines.push_back(other[2]);
                                return lines;
                              }}};

TEST(Fingerprint, MeasuresWhatTextsShare) {
  const auto connection = *Connection::open(":memory:", Database::Mode::kCreate, {});
  const std::vector<Lines> articles = originals();
  const auto fingerprint = [&](const Lines& lines) {
    return *fingerprint_of(connection->terms().index_words(text_of(lines)).terms);
  };
  const Fingerprint whole = fingerprint(articles[0]);
  EXPECT_EQ(shared_part(whole, whole), 1);
  EXPECT_LT(shared_part(whole, fingerprint(articles[1])), 0.2);
  EXPECT_GT(shared_part(whole, fingerprint(kReprints[2].make(articles[0], articles[1]))), 0.7);
  const Fingerprint copy = Fingerprint::from_bytes(whole.bytes(), whole.pairs);
  EXPECT_EQ(copy.least, whole.least);
  EXPECT_FALSE(fingerprint_of(connection->terms().index_words("خبر عاجل").terms).has_value());
}

class Echoes : public ArchiveTest {
 protected:
  static Record record(const std::string& id, const std::string& text, const std::string& day = {},
                       const std::string& publisher = {}) {
    Record record = made_record({.id = id, .publisher = publisher, .crawled = day});
    record.article.text = text;
    record.statements.clear();
    record.actors.clear();
    return record;
  }

  std::set<std::set<std::string>> groups() const {
    std::set<std::set<std::string>> groups;
    const std::vector<Story> stories = *(*Archive::open(path()))->stories({.limit = 100000});
    for (const Story& story : stories) {
      std::set<std::string> ids;
      for (const Telling& telling : story.tellings) ids.insert(telling.article);
      groups.insert(ids);
    }
    return groups;
  }
};

// The figures of docs/archive.md.
TEST_F(Echoes, PrecisionAndRecallOnReprints) {
  const std::vector<Lines> articles = originals();
  std::vector<Record> records;
  for (size_t i = 0; i < articles.size(); ++i) {
    records.push_back(record(fmt::format("{}", i), text_of(articles[i])));
    for (size_t kind = 0; kind < std::size(kReprints); ++kind) {
      const Lines lines = kReprints[kind].make(articles[i], articles[(i + 7) % articles.size()]);
      records.push_back(record(fmt::format("{}-{}", i, kind), text_of(lines), "",
                               fmt::format("outlet {}", kind)));
    }
  }
  std::shuffle(records.begin(), records.end(), std::mt19937(4));
  ASSERT_TRUE((*ArchiveWriter::open(path()))->add(records).has_value());

  const size_t each = std::size(kReprints) + 1;
  const auto [precision, recall] = score_pairs(groups(), articles.size() * each * (each - 1) / 2);
  fmt::print("{} articles: precision {:.3f}, recall {:.3f}\n", records.size(), precision, recall);
  EXPECT_GE(precision, 0.95);
  EXPECT_GE(recall, 0.95);
}

TEST_F(Echoes, TheOrderAndTheTransactionsDoNotMatter) {
  const std::vector<Lines> articles = originals();
  std::vector<Record> records;
  for (size_t i = 0; i < 6; ++i) {
    for (size_t kind = 0; kind < 4; ++kind) {
      records.push_back(record(fmt::format("{}-{}", i, kind),
                               text_of(kReprints[kind].make(articles[i], articles[i + 7])), "",
                               fmt::format("outlet {}", kind)));
    }
  }
  (*ArchiveWriter::open(path()))->add(records);
  const auto expected = groups();
  EXPECT_EQ(expected.size(), 6u);
  for (unsigned seed = 0; seed < 3; ++seed) {
    std::filesystem::remove(path());
    std::shuffle(records.begin(), records.end(), std::mt19937(seed));
    for (size_t begin = 0; begin < records.size(); begin += 6) {
      const auto writer = *ArchiveWriter::open(path());  // each time from the disk
      writer->add(std::span(records).subspan(begin, 6));
    }
    EXPECT_EQ(groups(), expected);
  }
}

TEST_F(Echoes, AnEarlierFetchKeepsItsPlace) {
  const std::string text = text_of(originals()[0]);
  const auto writer = *ArchiveWriter::open(path());
  const std::vector<Record> records = {record("late", text, "2031-05-03", "x"),
                                       record("other", text, "2031-05-02", "y"),
                                       record("early", text, "2031-05-01", "x")};
  for (const Record& one : records) ASSERT_TRUE(writer->add({&one, 1}).has_value());
  const auto stories = *(*Archive::open(path()))->stories({});
  ASSERT_EQ(stories.size(), 1u);
  ASSERT_EQ(stories[0].tellings.size(), 2u);
  EXPECT_EQ(stories[0].tellings[0].article, "early");
  EXPECT_EQ(stories[0].origin, "x");
  EXPECT_EQ(stories[0].outlets, 2u);
}

TEST_F(Echoes, TellsWhatSeveralQuote) {
  const std::string words =
      "الجولة المقبلة من المحادثات ستعقد في ميناء سيراف بعد عطلة العيد بحضور الوفدين "
      "والوسطاء كما اتفق عليه";
  const std::vector<Record> records = {made_record({.id = "a", .words = words, .publisher = "x"}),
                                       made_record({.id = "b", .words = words, .publisher = "y"})};
  (*ArchiveWriter::open(path()))->add(records);
  const auto stories = *(*Archive::open(path()))->stories({});
  ASSERT_EQ(stories.size(), 1u);
  ASSERT_EQ(stories[0].sayings.size(), 1u);
  EXPECT_EQ(stories[0].sayings[0].tellings, 2u);
  EXPECT_EQ(stories[0].sayings[0].words, words);
}

TEST_F(Echoes, AnArchiveOfTheFirstVersionIsBroughtUpToDate) {
  const std::string text = text_of(originals()[0]);
  const std::vector<Record> records = {record("a", text, "", "x"), record("b", text, "", "y")};
  (*ArchiveWriter::open(path()))->add(records);
  (*Database::open(path(), Database::Mode::kWrite, {}))
      ->execute(
          "DROP TABLE fingerprints; DROP TABLE echoes; DROP TABLE fetched; DROP TABLE "
          "talk_parties; DROP INDEX "
          "actors_by_hash; ALTER TABLE actors DROP COLUMN hash; CREATE INDEX actors_by_name ON "
          "actors (name); PRAGMA user_version = 1");
  EXPECT_NE(Archive::open(path()).error().message.find("of version 1"), std::string::npos);
  ASSERT_TRUE((*ArchiveWriter::open(path()))->add({}).has_value());
  EXPECT_EQ(groups(), (std::set<std::set<std::string>>{{"a", "b"}}));
}

}  // namespace
}  // namespace musnad
