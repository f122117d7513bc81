#include "morphology/letters.h"

#include "text/utf8.h"

namespace musnad {

std::u32string to_code_points(std::string_view utf8) {
  std::string mended;
  if (find_invalid_utf8(utf8) != std::string_view::npos) {
    mended = replace_invalid_utf8(utf8);
    utf8 = mended;
  }
  std::u32string out;
  out.reserve(utf8.size() / 2);
  for (size_t i = 0; i < utf8.size();) out.push_back(decode_utf8(utf8, i));
  return out;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 2);
  for (char32_t c : code_points) append_utf8(out, c);
  return out;
}

}  // namespace musnad
