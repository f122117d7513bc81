// An article from a saved page of a news site, or from a piece of HTML that is all article.
#pragma once

#include "formats/raw_article.h"
#include "musnad/record.h"

namespace musnad {

// The text of the article is the page's headline and its paragraphs, one a line; runs of white
// space are one space. Offsets count in that text. Fails where no article stands out on the page,
// and as parse_html does; the message begins with raw.where. Thread-safe.
Expected<Article> parse_html_article(RawArticle raw, bool lossy);

// The headline raw.told.text and below it the paragraphs of the fragment, pictures and other
// clutter left out. Fails as parse_html does. Thread-safe.
Expected<Article> parse_fragment(RawArticle raw, bool lossy);

}  // namespace musnad
