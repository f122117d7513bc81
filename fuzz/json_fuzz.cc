// Any bytes as JSON Lines and as a JSON array: both ways of cutting end, and each piece is an
// article in valid UTF-8 or an error.
#include <algorithm>
#include <cstdlib>

#include "formats/json_splitter.h"
#include "formats/parse_article.h"
#include "text/utf8.h"

using namespace musnad;

namespace {

// Hands the bytes out a few at a time, so that pieces end everywhere.
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

void read_all(RawSource& source) {
  for (;;) {
    Expected<std::optional<RawArticle>> raw = source.next();
    if (!raw) continue;
    if (!*raw) return;
    const Expected<Article> article = parse_article(std::move(**raw), {});
    if (article && find_invalid_utf8(article->text) != std::string::npos) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  for (const auto split : {split_json_lines, split_json_values}) {
    read_all(
        *split(std::make_unique<ByteReader>(std::make_unique<FewBytes>(data, size)), "f", "f"));
  }
  return 0;
}
