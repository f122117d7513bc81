// What work costs: time on the clock and memory, each piece of work in a process of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "musnad/error.h"

namespace musnad {

struct Cost {
  double seconds = 0;
  double megabytes = 0;  // most memory resident at once, in 10^6 bytes; at least what this process holds
};

// Runs `work` in a copy of this process, which ends with the status that it returns. Fails on another
// status than 0.
Expected<Cost> cost_of(const std::function<int()>& work);

// Runs a program (looked up in PATH) with its arguments, its standard output discarded.
Expected<Cost> cost_of(const std::vector<std::string>& command);

}  // namespace musnad
