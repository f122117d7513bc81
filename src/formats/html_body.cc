#include "formats/html_body.h"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <array>

#include "formats/ascii.h"
#include "formats/html_dom.h"

namespace musnad {
namespace {

// Lengths are in bytes of UTF-8; an Arabic letter has two.
constexpr size_t kLongParagraph = 80;
constexpr size_t kLeastArticle = 120;
constexpr size_t kMostArticlesInOne = 2;

constexpr auto kNotArticle = std::to_array<std::string_view>(
    {"head",  "script", "style",  "noscript", "template",   "iframe",  "object",   "nav",
     "aside", "header", "footer", "figure",   "figcaption", "button",  "select",   "dialog",
     "svg",   "video",  "audio",  "canvas",   "menu",       "address", "textarea", "h1"});
constexpr auto kNotArticleRoles = std::to_array<std::string_view>(
    {"navigation", "banner", "complementary", "contentinfo", "search", "dialog"});
// Words in class and id that name what is no part of the article; * stands for any ending.
constexpr auto kNotArticleNames = std::to_array<std::string_view>(
    {"ad",        "ads",     "advert*",     "addthis",     "addtoany",   "author",
     "banner",    "byline",  "breadcrumb*", "caption*",    "comment*",   "cookie*",
     "copyright", "credit",  "date",        "disqus",      "footer",     "menu",
     "meta",      "nav",     "navbar",      "newsletter*", "pagination", "popular",
     "popup",     "promo*",  "recommend*",  "related*",    "share",      "sharedaddy",
     "sharing",   "sidebar", "social*",     "sponsor*",    "tags",       "trending"});
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"html",   "body",       "div",  "p",        "article", "section", "main",   "blockquote",
     "pre",    "br",         "hr",   "h1",       "h2",      "h3",      "h4",     "h5",
     "h6",     "ul",         "ol",   "li",       "dl",      "dt",      "dd",     "table",
     "tbody",  "tr",         "td",   "th",       "nav",     "aside",   "header", "footer",
     "figure", "figcaption", "form", "fieldset", "details", "summary", "center"});
constexpr auto kParagraphs =
    std::to_array<std::string_view>({"p", "li", "blockquote", "h2", "h3", "h4", "h5", "h6"});
constexpr auto kSentenceEnds =
    std::to_array<std::string_view>({".", "!", "؟", "?", "…", ":", "\"", "»", "”", ")"});

