#include "formats/encoding.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace musnad {
namespace {

// Whether nearly all bytes at even (0) or odd (1) places are the upper halves of UTF-16 units of
// Arabic text: U+00xx, U+06xx and U+20xx.
bool looks_like_upper_halves(std::string_view bytes, size_t parity) {
  size_t upper = 0, all = 0;
  for (size_t i = parity; i < bytes.size(); i += 2, ++all) {
    upper += bytes[i] == 0x00 || bytes[i] == 0x06 || bytes[i] == 0x20;
  }
  return upper * 10 > all * 9;
}

std::string convert_from(std::string_view encoding) {
  return fmt::format("is {}, not UTF-8; convert it: iconv -f {} -t UTF-8 OLD > NEW", encoding,
                     encoding);
}

}  // namespace

std::optional<std::string> not_utf8(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
    return convert_from("UTF-32");
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return convert_from("UTF-16");
  if (bytes.starts_with("PK\x03\x04")) {
    return "is a zip archive or an office document; name an archive .zip, save a document as text";
  }
  if (bytes.starts_with("%PDF-")) return "is a PDF; take its text out: pdftotext FILE.pdf FILE.txt";
  if (bytes.find('\0') == std::string_view::npos) return std::nullopt;
  if (looks_like_upper_halves(bytes, 1)) return convert_from("UTF-16LE");
  if (looks_like_upper_halves(bytes, 0)) return convert_from("UTF-16BE");
  return "is binary, not text; give UTF-8 text, a saved page or JSON";
}

Expected<std::string> valid_utf8(std::string bytes, bool lossy, std::string_view where) {
  const size_t invalid = find_invalid_utf8(bytes);
  if (invalid == std::string_view::npos) return bytes;
  if (lossy) return replace_invalid_utf8(bytes);
  return fail(
      fmt::format("{}: byte {} is not valid UTF-8; mend it, or read with --lossy", where, invalid));
}

}  // namespace musnad
