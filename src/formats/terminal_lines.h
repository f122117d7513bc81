// Lines for a terminal: labelled fields, wrapped, right-to-left text kept whole (formats/wrap.h).
#pragma once

#include <string>
#include <string_view>

#include "formats/terminal.h"

namespace musnad {

inline constexpr std::string_view kPlain = "0";  // ANSI codes of colours
inline constexpr std::string_view kBold = "1";
inline constexpr std::string_view kGrey = "90";
inline constexpr std::string_view kWarning = "1;31";

inline constexpr size_t kLabelWidth = 10;  // the longest label and two spaces

// Collects lines; every one is Latin first (an id or a label) and Arabic last, or Arabic alone.
class TerminalLines {
 public:
  explicit TerminalLines(const TerminalOptions& options);

  std::string take() { return std::move(out_); }
  size_t width() const { return width_; }

  // Text as it is.
  void raw(std::string_view text) { out_.append(text); }

  // Text behind what the last line holds.
  void append(std::string_view text) { out_.insert(out_.size() - 1, text); }

  // Text in a colour, where colours are wanted.
  std::string paint(std::string_view code, std::string_view text) const;

  // Text on as many lines as it needs: `first` stands before the first of them and `next` before
  // the others. Each takes `head` cells.
  void flow(const std::string& first, const std::string& next, size_t head, std::string_view text,
            std::string_view colour = kPlain);

  // A label and its value; nothing where the value is not known.
  void field(size_t indent, std::string_view label, std::string_view value,
             std::string_view colour = kPlain);

 private:
  size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace musnad
