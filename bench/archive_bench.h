// What an archive costs: adding, room on the disk, and how long questions take.
#pragma once

#include <string>

#include "musnad/error.h"

namespace musnad {

// Adds the articles of `input` to an archive in `folder` with the program and two threads, asks it,
// and prints tables.
Expected<void> measure_archive(const std::string& program, const std::string& input,
                               const std::string& folder);

}  // namespace musnad
