// Bytes from a file, gzip file, standard input or archive member, read piece by piece, so that no
// input is ever held whole in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "musnad/error.h"

namespace musnad {

// The most bytes of input that may hold one article: a text, a page with its pictures, a JSON
// object. Keeps the memory of the program bounded.
inline constexpr size_t kMostRawBytes = size_t{8} << 20;

// Where bytes come from. Not thread-safe.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Reads up to `size` bytes and returns how many; 0 at the end. Error messages name the source.
  virtual Expected<size_t> read(char* buffer, size_t size) = 0;

  // Share of the source read so far, 0 to 1; 0 where its length is not known.
  virtual double fraction() const { return 0; }
};

// Opens a file, or standard input for "-". Gzip files are inflated on the way.
Expected<std::unique_ptr<ByteSource>> open_file(const std::string& path);

// The bytes of a string.
std::unique_ptr<ByteSource> bytes_in_memory(std::string bytes);

// A buffer in front of a source: look at bytes first, consume them afterwards. Not thread-safe.
class ByteReader {
 public:
  explicit ByteReader(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // The bytes at hand, at least `least` of them unless the source ends before; empty at its end.
  // The view holds until the next call.
  Expected<std::string_view> peek(size_t least = 1);

  // Moves on by `size` bytes of the last peek.
  void consume(size_t size);

  // All bytes left, or an error when they are more than kMostRawBytes. `where` begins its
  // message.
  Expected<std::string> read_rest(std::string_view where);

  uint64_t offset() const { return offset_; }  // bytes consumed
  double fraction() const { return source_->fraction(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  size_t begin_ = 0;  // of the unconsumed bytes in buffer_
  uint64_t offset_ = 0;
  bool ended_ = false;
};

// The message about an article longer than `most` bytes.
std::string too_long(std::string_view where, size_t most);

}  // namespace musnad
