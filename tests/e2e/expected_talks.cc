#include "e2e/expected_talks.h"

#include <fmt/format.h>

namespace musnad {
namespace {

std::string known(std::string_view cell) { return cell == "-" ? "" : std::string(cell); }

// The first occurrence of words in the text.
Expected<ExpectedSpan> span_of(std::string_view words, const Document& document) {
  const std::optional<TokenRange> found = SpanFinder(document).after(words, 0);
  if (!found) return fail(fmt::format("no words {}", words));
  return ExpectedSpan{fmt::format("{}@{}", words, document.tokens[found->begin].begin), *found};
}

Expected<ExpectedTalks> talks_of(const Cells& row, const Document& document) {
  ExpectedTalks talks{.parties = items(row[1], "|"),
                      .mediators = items(row[2], "|"),
                      .status = std::string(row[3])};
  for (const std::string& words : items(row[4], " ¦ ")) {
    Expected<ExpectedSpan> topic = span_of(words, document);
    if (!topic) return tl::unexpected(topic.error());
    talks.topic.push_back(std::move(*topic));
  }
  return talks;
}

Expected<ExpectedTeam> team_of(const Cells& row, const Document& document) {
  ExpectedTeam team{.party = std::string(row[1]),
                    .status = std::string(row[2]),
                    .head = known(row[3]),
                    .members = items(row[4], "|"),
                    .named_by = known(row[5])};
  if (row[6] == "-") return team;
  Expected<ExpectedSpan> waits_for = span_of(row[6], document);
  if (!waits_for) return tl::unexpected(waits_for.error());
  team.waits_for = std::move(*waits_for);
  return team;
}

size_t columns_of(std::string_view kind) {
  if (kind == "talks") return 5;
  if (kind == "team") return 7;
  if (kind == "contact") return 4;
  if (kind == "issue" || kind == "position") return 3;
  return kind == "open" ? 2 : 0;
}

// Reads a row that belongs to the last of `talks`.
Expected<void> read_entry(const Cells& row, const Document& document, ExpectedTalks& talks) {
  if (row[0] == "team") {
    Expected<ExpectedTeam> team = team_of(row, document);
    if (!team) return tl::unexpected(team.error());
    talks.teams.push_back(std::move(*team));
    return {};
  }
  if (row[0] == "contact") {
    talks.contacts.push_back({std::string(row[1]), items(row[2], "|"), std::string(row[3])});
    return {};
  }
  Expected<ExpectedSpan> span = span_of(row[row[0] == "position" ? 2 : 1], document);
  if (!span) return tl::unexpected(span.error());
  if (row[0] == "issue") talks.agenda.push_back({std::move(*span), known(row[2])});
  if (row[0] == "position") talks.positions.push_back({std::string(row[1]), std::move(*span)});
  if (row[0] == "open") talks.open.push_back(std::move(*span));
  return {};
}

}  // namespace

Expected<bool> read_talks_row(const Cells& row, const Document& document,
                              std::vector<ExpectedTalks>& talks) {
  const size_t columns = columns_of(row[0]);
  if (columns == 0) return false;
  if (row.size() != columns) {
    return fail(fmt::format("a row {} has {} columns, not {}", row[0], columns, row.size()));
  }
  if (row[0] == "talks") {
    Expected<ExpectedTalks> dossier = talks_of(row, document);
    if (!dossier) return tl::unexpected(dossier.error());
    talks.push_back(std::move(*dossier));
    return true;
  }
  if (talks.empty()) return fail(fmt::format("a row {} stands below a row talks", row[0]));
  Expected<void> read = read_entry(row, document, talks.back());
  if (!read) return tl::unexpected(read.error());
  return true;
}

}  // namespace musnad
