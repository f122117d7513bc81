// Inputs from the web: an address is opened as the articles that its server has there: a feed, a
// page, JSON. Servers are asked politely: never against their robots.txt, on condition that
// something changed since the last time, and after a failure later and later.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "formats/byte_source.h"
#include "formats/raw_article.h"
#include "musnad/archive.h"
#include "web/http_client.h"
#include "web/robots.h"

namespace musnad {

// Not thread-safe.
class WebInputs {
 public:
  explicit WebInputs(std::chrono::seconds time) : limits_{kMostRawBytes, time} {}

  // What is known of an address from earlier times; to be told before it is opened.
  void tell(const std::string& url, Fetched before) { fetched_[url] = std::move(before); }

  // The articles at an address; each is told the address and today as its day of crawl. None where
  // nothing changed. Fails where the address cannot be had, which the next time is tried later.
  Expected<std::unique_ptr<RawSource>> open(const std::string& url);

  // Whether an address may be asked now: it did not fail just before.
  bool is_due(const std::string& url) const;

  // What to remember of an address that was told or opened.
  const Fetched& fetched(const std::string& url) const { return fetched_.at(url); }

 private:
  struct Rules {
    Robots robots;
    int64_t good_until = 0;  // seconds since 1970
  };

  Expected<HttpAnswer> ask(std::string url, const Fetched& before);
  Expected<void> check_robots(const std::string& url);

  HttpClient client_;
  HttpClient::Limits limits_;
  std::map<std::string, Fetched> fetched_;
  std::map<std::string, Rules> rules_;  // by "https://server.example"
};

}  // namespace musnad
