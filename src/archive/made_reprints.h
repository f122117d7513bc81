// What the tests of repetition are made of: the articles of the tests, and an editor's hand.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace musnad {

using Lines = std::vector<std::string>;

// The articles of tests/articles as lines, without the shortest; each is about something else.
std::vector<Lines> originals();

std::string text_of(const Lines& lines);

// A word in `every` of a line replaced, as an editor rewords it.
std::string reworded(const std::string& line, size_t every);

// How many of the pairs that stand in one group come of one original, and how many of those that do
// stand in one group. The ids of versions are the original's with "-" and more behind it; `pairs`
// come of one original.
struct PairScore {
  double precision = 0, recall = 0;
};
PairScore score_pairs(const std::set<std::set<std::string>>& groups, size_t pairs);

}  // namespace musnad
