#include "actors/latin_spelling.h"

#include <fmt/format.h>

#include <optional>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr std::string_view kLeftNames[] = {"nothing", "vowel", "consonant"};

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// Letters of Arabic fit into nine bits behind U+0600, all others are one.
uint64_t letter_bits(char32_t c) { return c - 0x600 < 0x1FF ? c - 0x600 : 0x1FF; }

uint64_t key_of(const LetterPlace& place, int level) {
  uint64_t key = static_cast<uint64_t>(level) << 9 | letter_bits(place.letter);
  if (level >= 1) key = (key << 2 | place.left) << 9 | letter_bits(place.after);
  if (level >= 2) key = key << 9 | letter_bits(place.before);
  if (level >= 3) key = key << 9 | letter_bits(place.after_next);
  return key;
}

std::optional<char32_t> one_letter(std::string_view cell) {
  size_t i = 0;
  if (cell.empty()) return std::nullopt;
  const char32_t c = decode_utf8(cell, i);
  return i == cell.size() ? std::optional(c) : std::nullopt;
}

// A row's level is how many of its cells are filled, from the left.
Expected<LatinSpelling::Rule> read_rule(std::string_view file, const Table::Row& row) {
  enum { kLetter, kLeft, kAfter, kBefore, kAfterNext, kLatin };
  LatinSpelling::Rule rule;
  rule.latin = row.cells[kLatin];
  const auto bad = [&] {
    return fail(
        fmt::format("{}:{}: a rule needs its letter; left and after, before, after_next "
                    "are filled in this order, one letter or # each",
                    file, row.line));
  };
  const auto take = [&](size_t column, char32_t& letter) {
    const std::optional<char32_t> found = one_letter(row.cells[column]);
    letter = found.value_or(LetterPlace::kEdge);
    return found.has_value();
  };
  if (!take(kLetter, rule.place.letter)) return bad();
  if (row.cells[kLeft].empty()) return rule;
  size_t left = 0;
  while (left < std::size(kLeftNames) && kLeftNames[left] != row.cells[kLeft]) ++left;
  if (left == std::size(kLeftNames) || !take(kAfter, rule.place.after)) return bad();
  rule.place.left = static_cast<LetterPlace::Left>(left);
  rule.level = 1;
  if (take(kBefore, rule.place.before)) rule.level = 2;
  if (take(kAfterNext, rule.place.after_next)) {
    if (rule.level != 2) return bad();
    rule.level = 3;
  }
  return rule;
}

}  // namespace

LetterPlace place_of(std::u32string_view word, size_t i, std::string_view latin) {
  const auto at = [&](size_t k) { return k < word.size() ? word[k] : LetterPlace::kEdge; };
  LetterPlace place;
  place.letter = word[i];
  place.left = latin.empty()            ? LetterPlace::kNothing
               : is_vowel(latin.back()) ? LetterPlace::kVowel
                                        : LetterPlace::kConsonant;
  place.after = at(i + 1);
  place.before = i == 0 ? LetterPlace::kEdge : word[i - 1];
  place.after_next = at(i + 2);
  return place;
}

LatinSpelling::LatinSpelling(const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) rules_.emplace(key_of(rule.place, rule.level), rule.latin);
}

Expected<LatinSpelling> LatinSpelling::load() {
  constexpr std::string_view kFile = "models/romanization.tsv";
  const auto table = Table::parse(kFile, embedded_file(kFile),
                                  {"letter", "left", "after", "before", "after_next", "latin"});
  if (!table) return tl::unexpected(table.error());
  std::vector<Rule> rules;
  for (const Table::Row& row : table->rows()) {
    Expected<Rule> rule = read_rule(kFile, row);
    if (!rule) return tl::unexpected(rule.error());
    rules.push_back(std::move(*rule));
  }
  return LatinSpelling(rules);
}

const std::string* LatinSpelling::find(const LetterPlace& place, int level) const {
  while (level-- > 0) {
    if (const auto found = rules_.find(key_of(place, level)); found != rules_.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

std::string LatinSpelling::spell(std::string_view key) const {
  std::u32string word;
  for (size_t i = 0; i < key.size();) word.push_back(decode_utf8(key, i));
  std::string latin;
  for (size_t i = 0; i < word.size(); ++i) {
    const std::string* rule = find(place_of(word, i, latin));
    if (rule != nullptr) {
      latin += *rule;
    } else {
      append_utf8(latin, word[i]);
    }
  }
  return latin;
}

}  // namespace musnad
