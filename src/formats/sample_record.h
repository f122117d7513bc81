// For the tests of the views: a made-up article of made-up states and people, and its record as a
// careful reader would write it.
#pragma once

#include <string_view>

#include "musnad/record.h"

namespace musnad {

// Ten statements: by a state (s1), its minister (s2 to s5, s3 denied, s4 through an agency), her
// colleague (s6, nested in s5), a spokesman (s7 withheld, s8 in answer to a question), an unnamed
// source (s9, through a newspaper), and nobody known (s10). Four times.
Record sample_record();

// Where `words` stand in the sample's text for the first time at or behind code point `from`;
// asserts that they do.
Span sample_span(std::string_view words, uint32_t from = 0);

// How often `part` stands in `text`.
size_t count(std::string_view text, std::string_view part);

}  // namespace musnad
