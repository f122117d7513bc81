// What a record gets wrong of an article, measured against the truth of tests/articles.
#pragma once

#include <string>
#include <vector>

#include "e2e/expected_article.h"
#include "musnad/record.h"

namespace musnad {

// One fault. `entry` is the words@code point of the statement's cue or of the time, or the
// article's own field; `what` is missed, extra, or the field that is wrong.
struct Fault {
  std::string entry;
  std::string what;
  std::string detail;  // expected and got, for people
};

// A statement is found where its cue shares a word with an expected one, or, where both have no
// word as cue, half of its content. Spans must cover the same words; speakers and relays must be
// the same names.
std::vector<Fault> statement_faults(const ExpectedArticle& expected, const Record& record);

// A time is found where it shares a word with an expected one. The day of the text is judged here
// too.
std::vector<Fault> time_faults(const ExpectedArticle& expected, const Record& record);

// An event is found where one of its type has a mention at the expected anchor. Participants must
// be the same names, in any order.
std::vector<Fault> event_faults(const ExpectedArticle& expected, const Record& record);

// Dossiers are the same where they share a party, teams where they are of the same party, contacts
// where type and participants agree, other entries where they share a word; their words must be the
// same, and each must have evidence.
std::vector<Fault> talks_faults(const ExpectedArticle& expected, const Record& record);

}  // namespace musnad
