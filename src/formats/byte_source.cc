#include "formats/byte_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>

namespace musnad {
namespace {

constexpr size_t kChunk = size_t{64} << 10;

// zlib's gz functions read both gzip files and files that are not compressed.
class GzFile : public ByteSource {
 public:
  GzFile(std::string name, gzFile file, uint64_t size)
      : name_(std::move(name)), file_(file), size_(size) {}
  ~GzFile() override { gzclose_r(file_); }
  GzFile(const GzFile&) = delete;
  GzFile& operator=(const GzFile&) = delete;

  Expected<size_t> read(char* buffer, size_t size) override {
    const int count = gzread(file_, buffer, static_cast<unsigned>(size));
    int code = Z_OK;
    const char* reason = gzerror(file_, &code);
    if (count > 0 || (count == 0 && code == Z_OK)) return count;
    if (code == Z_ERRNO) {
      return fail(fmt::format("{}: cannot be read: {}", name_, std::strerror(errno)));
    }
    if (code == Z_BUF_ERROR) {
      return fail(fmt::format("{}: the gzip data breaks off at its byte {}; fetch the file again",
                              name_, gzoffset(file_)));
    }
    return fail(fmt::format("{}: damaged gzip data before its byte {} ({}); fetch the file again",
                            name_, gzoffset(file_), reason));
  }

  double fraction() const override {
    return size_ == 0 ? 0 : std::min(1.0, static_cast<double>(gzoffset(file_)) / size_);
  }

 private:
  std::string name_;
  gzFile file_;
  uint64_t size_;  // of the file, 0 where not known
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

  Expected<size_t> read(char* buffer, size_t size) override {
    const size_t count = bytes_.copy(buffer, size, place_);
    place_ += count;
    return count;
  }

  double fraction() const override {
    return bytes_.empty() ? 1 : static_cast<double>(place_) / bytes_.size();
  }

 private:
  std::string bytes_;
  size_t place_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> bytes_in_memory(std::string bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

Expected<std::unique_ptr<ByteSource>> open_file(const std::string& path) {
  const bool standard_input = path == "-";
  const int descriptor =
      standard_input ? dup(STDIN_FILENO) : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const std::string name = standard_input ? "standard input" : path;
  if (descriptor < 0) {
    return fail(fmt::format("{}: cannot be opened: {}; check the path and its permissions", name,
                            std::strerror(errno)));
  }
  struct stat status;
  const bool regular = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  gzFile file = gzdopen(descriptor, "rb");
  if (file == nullptr) {
    close(descriptor);
    return fail(fmt::format("{}: cannot be opened: out of memory", name));
  }
  gzbuffer(file, kChunk);
  return std::make_unique<GzFile>(name, file, regular ? status.st_size : 0);
}

Expected<std::string_view> ByteReader::peek(size_t least) {
  while (!ended_ && buffer_.size() - begin_ < least) {
    buffer_.erase(0, begin_);
    begin_ = 0;
    const size_t held = buffer_.size();
    buffer_.resize(held + std::max(kChunk, least - held));
    const Expected<size_t> count = source_->read(buffer_.data() + held, buffer_.size() - held);
    buffer_.resize(held + count.value_or(0));
    ended_ = count.value_or(0) == 0;
    if (!count) return tl::unexpected(count.error());
  }
  return std::string_view(buffer_).substr(begin_);
}

void ByteReader::consume(size_t size) {
  assert(size <= buffer_.size() - begin_);
  begin_ += size;
  offset_ += size;
}

Expected<std::string> ByteReader::read_rest(std::string_view where) {
  std::string bytes;
  for (;;) {
    const Expected<std::string_view> chunk = peek();
    if (!chunk) return tl::unexpected(chunk.error());
    if (chunk->empty()) return bytes;
    if (bytes.size() + chunk->size() > kMostRawBytes) return fail(too_long(where, kMostRawBytes));
    bytes.append(*chunk);
    consume(chunk->size());
  }
}

std::string too_long(std::string_view where, size_t most) {
  return fmt::format("{}: longer than {} MiB, the most that one article may have; split it", where,
                     most >> 20);
}

}  // namespace musnad