template <typename List>
bool contains(const List& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool names_no_article(std::string_view class_or_id) {
  constexpr std::string_view kSeparators = " -_\t\r\n";
  const std::string lower = lower_ascii(class_or_id);
  const std::string_view words = lower;
  const auto is_named = [](std::string_view word) {
    return std::any_of(
        kNotArticleNames.begin(), kNotArticleNames.end(), [&](std::string_view name) {
          return name.ends_with('*') ? word.starts_with(name.substr(0, name.size() - 1))
                                     : word == name;
        });
  };
  for (size_t begin = 0, end = 0; begin < words.size(); begin = end + 1) {
    end = std::min(words.find_first_of(kSeparators, begin), words.size());
    if (is_named(words.substr(begin, end - begin))) return true;
  }
  return false;
}

bool holds_article(const xmlNode* node) {
  for (const xmlNode* n = node; n != nullptr; n = next_node(n, node)) {
    if (tag(n) == "h1" || tag(n) == "article" || attribute(n, "itemprop") == "articleBody")
      return true;
  }
  return false;
}

// Whether an element and all below it is no part of the article.
bool is_clutter(const xmlNode* node) {
  const std::string_view name = tag(node);
  if (contains(kNotArticle, name) || contains(kNotArticleRoles, attribute(node, "role")))
    return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  const bool named =
      names_no_article(attribute(node, "class")) || names_no_article(attribute(node, "id"));
  return named && !holds_article(node);
}

// A paragraph: text between the beginnings and ends of block elements and line breaks.
struct Block {
  const xmlNode* element = nullptr;  // the innermost block element around it
  std::string text;
  size_t link_bytes = 0;

  bool is_running_text() const { return link_bytes * 2 < text.size(); }
  bool is_long() const { return text.size() >= kLongParagraph && is_running_text(); }
  bool ends_sentence() const {
    return std::any_of(kSentenceEnds.begin(), kSentenceEnds.end(),
                       [&](std::string_view mark) { return text.ends_with(mark); });
  }
  bool is_heading() const { return tag(element).size() == 2 && tag(element)[0] == 'h'; }
  bool is_paragraph() const { return tag(element) == "p" && is_running_text(); }

  // The element whose text this paragraph is part of.
  const xmlNode* container() const {
    return contains(kParagraphs, tag(element)) ? element->parent : element;
  }
};

// Cuts a page into blocks, leaving clutter out.
class BlockFinder {
 public:
  std::vector<Block> find(const xmlNode* root) {
    for (const xmlNode* node = root; node != nullptr;) {
      const bool clutter = !tag(node).empty() && is_clutter(node);
      if (node->type == XML_TEXT_NODE) {
        add_text(node);
      } else if (contains(kBlocks, tag(node))) {
        flush();
      }
      node = next_node(node, root, clutter);
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void add_text(const xmlNode* node) {
    bool in_link = false;
    const xmlNode* element = node->parent;
    while (!contains(kBlocks, tag(element)) && !tag(element->parent).empty()) {
      in_link = in_link || tag(element) == "a";
      element = element->parent;
    }
    if (element != block_.element) flush();
    block_.element = element;
    const size_t before = block_.text.size();
    append_collapsed(block_.text, reinterpret_cast<const char*>(node->content));
    if (in_link) block_.link_bytes += block_.text.size() - before;
  }

  void flush() {
    if (block_.text.ends_with(' ')) block_.text.pop_back();
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = Block();
  }

  Block block_;
  std::vector<Block> blocks_;
};

bool is_within(const xmlNode* node, const xmlNode* ancestor) {
  while (node != nullptr && node != ancestor) node = node->parent;
  return node != nullptr;
}

// Finds the element that holds the article among those that hold long paragraphs.
class BodyChooser {
 public:
  explicit BodyChooser(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (block.is_long()) count(block);
    }
  }

  // nullptr when there is none.
  const xmlNode* choose() const {
    const xmlNode* best = nullptr;
    const xmlNode* marked = nullptr;
    for (const xmlNode* node : in_order_) {
      if (best == nullptr || score_.at(node) > score_.at(best)) best = node;
      if (attribute(node, "itemprop") != "articleBody") continue;
      if (marked == nullptr || long_bytes_.at(node) > long_bytes_.at(marked)) marked = node;
    }
    if (best == nullptr) return nullptr;
    best = with_its_other_parts(best);
    if (marked != nullptr && long_bytes_.at(marked) * 3 >= long_bytes_.at(best)) return marked;
    return articles_in(best) > kMostArticlesInOne ? nullptr : best;
  }

 private:
  void count(const Block& block) {
    const xmlNode* container = block.container();
    add_score(container, block.text.size());
    add_score(container->parent, block.text.size() / 2);
    for (const xmlNode* node = container; !tag(node).empty(); node = node->parent) {
      long_bytes_[node] += block.text.size();
      if (tag(node) == "article") articles_.insert(node);
    }
  }

  void add_score(const xmlNode* node, size_t score) {
    if (tag(node).empty()) return;
    if (score_.emplace(node, 0).second) in_order_.push_back(node);
    score_[node] += score;
  }

  // An article is often cut in two by an advertisement: climbs while the parent holds much more.
  const xmlNode* with_its_other_parts(const xmlNode* node) const {
    for (int level = 0; level < 2; ++level) {
      const bool whole = tag(node) == "article" || tag(node) == "main" || tag(node->parent).empty();
      if (whole || long_bytes_.at(node) * 5 > long_bytes_.at(node->parent) * 3) return node;
      node = node->parent;
    }
    return node;
  }

  size_t articles_in(const xmlNode* node) const {
    return std::count_if(articles_.begin(), articles_.end(), [&](const xmlNode* article) {
      return article != node && is_within(article, node);
    });
  }

  absl::flat_hash_map<const xmlNode*, size_t> score_;
  absl::flat_hash_map<const xmlNode*, size_t> long_bytes_;  // of all long paragraphs below a node
  std::vector<const xmlNode*> in_order_;                    // the nodes that have a score
  absl::flat_hash_set<const xmlNode*> articles_;            // that hold a long paragraph
};

// Long paragraphs, short ones that are marked as paragraphs or end like a sentence, and headings
// with a paragraph behind them; not the signatures and tags behind the last sentence.
std::vector<std::string> select_paragraphs(std::vector<Block> blocks, const xmlNode* body) {
  std::erase_if(blocks, [&](const Block& block) {
    const bool wanted = block.is_long() || block.is_paragraph() || block.is_heading() ||
                        (block.is_running_text() && block.ends_sentence());
    return !wanted || !is_within(block.element, body);
  });
  while (!blocks.empty() && (blocks.back().is_heading() ||
                             (!blocks.back().is_long() && !blocks.back().ends_sentence()))) {
    blocks.pop_back();
  }
  std::vector<std::string> paragraphs;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const bool empty_section = blocks[i].is_heading() && blocks[i + 1].is_heading();
    if (!empty_section) paragraphs.push_back(std::move(blocks[i].text));
  }
  return paragraphs;
}

}  // namespace

std::vector<std::string> find_paragraphs(const xmlDoc* page) {
  std::vector<Block> blocks = BlockFinder().find(xmlDocGetRootElement(page));
  const xmlNode* body = BodyChooser(blocks).choose();
  if (body == nullptr) return {};
  std::vector<std::string> paragraphs = select_paragraphs(std::move(blocks), body);
  size_t length = 0;
  for (const std::string& paragraph : paragraphs) length += paragraph.size();
  if (length < kLeastArticle) return {};
  return paragraphs;
}

std::vector<std::string> all_paragraphs(const xmlDoc* page) {
  std::vector<std::string> paragraphs;
  for (Block& block : BlockFinder().find(xmlDocGetRootElement(page))) {
    if (block.is_running_text()) paragraphs.push_back(std::move(block.text));
  }
  return paragraphs;
}

}  // namespace musnad
