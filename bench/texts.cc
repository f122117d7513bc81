#include "texts.h"

#include <fmt/format.h>

#include <fstream>
#include <random>

#include "formats/inputs.h"
#include "formats/parse_article.h"
#include "lexicon/table.h"
#include "text/utf8.h"

namespace musnad {
namespace {

// The lines of all articles of the tests, headlines included.
const std::vector<std::string>& test_lines() {
  static const std::vector<std::string> lines = [] {
    std::vector<std::string> out;
    const Expected<std::vector<Article>> articles = load_articles(ARTICLES_DIR);
    if (!articles) return out;
    for (const Article& article : *articles) {
      for (const std::string_view line : split(article.text, '\n')) {
        if (!line.empty()) out.emplace_back(line);
      }
    }
    return out;
  }();
  return lines;
}

Expected<void> write_file(const std::string& path, const std::vector<Article>& articles,
                          std::string (*render)(const Article&)) {
  std::ofstream out(path, std::ios::binary);
  for (const Article& article : articles) out << render(article);
  out.close();
  if (!out) return fail(fmt::format("{}: cannot be written", path));
  return {};
}

// The text as a JSON string. What is made here holds no control characters but line feeds.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

Expected<std::vector<Article>> load_articles(const std::string& path) {
  std::vector<Article> articles;
  const std::unique_ptr<RawSource> source = open_inputs({path});
  for (;;) {
    auto raw = source->next();
    if (!raw) return tl::unexpected(raw.error());
    if (!*raw) return articles;
    auto article = parse_article(std::move(**raw), {});
    if (!article) return tl::unexpected(article.error());
    articles.push_back(std::move(*article));
  }
}

std::vector<Article> made_articles(size_t count) {
  constexpr size_t kLines = 12;
  const std::vector<std::string>& lines = test_lines();
  std::mt19937 random(1);
  std::vector<Article> articles(count);
  for (size_t i = 0; i < count; ++i) {
    articles[i].id = fmt::format("made-{}", i);
    articles[i].crawled = "2025-06-01";
    for (size_t line = 0; line < kLines; ++line) {
      articles[i].text += lines[random() % lines.size()] + "\n";
    }
  }
  return articles;
}

size_t count_words(const std::vector<Article>& articles) {
  size_t words = 0;
  for (const Article& article : articles) {
    bool inside = false;
    for (size_t byte = 0; byte < article.text.size();) {
      const CharClass c = char_class(decode_utf8(article.text, byte));
      const bool space = c == CharClass::kSpace || c == CharClass::kLineBreak;
      if (!space && !inside) ++words;
      inside = !space;
    }
  }
  return words;
}

Expected<void> write_json_lines(const std::string& path, const std::vector<Article>& articles) {
  return write_file(path, articles, [](const Article& article) {
    return fmt::format("{{\"id\":{},\"crawled\":{},\"text\":{}}}\n", quoted(article.id),
                       quoted(article.crawled), quoted(article.text));
  });
}

Expected<void> write_texts(const std::string& path, const std::vector<Article>& articles) {
  return write_file(path, articles, [](const Article& article) { return article.text + "\n"; });
}

std::string long_article(Shape shape, size_t bytes) {
  const std::vector<std::string>& lines = test_lines();
  constexpr std::string_view kSays = "وقال الوزير: «";
  std::string text = lines[0] + "\n";
  size_t open = 0;
  for (size_t i = 1; text.size() < bytes; ++i) {
    switch (shape) {
      case Shape::kPlain:
        text += lines[i % lines.size()] + "\n";
        break;
      case Shape::kNestedQuotations:
        text += kSays;
        ++open;
        break;
      case Shape::kUnclosedQuotations:
        text += fmt::format("{}{}\n", kSays, lines[i % lines.size()]);
        break;
    }
  }
  while (open-- > 0) text += "»";
  return text;
}

}  // namespace musnad
