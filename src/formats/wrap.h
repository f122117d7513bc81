// Arabic on the lines of a terminal. Terminals differ: some reorder right-to-left text (VTE,
// Konsole, mlterm), others show it as it comes, and few of either know the direction isolates of
// Unicode. So text stays in logical order, is broken into lines here and not by the terminal, and
// every line of it is one isolate (U+2067 … U+2069) of its own. A terminal that knows isolates puts
// closing punctuation on the left, where it belongs; the others take them for nothing, and since no
// Arabic ever stands between two Latin words of a line, they cannot tear it apart. U+2067 and not
// U+2068, whose direction is that of the first letter: a line of an Arabic text may well begin with
// "BBC".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace musnad {

// `text` as one harmless line of UTF-8: white space of any length becomes one space, control
// characters (an article could carry terminal commands) and invalid bytes become U+FFFD, and marks
// that open or close a stretch of direction are left out.
std::string single_line(std::string_view text);

// The cells that a terminal needs for `text`, which comes from single_line(): none for combining
// and invisible characters, two for wide ones of East Asia, one for others.
size_t display_width(std::string_view text);

// Breaks `text`, which comes from single_line(), at its spaces into lines of at most `width` cells;
// a word that is longer than a line breaks wherever the line is full, though never before a
// combining mark. At least one line.
std::vector<std::string> wrap(std::string_view text, size_t width);

// `text` in a right-to-left isolate if it has any right-to-left letter, else as it is.
std::string isolate(std::string_view text);

}  // namespace musnad
