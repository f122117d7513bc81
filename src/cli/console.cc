#include "cli/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

#include "cli/progress.h"

namespace musnad {
namespace {

constexpr auto kShortWork = std::chrono::seconds(1);  // needs no bar
constexpr auto kRedraw = std::chrono::milliseconds(100);
constexpr char kEraseLine[] = "\r\033[K";

}  // namespace

Console::Console() : terminal_(isatty(STDERR_FILENO) == 1) {}

Console::~Console() { hide_bar(); }

void Console::complain(std::string_view message) {
  ++complaints_;
  note(message);
}

void Console::note(std::string_view message) {
  hide_bar();
  fmt::print(stderr, "musnad: {}\n", message);
}

void Console::begin_progress() {
  begin_ = Clock::now();
  next_draw_ = begin_ + kShortWork;
  articles_ = 0;
}

void Console::advance(double fraction) {
  ++articles_;
  if (!terminal_ || Clock::now() < next_draw_) return;
  next_draw_ = Clock::now() + kRedraw;
  bar_shown_ = true;
  fmt::print(stderr, "{}{}", kEraseLine, progress_line(articles_, fraction, Clock::now() - begin_));
  std::fflush(stderr);
}

void Console::end_progress() { hide_bar(); }

void Console::hide_bar() {
  if (bar_shown_) fmt::print(stderr, "{}", kEraseLine);
  bar_shown_ = false;
}

}  // namespace musnad
