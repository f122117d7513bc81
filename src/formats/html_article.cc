#include "formats/html_article.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/ascii.h"
#include "formats/html_body.h"
#include "formats/html_dom.h"
#include "formats/html_metadata.h"
#include "text/utf8.h"

namespace musnad {
namespace {

// Whether Arabic letters may stand in a page, as bytes of UTF-8 or as numbers. Much quicker than
// parsing it: most pages of a crawl are in other languages.
bool may_hold_arabic(std::string_view bytes) {
  constexpr std::string_view kNumbers[] = {"&#15", "&#16", "&#17", "&#x6", "&#x06"};
  const bool letters = std::any_of(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) <= 0xDB;
  });
  const auto stands = [&](std::string_view number) {
    return bytes.find(number) != std::string_view::npos;
  };
  return letters || std::any_of(std::begin(kNumbers), std::end(kNumbers), stands) ||
         find_invalid_utf8(bytes) != std::string_view::npos;
}

}  // namespace

Expected<Article> parse_html_article(RawArticle raw, bool lossy) {
  if (raw.of_crawl && !may_hold_arabic(raw.bytes)) {
    return fail(fmt::format("{}: no Arabic letter on the page", raw.where));
  }
  const Expected<HtmlPage> page = parse_html(std::move(raw.bytes), raw.charset, lossy, raw.where);
  if (!page) return tl::unexpected(page.error());
  const std::vector<std::string> paragraphs = find_paragraphs(page->get());
  if (paragraphs.empty()) {
    return fail(
        fmt::format("{}: no article stands out on this page; save the page of one article, or "
                    "give its text as .txt",
                    raw.where));
  }
  HtmlMetadata metadata = read_metadata(page->get());
  Article article;
  article.text = metadata.title;
  for (const std::string& paragraph : paragraphs) {
    if (paragraph != metadata.title) article.text += "\n" + paragraph;
  }
  article.publisher = std::move(metadata.publisher);
  article.author = std::move(metadata.author);
  article.url = std::move(metadata.url);
  article.published = std::move(metadata.published);
  return article;
}

Expected<Article> parse_fragment(RawArticle raw, bool lossy) {
  Article article;
  article.text = std::move(raw.told.text);
  if (strip_ascii(raw.bytes).empty()) return article;
  const Expected<HtmlPage> page = parse_html(std::move(raw.bytes), raw.charset, lossy, raw.where);
  if (!page) return tl::unexpected(page.error());
  for (const std::string& paragraph : all_paragraphs(page->get())) {
    if (paragraph != article.text) article.text += "\n" + paragraph;
  }
  return article;
}

}  // namespace musnad
