// What an archive costs: adding, room on the disk, and how long questions take, as it grows.
#pragma once

#include <string>

#include "musnad/error.h"

namespace musnad {

// Adds all articles of `corpus` to an archive in `folder` with the program and two threads; with
// more than one repetition first a tenth of them, then the others, then all of them repeated with
// altered texts. Asks it each time, and prints tables.
Expected<void> measure_archive(const std::string& program, const std::string& corpus,
                               const std::string& folder, size_t repetitions);

}  // namespace musnad
