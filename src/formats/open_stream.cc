#include "formats/open_stream.h"

#include <fmt/format.h>

#include <utility>

#include "formats/encoding.h"
#include "formats/feed_splitter.h"
#include "formats/json_splitter.h"
#include "formats/warc_splitter.h"
#include "formats/zstd_source.h"

namespace musnad {
namespace {

constexpr size_t kSniffedBytes = 4096;

// A file that holds one article.
class WholeFile : public RawSource {
 public:
  WholeFile(std::unique_ptr<ByteReader> reader, RawArticle raw)
      : reader_(std::move(reader)), raw_(std::move(raw)) {}

  Expected<std::optional<RawArticle>> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    Expected<std::string> bytes = reader_->read_rest(raw_.where);
    if (!bytes) return tl::unexpected(bytes.error());
    raw_.bytes = std::move(*bytes);
    return std::move(raw_);
  }

  double fraction() const override { return reader_->fraction(); }

 private:
  std::unique_ptr<ByteReader> reader_;
  RawArticle raw_;
  bool done_ = false;
};

}  // namespace

Expected<std::unique_ptr<RawSource>> open_stream(std::unique_ptr<ByteSource> source,
                                                 const std::string& name, FileKind kind,
                                                 Article told) {
  auto reader = std::make_unique<ByteReader>(std::move(source));
  Expected<std::string_view> begin = reader->peek(kSniffedBytes);
  if (begin && is_zstd(*begin)) {
    reader = std::make_unique<ByteReader>(unpack_zstd(std::move(reader), name));
    begin = reader->peek(kSniffedBytes);
  }
  if (!begin) return tl::unexpected(begin.error());
  if (begin->empty())
    return fail(fmt::format("{}: the file is empty; drop it or fetch it again", name));

  const auto whole_file = [&](RawFormat format) {
    RawArticle raw{format, "", name, std::move(told)};
    return std::make_unique<WholeFile>(std::move(reader), std::move(raw));
  };
  if (kind == FileKind::kUnknown) kind = kind_by_bytes(*begin);
  if (kind == FileKind::kHtml) return whole_file(RawFormat::kHtml);
  if (kind == FileKind::kFeed) return split_feed(std::move(reader), name);
  if (kind == FileKind::kWarc) return split_warc(std::move(reader), name);
  if (const auto mend = not_utf8(begin->substr(0, kSniffedBytes))) {
    return fail(fmt::format("{}: {}", name, *mend));
  }
  if (kind == FileKind::kText) return whole_file(RawFormat::kText);
  if (begin->starts_with(kByteOrderMark)) reader->consume(kByteOrderMark.size());
  const bool array = kind_by_bytes(*begin) == FileKind::kJson;
  return array || kind == FileKind::kJson ? split_json_values(std::move(reader), name, told.id)
                                          : split_json_lines(std::move(reader), name, told.id);
}

}  // namespace musnad
