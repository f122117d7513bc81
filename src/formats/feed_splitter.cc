#include "formats/feed_splitter.h"

#include <fmt/format.h>
#include <libxml/parser.h>

#include <array>
#include <memory>
#include <mutex>
#include <utility>

#include "formats/ascii.h"
#include "formats/day.h"
#include "formats/html_dom.h"

namespace musnad {
namespace {

using Next = Expected<std::optional<RawArticle>>;

struct FreeXml {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Xml = std::unique_ptr<xmlDoc, FreeXml>;

// The namespaces of the elements that are read; of others no element is.
constexpr auto kPrefixes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"http://www.w3.org/2005/Atom", ""},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
});

// The name of an element as feeds usually write it: "title", "dc:date"; "" for one of another
// namespace ("media:title"). A prefix that the feed forgot to declare is part of the name as it is.
std::string name_of(const xmlNode* node) {
  if (node->ns == nullptr || node->ns->href == nullptr) return std::string(tag(node));
  for (const auto& [space, prefix] : kPrefixes) {
    if (space != reinterpret_cast<const char*>(node->ns->href)) continue;
    return std::string(prefix) + std::string(tag(node));
  }
  return "";
}

const xmlNode* child(const xmlNode* parent, std::string_view name) {
  if (parent == nullptr) return nullptr;
  for (const xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE && name_of(node) == name) return node;
  }
  return nullptr;
}

// The text of the first of the names that has one; HTML in it is only text to XML.
std::string text_of(const xmlNode* parent, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const xmlNode* const node = child(parent, name);
    std::string text = node == nullptr ? "" : text_content(node);
    if (!text.empty()) return text;
  }
  return "";
}

// The same without the white space being touched: the HTML of an element's content, whether it is
// escaped, in CDATA or made of elements (XHTML).
std::string html_of(const xmlNode* node) {
  if (node == nullptr) return "";
  std::string html;
  const std::unique_ptr<xmlBuffer, void (*)(xmlBuffer*)> buffer(xmlBufferCreate(), xmlBufferFree);
  for (xmlNode* part = node->children; part != nullptr; part = part->next) {
    if (part->type == XML_TEXT_NODE || part->type == XML_CDATA_SECTION_NODE) {
      html += reinterpret_cast<const char*>(part->content);
    } else if (part->type == XML_ELEMENT_NODE) {
      xmlBufferEmpty(buffer.get());
      xmlNodeDump(buffer.get(), part->doc, part, 0, 0);
      html += reinterpret_cast<const char*>(xmlBufferContent(buffer.get()));
    }
  }
  return html;
}

// An item's title may be escaped HTML: "&lt;b&gt;".
std::string plain(std::string text) {
  if (text.find_first_of("<&") == std::string::npos) return text;
  const Expected<HtmlPage> page = parse_html(std::move(text), "", true, "");
  return page ? text_content(xmlDocGetRootElement(page->get())) : "";
}

// The address of the page: the text of RSS's link, the href of Atom's.
std::string link_of(const xmlNode* item) {
  for (const xmlNode* node = item->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE || name_of(node) != "link") continue;
    const std::string_view relation = attribute(node, "rel");
    if (!relation.empty() && relation != "alternate") continue;
    const std::string_view address = attribute(node, "href");
    return address.empty() ? text_content(node) : std::string(address);
  }
  return "";
}

std::string day_of_item(const xmlNode* item) {
  const std::string date = text_of(item, {"published", "pubDate", "dc:date", "updated"});
  const std::string day = leading_day(date);
  return day.empty() ? rfc822_day(date) : day;
}

std::string author_of(const xmlNode* item) {
  const std::string author = text_of(child(item, "author"), {"name"});
  return author.empty() ? text_of(item, {"dc:creator", "author"}) : author;
}

// The longest of the places where items have their text.
std::string longest_text(const xmlNode* item) {
  std::string longest;
  for (const char* name : {"content:encoded", "content", "description", "summary"}) {
    std::string html = html_of(child(item, name));
    if (html.size() > longest.size()) longest = std::move(html);
  }
  return longest;
}

class FeedSplitter : public RawSource {
 public:
  FeedSplitter(std::unique_ptr<ByteReader> reader, std::string name)
      : reader_(std::move(reader)), name_(std::move(name)) {}

  Next next() override {
    if (!std::exchange(begun_, true)) {
      if (const Expected<void> read = read_feed(); !read) return tl::unexpected(read.error());
    }
    for (; item_ != nullptr; item_ = item_->next) {
      if (!is_item(item_)) continue;
      RawArticle raw = raw_of(item_);
      item_ = item_->next;
      return raw;
    }
    return std::nullopt;
  }

  double fraction() const override { return begun_ ? 1 : 0; }

 private:
  Expected<void> read_feed() {
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
    const Expected<std::string> bytes = reader_->read_rest(name_);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string_view xml = strip_ascii(*bytes);  // nothing may stand before "<?xml"
    constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                             XML_PARSE_NONET | XML_PARSE_COMPACT;
    document_.reset(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions));
    const xmlNode* const root = document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
    const std::string kind = root == nullptr ? "" : name_of(root);
    if (kind != "rss" && kind != "feed" && kind != "rdf:RDF") {
      return fail(fmt::format("{}: is no feed; musnad reads RSS and Atom in XML files", name_));
    }
    const xmlNode* const channel = child(root, "channel");
    publisher_ = plain(text_of(kind == "feed" ? root : channel, {"title"}));
    const xmlNode* const holder = kind == "rss" ? channel : root;
    if (holder != nullptr) item_ = holder->children;
    while (item_ != nullptr && !is_item(item_)) item_ = item_->next;
    if (item_ == nullptr) return fail(fmt::format("{}: the feed holds no item", name_));
    return {};
  }

  static bool is_item(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return false;
    const std::string name = name_of(node);
    return name == "item" || name == "entry";
  }

  RawArticle raw_of(const xmlNode* item) {
    RawArticle raw{RawFormat::kFragment, longest_text(item),
                   fmt::format("{} (item {})", name_, ++number_)};
    raw.told.text = plain(text_of(item, {"title"}));
    raw.told.url = link_of(item);
    raw.told.id = text_of(item, {"guid", "id"});
    if (raw.told.id.empty()) raw.told.id = raw.told.url;
    raw.told.author = author_of(item);
    raw.told.published = day_of_item(item);
    raw.told.publisher = source_of(item);
    if (raw.told.publisher.empty()) raw.told.publisher = publisher_;
    return raw;
  }

  // Whom an aggregator has the item from: a name in RSS, a feed in Atom.
  static std::string source_of(const xmlNode* item) {
    const xmlNode* const source = child(item, "source");
    const std::string title = text_of(source, {"title"});
    return title.empty() ? text_of(item, {"source", "dc:publisher"}) : title;
  }

  std::unique_ptr<ByteReader> reader_;
  std::string name_;
  Xml document_;
  std::string publisher_;
  const xmlNode* item_ = nullptr;  // the next one, or what stands before it
  size_t number_ = 0;              // of the item at hand
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<RawSource> split_feed(std::unique_ptr<ByteReader> reader, std::string name) {
  return std::make_unique<FeedSplitter>(std::move(reader), std::move(name));
}

}  // namespace musnad
