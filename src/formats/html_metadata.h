// What a page says of its article outside the article's text: meta and link elements, JSON-LD
// (schema.org), itemprop attributes, time elements and headings.
#pragma once

#include <libxml/tree.h>

#include <string>

namespace musnad {

// "" for what the page does not say.
struct HtmlMetadata {
  std::string title;
  std::string published;  // YYYY-MM-DD
  std::string author;
  std::string publisher;
  std::string url;
};

HtmlMetadata read_metadata(const xmlDoc* page);

}  // namespace musnad
