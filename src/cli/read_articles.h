// The work of `musnad read`: articles in, records out for people or programs.
#pragma once

#include "cli/output.h"
#include "cli/read_pipeline.h"
#include "formats/terminal.h"

namespace musnad {

enum class OutputFormat : uint8_t { kText, kJsonLines, kHtml };

struct ReadSettings {
  InputSettings input;
  OutputFormat format = OutputFormat::kJsonLines;
  TerminalOptions terminal;  // for kText
};

// Reads all articles of `source` and writes their records to `out`, which it leaves open. What
// cannot be read or written goes to the console; reading ends only when `out` fails. Output and
// complaints are the same for any number of threads. Memory is bounded as in read_records; an HTML
// page, which has to be held whole, is kept below a size.
void read_articles(const Reader& reader, RawSource& source, const ReadSettings& settings,
                   Output& out, Console& console);

}  // namespace musnad
