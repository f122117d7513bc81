#include "e2e/faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "e2e/comparison.h"
#include "e2e/same_name.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

// Compares the statements, times and events of one article.
class LayerComparison : public Comparison {
 public:
  using Comparison::Comparison;

  std::vector<Fault> statements();
  std::vector<Fault> times();
  std::vector<Fault> events();

 private:
  std::vector<Pair> alike_statements() const;
  void compare(const ExpectedStatement& expected, const StatementRecord& got);
  void compare(const ExpectedEvent& expected, const EventRecord& got);
  TokenSet words_of(const EventRecord& got) const;
  void compare_relays(const ExpectedStatement& expected, const StatementRecord& got);
  TokenSet content_of(const StatementRecord& got) const;
};

std::vector<Fault> LayerComparison::statements() {
  match(
      alike_statements(), expected_.statements.size(), record_.statements.size(),
      [&](size_t i, size_t j) { compare(expected_.statements[i], record_.statements[j]); },
      [&](size_t i) {
        add(expected_.statements[i].id, "missed", expected_.statements[i].speaker, "");
      },
      [&](size_t j) {
        const StatementRecord& got = record_.statements[j];
        const Span span = got.cue ? *got.cue : got.content.empty() ? Span() : got.content[0].span;
        add(entry_at(span), "extra", "", words(content_of(got)));
      });
  return std::move(faults_);
}

std::vector<Pair> LayerComparison::alike_statements() const {
  std::vector<Pair> pairs;
  for (size_t i = 0; i < expected_.statements.size(); ++i) {
    const TokenSet cue = tokens_in(expected_.tokens, expected_.statements[i].cue);
    for (size_t j = 0; j < record_.statements.size(); ++j) {
      const TokenSet got = tokens_of(record_.statements[j].cue);
      const double alike =
          overlap(expected_.statements[i].content, content_of(record_.statements[j]));
      const bool same_cue = shared(cue, got) > 0;
      if (same_cue || (cue.empty() && got.empty() && alike >= 0.5)) {
        pairs.push_back({(same_cue ? 2 : 0) + alike, i, j});
      }
    }
  }
  return pairs;
}

void LayerComparison::compare(const ExpectedStatement& expected, const StatementRecord& got) {
  const std::string& id = expected.id;
  expect_words(id, "cue", tokens_in(expected_.tokens, expected.cue), tokens_of(got.cue));
  expect_words(id, "source", expected.source, tokens_of(got.source));
  expect_words(id, "content", expected.content, content_of(got));
  expect_text(id, "act", expected.act, name_of(got.act));
  expect_text(id, "kind", expected.kind, name_of(got.kind));
  expect_text(id, "polarity", expected.polarity, name_of(got.polarity));
  expect_text(id, "nested", expected.nested ? "yes" : "no", got.nested_in ? "yes" : "no");
  if (!got.speaker || !is_actor(expected.speaker, *got.speaker)) {
    add(id, "speaker", expected.speaker, fmt::format("{}", fmt::join(names_of(got.speaker), "|")));
  }
  compare_relays(expected, got);
}

void LayerComparison::compare_relays(const ExpectedStatement& expected,
                                     const StatementRecord& got) {
  std::vector<std::string> names;
  for (const ActorIndex relay : got.via) names.push_back(record_.actors.at(relay).name);
  if (!std::equal(names.begin(), names.end(), expected.via.begin(), expected.via.end(),
                  same_name)) {
    add(expected.id, "via", fmt::format("{}", fmt::join(expected.via, "|")),
        fmt::format("{}", fmt::join(names, "|")));
  }
}

