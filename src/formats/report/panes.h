// The two sides of a record in the HTML report. Whatever belongs together on both sides names the
// same keys in its attribute data-m: "s3" is the third statement, "t2" the second time; report.js
// lights up all elements of a key at once. Keys and element ids begin with the record's prefix,
// which is empty where the page has one record, so that the address of a statement is page.html#s3.
#pragma once

#include <cstdint>
#include <string>

#include "formats/record_view.h"
#include "formats/report/html.h"

namespace musnad {

struct PageRecord {
  const RecordView& view;
  const Labels& labels;
  std::string prefix;

  std::string statement_key(uint32_t index) const;
  std::string time_key(uint32_t index) const;

  // The number of the speaker's colour in report.css: 1 to 8, and again from 1; 0 for nobody known.
  uint32_t colour(const StatementRecord& statement) const;
};

// What stands for a speaker on both sides: the number, or a question mark for 0.
std::string speaker_mark(uint32_t number);

// The article, line by line, the first as its heading, with its statements and times marked. Where
// statements overlap, the innermost one has the ground and the next one the line below.
std::string article_pane(const PageRecord& page);

// The statements, grouped by speaker in the order of speaking, and the times.
std::string statement_pane(const PageRecord& page);

}  // namespace musnad
