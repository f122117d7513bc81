#include "formats/parse_article.h"

#include "formats/byte_source.h"
#include "formats/encoding.h"
#include "formats/html_article.h"
#include "formats/json_article.h"

namespace musnad {

std::string* FieldKeys::find(std::string_view field) {
  if (field == "text") return &text;
  if (field == "title") return &title;
  if (field == "content") return &content;
  if (field == "id") return &id;
  if (field == "crawled") return &crawled;
  if (field == "published") return &published;
  if (field == "publisher") return &publisher;
  if (field == "author") return &author;
  if (field == "url") return &url;
  return nullptr;
}

namespace {

// Fills in what the bytes did not say.
void complete(Article& article, const Article& told) {
  for (const auto field : {&Article::id, &Article::publisher, &Article::author, &Article::url,
                           &Article::crawled, &Article::published}) {
    if ((article.*field).empty()) article.*field = told.*field;
  }
}

Expected<Article> parse_format(RawArticle raw, const ParseOptions& options) {
  switch (raw.format) {
    case RawFormat::kText:
      break;
    case RawFormat::kHtml:
      return parse_html_article(std::move(raw), options.lossy);
    case RawFormat::kFragment:
      return parse_fragment(std::move(raw), options.lossy);
    case RawFormat::kJson: {
      Expected<std::string> bytes = valid_utf8(std::move(raw.bytes), options.lossy, raw.where);
      if (!bytes) return tl::unexpected(bytes.error());
      raw.bytes = std::move(*bytes);
      return parse_json_article(std::move(raw), options.keys);
    }
  }
  Article article;
  article.text = std::move(raw.bytes);
  return article;
}

}  // namespace

Expected<Article> parse_article(RawArticle raw, const ParseOptions& options) {
  const std::string where = raw.where;
  Article told = raw.told;
  Expected<Article> article = parse_format(std::move(raw), options);
  if (article && article->text.size() > kMostTextBytes)
    return fail(too_long(where, kMostTextBytes));
  if (article) complete(*article, told);
  return article;
}

}  // namespace musnad
