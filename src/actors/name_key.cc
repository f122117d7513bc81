#include "actors/name_key.h"

#include <algorithm>

#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr std::string_view kArticle = "ال";

bool is_long_vowel(char32_t c) { return c == U'ا' || c == U'و' || c == U'ي'; }

char32_t skeleton_letter(char32_t c) {
  switch (c) {
    case U'غ':
    case U'ج':
    case U'ق':
    case U'گ':
      return U'ك';
    case U'ط':
      return U'ت';
    case U'ص':
      return U'س';
    case U'ڤ':
      return U'ف';
    case U'پ':
      return U'ب';
    default:
      return c;
  }
}

// The vowel letters that stand before each consonant of a word, and after the last.
std::vector<std::u32string> vowels_between(std::string_view key) {
  std::vector<std::u32string> gaps(1);
  char32_t last = 0;
  for (size_t i = 0; i < key.size();) {
    const char32_t c = skeleton_letter(decode_utf8(key, i));
    if (is_long_vowel(c)) {
      gaps.back().push_back(c);
    } else if (c != last) {
      gaps.emplace_back();
    }
    last = c;
  }
  return gaps;
}

}  // namespace

std::string_view without_article(std::string_view key) {
  constexpr size_t kLeastBytes = 2 * 2;
  if (key.size() < kArticle.size() + kLeastBytes || key.substr(0, kArticle.size()) != kArticle) {
    return key;
  }
  return key.substr(kArticle.size());
}

std::string name_skeleton(std::string_view key) {
  key = without_article(key);
  std::string skeleton;
  char32_t last = 0;
  size_t letters = 0;
  for (size_t i = 0; i < key.size();) {
    const bool first = i == 0;
    const char32_t c = skeleton_letter(decode_utf8(key, i));
    const bool last_letter = i == key.size();
    if (is_long_vowel(c) && !first) {
      last = c;
      continue;
    }
    if (c == last || (c == U'ه' && last_letter)) continue;
    append_utf8(skeleton, is_long_vowel(c) ? U'ا' : c);
    last = c;
    ++letters;
  }
  return letters < 2 ? std::string() : skeleton;
}

bool same_foreign_name(std::string_view a, std::string_view b) {
  a = without_article(a);
  b = without_article(b);
  if (a == b) return true;
  const std::string skeleton = name_skeleton(a);
  if (skeleton.empty() || skeleton != name_skeleton(b)) return false;
  const std::vector<std::u32string> x = vowels_between(a);
  const std::vector<std::u32string> y = vowels_between(b);
  if (x.size() != y.size() || x.back() != y.back()) return false;
  size_t differing = 0;
  for (size_t i = 0; i < x.size(); ++i) differing += x[i] != y[i];
  constexpr size_t kLongWordBytes = 6 * 2;
  return differing <= (a.size() >= kLongWordBytes && b.size() >= kLongWordBytes ? 2u : 1u);
}

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> words;
  size_t begin = 0;  // of the word being read
  const auto finish = [&](size_t end) {
    std::string key = fold(name.substr(begin, end - begin));
    if (!key.empty()) words.push_back(std::move(key));
  };
  for (size_t i = 0; i < name.size();) {
    const size_t at = i;
    const CharClass kind = char_class(decode_utf8(name, i));
    if (kind == CharClass::kWord || kind == CharClass::kDigit || kind == CharClass::kIgnorable)
      continue;
    finish(at);
    begin = i;
  }
  finish(name.size());
  return words;
}

std::vector<std::vector<std::string>> spacing_variants(std::vector<std::string> words) {
  constexpr std::string_view kAbd = "عبد", kAbu = "ابو";
  const bool plain = std::none_of(words.begin(), words.end(), [&](const std::string& word) {
    return word.starts_with(kAbd) || word == kAbu;
  });
  std::vector<std::vector<std::string>> variants;
  if (plain) {
    variants.push_back(std::move(words));
    return variants;
  }
  std::vector<std::string> joined, parted;
  for (size_t i = 0; i < words.size(); ++i) {
    if ((words[i] == kAbd || words[i] == kAbu) && i + 1 < words.size()) {
      joined.push_back(words[i] + words[i + 1]);
      parted.push_back(words[i]);
      parted.push_back(words[++i]);
    } else if (words[i].starts_with(kAbd) && words[i].size() > kAbd.size() + 4) {
      joined.push_back(words[i]);
      parted.emplace_back(kAbd);
      parted.push_back(words[i].substr(kAbd.size()));
    } else {
      joined.push_back(words[i]);
      parted.push_back(words[i]);
    }
  }
  if (joined == parted) return {joined};
  return {joined, parted};
}

}  // namespace musnad
