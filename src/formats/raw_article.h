// What an input yields before it is parsed: the bytes that hold one article. Cutting an input into
// raw articles is serial and cheap; parsing them (parse_article.h) is left to many threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

// kFragment is HTML that is all article, below a headline that is told beside it.
enum class RawFormat : uint8_t { kText, kHtml, kFragment, kJson };

struct RawArticle {
  RawFormat format = RawFormat::kText;
  std::string bytes;
  std::string where;  // begins error messages: "news/a.txt", "feed.jsonl:17"
  // What the input tells of the article beside its bytes; counts for what the bytes do not say. The
  // id is "" when the input has no name; the text is the headline of a fragment.
  Article told = {};
  std::string charset = {};  // of a page, as its server told it, in small letters
  bool of_crawl = false;     // one of the pages of a crawl, many of which hold no article
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
