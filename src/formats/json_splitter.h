// Cuts JSON into the objects that hold one article each, without parsing them: at line ends in JSON
// Lines, by counting brackets outside strings in an array. Holds one object at a time, so files of
// any length stream through.
#pragma once

#include <memory>
#include <string>

#include "formats/byte_source.h"
#include "formats/raw_article.h"

namespace musnad {

// One object a line. Blank lines are skipped. A line that is too long is one error; reading goes on
// behind it. `name` begins error messages; articles without id get `stem` and their index,
// "x-00005".
std::unique_ptr<RawSource> split_json_lines(std::unique_ptr<ByteReader> reader, std::string name,
                                            std::string stem);

// The elements of one array, or objects that follow each other with nothing but white space
// between. Ends at the first place where the brackets break.
std::unique_ptr<RawSource> split_json_values(std::unique_ptr<ByteReader> reader, std::string name,
                                             std::string stem);

}  // namespace musnad
