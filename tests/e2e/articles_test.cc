// Reads the articles of tests/articles and compares their layers with the truth, one case
// for each article and layer. What the reader is known to get wrong stands in known_failures.tsv; a
// case fails on any fault that is not listed there and on any listed one that is gone.
//
//   articles_test --list-faults > tests/articles/known_failures.tsv     after reading what changed
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <tuple>

#include "e2e/expected_article.h"
#include "e2e/faults.h"
#include "lexicon/table.h"
#include "musnad/reader.h"

namespace musnad {
namespace {

constexpr char kKnownFailures[] = "known_failures.tsv";
constexpr char kHeader[] =
    "# What the reader gets wrong of the articles in this folder. Used by the end-to-end tests, "
    "which fail\n"
    "# where this list is not exact; written by `articles_test --list-faults`, to be read before "
    "it is kept.\n"
    "# entry: the words of the cue, time or event and the code point where they begin; fault: "
    "missed, "
    "extra or the\n"
    "# field that is wrong.\n"
    "article\tlayer\tentry\tfault\n";

struct Layer {
  const char* name;
  std::vector<Fault> (*faults)(const ExpectedArticle&, const Record&);
};
constexpr Layer kLayers[] = {{"statements", statement_faults},
                             {"times", time_faults},
                             {"events", event_faults},
                             {"talks", talks_faults}};

void PrintTo(const Layer& layer, std::ostream* out) { *out << layer.name; }  // for GoogleTest

std::string listed_as(const std::string& article, const Layer& layer, const Fault& fault) {
  return fmt::format("{}\t{}\t{}\t{}", article, layer.name, fault.entry, fault.what);
}

Expected<std::vector<Fault>> find_faults(const Reader& reader, const std::string& article,
                                         const Layer& layer) {
  const Expected<ExpectedArticle> expected = load_expected(article);
  if (!expected) return tl::unexpected(expected.error());
  const Expected<Record> record = reader.read(expected->article);
  if (!record) return tl::unexpected(record.error());
  return layer.faults(*expected, *record);
}

// The rows of known_failures.tsv that belong to a layer of an article.
std::multiset<std::string> known_faults(const std::string& article, const Layer& layer) {
  const std::string table = article_file(kKnownFailures);
  std::multiset<std::string> rows;
  for (const std::string_view row : split(table, '\n')) {
    if (row.starts_with(fmt::format("{}\t{}\t", article, layer.name))) rows.emplace(row);
  }
  return rows;
}

bool holds_layer(const ExpectedArticle& article, std::string_view layer) {
  return std::find(article.layers.begin(), article.layers.end(), layer) != article.layers.end();
}

// Every article with every layer that its table holds.
std::vector<std::tuple<std::string, Layer>> cases() {
  std::vector<std::tuple<std::string, Layer>> all;
  for (const std::string& article : article_names()) {
    const Expected<ExpectedArticle> expected = load_expected(article);
    for (const Layer& layer : kLayers) {
      // A table that cannot be read fails its cases, whatever their layer.
      if (!expected || holds_layer(*expected, layer.name)) all.emplace_back(article, layer);
    }
  }
  return all;
}

class Articles : public testing::TestWithParam<std::tuple<std::string, Layer>> {};

TEST_P(Articles, ReadAsExpected) {
  const auto& [article, layer] = GetParam();
  const auto reader = Reader::create();
  ASSERT_TRUE(reader) << reader.error().message;
  const auto faults = find_faults(**reader, article, layer);
  ASSERT_TRUE(faults) << faults.error().message;
  std::multiset<std::string> known = known_faults(article, layer);
  for (const Fault& fault : *faults) {
    const std::string row = listed_as(article, layer, fault);
    if (const auto listed = known.find(row); listed != known.end()) {
      known.erase(listed);
    } else {
      ADD_FAILURE() << "new: " << row << "\n  " << fault.detail;
    }
  }
  for (const std::string& row : known) ADD_FAILURE() << "mended, take it from the list: " << row;
}

INSTANTIATE_TEST_SUITE_P(, Articles, testing::ValuesIn(cases()), [](const auto& info) {
  return fmt::format("{}_{}", std::get<0>(info.param), std::get<1>(info.param).name);
});

int list_faults() {
  const auto reader = Reader::create();
  if (!reader) {
    std::fprintf(stderr, "%s\n", reader.error().message.c_str());
    return 1;
  }
  std::fputs(kHeader, stdout);
  for (const auto& [article, layer] : cases()) {
    const auto faults = find_faults(**reader, article, layer);
    if (!faults) {
      std::fprintf(stderr, "%s\n", faults.error().message.c_str());
      return 1;
    }
    for (const Fault& fault : *faults) std::puts(listed_as(article, layer, fault).c_str());
  }
  return 0;
}

}  // namespace
}  // namespace musnad

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc == 2 && std::string_view(argv[1]) == "--list-faults") return musnad::list_faults();
  return RUN_ALL_TESTS();
}
