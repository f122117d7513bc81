// Where the time goes: the stages run one after the other as the reader runs them, each under a
// clock.
#pragma once

#include <string>
#include <vector>

#include "musnad/error.h"

namespace musnad {

struct StageShare {
  std::string stage;
  double seconds = 0;
};

// Reads all articles of a file or folder in one thread.
Expected<std::vector<StageShare>> measure_stages(const std::string& path);

}  // namespace musnad
