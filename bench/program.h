// Runs a program and tells what it cost.
#pragma once

#include <string>
#include <vector>

#include "musnad/error.h"

namespace musnad {

struct Cost {
  double seconds = 0;    // on the clock
  double megabytes = 0;  // most memory resident at once, in 10^6 bytes
};

// Runs `command` (program first, looked up in PATH) in the C.UTF-8 locale with standard output discarded,
// and waits for its end. Fails where it cannot be started or ends with another status than 0.
Expected<Cost> run_program(const std::vector<std::string>& command);

}  // namespace musnad
