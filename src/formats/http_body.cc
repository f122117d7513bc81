#include "formats/http_body.h"

#include <zlib.h>

#include <charconv>
#include <optional>

#include "formats/ascii.h"
#include "formats/header_fields.h"

namespace musnad {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

// The bytes inside the chunks; none where these are no chunks. What follows a last chunk that was
// cut off is left out.
std::optional<std::string> join_chunks(std::string_view chunked) {
  std::string joined;
  while (!chunked.empty()) {
    size_t size = 0;
    const char* const end = chunked.data() + chunked.size();
    const auto [rest, error] = std::from_chars(chunked.data(), end, size, 16);
    const size_t line = chunked.find(kLineEnd);
    const bool extended = rest != end && (*rest == ';' || *rest == ' ');
    const bool number = error == std::errc() && line != std::string_view::npos &&
                        (rest == chunked.data() + line || extended);
    if (!number) return std::nullopt;
    chunked.remove_prefix(line + kLineEnd.size());
    if (size == 0) return joined;
    joined += chunked.substr(0, size);
    if (size >= chunked.size()) return joined;
    chunked.remove_prefix(size);
    if (chunked.starts_with(kLineEnd)) chunked.remove_prefix(kLineEnd.size());
  }
  return joined;
}

// None where it is no gzip, or more than `most` bytes. What a cut body holds is kept.
std::optional<std::string> inflate_gzip(std::string_view packed, size_t most) {
  constexpr int kGzipOrZlib = 15 + 32;
  constexpr size_t kPiece = size_t{64} << 10;
  z_stream stream = {};
  if (inflateInit2(&stream, kGzipOrZlib) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string bytes;
  int code = Z_OK;
  while (code == Z_OK && bytes.size() <= most) {
    const size_t before = bytes.size();
    bytes.resize(before + kPiece);
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + before);
    stream.avail_out = kPiece;
    code = inflate(&stream, Z_NO_FLUSH);
    bytes.resize(bytes.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  const bool sound = code == Z_STREAM_END || code == Z_BUF_ERROR;
  if (!sound || bytes.size() > most) return std::nullopt;
  return bytes;
}

}  // namespace

std::string unpack_http_body(std::string_view head, std::string body, size_t most) {
  const auto says = [&](std::string_view field, std::string_view word) {
    return lower_ascii(header_field(head, field)).find(word) != std::string::npos;
  };
  if (says("Transfer-Encoding", "chunked")) {
    if (auto joined = join_chunks(body)) body = std::move(*joined);
  }
  if (says("Content-Encoding", "gzip") || says("Content-Encoding", "deflate")) {
    if (auto inflated = inflate_gzip(body, most)) body = std::move(*inflated);
  }
  return body;
}

}  // namespace musnad
