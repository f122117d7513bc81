#include "texts.h"

#include <fmt/format.h>

#include <fstream>
#include <random>
#include <vector>

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
    for_each_article(ARTICLES_DIR, [&](const Article& article) {
      for (const std::string_view line : split(article.text, '\n')) {
        if (!line.empty()) out.emplace_back(line);
      }
    });
    return out;
  }();
  return lines;
}

// A line within a JSON string; those of the tests hold no control characters.
std::string escaped(const std::string& line) {
  std::string out;
  for (const char c : line) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

Expected<void> for_each_article(const std::string& path,
                                const std::function<void(const Article&)>& use) {
  const std::unique_ptr<RawSource> source = open_inputs({path});
  for (;;) {
    auto raw = source->next();
    if (!raw) return tl::unexpected(raw.error());
    if (!*raw) return {};
    const auto article = parse_article(std::move(**raw), {});
    if (!article) return tl::unexpected(article.error());
    use(*article);
  }
}

Expected<void> write_made_articles(const std::string& path, size_t count) {
  constexpr size_t kLines = 12;
  const std::vector<std::string>& lines = test_lines();
  std::mt19937 random(1);
  std::ofstream out(path, std::ios::binary);
  for (size_t i = 0; i < count; ++i) {
    out << fmt::format("{{\"id\":\"made-{}\",\"crawled\":\"2025-06-01\",\"text\":\"", i);
    for (size_t line = 0; line < kLines; ++line)
      out << escaped(lines[random() % lines.size()]) << "\\n";
    out << "\"}\n";
  }
  out.close();
  if (!out) return fail(fmt::format("{}: cannot be written", path));
  return {};
}

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (size_t byte = 0; byte < text.size();) {
    const CharClass c = char_class(decode_utf8(text, byte));
    const bool space = c == CharClass::kSpace || c == CharClass::kLineBreak;
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

std::string long_text(Shape shape, size_t bytes) {
  constexpr std::string_view kSays = "وقال الوزير: «";
  const std::vector<std::string>& lines = test_lines();
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
