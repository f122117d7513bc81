// From a raw article to an article: the second, thread-safe half of reading input.
#pragma once

#include <string>
#include <string_view>

#include "formats/raw_article.h"
#include "musnad/record.h"

namespace musnad {

// The longest text of an article, in bytes of UTF-8: about a thousand pages.
inline constexpr size_t kMostTextBytes = size_t{2} << 20;

// The keys under which JSON objects hold an article's fields; "" where a field is not to be read.
// An object has its text under `text`, or its headline and body under `title` and `content`, which
// one line feed joins. Objects with "date_extracted" and no "crawled" are of SaudiNewsNet: their
// publisher is in "source", their crawl day in "date_extracted".
struct FieldKeys {
  std::string text = "text";
  std::string title = "title";
  std::string content = "content";
  std::string id = "id";
  std::string crawled = "crawled";
  std::string published = "published";
  std::string publisher = "publisher";
  std::string author = "author";
  std::string url = "url";

  // The key of a field by the field's name, nullptr when there is no such field.
  std::string* find(std::string_view field);
};

struct ParseOptions {
  FieldKeys keys;
  bool lossy = false;  // invalid UTF-8 in JSON and pages is replaced by U+FFFD instead of refused
};

// The article in `raw`, whose bytes are used up. Text is taken as it is, byte order mark and line
// ends included. Any number of threads may call it at once.
Expected<Article> parse_article(RawArticle raw, const ParseOptions& options);

}  // namespace musnad
