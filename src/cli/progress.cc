#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>

namespace musnad {
namespace {

constexpr size_t kBarCells = 30;

std::string bar(double fraction) {
  const auto full = static_cast<size_t>(fraction * kBarCells);
  return fmt::format("[{:#>{}}{:.>{}}] {:3.0f} %  ", "", full, "", kBarCells - full,
                     fraction * 100);
}

std::string shown(double seconds) {
  if (seconds < 100) return fmt::format("{:.0f} s", seconds);
  if (seconds < 100 * 60) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

}  // namespace

std::string progress_line(uint64_t articles, double fraction,
                          std::chrono::duration<double> elapsed) {
  const double seconds = std::max(elapsed.count(), 1e-3);
  const std::string done = fmt::format("{} articles, {:.0f} a second", articles,
                                       static_cast<double>(articles) / seconds);
  if (fraction <= 0) return done;
  fraction = std::min(fraction, 1.0);
  return fmt::format("{}{}, {} left", bar(fraction), done,
                     shown(seconds * (1 - fraction) / fraction));
}

}  // namespace musnad
