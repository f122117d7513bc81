#include "e2e/faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>

#include "e2e/same_name.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

size_t shared(const TokenSet& a, const TokenSet& b) {
  TokenSet both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

double overlap(const TokenSet& a, const TokenSet& b) {
  return a.empty() && b.empty() ? 0.0 : 2.0 * shared(a, b) / (a.size() + b.size());
}

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

// Compares one article with its record and collects the faults.
class Comparison {
 public:
  Comparison(const ExpectedArticle& expected, const Record& record)
      : expected_(expected), record_(record) {}

  std::vector<Fault> statements();
  std::vector<Fault> times();
  std::vector<Fault> events();

 private:
  std::vector<Pair> alike_statements() const;
  void compare(const ExpectedStatement& expected, const StatementRecord& got);
  void compare(const ExpectedEvent& expected, const EventRecord& got);
  TokenSet words_of(const EventRecord& got) const;
  void compare_relays(const ExpectedStatement& expected, const StatementRecord& got);

  void expect_words(const std::string& entry, std::string_view what, const TokenSet& expected,
                    const TokenSet& got) {
    if (expected != got) add(entry, what, words(expected), words(got));
  }
  void expect_text(const std::string& entry, std::string_view what, std::string_view expected,
                   std::string_view got) {
    if (expected != got) add(entry, what, expected, got);
  }
  void add(const std::string& entry, std::string_view what, std::string_view expected,
           std::string_view got) {
    faults_.push_back(
        {entry, std::string(what), fmt::format("expected \"{}\", got \"{}\"", expected, got)});
  }

  TokenSet cue_of(const StatementRecord& got) const {
    return got.cue ? tokens_in(expected_.tokens, *got.cue) : TokenSet();
  }
  TokenSet content_of(const StatementRecord& got) const;
  std::vector<std::string> names_of(std::optional<ActorIndex> actor) const;
  std::string text_at(Span span) const;
  std::string words(const TokenSet& set) const;

  const ExpectedArticle& expected_;
  const Record& record_;
  std::vector<Fault> faults_;
};

std::vector<Fault> Comparison::statements() {
  match(
      alike_statements(), expected_.statements.size(), record_.statements.size(),
      [&](size_t i, size_t j) { compare(expected_.statements[i], record_.statements[j]); },
      [&](size_t i) {
        add(expected_.statements[i].id, "missed", expected_.statements[i].speaker, "");
      },
      [&](size_t j) {
        const StatementRecord& got = record_.statements[j];
        const Span span = got.cue ? *got.cue : got.content.empty() ? Span() : got.content[0].span;
        add(fmt::format("{}@{}", text_at(span), span.begin), "extra", "", words(content_of(got)));
      });
  return std::move(faults_);
}

std::vector<Pair> Comparison::alike_statements() const {
  std::vector<Pair> pairs;
  for (size_t i = 0; i < expected_.statements.size(); ++i) {
    const TokenSet cue = tokens_in(expected_.tokens, expected_.statements[i].cue);
    for (size_t j = 0; j < record_.statements.size(); ++j) {
      const TokenSet got = cue_of(record_.statements[j]);
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

void Comparison::compare(const ExpectedStatement& expected, const StatementRecord& got) {
  const std::string& id = expected.id;
  expect_words(id, "cue", tokens_in(expected_.tokens, expected.cue), cue_of(got));
  expect_words(id, "source", expected.source,
               got.source ? tokens_in(expected_.tokens, *got.source) : TokenSet());
  expect_words(id, "content", expected.content, content_of(got));
  expect_text(id, "act", expected.act, name_of(got.act));
  expect_text(id, "kind", expected.kind, name_of(got.kind));
  expect_text(id, "polarity", expected.polarity, name_of(got.polarity));
  expect_text(id, "nested", expected.nested ? "yes" : "no", got.nested_in ? "yes" : "no");
  const std::vector<std::string> names = names_of(got.speaker);
  if (std::none_of(names.begin(), names.end(),
                   [&](const std::string& name) { return same_name(expected.speaker, name); })) {
    add(id, "speaker", expected.speaker, fmt::format("{}", fmt::join(names, "|")));
  }
  compare_relays(expected, got);
}

void Comparison::compare_relays(const ExpectedStatement& expected, const StatementRecord& got) {
  std::vector<std::string> names;
  for (const ActorIndex relay : got.via) names.push_back(record_.actors.at(relay).name);
  if (!std::equal(names.begin(), names.end(), expected.via.begin(), expected.via.end(),
                  same_name)) {
    add(expected.id, "via", fmt::format("{}", fmt::join(expected.via, "|")),
        fmt::format("{}", fmt::join(names, "|")));
  }
}

std::vector<Fault> Comparison::times() {
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
        add(fmt::format("{}@{}", text_at(got.span), got.span.begin), "extra", "", got.value);
      });
  return std::move(faults_);
}

std::vector<Fault> Comparison::events() {
  if (!expected_.tells_events) return {};
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
        add(fmt::format("{}@{}", text_at(got.anchor), got.anchor.begin), "extra", "",
            name_of(got.type));
      });
  return std::move(faults_);
}

void Comparison::compare(const ExpectedEvent& expected, const EventRecord& got) {
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
TokenSet Comparison::words_of(const EventRecord& got) const {
  TokenSet set = tokens_in(expected_.tokens, got.anchor);
  for (const Span mention : got.mentions) {
    for (const TokenIndex t : tokens_in(expected_.tokens, mention)) set.push_back(t);
  }
  std::sort(set.begin(), set.end());
  return set;
}

TokenSet Comparison::content_of(const StatementRecord& got) const {
  TokenSet set;
  for (const StatementRecord::Content& content : got.content) {
    for (const TokenIndex t : tokens_in(expected_.tokens, content.span)) set.push_back(t);
  }
  std::sort(set.begin(), set.end());
  return set;
}

std::vector<std::string> Comparison::names_of(std::optional<ActorIndex> actor) const {
  if (!actor) return {};
  std::vector<std::string> names = record_.actors.at(*actor).aliases;
  names.insert(names.begin(), record_.actors.at(*actor).name);
  return names;
}

std::string Comparison::text_at(Span span) const {
  return words(tokens_in(expected_.tokens, span));
}

std::string Comparison::words(const TokenSet& set) const {
  std::string out;
  for (const TokenIndex t : set) {
    const Token& token = expected_.tokens[t];
    if (!out.empty()) out += ' ';
    out.append(expected_.article.text, token.byte_begin, token.byte_end - token.byte_begin);
  }
  return out;
}

}  // namespace

std::vector<Fault> statement_faults(const ExpectedArticle& expected, const Record& record) {
  return Comparison(expected, record).statements();
}

std::vector<Fault> time_faults(const ExpectedArticle& expected, const Record& record) {
  return Comparison(expected, record).times();
}

std::vector<Fault> event_faults(const ExpectedArticle& expected, const Record& record) {
  return Comparison(expected, record).events();
}

}  // namespace musnad
