#include "e2e/damaged_text.h"

#include <algorithm>
#include <random>

#include "text/utf8.h"

namespace musnad {
namespace {

using Random = std::mt19937;

// Code points that steer a reader of Arabic: quotation marks, brackets, colons, line ends,
// direction and zero-width marks, tatweel, vowel signs, digits of three kinds, and letters joined
// to a ligature.
constexpr char32_t kMarks[] =
    U"«»\"“”„'‘’()[]:،.؟!…–/\n\r\t\u2028\u200f\u200b\ufeffـ\u064b\u0651"
    U"0٣۵ﷺﻻ\U0001F4F0و";

size_t below(Random& random, size_t limit) { return limit == 0 ? 0 : random() % limit; }

template <typename String, typename Draw>
String damage(String text, Random& random, Draw draw) {
  for (size_t changes = 1 + below(random, 12); changes > 0; --changes) {
    const size_t at = below(random, text.size() + 1);
    const size_t length = below(random, 40);
    switch (below(random, 4)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(below(random, text.size() + 1), length));
        break;
      case 2:
        text.insert(at, 1 + below(random, 3), draw());
        break;
      case 3:
        if (at < text.size()) text[at] = draw();
        break;
    }
  }
  return text;
}

}  // namespace

std::vector<std::string> damaged_bytes(const std::string& article, size_t count) {
  Random random(1);
  std::vector<std::string> out;
  for (size_t i = 0; i < count; ++i) {
    out.push_back(damage(article, random, [&] { return static_cast<char>(below(random, 256)); }));
  }
  return out;
}

std::vector<std::string> damaged_characters(const std::string& article, size_t count) {
  std::u32string points;
  for (size_t i = 0; i < article.size();) points.push_back(decode_utf8(article, i));
  Random random(2);
  std::vector<std::string> out;
  for (size_t i = 0; i < count; ++i) {
    out.emplace_back();
    for (const char32_t c :
         damage(points, random, [&] { return kMarks[below(random, std::size(kMarks) - 1)]; })) {
      append_utf8(out.back(), c);
    }
  }
  return out;
}

std::vector<std::string> damaged_words(const std::string& article,
                                       const std::vector<std::string>& words, size_t count) {
  constexpr size_t kEvery = 6;
  Random random(3);
  std::vector<std::string> out(count);
  for (std::string& text : out) {
    for (size_t begin = 0; begin < article.size();) {
      const size_t end = std::min(article.find_first_of(" \n", begin), article.size());
      const std::string word = article.substr(begin, end - begin);
      text += below(random, kEvery) == 0 ? words[below(random, words.size())] : word;
      if (end < article.size()) text += article[end];
      begin = end + 1;
    }
  }
  return out;
}

}  // namespace musnad
