// The work of `musnad read`: raw articles in, records out, on all processors, in the order of the
// input.
#pragma once

#include <string>

#include "cli/console.h"
#include "cli/output.h"
#include "formats/parse_article.h"
#include "formats/raw_article.h"
#include "formats/terminal.h"
#include "musnad/reader.h"

namespace musnad {

enum class OutputFormat : uint8_t { kText, kJsonLines, kHtml };

struct ReadSettings {
  ParseOptions parse;
  std::string crawled;    // YYYY-MM-DD for articles whose input does not say it; "" for none
  std::string published;  // likewise
  OutputFormat format = OutputFormat::kJsonLines;
  TerminalOptions terminal;  // for kText
  size_t threads = 1;
};

// Reads all articles of `source` and writes their records to `out`, which it leaves open. What
// cannot be read or written goes to the console; reading ends only when `out` fails. Output and
// complaints are the same for any number of threads. Memory is bounded: a few articles for each
// thread are in work at a time, and of long ones a single one; an HTML page, which has to be held
// whole, is kept below a size.
void read_articles(const Reader& reader, RawSource& source, const ReadSettings& settings,
                   Output& out, Console& console);

}  // namespace musnad
