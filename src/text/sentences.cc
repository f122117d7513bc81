// Sentences: lines cut at full stops, question and exclamation marks. Two dots are a pause sign of
// newspapers and cut nothing.
#include "text/text.h"
#include "text/utf8.h"

namespace musnad {
namespace {

bool is_closing(const Token& token) {
  if (token.mark == ')' || token.mark == ']' || token.mark == '}') return true;
  return is_quotation_mark(token.mark) && !token.space_before;
}

// Whether the full stop at `t` belongs to its word: an initial (م.), a list number, ا.ف.ب, 3.5.
bool is_abbreviating(const Document& document, TokenIndex t, TokenIndex sentence_begin) {
  const std::vector<Token>& tokens = document.tokens;
  if (t == sentence_begin || tokens[t].mark != '.') return false;
  const Token& before = tokens[t - 1];
  const bool glued = t + 1 < tokens.size() && !tokens[t + 1].space_before &&
                     tokens[t + 1].kind != TokenKind::kPunctuation;
  if (tokens[t].space_before) return false;
  if (before.kind == TokenKind::kNumber) return glued || t - 1 == sentence_begin;
  if (before.kind == TokenKind::kWord && before.end - before.begin == 1) return true;
  if (glued && before.end - before.begin <= 3 && tokens[t + 1].end - tokens[t + 1].begin <= 3) {
    return true;
  }
  return is_within_address(document, t);
}

}  // namespace

bool is_within_address(const Document& document, TokenIndex t) {
  const std::vector<Token>& tokens = document.tokens;
  const auto is_latin = [&](TokenIndex word) {
    const std::string_view text = document.token_text(word);
    return tokens[word].kind == TokenKind::kWord && static_cast<unsigned char>(text.front()) < 0x80;
  };
  return t > 0 && t + 1 < tokens.size() && tokens[t].mark == '.' && !tokens[t].space_before &&
         !tokens[t + 1].space_before && !tokens[t + 1].line_begin && is_latin(t - 1) &&
         is_latin(t + 1);
}

void find_sentences(Document& document) {
  const std::vector<Token>& tokens = document.tokens;
  uint32_t paragraph = 0;
  TokenIndex begin = 0;
  for (TokenIndex t = 0; t < tokens.size(); ++t) {
    TokenIndex end = t + 1;
    const bool last_of_line = end == tokens.size() || tokens[end].line_begin;
    if (!last_of_line) {
      if (!is_stop_mark(tokens[t].mark) || is_abbreviating(document, t, begin)) continue;
      while (end < tokens.size() && !tokens[end].line_begin &&
             (is_stop_mark(tokens[end].mark) || is_closing(tokens[end]))) {
        ++end;
      }
      const bool pause = end - t == 2 && tokens[t].mark == '.' && tokens[t + 1].mark == '.';
      if (pause && !(end == tokens.size() || tokens[end].line_begin)) {
        t = end - 1;
        continue;
      }
    }
    document.sentences.push_back({{begin, end}, paragraph});
    if (end == tokens.size() || tokens[end].line_begin) ++paragraph;
    begin = end;
    t = end - 1;
  }
}

}  // namespace musnad
