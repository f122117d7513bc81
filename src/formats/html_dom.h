// A page as libxml2 parses it: charset, tree, and the few questions that the finding of the article
// asks.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "musnad/error.h"

namespace musnad {

struct FreeHtml {
  void operator()(xmlDoc* page) const { xmlFreeDoc(page); }
};
using HtmlPage = std::unique_ptr<xmlDoc, FreeHtml>;

// The tree of a page. Its charset is UTF-8 when it is valid UTF-8, else what its byte order mark,
// `told_charset` (of its server, "" where not known) or its meta element says, else windows-1256.
// Fails on an unknown charset, on bytes that are invalid in UTF-8 unless `lossy`, and on markup
// that no news page has: 300,000 tags, or thousands of attributes in one tag, for which libxml2
// takes quadratic time. `where` begins the message. Thread-safe.
Expected<HtmlPage> parse_html(std::string bytes, const std::string& told_charset, bool lossy,
                              std::string_view where);

// The name of an element, "" for other nodes.
std::string_view tag(const xmlNode* node);

// The value of an attribute, "" when it is missing or `node` is no element.
std::string_view attribute(const xmlNode* node, const char* name);

// All text below `node`; runs of white space become one space, none at the ends.
std::string text_content(const xmlNode* node);

// Appends text in that way: `out` never begins with a space nor holds two in a row.
void append_collapsed(std::string& out, std::string_view text);

// The node behind `node` in the order of the page, within `top`; nullptr at the end. Its children
// come first unless `skip_children`.
const xmlNode* next_node(const xmlNode* node, const xmlNode* top, bool skip_children = false);

}  // namespace musnad
