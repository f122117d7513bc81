// The words that the indexes hold of a text, and where they stand in it.
#include <gtest/gtest.h>

#include "archive/connection.h"

namespace musnad {
namespace {

// A full-text table in memory, one row for each text, and the rows that a query finds.
class Tokenizer : public testing::Test {
 protected:
  Tokenizer() : connection_(*Connection::open(":memory:", Database::Mode::kCreate, {})) {
    database().execute("CREATE VIRTUAL TABLE t USING fts5(words, tokenize = 'musnad')");
  }

  Database& database() { return connection_->database(); }

  bool finds(std::string_view query, std::string_view text) {
    database().execute("DELETE FROM t");
    database()
        .prepare("INSERT INTO t VALUES (?1)")
        .run(connection_->terms().index_words(text).terms);
    const bool found = database().prepare("SELECT 1 FROM t WHERE t MATCH ?1").bind(query).step();
    EXPECT_TRUE(database().ok()) << database().error().message;
    return found;
  }

 private:
  std::unique_ptr<Connection> connection_;
};

TEST_F(Tokenizer, FoldsSpellings) {
  EXPECT_TRUE(finds("\"الامارات\"", "الإمـارات"));
  EXPECT_TRUE(finds("\"مُؤتمر\"", "مؤتمر"));
  EXPECT_TRUE(finds("\"٢٠١٥\"", "2015"));
  EXPECT_TRUE(finds("\"reuters\"", "Reuters"));
  EXPECT_FALSE(finds("\"مؤتمر\"", "مؤامرة"));
}

TEST_F(Tokenizer, TakesCliticsOff) {
  EXPECT_TRUE(finds("\"محادثات\"", "وللمحادثات أهمية"));
  EXPECT_TRUE(finds("\"بالمفاوضات\"", "بدأت مفاوضاتهم"));
}

TEST_F(Tokenizer, KnowsLemmas) {
  EXPECT_TRUE(finds("\"وزير\"", "اجتمع الوزراء"));
  EXPECT_TRUE(finds("\"يقول\"", "قالت المصادر"));
}

TEST_F(Tokenizer, FindsByPrefixAndPhrase) {
  EXPECT_TRUE(finds("\"مفاو\" *", "بدء المفاوضات"));
  EXPECT_TRUE(finds("\"المفاو\" *", "وبمفاوضات"));
  EXPECT_FALSE(finds("\"مفاو\" *", "بدء المحادثات"));
  EXPECT_TRUE(finds("\"وقف إطلاق النار\"", "بعد وقف لإطلاق النار، أعلن"));
  EXPECT_FALSE(finds("\"وقف النار\"", "وقف إطلاق النار"));
}

}  // namespace
}  // namespace musnad
