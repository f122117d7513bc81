// What the comparisons of all layers share: pairing entries, comparing fields, collecting faults.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "e2e/expected_article.h"
#include "e2e/faults.h"
#include "musnad/record.h"

namespace musnad {

// How many tokens two sets share; twice that by the size of both, 0 where both are empty.
size_t shared(const TokenSet& a, const TokenSet& b);
double overlap(const TokenSet& a, const TokenSet& b);

// An expected entry and one of the record that may be meant for it.
struct Pair {
  double likeness;
  size_t expected, got;
};

// Pairs each expected entry with at most one of the record, likest first; the rest is missed or
// extra.
template <typename Compare, typename Missed, typename Extra>
void match(std::vector<Pair> pairs, size_t expected, size_t got, Compare compare, Missed missed,
           Extra extra) {
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
  std::vector<bool> used_expected(expected), used_got(got);
  for (const Pair& pair : pairs) {
    if (used_expected[pair.expected] || used_got[pair.got]) continue;
    used_expected[pair.expected] = used_got[pair.got] = true;
    compare(pair.expected, pair.got);
  }
  for (size_t i = 0; i < expected; ++i) {
    if (!used_expected[i]) missed(i);
  }
  for (size_t j = 0; j < got; ++j) {
    if (!used_got[j]) extra(j);
  }
}

// Compares an article with its record; both must outlive it.
class Comparison {
 public:
  Comparison(const ExpectedArticle& expected, const Record& record)
      : expected_(expected), record_(record) {}

 protected:
  void expect_words(const std::string& entry, std::string_view what, const TokenSet& expected,
                    const TokenSet& got);
  void expect_text(const std::string& entry, std::string_view what, std::string_view expected,
                   std::string_view got);
  // An expected name of "" is nobody.
  void expect_actor(const std::string& entry, std::string_view what, const std::string& expected,
                    std::optional<ActorIndex> got);
  void add(const std::string& entry, std::string_view what, std::string_view expected,
           std::string_view got);

  TokenSet tokens_of(const std::optional<Span>& span) const {
    return span ? tokens_in(expected_.tokens, *span) : TokenSet();
  }
  bool is_actor(const std::string& name, ActorIndex actor) const;
  std::vector<std::string> names_of(std::optional<ActorIndex> actor) const;
  std::string entry_at(Span span) const;  // words@code point
  std::string words(const TokenSet& set) const;

  const ExpectedArticle& expected_;
  const Record& record_;
  std::vector<Fault> faults_;
};

}  // namespace musnad
