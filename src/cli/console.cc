#include "cli/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace musnad {
namespace {

constexpr auto kShortWork = std::chrono::seconds(1);  // needs no bar
constexpr auto kRedraw = std::chrono::milliseconds(100);
constexpr size_t kBarCells = 30;
constexpr char kEraseLine[] = "\r\033[K";

}  // namespace

Console::Console() : terminal_(isatty(STDERR_FILENO) == 1), next_draw_(Clock::now() + kShortWork) {}

Console::~Console() { hide_bar(); }

void Console::complain(std::string_view message) {
  hide_bar();
  ++complaints_;
  fmt::print(stderr, "musnad: {}\n", message);
}

void Console::advance(double fraction) {
  ++articles_;
  if (!terminal_ || Clock::now() < next_draw_) return;
  next_draw_ = Clock::now() + kRedraw;
  bar_shown_ = true;
  std::string bar;
  if (fraction > 0) {
    const auto full = static_cast<size_t>(fraction * kBarCells);
    bar =
        fmt::format("[{:#>{}}{:.>{}}] {:3.0f} %  ", "", full, "", kBarCells - full, fraction * 100);
  }
  fmt::print(stderr, "{}{}{} articles", kEraseLine, bar, articles_);
  std::fflush(stderr);
}

void Console::hide_bar() {
  if (bar_shown_) fmt::print(stderr, "{}", kEraseLine);
  bar_shown_ = false;
}

}  // namespace musnad
