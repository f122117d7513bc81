// What the tests of repetition are made of: the articles of the tests, and an editor's hand.
#pragma once

#include <string>
#include <vector>

namespace musnad {

using Lines = std::vector<std::string>;

// The articles of tests/articles as lines, without the shortest; each is about something else.
std::vector<Lines> originals();

std::string text_of(const Lines& lines);

// A word in `every` of a line replaced, as an editor rewords it.
std::string reworded(const std::string& line, size_t every);

}  // namespace musnad
