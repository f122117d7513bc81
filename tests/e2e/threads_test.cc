// One Reader in many threads: every thread gets the records that one alone gets, whatever it read
// before. Runs under the thread sanitizer too.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "e2e/expected_article.h"
#include "formats/record_json.h"
#include "musnad/reader.h"

namespace musnad {
namespace {

constexpr size_t kThreads = 8;

std::vector<Article> articles() {
  std::vector<Article> out;
  for (const std::string& name : article_names()) {
    out.push_back({.id = name, .text = article_file(name + ".txt"), .crawled = "2025-06-01"});
  }
  return out;
}

std::string read(const Reader& reader, const Article& article) {
  const Expected<Record> record = reader.read(article);
  return record ? render_json(*record) : record.error().message;
}

TEST(Threads, ReadTheSameRecords) {
  const std::vector<Article> all = articles();
  const auto alone = Reader::create(), shared = Reader::create();
  ASSERT_TRUE(alone && shared);
  std::vector<std::string> expected;
  for (const Article& article : all) expected.push_back(read(**alone, article));

  std::vector<std::vector<std::string>> got(kThreads, std::vector<std::string>(all.size()));
  std::vector<std::thread> threads;
  for (size_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < all.size(); ++i) {
        const size_t own =
            (i + t * all.size() / kThreads) % all.size();  // each in an order of its own
        got[t][own] = read(**shared, all[own]);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (size_t t = 0; t < kThreads; ++t) EXPECT_EQ(got[t], expected) << "thread " << t;
}

TEST(Threads, NothingIsKeptBetweenArticles) {
  const std::vector<Article> all = articles();
  const auto reader = Reader::create();
  ASSERT_TRUE(reader);
  for (const Article& article : all) {
    const auto fresh = Reader::create();
    EXPECT_EQ(read(**reader, article), read(**fresh, article)) << article.id;
  }
}

}  // namespace
}  // namespace musnad
