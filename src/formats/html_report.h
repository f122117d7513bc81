// Records as one HTML page that needs nothing else: no network, no fonts, no server. For each
// record the article stands on one side, its statements and times on the other, and each shows its
// evidence in the other. formats/report/ holds the page's style, its script and the words of its
// interface.
#pragma once

#include <span>
#include <string>

#include "musnad/record.h"

namespace musnad {

// The page, UTF-8. Everything that comes from the records is escaped. A table of contents stands on
// top when there is more than one record. Linear in the text and in what is marked on it.
std::string render_html(std::span<const Record> records);

}  // namespace musnad
