// The language data and weights travel inside the program; this finds them by their path in the
// repository ("lexicon/ar/reporting_verbs.tsv").
#pragma once

#include <string_view>
#include <vector>

namespace musnad {

// The bytes of an embedded file; they live as long as the program. Asserts that the file is
// embedded.
std::string_view embedded_file(std::string_view path);

// The paths of all embedded files that begin with `prefix`, in the order of the build.
std::vector<std::string_view> embedded_files(std::string_view prefix);

}  // namespace musnad
