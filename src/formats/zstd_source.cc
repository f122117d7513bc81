#include "formats/zstd_source.h"

#include <fmt/format.h>
#include <zstd.h>

namespace musnad {
namespace {

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

class ZstdSource : public ByteSource {
 public:
  ZstdSource(std::unique_ptr<ByteReader> packed, std::string name)
      : packed_(std::move(packed)), name_(std::move(name)), stream_(ZSTD_createDStream()) {}

  Expected<size_t> read(char* buffer, size_t size) override {
    ZSTD_outBuffer out = {buffer, size, 0};
    while (out.pos == 0) {
      const Expected<std::string_view> chunk = packed_->peek();
      if (!chunk) return tl::unexpected(chunk.error());
      ZSTD_inBuffer in = {chunk->data(), chunk->size(), 0};
      const size_t code = ZSTD_decompressStream(stream_.get(), &out, &in);
      if (ZSTD_isError(code) != 0) return broken("damaged", ZSTD_getErrorName(code));
      packed_->consume(in.pos);
      if (chunk->empty() && out.pos == 0) {
        if (inside_frame_) return broken("broken off", "inside a frame");
        return 0;
      }
      inside_frame_ = code != 0;
    }
    return out.pos;
  }

  double fraction() const override { return packed_->fraction(); }

 private:
  tl::unexpected<Error> broken(std::string_view how, std::string_view reason) const {
    return fail(fmt::format("{}: {} Zstandard data before its byte {} ({}); fetch the file again",
                            name_, how, packed_->offset(), reason));
  }

  std::unique_ptr<ByteReader> packed_;
  std::string name_;
  std::unique_ptr<ZSTD_DStream, FreeStream> stream_;
  bool inside_frame_ = false;
};

}  // namespace

bool is_zstd(std::string_view bytes) { return bytes.starts_with("\x28\xB5\x2F\xFD"); }

std::unique_ptr<ByteSource> unpack_zstd(std::unique_ptr<ByteReader> packed, std::string name) {
  return std::make_unique<ZstdSource>(std::move(packed), std::move(name));
}

}  // namespace musnad