std::vector<Fault> LayerComparison::times() {
  expect_text("article", "published", expected_.published, record_.published);
  std::vector<Pair> pairs;
  for (size_t i = 0; i < expected_.times.size(); ++i) {
    const TokenSet words = tokens_in(expected_.tokens, expected_.times[i].tokens);
    for (size_t j = 0; j < record_.times.size(); ++j) {
      const double alike = overlap(words, tokens_in(expected_.tokens, record_.times[j].span));
      if (alike > 0) pairs.push_back({alike, i, j});
    }
  }
  match(
      pairs, expected_.times.size(), record_.times.size(),
      [&](size_t i, size_t j) {
        const ExpectedTime& expected = expected_.times[i];
        const TimeRecord& got = record_.times[j];
        expect_words(expected.id, "span", tokens_in(expected_.tokens, expected.tokens),
                     tokens_in(expected_.tokens, got.span));
        expect_text(expected.id, "type", expected.type, name_of(got.type));
        expect_text(expected.id, "value", expected.value, got.value);
      },
      [&](size_t i) { add(expected_.times[i].id, "missed", expected_.times[i].value, ""); },
      [&](size_t j) {
        const TimeRecord& got = record_.times[j];
        add(entry_at(got.span), "extra", "", got.value);
      });
  return std::move(faults_);
}

std::vector<Fault> LayerComparison::events() {
  std::vector<Pair> pairs;
  for (size_t i = 0; i < expected_.events.size(); ++i) {
    const TokenSet anchor = tokens_in(expected_.tokens, expected_.events[i].anchor);
    for (size_t j = 0; j < record_.events.size(); ++j) {
      const EventRecord& got = record_.events[j];
      if (expected_.events[i].type != name_of(got.type) || shared(anchor, words_of(got)) == 0)
        continue;
      const bool same_anchor = shared(anchor, tokens_in(expected_.tokens, got.anchor)) > 0;
      pairs.push_back({same_anchor ? 2.0 : 1.0, i, j});
    }
  }
  match(
      pairs, expected_.events.size(), record_.events.size(),
      [&](size_t i, size_t j) { compare(expected_.events[i], record_.events[j]); },
      [&](size_t i) { add(expected_.events[i].id, "missed", expected_.events[i].type, ""); },
      [&](size_t j) {
        const EventRecord& got = record_.events[j];
        add(entry_at(got.anchor), "extra", "", name_of(got.type));
      });
  return std::move(faults_);
}

void LayerComparison::compare(const ExpectedEvent& expected, const EventRecord& got) {
  expect_text(expected.id, "status", expected.status, name_of(got.status));
  expect_text(expected.id, "time", expected.time, got.time);
  std::vector<std::string> names;
  for (const Participant& p : got.participants) names.push_back(record_.actors.at(p.actor).name);
  const bool same = std::is_permutation(names.begin(), names.end(), expected.participants.begin(),
                                        expected.participants.end(), same_name);
  if (!same) {
    add(expected.id, "participants", fmt::format("{}", fmt::join(expected.participants, "|")),
        fmt::format("{}", fmt::join(names, "|")));
  }
}

// The words of an event's anchor and other mentions.
TokenSet LayerComparison::words_of(const EventRecord& got) const {
  TokenSet set = tokens_in(expected_.tokens, got.anchor);
  for (const Span mention : got.mentions) {
    for (const TokenIndex t : tokens_in(expected_.tokens, mention)) set.push_back(t);
  }
  std::sort(set.begin(), set.end());
  return set;
}

TokenSet LayerComparison::content_of(const StatementRecord& got) const {
  TokenSet set;
  for (const StatementRecord::Content& content : got.content) {
    for (const TokenIndex t : tokens_in(expected_.tokens, content.span)) set.push_back(t);
  }
  std::sort(set.begin(), set.end());
  return set;
}

}  // namespace

std::vector<Fault> statement_faults(const ExpectedArticle& expected, const Record& record) {
  return LayerComparison(expected, record).statements();
}

std::vector<Fault> time_faults(const ExpectedArticle& expected, const Record& record) {
  return LayerComparison(expected, record).times();
}

std::vector<Fault> event_faults(const ExpectedArticle& expected, const Record& record) {
  return LayerComparison(expected, record).events();
}

}  // namespace musnad
