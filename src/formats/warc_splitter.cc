#include "formats/warc_splitter.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "formats/ascii.h"
#include "formats/day.h"
#include "formats/header_fields.h"
#include "formats/http_body.h"

namespace musnad {
namespace {

using Next = Expected<std::optional<RawArticle>>;

constexpr size_t kMostHead = size_t{64} << 10;  // of a record, and of the response in it
constexpr std::string_view kHeadEnd = "\r\n\r\n";

// The head of a record, as far as it is of use.
struct RecordHead {
  uint64_t length = 0;  // bytes behind the head
  bool response = false;
  Article told;
};

// "<urn:uuid:5f0c…>" without what all ids have.
std::string record_id(std::string_view field) {
  if (field.starts_with('<')) field.remove_prefix(1);
  if (field.ends_with('>')) field.remove_suffix(1);
  constexpr std::string_view kScheme = "urn:uuid:";
  if (field.starts_with(kScheme)) field.remove_prefix(kScheme.size());
  return std::string(field);
}

std::string_view without_angles(std::string_view uri) {
  return uri.starts_with('<') && uri.ends_with('>') ? uri.substr(1, uri.size() - 2) : uri;
}

// None where there is no length.
std::optional<RecordHead> read_record_head(std::string_view head) {
  RecordHead record;
  const std::string_view length = header_field(head, "Content-Length");
  const auto [end, error] =
      std::from_chars(length.data(), length.data() + length.size(), record.length);
  if (error != std::errc() || end != length.data() + length.size()) return std::nullopt;
  record.response = lower_ascii(header_field(head, "WARC-Type")) == "response" &&
                    lower_ascii(header_field(head, "Content-Type")).starts_with("application/http");
  record.told.id = record_id(header_field(head, "WARC-Record-ID"));
  record.told.url = without_angles(header_field(head, "WARC-Target-URI"));
  record.told.crawled = leading_day(header_field(head, "WARC-Date"));
  return record;
}

// Whether a response is a page that its server had: "HTTP/1.1 200 OK" with HTML.
bool is_page(std::string_view head) {
  const std::string type = lower_ascii(header_field(head, "Content-Type"));
  const std::string_view status = head.substr(0, head.find('\n'));
  return status.starts_with("HTTP/") && status.find(" 200") != std::string_view::npos &&
         (type.starts_with("text/html") || type.starts_with("application/xhtml"));
}

class WarcSplitter : public RawSource {
 public:
  WarcSplitter(std::unique_ptr<ByteReader> reader, std::string name)
      : reader_(std::move(reader)), name_(std::move(name)) {}

  Next next() override {
    while (!done_) {
      Next page = next_record();
      if (!page || *page) return page;
    }
    return std::nullopt;
  }

  double fraction() const override { return reader_->fraction(); }

 private:
  // The page of the record at the reader's place, nullopt where it holds none.
  Next next_record() {
    if (Expected<bool> more = skip_line_ends(); !more || !*more) {
      done_ = true;
      if (!more) return tl::unexpected(more.error());
      return std::nullopt;
    }
    where_ = fmt::format("{} (byte {})", name_, reader_->offset());
    const Expected<std::string> head = take_head(kMostHead);
    if (!head) return stop(head.error());
    std::optional<RecordHead> record = read_record_head(*head);
    if (!head->starts_with("WARC/") || !record) {
      return stop({fmt::format("{}: no WARC record begins here; fetch the file again", where_)});
    }
    Next page = record->response ? take_response(*record) : std::nullopt;
    if (const Expected<void> skipped = skip(record->length); !skipped) return stop(skipped.error());
    return page;
  }

  // Takes what it reads off record.length.
  Next take_response(RecordHead& record) {
    const Expected<std::string> head = take_head(std::min<uint64_t>(record.length, kMostHead));
    if (!head) return stop(head.error());
    record.length -= head->size();
    if (!is_page(*head)) return std::nullopt;
    if (record.length > kMostRawBytes) return fail(too_long(where_, kMostRawBytes));
    Expected<std::string> body = take(record.length);
    if (!body) return stop(body.error());
    record.length = 0;
    RawArticle raw{RawFormat::kHtml, unpack_http_body(*head, std::move(*body), kMostRawBytes),
                   where_, std::move(record.told)};
    raw.charset = charset_of_type(header_field(*head, "Content-Type"));
    raw.of_crawl = true;
    return raw;
  }

  // The bytes up to the next empty line, that included; "" where none ends within `most` bytes.
  Expected<std::string> take_head(size_t most) {
    size_t looked_at = 0;
    for (;;) {
      const Expected<std::string_view> bytes = reader_->peek(looked_at + 1);
      if (!bytes) return tl::unexpected(bytes.error());
      const size_t end = bytes->substr(0, most).find(kHeadEnd);
      if (end != std::string_view::npos) return take(end + kHeadEnd.size());
      if (bytes->size() >= most || bytes->size() <= looked_at) return "";
      looked_at = bytes->size();
    }
  }

  Expected<std::string> take(size_t size) {
    const Expected<std::string_view> bytes = reader_->peek(size);
    if (!bytes) return tl::unexpected(bytes.error());
    if (bytes->size() < size) return breaks_off();
    std::string taken(bytes->substr(0, size));
    reader_->consume(size);
    return taken;
  }

  Expected<void> skip(uint64_t size) {
    while (size > 0) {
      const Expected<std::string_view> bytes = reader_->peek();
      if (!bytes) return tl::unexpected(bytes.error());
      if (bytes->empty()) return breaks_off();
      const uint64_t count = std::min<uint64_t>(size, bytes->size());
      reader_->consume(count);
      size -= count;
    }
    return {};
  }

  // Over the empty lines between records; whether a byte follows.
  Expected<bool> skip_line_ends() {
    for (;;) {
      const Expected<std::string_view> bytes = reader_->peek();
      if (!bytes) return tl::unexpected(bytes.error());
      if (bytes->empty()) return false;
      const size_t end = std::min(bytes->find_first_not_of("\r\n"), bytes->size());
      const bool found = end < bytes->size();
      reader_->consume(end);
      if (found) return true;
    }
  }

  tl::unexpected<Error> breaks_off() const {
    return fail(fmt::format("{}: the file breaks off inside this record; fetch it again", where_));
  }

  Next stop(Error error) {
    done_ = true;
    return tl::unexpected(std::move(error));
  }

  std::unique_ptr<ByteReader> reader_;
  std::string name_;
  std::string where_;  // the record at hand, for messages
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RawSource> split_warc(std::unique_ptr<ByteReader> reader, std::string name) {
  return std::make_unique<WarcSplitter>(std::move(reader), std::move(name));
}

}  // namespace musnad
