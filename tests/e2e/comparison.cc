#include "e2e/comparison.h"

#include <fmt/format.h>

#include <iterator>

#include "e2e/same_name.h"

namespace musnad {

size_t shared(const TokenSet& a, const TokenSet& b) {
  TokenSet both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

double overlap(const TokenSet& a, const TokenSet& b) {
  return a.empty() && b.empty() ? 0.0 : 2.0 * shared(a, b) / (a.size() + b.size());
}

void Comparison::expect_words(const std::string& entry, std::string_view what,
                              const TokenSet& expected, const TokenSet& got) {
  if (expected != got) add(entry, what, words(expected), words(got));
}

void Comparison::expect_text(const std::string& entry, std::string_view what,
                             std::string_view expected, std::string_view got) {
  if (expected != got) add(entry, what, expected, got);
}

void Comparison::expect_actor(const std::string& entry, std::string_view what,
                              const std::string& expected, std::optional<ActorIndex> got) {
  if (got ? !is_actor(expected, *got) : !expected.empty()) {
    add(entry, what, expected, fmt::format("{}", fmt::join(names_of(got), "|")));
  }
}

void Comparison::add(const std::string& entry, std::string_view what, std::string_view expected,
                     std::string_view got) {
  faults_.push_back(
      {entry, std::string(what), fmt::format("expected \"{}\", got \"{}\"", expected, got)});
}

bool Comparison::is_actor(const std::string& name, ActorIndex actor) const {
  const std::vector<std::string> names = names_of(actor);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& other) { return same_name(name, other); });
}

std::vector<std::string> Comparison::names_of(std::optional<ActorIndex> actor) const {
  if (!actor) return {};
  std::vector<std::string> names = record_.actors.at(*actor).aliases;
  names.insert(names.begin(), record_.actors.at(*actor).name);
  return names;
}

std::string Comparison::entry_at(Span span) const {
  return fmt::format("{}@{}", words(tokens_in(expected_.tokens, span)), span.begin);
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

}  // namespace musnad
