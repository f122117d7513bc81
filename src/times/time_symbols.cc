#include "times/time_symbols.h"

#include <algorithm>

#include "morphology/word.h"

namespace musnad {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class SymbolReader {
 public:
  SymbolReader(const Document& document, TimeWords& words)
      : document_(document), lexicon_(words.lexicon()), words_(words) {
    symbols_.reserve(document.tokens.size() + 64);
  }

  std::vector<TimeSymbol> read() && {
    constexpr TokenIndex kAhead = 16;  // tokens, until memory has answered
    for (TokenIndex t = 0; t < document_.tokens.size();) {
      if (t + kAhead < document_.tokens.size()) words_.prefetch(*document_.tokens[t + kAhead].word);
      const Token& token = document_.tokens[t];
      if (token.line_begin) symbols_.push_back({.tokens = {t, t}, .mark = U'\n'});
      t += read_token(t, token);
    }
    return std::move(symbols_);
  }

 private:
  std::string_view key(TokenIndex t) const { return document_.tokens[t].word->key; }

  // Appends a symbol of token `t`. It is filled in its place: there is one for nearly each token.
  TimeSymbol& add(TokenIndex t, const Token& token) {
    TimeSymbol& symbol = symbols_.emplace_back();
    symbol.tokens = {t, t + 1};
    symbol.space_before = token.space_before;
    symbol.mark = token.mark;
    return symbol;
  }

  // Appends what begins at token `t`; returns the number of tokens taken.
  TokenIndex read_token(TokenIndex t, const Token& token) {
    if (token.kind == TokenKind::kWord) {
      if (const TimeEntry* entry = words_.find(*token.word))
        return read_entry(add(t, token), *entry);
    }
    const bool digits = token.kind != TokenKind::kPunctuation && token.word->digits;
    if (!digits || !read_digits(t, token)) add(t, token);
    return 1;
  }

  TokenIndex read_entry(TimeSymbol& symbol, const TimeEntry& entry) {
    const TokenIndex begin = symbol.tokens.begin;
    if (!entry.meanings.empty() && entry.meanings.front().definite &&
        begins_with_madda(begin)) {  // آلان is no الآن
      return 1;
    }
    for (const TimePhrase& phrase : entry.phrases) {
      if (!follows(phrase.rest, begin + 1)) continue;
      symbol.tokens.end = begin + 1 + static_cast<TokenIndex>(phrase.rest.size());
      symbol.meanings = &phrase.meanings;
      break;
    }
    if (symbol.meanings == nullptr && !entry.meanings.empty()) symbol.meanings = &entry.meanings;
    if (symbol.meanings != nullptr) symbol.joined = symbol.meanings->front().joined;
    return symbol.tokens.size();
  }

  bool begins_with_madda(TokenIndex t) const {
    constexpr std::string_view kMadda = "آ";
    return document_.token_text(t).substr(0, kMadda.size()) == kMadda;
  }

  bool follows(const std::vector<std::string>& words, TokenIndex t) const {
    if (t + words.size() > document_.tokens.size()) return false;
    for (const std::string& word : words) {
      if (document_.tokens[t].line_begin || key(t) != word) return false;
      ++t;
    }
    return true;
  }

  // Reads a token of digits, with و ال ل or a word of time before and one behind them (و13, ال26,
  // عام2014, 2015م). False for any other token.
  bool read_digits(TokenIndex t, const Token& token) {
    TimeSymbol symbol{.tokens = {t, t + 1}, .space_before = token.space_before, .mark = token.mark};
    const std::string_view key = token.word->key;
    const auto first = std::find_if(key.begin(), key.end(), is_digit);
    if (first == key.end()) return false;
    const auto last = std::find_if_not(first, key.end(), is_digit);
    symbol.digits = static_cast<uint8_t>(last - first);
    const std::string_view head = key.substr(0, static_cast<size_t>(first - key.begin()));
    const std::string_view tail = key.substr(static_cast<size_t>(last - key.begin()));
    const TimeEntry* entry = tail.empty() ? nullptr : lexicon_.find(tail);
    if (last - first > 4 || (!tail.empty() && entry == nullptr)) return false;
    if (!read_head(head, symbol) && !read_word(head, symbol.tokens)) return false;
    symbol.number = 0;
    for (auto digit = first; digit != last; ++digit)
      symbol.number = symbol.number * 10 + (*digit - '0');
    symbols_.push_back(symbol);
    if (entry != nullptr)
      symbols_.push_back({.tokens = symbol.tokens, .meanings = &entry->meanings});
    return true;
  }

  static bool read_head(std::string_view head, TimeSymbol& symbol) {
    constexpr std::string_view kAnd = "و", kArticle = "ال";
    const bool joined = head.substr(0, kAnd.size()) == kAnd;
    if (joined) head.remove_prefix(kAnd.size());
    const bool definite = head == kArticle;
    if (!head.empty() && !definite && head != "ل" && head != "ب" && head != "لل" && head != "بال")
      return false;
    symbol.joined = joined;
    symbol.definite = definite;
    return true;
  }

  // A word of time that lost the space behind it, as a symbol of its own.
  bool read_word(std::string_view word, TokenRange tokens) {
    const TimeEntry* entry = lexicon_.find(word);
    if (entry == nullptr || entry->meanings.empty()) return false;
    symbols_.push_back(
        {.tokens = tokens, .meanings = &entry->meanings, .joined = entry->meanings.front().joined});
    return true;
  }

  const Document& document_;
  const TimeLexicon& lexicon_;
  TimeWords& words_;
  std::vector<TimeSymbol> symbols_;
};

}  // namespace

std::vector<TimeSymbol> find_time_symbols(const Document& document, TimeWords& words) {
  return SymbolReader(document, words).read();
}

}  // namespace musnad
