#include "texts.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
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

// An article as a line of JSON.
std::string json_line(const Article& article) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  for (const auto& [name, value] : {std::pair{"id", &article.id},
                                    {"crawled", &article.crawled},
                                    {"publisher", &article.publisher},
                                    {"text", &article.text}}) {
    writer.Key(name);
    writer.String(value->data(), static_cast<rapidjson::SizeType>(value->size()));
  }
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

// `text` with about every eighth word replaced by one of `others`, which then holds its words.
std::string altered(std::string_view text, std::vector<std::string>& others, std::mt19937& random) {
  constexpr size_t kKept = 8, kMostOthers = 20000;
  std::string out;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string word(text.substr(0, end));
    out += random() % kKept == 0 && !others.empty() ? others[random() % others.size()] : word;
    if (others.size() < kMostOthers) {
      others.push_back(word);
    } else {
      others[random() % kMostOthers] = word;
    }
    if (end < text.size()) out += text[end];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// A day so many days later; "" for "".
std::string later(const std::string& day, int days) {
  int year = 0;
  unsigned month = 0, number = 0;
  if (std::sscanf(day.c_str(), "%d-%u-%u", &year, &month, &number) != 3) return day;
  const std::chrono::year_month_day moved =
      std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) /
                            static_cast<int>(number)) +
      std::chrono::days(days);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(moved.year()),
                     static_cast<unsigned>(moved.month()), static_cast<unsigned>(moved.day()));
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
    Article article{.id = fmt::format("made-{}", i), .crawled = "2025-06-01"};
    for (size_t line = 0; line < kLines; ++line)
      article.text += lines[random() % lines.size()] + "\n";
    out << json_line(article);
  }
  out.close();
  if (!out) return fail(fmt::format("{}: cannot be written", path));
  return {};
}

Expected<size_t> write_repeated(const std::string& path, const std::string& corpus, size_t begin,
                                size_t end) {
  constexpr int kDaysApart = 60;  // of two repetitions: far enough not to be taken for echoes
  std::ofstream out(path, std::ios::binary);
  std::vector<std::string> others;
  std::mt19937 random(1);
  size_t number = 0, bytes = 0;
  for (int repetition = 0; number < end; ++repetition) {
    const size_t before = number;
    const auto read = for_each_article(corpus, [&](const Article& article) {
      if (const size_t at = number++; at < begin || at >= end) return;
      Article copy = article;
      copy.id += fmt::format("-{}", repetition);
      copy.crawled = later(article.crawled, repetition * kDaysApart);
      if (repetition > 0) copy.text = altered(article.text, others, random);
      bytes += copy.text.size();
      out << json_line(copy);
    });
    if (!read) return tl::unexpected(read.error());
    if (number == before) return fail(fmt::format("{}: holds no article", corpus));
  }
  out.close();
  if (!out) return fail(fmt::format("{}: cannot be written", path));
  return bytes;
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
