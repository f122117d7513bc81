#include "formats/header_fields.h"

#include <algorithm>

#include "formats/ascii.h"

namespace musnad {

std::string_view header_field(std::string_view head, std::string_view name) {
  const std::string wanted = lower_ascii(name);
  while (!head.empty()) {
    const size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    const size_t colon = line.find(':');
    if (colon == wanted.size() && lower_ascii(line.substr(0, colon)) == wanted) {
      return strip_ascii(line.substr(colon + 1));
    }
  }
  return "";
}

std::string charset_of_type(std::string_view content_type) {
  constexpr std::string_view kCharset = "charset=";
  const std::string lower = lower_ascii(content_type);
  const size_t found = lower.find(kCharset);
  if (found == std::string::npos) return "";
  const size_t begin = lower.find_first_not_of("\"' ", found + kCharset.size());
  if (begin == std::string::npos) return "";
  return lower.substr(begin, lower.find_first_of("\"'; ", begin) - begin);
}

}  // namespace musnad
