#include "web/http_client.h"

#include <fmt/format.h>

#include "formats/header_fields.h"
#include "web/libcurl.h"

namespace musnad {
namespace {

constexpr std::chrono::seconds kConnectTime{10};
constexpr size_t kMostHead = size_t{64} << 10;

// What arrives of an answer.
struct Arrival {
  std::string head, body;
  size_t most;
};

size_t take_head(char* bytes, size_t, size_t size, void* user) {
  auto& arrival = *static_cast<Arrival*>(user);
  const std::string_view line(bytes, size);
  if (line.starts_with("HTTP/")) arrival.head.clear();  // the next answer: behind "100 Continue"
  if (arrival.head.size() + size > kMostHead) return 0;
  arrival.head += line;
  return size;
}

size_t take_body(char* bytes, size_t, size_t size, void* user) {
  auto& arrival = *static_cast<Arrival*>(user);
  if (arrival.body.size() + size > arrival.most) return 0;  // ends the transfer
  arrival.body.append(bytes, size);
  return size;
}

}  // namespace

HttpClient::~HttpClient() {
  if (handle_ != nullptr) curl_->easy_cleanup(handle_);
}

Expected<void> HttpClient::open() {
  if (handle_ != nullptr) return {};
  const Expected<const Libcurl*> library = Libcurl::load();
  if (!library) return tl::unexpected(library.error());
  curl_ = *library;
  handle_ = curl_->easy_init();
  if (handle_ == nullptr) return fail("out of memory");
  return {};
}

Expected<HttpAnswer> HttpClient::get(const std::string& url, const Limits& limits,
                                     const std::string& etag, const std::string& modified) {
  if (const Expected<void> opened = open(); !opened) return tl::unexpected(opened.error());
  Arrival arrival{"", "", limits.bytes};
  const auto free_list = [this](curl_slist* list) { curl_->slist_free_all(list); };
  std::unique_ptr<curl_slist, decltype(free_list)> fields(nullptr, free_list);
  const auto add_field = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    const std::string field = fmt::format("{}: {}", name, value);
    fields.reset(curl_->slist_append(fields.release(), field.c_str()));
  };
  add_field("If-None-Match", etag);
  add_field("If-Modified-Since", modified);
  curl_->easy_reset(handle_);
  curl_->easy_setopt(handle_, CURLOPT_URL, url.c_str());
  curl_->easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_->easy_setopt(handle_, CURLOPT_USERAGENT, "musnad/" MUSNAD_VERSION);
  curl_->easy_setopt(handle_, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl unpacks
  curl_->easy_setopt(handle_, CURLOPT_HTTPHEADER, fields.get());
  curl_->easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
  curl_->easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT, static_cast<long>(kConnectTime.count()));
  curl_->easy_setopt(handle_, CURLOPT_TIMEOUT, static_cast<long>(limits.time.count()));
  curl_->easy_setopt(handle_, CURLOPT_HEADERFUNCTION, take_head);
  curl_->easy_setopt(handle_, CURLOPT_HEADERDATA, &arrival);
  curl_->easy_setopt(handle_, CURLOPT_WRITEFUNCTION, take_body);
  curl_->easy_setopt(handle_, CURLOPT_WRITEDATA, &arrival);
  const CURLcode code = curl_->easy_perform(handle_);
  if (code == CURLE_WRITE_ERROR) {
    return fail(fmt::format("the answer is longer than {} MiB", limits.bytes >> 20));
  }
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return fail(fmt::format("no whole answer within {} s", limits.time.count()));
  }
  if (code != CURLE_OK) return fail(curl_->easy_strerror(code));

  HttpAnswer answer;
  char* location = nullptr;
  curl_off_t retry_after = 0;
  curl_->easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &answer.status);
  curl_->easy_getinfo(handle_, CURLINFO_REDIRECT_URL, &location);
  curl_->easy_getinfo(handle_, CURLINFO_RETRY_AFTER, &retry_after);
  if (location != nullptr) answer.location = location;
  answer.retry_after = std::chrono::seconds(retry_after);
  answer.etag = header_field(arrival.head, "ETag");
  answer.modified = header_field(arrival.head, "Last-Modified");
  answer.body = std::move(arrival.body);
  return answer;
}

}  // namespace musnad
