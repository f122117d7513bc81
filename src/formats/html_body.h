// The paragraphs of the article on a page, without menus, related links, captions, share bars and
// comments.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <vector>

namespace musnad {

// The paragraphs in their order; none when no article stands out. The element that holds the
// article is the one that marks itself as its body (itemprop), else the one under which most
// running text lies: each paragraph counts for its element's parent, and half for the grandparent,
// as in Arc90's Readability; lists of several articles are refused.
std::vector<std::string> find_paragraphs(const xmlDoc* page);

// All paragraphs of running text, for HTML that holds nothing but an article.
std::vector<std::string> all_paragraphs(const xmlDoc* page);

}  // namespace musnad
