#include "formats/html_metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <vector>

#include "formats/ascii.h"
#include "formats/day.h"
#include "formats/html_dom.h"

namespace musnad {
namespace {

using simdjson::dom::element;

constexpr std::array kPublishedNames = {"article:published_time",
                                        "og:article:published_time",
                                        "datepublished",
                                        "dc.date.issued",
                                        "dcterms.created",
                                        "dc.date",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "date"};

// Everything of use that stands anywhere in the page, by where it was found.
struct Findings {
  HtmlMetadata schema;  // JSON-LD
  HtmlMetadata meta;    // meta and link elements
  HtmlMetadata marked;  // itemprop attributes and time elements
  std::string window_title;
  std::vector<std::string> headings;  // h1
};

void keep_first(std::string& field, std::string_view value) {
  if (field.empty()) field = strip_ascii(value);
}

void keep_first_day(std::string& field, std::string_view value) {
  keep_first(field, leading_day(strip_ascii(value)));
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string_view json_string(element object, const char* key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? value : "";
}

// The name of a schema.org person or organization: a string, an object, or the first of a list.
std::string_view json_name(element object, const char* key) {
  element value;
  if (object[key].get(value) != simdjson::SUCCESS) return "";
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS && (list.size() == 0 || list.at(0).get(value)))
    return "";
  std::string_view name;
  return value.get(name) == simdjson::SUCCESS ? name : json_string(value, "name");
}

bool is_article_type(element object) {
  const auto names_article = [](element type) {
    std::string_view name;
    return type.get(name) == simdjson::SUCCESS &&
           (name.ends_with("Article") || name.ends_with("BlogPosting"));
  };
  element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return false;
  simdjson::dom::array list;
  if (type.get(list) != simdjson::SUCCESS) return names_article(type);
  return std::any_of(list.begin(), list.end(), names_article);
}

// A JSON-LD script is an object, a list of objects, or an object whose @graph lists them.
void read_schema(std::string_view script, HtmlMetadata& schema) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(simdjson::padded_string(script)).get(root) != simdjson::SUCCESS) return;
  std::vector<element> objects = {root};
  simdjson::dom::array list;
  if (root["@graph"].get(list) == simdjson::SUCCESS || root.get(list) == simdjson::SUCCESS) {
    objects.assign(list.begin(), list.end());
  }
  for (const element object : objects) {
    if (!object.is_object() || !is_article_type(object)) continue;
    keep_first(schema.title, json_string(object, "headline"));
    keep_first_day(schema.published, json_string(object, "datePublished"));
    keep_first(schema.author, json_name(object, "author"));
    keep_first(schema.publisher, json_name(object, "publisher"));
    keep_first(schema.url, json_string(object, "url"));
    return;
  }
}

void read_meta(const xmlNode* node, HtmlMetadata& meta) {
  const std::string_view property = attribute(node, "property");
  const std::string name = lower_ascii(property.empty() ? attribute(node, "name") : property);
  const std::string_view content = attribute(node, "content");
  if (name == "og:title") keep_first(meta.title, content);
  if (name == "og:site_name") keep_first(meta.publisher, content);
  if (name == "og:url") keep_first(meta.url, content);
  if (name == "author" || (name == "article:author" && !is_url(content))) {
    keep_first(meta.author, content);
  }
  if (std::count(kPublishedNames.begin(), kPublishedNames.end(), name) > 0) {
    keep_first_day(meta.published, content);
  }
}

void read_marked(const xmlNode* node, HtmlMetadata& marked) {
  const std::string_view property = attribute(node, "itemprop");
  if (property == "headline") keep_first(marked.title, text_content(node));
  if (property == "author" || attribute(node, "rel") == "author") {
    keep_first(marked.author, text_content(node));
  }
  if (property == "datePublished") keep_first_day(marked.published, attribute(node, "content"));
  if (property == "datePublished" || tag(node) == "time") {
    keep_first_day(marked.published, attribute(node, "datetime"));
  }
}

Findings find_all(const xmlDoc* page) {
  Findings found;
  const xmlNode* root = xmlDocGetRootElement(page);
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
    const std::string_view name = tag(node);
    if (name == "meta") read_meta(node, found.meta);
    if (name == "title") keep_first(found.window_title, text_content(node));
    if (name == "h1") found.headings.push_back(text_content(node));
    if (name == "link" && attribute(node, "rel") == "canonical") {
      keep_first(found.meta.url, attribute(node, "href"));
    }
    if (name == "script" && attribute(node, "type") == "application/ld+json") {
      read_schema(text_content(node), found.schema);
    }
    if (!name.empty()) read_marked(node, found.marked);
  }
  return found;
}

// The headline as the page shows it: the h1 that the page's other titles repeat (a site's name may
// stand in an h1 too), else what those say.
std::string choose_title(const Findings& found) {
  for (const std::string& heading : found.headings) {
    if (heading.empty()) continue;
    for (const std::string& other : {found.meta.title, found.schema.title, found.window_title}) {
      if (other.find(heading) != std::string::npos && heading != found.meta.publisher)
        return heading;
    }
  }
  std::string title = found.marked.title;
  keep_first(title, found.schema.title);
  keep_first(title, found.meta.title);
  for (const std::string& heading : found.headings) keep_first(title, heading);
  keep_first(title, found.window_title);
  return title;
}

}  // namespace

HtmlMetadata read_metadata(const xmlDoc* page) {
  const Findings found = find_all(page);
  HtmlMetadata chosen;
  chosen.title = choose_title(found);
  for (const HtmlMetadata* source : {&found.schema, &found.meta, &found.marked}) {
    keep_first(chosen.published, source->published);
    keep_first(chosen.author, source->author);
  }
  keep_first(chosen.publisher, found.meta.publisher);
  keep_first(chosen.publisher, found.schema.publisher);
  keep_first(chosen.url, found.meta.url);
  keep_first(chosen.url, found.schema.url);
  return chosen;
}

}  // namespace musnad
