// Any bytes as a saved page: an article in valid UTF-8, or an error.
#include <cstdlib>

#include "formats/html_article.h"
#include "text/utf8.h"

using namespace musnad;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  for (const bool lossy : {false, true}) {
    RawArticle raw{RawFormat::kHtml, std::string(reinterpret_cast<const char*>(data), size),
                   "page"};
    const Expected<Article> article = parse_html_article(std::move(raw), lossy);
    if (article && find_invalid_utf8(article->text) != std::string::npos) std::abort();
  }
  return 0;
}
