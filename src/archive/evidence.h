// From the columns that hold spans back to the words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "musnad/record.h"

namespace musnad {

// The numbers in a JSON list of lists: 58 160 0 of [[58,160,0]]. Anything else is passed over.
std::vector<uint32_t> numbers_in(std::string_view json);

// The spans of a statement's content.
std::vector<Span> content_spans(std::string_view json);

// The spans of an actor's mentions.
std::vector<Span> mention_spans(std::string_view json);

// The words of a span. Linear in the text before its end; a span beyond the end is cut there.
std::string_view words_of(std::string_view text, Span span);

// Code points of a text.
uint32_t length_of(std::string_view text);

}  // namespace musnad
