// One request of the web at a time, bounded in size and time.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "musnad/error.h"

namespace musnad {

struct Libcurl;

struct HttpAnswer {
  long status = 0;
  std::string body;                     // unpacked
  std::string location;                 // where a redirection leads, as a whole address
  std::string etag, modified;           // what the next request is made conditional with
  std::chrono::seconds retry_after{0};  // for how long the server asks to be left alone
};

// Keeps connections open between requests. Not thread-safe.
class HttpClient {
 public:
  struct Limits {
    size_t bytes;  // of a body, unpacked
    std::chrono::seconds time{30};
  };

  HttpClient() = default;
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // Asks for an address of http or https; redirections are not followed. Where `etag` or `modified`
  // (of an earlier answer) are not "", the answer may be 304, not modified. Fails where there is no
  // answer, or one beyond the limits; the message has no address.
  Expected<HttpAnswer> get(const std::string& url, const Limits& limits,
                           const std::string& etag = "", const std::string& modified = "");

 private:
  // Makes ready for the first request.
  Expected<void> open();

  const Libcurl* curl_ = nullptr;
  void* handle_ = nullptr;  // of libcurl
};

}  // namespace musnad
