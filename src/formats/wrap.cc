#include "formats/wrap.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <utility>

#include "lexicon/table.h"

namespace musnad {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

// The code point at `position`, U+FFFD for an invalid byte; moves behind it.
UChar32 next_code_point(std::string_view text, size_t& position) {
  UChar32 c;
  U8_NEXT_OR_FFFD(text.data(), position, text.size(), c);
  return c;
}

void append_code_point(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, length);
}

// Embeddings, overrides and isolates, and what closes them; not the marks that stand alone.
bool is_direction_bracket(UChar32 c) {
  return (0x202A <= c && c <= 0x202E) || (0x2066 <= c && c <= 0x2069);
}

size_t cells(UChar32 c) {
  constexpr uint32_t kNoCell = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if (U_GET_GC_MASK(c) & kNoCell) return 0;
  const int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Lines as they fill up, word by word.
class Lines {
 public:
  explicit Lines(size_t width) : width_(width) {}

  void add(std::string_view word) {
    const size_t needed = display_width(word);
    if (used_ > 0 && used_ + 1 + needed <= width_) {
      line_ += ' ';
      ++used_;
    } else if (used_ > 0) {
      end_line();
    }
    for (size_t at = 0; at < word.size();) {
      const size_t begin = at;
      const size_t width = cells(next_code_point(word, at));
      if (used_ > 0 && used_ + width > width_) end_line();
      line_ += word.substr(begin, at - begin);
      used_ += width;
    }
  }

  std::vector<std::string> finish() {
    if (!line_.empty() || lines_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void end_line() {
    lines_.push_back(std::exchange(line_, ""));
    used_ = 0;
  }

  size_t width_;
  size_t used_ = 0;  // cells of `line_`
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string single_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    UChar32 c = next_code_point(text, at);
    if (is_direction_bracket(c)) continue;
    if (u_isUWhiteSpace(c)) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    append_code_point(out, u_charType(c) == U_CONTROL_CHAR ? kReplacement : c);
  }
  return out;
}

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) width += cells(next_code_point(text, at));
  return width;
}

std::vector<std::string> wrap(std::string_view text, size_t width) {
  Lines lines(width);
  for (std::string_view word : split(text, ' ')) lines.add(word);
  return lines.finish();
}

std::string isolate(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const UCharDirection direction = u_charDirection(next_code_point(text, at));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) {
      return "\u2067" + std::string(text) + "\u2069";
    }
  }
  return std::string(text);
}

}  // namespace musnad
