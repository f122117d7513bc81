// What work costs: time and memory, each piece of work in a process of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "musnad/error.h"

namespace musnad {

struct Cost {
  double seconds = 0;            // on the clock
  double processor_seconds = 0;  // of all threads together
  double megabytes =
      0;  // most memory resident at once, in 10^6 bytes; at least what this process holds
};

// Runs `work` in a copy of this process, which ends with the status that it returns. Fails where
// that is above `worst_status`.
Expected<Cost> cost_of(const std::function<int()>& work, int worst_status = 0);

// Runs a program (looked up in PATH) with its arguments, its output and errors discarded.
Expected<Cost> cost_of(const std::vector<std::string>& command, int worst_status = 0);

}  // namespace musnad
