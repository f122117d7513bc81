#include "web/http_client.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <mutex>

#include "formats/header_fields.h"

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

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

}  // namespace

HttpClient::HttpClient() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  curl_ = curl_easy_init();
}

HttpClient::~HttpClient() { curl_easy_cleanup(curl_); }

Expected<HttpAnswer> HttpClient::get(const std::string& url, const Limits& limits,
                                     const std::string& etag, const std::string& modified) {
  if (curl_ == nullptr) return fail("out of memory");
  Arrival arrival{"", "", limits.bytes};
  std::unique_ptr<curl_slist, FreeList> fields;
  const auto add_field = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    const std::string field = fmt::format("{}: {}", name, value);
    fields.reset(curl_slist_append(fields.release(), field.c_str()));
  };
  add_field("If-None-Match", etag);
  add_field("If-Modified-Since", modified);
  curl_easy_reset(curl_);
  curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl_, CURLOPT_USERAGENT, "musnad/" MUSNAD_VERSION);
  curl_easy_setopt(curl_, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl unpacks
  curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, fields.get());
  curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl_, CURLOPT_CONNECTTIMEOUT, static_cast<long>(kConnectTime.count()));
  curl_easy_setopt(curl_, CURLOPT_TIMEOUT, static_cast<long>(limits.time.count()));
  curl_easy_setopt(curl_, CURLOPT_HEADERFUNCTION, take_head);
  curl_easy_setopt(curl_, CURLOPT_HEADERDATA, &arrival);
  curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(curl_, CURLOPT_WRITEDATA, &arrival);
  const CURLcode code = curl_easy_perform(curl_);
  if (code == CURLE_WRITE_ERROR) {
    return fail(fmt::format("the answer is longer than {} MiB", limits.bytes >> 20));
  }
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return fail(fmt::format("no whole answer within {} s", limits.time.count()));
  }
  if (code != CURLE_OK) return fail(curl_easy_strerror(code));

  HttpAnswer answer;
  char* location = nullptr;
  curl_off_t retry_after = 0;
  curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &answer.status);
  curl_easy_getinfo(curl_, CURLINFO_REDIRECT_URL, &location);
  curl_easy_getinfo(curl_, CURLINFO_RETRY_AFTER, &retry_after);
  if (location != nullptr) answer.location = location;
  answer.retry_after = std::chrono::seconds(retry_after);
  answer.etag = header_field(arrival.head, "ETag");
  answer.modified = header_field(arrival.head, "Last-Modified");
  answer.body = std::move(arrival.body);
  return answer;
}

}  // namespace musnad
