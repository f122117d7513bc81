#include "e2e/expected_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "e2e/span_finder.h"
#include "lexicon/table.h"
#include "text/text.h"

namespace musnad {
namespace {

std::string row_id(std::string_view words, const Document& document, TokenRange range) {
  return fmt::format("{}@{}", words, document.tokens[range.begin].begin);
}

void add(TokenSet& set, const Document& document, TokenRange range) {
  for (const TokenIndex t : tokens_in(document.tokens, range)) set.push_back(t);
}

// Lays a row on the text, behind token `from`.
Expected<ExpectedStatement> read_statement(const Cells& row, const Document& document,
                                           TokenIndex from) {
  if (row.size() != 10) return fail(fmt::format("a statement has 10 columns, not {}", row.size()));
  const SpanFinder finder(document);
  const std::optional<TokenRange> cue = finder.after(row[1], from);
  if (!cue) return fail(fmt::format("no cue {} behind the one before", row[1]));
  ExpectedStatement statement{.id = row_id(row[1], document, *cue),
                              .cue = *cue,
                              .speaker = std::string(row[2]),
                              .act = std::string(row[4]),
                              .kind = std::string(row[5]),
                              .polarity = std::string(row[6]),
                              .via = items(row[7], "|"),
                              .nested = row[8] == "yes"};
  if (row[3] != "-") {
    const std::optional<TokenRange> source = finder.nearest(row[3], *cue);
    if (!source) return fail(fmt::format("no source {}", row[3]));
    add(statement.source, document, *source);
  }
  TokenIndex behind = cue->end;
  for (const std::string& words : items(row[9], " ¦ ")) {
    std::optional<TokenRange> span = finder.after(words, behind);
    if (!span) span = finder.before(words, cue->begin);
    if (!span) return fail(fmt::format("no content {}", words));
    add(statement.content, document, *span);
    behind = span->end;
  }
  std::sort(statement.content.begin(), statement.content.end());
  return statement;
}

Expected<ExpectedTime> read_time(const Cells& row, const Document& document, TokenIndex from) {
  if (row.size() != 4) return fail(fmt::format("a time has 4 columns, not {}", row.size()));
  const std::optional<TokenRange> span = SpanFinder(document).after(row[1], from);
  if (!span) return fail(fmt::format("no time {} behind the one before", row[1]));
  return ExpectedTime{row_id(row[1], document, *span), *span, std::string(row[2]),
                      std::string(row[3])};
}

Expected<ExpectedEvent> read_event(const Cells& row, const Document& document, TokenIndex from) {
  if (row.size() != 6) return fail(fmt::format("an event has 6 columns, not {}", row.size()));
  const std::optional<TokenRange> anchor = SpanFinder(document).after(row[1], from);
  if (!anchor) return fail(fmt::format("no event {} behind the one before", row[1]));
  return ExpectedEvent{.id = row_id(row[1], document, *anchor),
                       .anchor = *anchor,
                       .type = std::string(row[2]),
                       .participants = items(row[3], "|"),
                       .status = std::string(row[4]),
                       .time = row[5] == "-" ? "" : std::string(row[5])};
}

void add_layer(ExpectedArticle& article, const std::string& layer) {
  if (std::find(article.layers.begin(), article.layers.end(), layer) == article.layers.end()) {
    article.layers.push_back(layer);
  }
}

Expected<void> read_row(const Cells& row, const Document& document, ExpectedArticle& out) {
  if (row[0] == "statement") {
    const TokenIndex from = out.statements.empty() ? 0 : out.statements.back().cue.end;
    Expected<ExpectedStatement> statement = read_statement(row, document, from);
    if (!statement) return tl::unexpected(statement.error());
    out.statements.push_back(std::move(*statement));
  } else if (row[0] == "time") {
    const TokenIndex from = out.times.empty() ? 0 : out.times.back().tokens.end;
    Expected<ExpectedTime> time = read_time(row, document, from);
    if (!time) return tl::unexpected(time.error());
    out.times.push_back(std::move(*time));
  } else if (row[0] == "event") {
    add_layer(out, "events");
    if (row.size() == 2 && row[1] == "none") return {};
    const TokenIndex from = out.events.empty() ? 0 : out.events.back().anchor.end;
    Expected<ExpectedEvent> event = read_event(row, document, from);
    if (!event) return tl::unexpected(event.error());
    out.events.push_back(std::move(*event));
  } else if (row.size() == 2 && row[0] == "published") {
    out.published = row[1] == "null" ? "" : std::string(row[1]);
  } else if (row.size() == 3 && row[0] == "given") {
    (row[1] == "crawled" ? out.article.crawled : out.article.published) = row[2];
  } else if (row.size() == 2 && row[0] == "layers") {
    out.layers = items(row[1], "|");
  } else {
    const Expected<bool> read = read_talks_row(row, document, out.talks);
    if (!read) return tl::unexpected(read.error());
    if (!*read) return fail(fmt::format("unknown row {}", row[0]));
  }
  return {};
}

}  // namespace

std::vector<std::string> article_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(ARTICLES_DIR)) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string article_file(const std::string& file) {
  std::ifstream in(fmt::format("{}/{}", ARTICLES_DIR, file), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Expected<ExpectedArticle> load_expected(const std::string& name) {
  ExpectedArticle out;
  out.layers = {"statements", "times"};
  out.article.id = name;
  out.article.text = article_file(name + ".txt");
  Document document;
  document.text = out.article.text;
  find_tokens(document);
  out.tokens = document.tokens;
  const std::string table = article_file(name + ".expected.tsv");
  int line = 0;
  for (const std::string_view row : split(table, '\n')) {
    ++line;
    if (row.empty() || row.front() == '#') continue;
    const Expected<void> read = read_row(split(row, '\t'), document, out);
    if (!read) return fail(fmt::format("{}.expected.tsv:{}: {}", name, line, read.error().message));
  }
  return out;
}

TokenSet tokens_in(const std::vector<Token>& tokens, Span span) {
  TokenSet set;
  for (TokenIndex t = 0; t < tokens.size(); ++t) {
    const bool touched = tokens[t].begin < span.end && span.begin < tokens[t].end;
    if (touched && tokens[t].kind != TokenKind::kPunctuation) set.push_back(t);
  }
  return set;
}

TokenSet tokens_in(const std::vector<Token>& tokens, TokenRange range) {
  if (range.empty()) return {};
  return tokens_in(tokens, Span{tokens[range.begin].begin, tokens[range.end - 1].end});
}

}  // namespace musnad
