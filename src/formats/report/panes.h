// The two sides of a record in the HTML report. Whatever belongs together on both sides names the
// same keys in its attribute data-m: "s3" is the third statement, "e1" the first event, "t2" the
// second time, "n1-team-2" the second team of the first negotiation; report.js lights up all
// elements of a key at once. Keys and element ids begin with the record's prefix,
// which is empty where the page has one record, so that the address of a statement is page.html#s3.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/record_view.h"
#include "formats/report/html.h"

namespace musnad {

struct PageRecord {
  const RecordView& view;
  const Labels& labels;
  std::string prefix;

  std::string statement_key(uint32_t index) const;
  std::string event_key(uint32_t index) const;
  std::string time_key(uint32_t index) const;
  // Of an entry of the dossier of a negotiation; `part` is topic, team, issue, position or open.
  std::string entry_key(uint32_t talks, std::string_view part, uint32_t index) const;

  // The number of the speaker's colour in report.css: 1 to 8, and again from 1; 0 for nobody known.
  uint32_t colour(const StatementRecord& statement) const;
};

// What stands for a speaker on both sides: the number, or a question mark for 0.
std::string speaker_mark(uint32_t number);

// An entry of a dossier with the words of the article that show it: its own, else those of its
// evidence.
struct DossierEntry {
  std::string key;
  std::vector<Span> spans;
};
std::vector<DossierEntry> dossier_entries(const PageRecord& page);

// A name or words of the article in a sentence of the interface, whatever the direction of either.
std::string name_element(std::string_view name);
// Several names, which read from right to left in either language.
std::string names_element(const Record& record, const std::vector<ActorIndex>& actors);
// Ids, days and values of times read from left to right.
std::string value_element(std::string_view value);

// The article, line by line, the first as its heading, with what the record says of it marked.
// Where statements overlap, the innermost one has the ground and the next one the line below.
std::string article_pane(const PageRecord& page);

// Begins a part of the list: a section with a heading and how many entries it has.
std::string part_heading(const PageRecord& page, std::string_view part, size_t count);

// The parts of the list beside it, each empty where the record has none of it, but for statements:
// the dossier of each negotiation with the evidence of every line; the statements, grouped by
// speaker in the order of speaking; the events and the times in their order.
std::string talks_pane(const PageRecord& page);
std::string statement_pane(const PageRecord& page);
std::string event_pane(const PageRecord& page);
std::string time_pane(const PageRecord& page);

}  // namespace musnad
