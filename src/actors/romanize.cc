#include "actors/romanize.h"

#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

std::string_view consonant(char32_t c) {
  switch (c) {
    case U'ب':
      return "b";
    case U'ت':
    case U'ط':
      return "t";
    case U'ث':
      return "th";
    case U'ج':
      return "j";
    case U'ح':
    case U'ه':
      return "h";
    case U'خ':
      return "kh";
    case U'د':
    case U'ض':
      return "d";
    case U'ذ':
      return "dh";
    case U'ر':
      return "r";
    case U'ز':
    case U'ظ':
      return "z";
    case U'س':
    case U'ص':
      return "s";
    case U'ش':
      return "sh";
    case U'غ':
      return "gh";
    case U'ف':
      return "f";
    case U'ڤ':
      return "v";
    case U'ق':
      return "q";
    case U'ك':
      return "k";
    case U'گ':
      return "g";
    case U'ل':
      return "l";
    case U'م':
      return "m";
    case U'ن':
      return "n";
    case U'پ':
      return "p";
    default:
      return "";
  }
}

// The folded word letter by letter. Short vowels are not written: an "a" stands for them where two
// consonants begin a word or three would meet.
std::string spell(std::string_view key) {
  std::string out;
  int consonants = 0;  // since the last vowel
  const auto vowel = [&](std::string_view v) {
    out += v;
    consonants = 0;
  };
  for (size_t i = 0; i < key.size();) {
    const bool first = i == 0;
    const char32_t c = decode_utf8(key, i);
    const bool last = i == key.size();
    size_t ahead = i;
    const char32_t next = last ? 0 : decode_utf8(key, ahead);
    const bool before_vowel = next == U'ا' || next == U'و' || next == U'ي';
    if (c == U'ا') {
      vowel("a");
    } else if (c == U'و') {
      first || next == U'ا' || next == U'ي' ? vowel("w") : vowel("u");
    } else if (c == U'ي') {
      first || next == U'ا' || next == U'و' ? vowel("y") : vowel("i");
    } else if (c == U'ه' && last) {
      vowel("a");
    } else if (const std::string_view latin = consonant(c); !latin.empty()) {
      const bool crowded =
          (consonants == 1 && (out.size() <= 2 || !before_vowel)) || consonants > 1;
      if (crowded) vowel("a");
      out += latin;
      ++consonants;
    } else if (c != U'ع' && c != U'ء') {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string capitalized(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] -= 'a' - 'A';
  return word;
}

std::string romanize_word(std::string_view word, const ActorLexicon& lexicon) {
  constexpr std::string_view kArticle = "ال";
  const std::string key = fold(word);
  if (const ActorLexicon::Entry* entry = lexicon.find(key); entry && !entry->latin.empty()) {
    return entry->latin;
  }
  if (key.starts_with(kArticle) && key.size() > 2 * kArticle.size()) {
    return "al-" + romanize_word(std::string_view(key).substr(kArticle.size()), lexicon);
  }
  return capitalized(spell(key));
}

}  // namespace

std::string romanize(std::string_view name, const ActorLexicon& lexicon) {
  std::string out;
  size_t begin = 0;
  while (begin < name.size()) {
    size_t end = name.find(' ', begin);
    if (end == std::string_view::npos) end = name.size();
    if (end > begin) {
      if (!out.empty()) out += ' ';
      out += romanize_word(name.substr(begin, end - begin), lexicon);
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace musnad
