// Where the time goes: the stages run one after the other as the reader runs them, each under a clock.
#pragma once

#include <string>
#include <vector>

#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

struct StageShare {
  std::string stage;
  double seconds = 0;
};

// Reads all articles in one thread.
Expected<std::vector<StageShare>> measure_stages(const std::vector<Article>& articles);

}  // namespace musnad
