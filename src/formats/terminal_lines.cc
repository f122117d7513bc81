#include "formats/terminal_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/wrap.h"

namespace musnad {
namespace {

constexpr size_t kLeastWidth = 40;

}  // namespace

TerminalLines::TerminalLines(const TerminalOptions& options)
    : width_(std::max(options.width, kLeastWidth)), colour_(options.colour) {}

std::string TerminalLines::paint(std::string_view code, std::string_view text) const {
  if (!colour_ || code == kPlain || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

void TerminalLines::flow(const std::string& first, const std::string& next, size_t head,
                         std::string_view text, std::string_view colour) {
  const std::string* before = &first;
  for (const std::string& line : wrap(single_line(text), width_ - head)) {
    out_.append(*before).append(paint(colour, isolate(line))).push_back('\n');
    before = &next;
  }
}

void TerminalLines::field(size_t indent, std::string_view label, std::string_view value,
                          std::string_view colour) {
  if (value.empty()) return;
  const size_t head = indent + kLabelWidth;
  const std::string labelled =
      std::string(indent, ' ') + paint(kGrey, label) + std::string(kLabelWidth - label.size(), ' ');
  flow(labelled, std::string(head, ' '), head, value, colour);
}

}  // namespace musnad
