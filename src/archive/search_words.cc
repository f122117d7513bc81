#include "archive/search_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/ascii.h"

namespace musnad {
namespace {

// The quotation marks that make a phrase, by their first one.
constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {
    {"\"", "\""}, {"«", "»"}, {"“", "”"}, {"”", "“"}};

// Takes the next word or quoted phrase off `rest`; its marks are gone.
std::string_view take_unit(std::string_view& rest) {
  for (const auto& [open, close] : kQuotes) {
    if (!rest.starts_with(open)) continue;
    rest.remove_prefix(open.size());
    const std::string_view inside = rest.substr(0, rest.find(close));
    rest.remove_prefix(std::min(rest.size(), inside.size() + close.size()));
    return inside;
  }
  const auto end = std::find_if(rest.begin(), rest.end(), is_ascii_space);
  const std::string_view word = rest.substr(0, end - rest.begin());
  rest.remove_prefix(word.size());
  return word;
}

}  // namespace

SearchWords::SearchWords(std::string_view typed, TermCache& terms) {
  for (std::string_view rest = strip_ascii(typed); !rest.empty(); rest = strip_ascii(rest)) {
    const bool unwanted = rest.starts_with('-');
    if (unwanted) rest.remove_prefix(1);
    std::string unit(take_unit(rest));
    bool prefix = rest.starts_with('*');  // behind a quotation mark
    if (prefix) rest.remove_prefix(1);
    while (unit.ends_with('*')) {
      unit.pop_back();
      prefix = true;
    }
    // A quotation mark or a NUL would end the phrase for FTS5.
    std::replace_if(
        unit.begin(), unit.end(), [](char c) { return c == '"' || c == '\0'; }, ' ');
    Phrase phrase = read_phrase(std::move(unit), prefix, terms);
    if (phrase.words.empty()) continue;
    (unwanted ? unwanted_ : wanted_).push_back(std::move(phrase));
  }
}

SearchWords::Phrase SearchWords::read_phrase(std::string typed, bool prefix, TermCache& terms) {
  Phrase phrase{std::move(typed), prefix, {}};
  std::string_view last;
  terms.for_each_word(phrase.typed, [&](const Terms& found, const Token& token) {
    phrase.words.push_back({found, ""});
    last =
        std::string_view(phrase.typed).substr(token.byte_begin, token.byte_end - token.byte_begin);
  });
  if (prefix && !phrase.words.empty()) phrase.words.back().prefix = TermCache::prefix(last);
  return phrase;
}

std::string SearchWords::expression() const {
  std::string all;
  for (const Phrase& phrase : wanted_) {
    all += (all.empty() ? "" : " AND ") + expression(phrase);
  }
  if (all.empty()) return all;
  for (const Phrase& phrase : unwanted_) all = fmt::format("({}) NOT {}", all, expression(phrase));
  return all;
}

// FTS5 hands the last word of a phrase with a star to the tokenizer as a prefix only where it
// stands alone, so the words before it are a phrase of their own, joined by "+".
std::string SearchWords::expression(const Phrase& phrase) {
  if (!phrase.prefix) return fmt::format("\"{}\"", phrase.typed);
  const size_t space = phrase.typed.find_last_of(" \t\n");
  if (space == std::string::npos) return fmt::format("\"{}\" *", phrase.typed);
  return fmt::format("\"{}\" + \"{}\" *", phrase.typed.substr(0, space),
                     phrase.typed.substr(space + 1));
}

bool SearchWords::matches(const Word& word, const Terms& terms) {
  if (!word.prefix.empty()) {
    return terms.lemma.starts_with(word.prefix) || terms.stem.starts_with(word.prefix);
  }
  const auto has = [&](const std::string& term) {
    return !term.empty() && (term == terms.lemma || term == terms.stem);
  };
  return has(word.terms.lemma) || has(word.terms.stem);
}

std::vector<Span> SearchWords::find(std::string_view text, uint32_t offset,
                                    TermCache& terms) const {
  std::vector<Span> spans;
  // For each phrase, how many of its words stand right before the current token, and where each of
  // these runs began: runs[n] is the begin of a run of n + 1 words, or kNone.
  constexpr uint32_t kNone = UINT32_MAX;
  std::vector<std::vector<uint32_t>> runs;
  for (const Phrase& phrase : wanted_) runs.emplace_back(phrase.words.size(), kNone);
  terms.for_each_word(text, [&](const Terms& found, const Token& token) {
    for (size_t p = 0; p < wanted_.size(); ++p) {
      const std::vector<Word>& words = wanted_[p].words;
      for (size_t n = words.size(); n-- > 0;) {
        const uint32_t begin = n == 0 ? token.begin : runs[p][n - 1];
        runs[p][n] = begin != kNone && matches(words[n], found) ? begin : kNone;
      }
      if (runs[p].back() != kNone) spans.push_back({runs[p].back() + offset, token.end + offset});
    }
  });
  std::sort(spans.begin(), spans.end(),
            [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

}  // namespace musnad
