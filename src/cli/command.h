// What the commands of the program have in common.
#pragma once

#include <functional>

namespace musnad {

// Exit status: all done, some input failed or the output could not be written, wrong usage.
inline constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2;

// The work of the command that was chosen, known when the command line is parsed. Returns the exit
// status.
using Work = std::function<int()>;

}  // namespace musnad
