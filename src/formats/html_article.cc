#include "formats/html_article.h"

#include <fmt/format.h>

#include "formats/html_body.h"
#include "formats/html_dom.h"
#include "formats/html_metadata.h"

namespace musnad {

Expected<Article> parse_html_article(RawArticle raw, bool lossy) {
  const Expected<HtmlPage> page = parse_html(std::move(raw.bytes), lossy, raw.where);
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
  article.id = std::move(raw.id);
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

}  // namespace musnad
