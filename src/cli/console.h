// Standard error: one line for each complaint, and below them, when a person watches and the work
// is long, a progress bar.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

namespace musnad {

// Not thread-safe.
class Console {
 public:
  Console();
  ~Console();  // takes the bar away
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  // Prints "musnad: MESSAGE".
  void complain(std::string_view message);

  // Prints the same, where nothing is wrong.
  void note(std::string_view message);

  // Long work begins: the bar, and what it counts, starts anew.
  void begin_progress();

  // Another article is done, and that share (0 to 1, 0 where not known) of all input is read.
  void advance(double fraction);

  // Takes the bar away.
  void end_progress();

  uint64_t complaints() const { return complaints_; }

 private:
  using Clock = std::chrono::steady_clock;

  void hide_bar();

  bool terminal_;
  bool bar_shown_ = false;
  Clock::time_point begin_, next_draw_;
  uint64_t articles_ = 0;
  uint64_t complaints_ = 0;
};

}  // namespace musnad
