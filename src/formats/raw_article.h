// What an input yields before it is parsed: the bytes that hold one article. Cutting an input into
// raw articles is serial and cheap; parsing them (parse_article.h) is left to many threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "musnad/error.h"

namespace musnad {

enum class RawFormat : uint8_t { kText, kHtml, kJson };

struct RawArticle {
  RawFormat format = RawFormat::kText;
  std::string bytes;
  std::string id;     // of the article where the bytes name none; "" when the input has no name
  std::string where;  // begins error messages: "news/a.txt", "feed.jsonl:17"
};

// A stream of raw articles. Not thread-safe.
class RawSource {
 public:
  virtual ~RawSource() = default;

  // The next raw article; nullopt at the end. An error is about one article or one file: the call
  // after it goes on behind it.
  virtual Expected<std::optional<RawArticle>> next() = 0;

  // Share of the input read so far, 0 to 1; 0 where that is not known.
  virtual double fraction() const = 0;
};

}  // namespace musnad
