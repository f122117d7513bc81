// An article from one JSON object.
#pragma once

#include "formats/parse_article.h"

namespace musnad {

// Fails on JSON that is not one object, on a missing text, on a field of the wrong type and on a
// day that is not YYYY-MM-DD; the message begins with raw.where.
Expected<Article> parse_json_article(RawArticle raw, const FieldKeys& keys);

}  // namespace musnad
