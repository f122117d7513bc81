// A record for the eyes of a reader at a terminal.
#pragma once

#include <cstddef>
#include <string>

#include "musnad/record.h"

namespace musnad {

struct TerminalOptions {
  size_t width = 80;    // cells of a line; less than 40 counts as 40
  bool colour = false;  // ANSI colour codes, one colour a speaker
};

// The article's title and day, then its statements in their order (speaker, act, and where known
// via, addressee, question, time, and the content in « »; a nested one is indented below the margin
// of the one around it), its events, the dossiers of its negotiations, each line with the ids of
// the statements and events that it rests on, and its times with their values. Lines end in a line
// feed and hold no trailing spaces; formats/wrap.h tells how right-to-left text is kept whole.
std::string render_terminal(const Record& record, const TerminalOptions& options = {});

}  // namespace musnad
