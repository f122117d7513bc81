// The line that tells a person how far long work has come.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace musnad {

// "[#####....]  50 %  1200 articles, 400 a second, 3 s left" after `articles` in `elapsed`, where
// that share (0 to 1) of all input is read; without bar and time left where the share is 0, not
// known.
std::string progress_line(uint64_t articles, double fraction,
                          std::chrono::duration<double> elapsed);

}  // namespace musnad
