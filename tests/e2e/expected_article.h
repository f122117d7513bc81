// An article of tests/articles with the truth about it: NAME.txt and NAME.expected.tsv, read and
// laid on the article's tokens. The format and the rules of where a span lies are told in
// tests/articles/README.md.
#pragma once

#include <string>
#include <vector>

#include "e2e/expected_talks.h"
#include "musnad/error.h"
#include "musnad/record.h"
#include "text/document.h"

namespace musnad {

using TokenSet = std::vector<TokenIndex>;  // ascending, without punctuation

struct ExpectedStatement {
  std::string id;  // cue@code point: names the row in lists of failures
  TokenRange cue;
  std::string speaker;
  TokenSet source;
  std::string act;
  std::string kind;
  std::string polarity;
  std::vector<std::string> via;
  bool nested = false;
  TokenSet content;
};

struct ExpectedTime {
  std::string id;
  TokenRange tokens;
  std::string type;
  std::string value;
};

struct ExpectedEvent {
  std::string id;
  TokenRange anchor;
  std::string type;
  std::vector<std::string> participants;
  std::string status;
  std::string time;  // "" for null
};

struct ExpectedArticle {
  Article article;
  std::vector<Token> tokens;
  std::string published;  // "" for null
  std::vector<ExpectedStatement> statements;
  std::vector<ExpectedTime> times;
  std::vector<ExpectedEvent> events;
  std::vector<ExpectedTalks> talks;
  std::vector<std::string> layers;  // those that the rows hold in full
};

// The names of the articles in ARTICLES_DIR, sorted.
std::vector<std::string> article_names();

// The text of a file of ARTICLES_DIR, empty where there is none.
std::string article_file(const std::string& file);

// Fails where a row names a span that the text does not have.
Expected<ExpectedArticle> load_expected(const std::string& name);

// The tokens, punctuation aside, that a span of code points touches.
TokenSet tokens_in(const std::vector<Token>& tokens, Span span);
TokenSet tokens_in(const std::vector<Token>& tokens, TokenRange range);

}  // namespace musnad
