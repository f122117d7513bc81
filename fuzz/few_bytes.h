// Bytes for a fuzz target, handed out a few at a time, so that pieces end everywhere.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "formats/byte_source.h"
#include "formats/parse_article.h"
#include "text/utf8.h"

namespace musnad {

class FewBytes : public ByteSource {
 public:
  FewBytes(const uint8_t* data, size_t size) : data_(data), size_(size) {}

  Expected<size_t> read(char* buffer, size_t size) override {
    const size_t count = std::min({size, size_ - place_, size_t{7}});
    std::copy_n(data_ + place_, count, buffer);
    place_ += count;
    return count;
  }

 private:
  const uint8_t* data_;
  size_t size_;
  size_t place_ = 0;
};

// Reads a source to its end; every piece must be an article in valid UTF-8, as far as it is not
// taken as it is, or an error.
inline void read_all(RawSource& source) {
  for (;;) {
    Expected<std::optional<RawArticle>> raw = source.next();
    if (!raw) continue;
    if (!*raw) return;
    const bool checked = (*raw)->format != RawFormat::kText;
    const Expected<Article> article = parse_article(std::move(**raw), {});
    if (article && checked && find_invalid_utf8(article->text) != std::string::npos) std::abort();
  }
}

}  // namespace musnad
