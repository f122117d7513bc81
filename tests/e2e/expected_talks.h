// The dossiers that a careful reader draws up from an article of tests/articles: the rows `talks`
// of NAME.expected.tsv and the rows below each that belong to it (tests/articles/README.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "e2e/span_finder.h"
#include "musnad/error.h"

namespace musnad {

struct ExpectedSpan {
  std::string id;  // words@code point
  TokenRange tokens;
};

struct ExpectedTeam {
  std::string party;
  std::string status;
  std::string head;                  // "" for none, "withheld"
  std::vector<std::string> members;  // NAME, or NAME=ROLE where the article tells the part
  std::string named_by;              // "" for none
  std::optional<ExpectedSpan> waits_for;
};

struct ExpectedIssue {
  ExpectedSpan issue;
  std::string raised_by;  // "" for nobody
};

struct ExpectedPosition {
  std::string party;
  ExpectedSpan position;
};

struct ExpectedContact {
  std::string type;
  std::vector<std::string> participants;
  std::string status;
};

struct ExpectedTalks {
  std::vector<std::string> parties;
  std::vector<std::string> mediators;
  std::string status;
  std::vector<ExpectedSpan> topic;
  std::vector<ExpectedTeam> teams;
  std::vector<ExpectedIssue> agenda;
  std::vector<ExpectedPosition> positions;
  std::vector<ExpectedContact> contacts;
  std::vector<ExpectedSpan> open;
};

// Reads a row `talks`, `team`, `issue`, `position`, `contact` or `open` into `talks`. False where
// it is another row; an error where it is none of the document.
Expected<bool> read_talks_row(const Cells& row, const Document& document,
                              std::vector<ExpectedTalks>& talks);

}  // namespace musnad
