#include "web/web_inputs.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "formats/open_stream.h"

namespace musnad {
namespace {

using std::chrono::seconds;

constexpr int kMostRedirections = 5;
constexpr seconds kFirstPause{60};
constexpr seconds kLongestPause{24 * 3600};
constexpr uint32_t kMostDoublings = 11;  // of the pause: beyond a day
constexpr seconds kRobotsAge{24 * 3600};
constexpr long kOk = 200, kNotModified = 304, kServerFails = 500;

int64_t now() {
  return std::chrono::duration_cast<seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// The server's part of an address, "https://news.example:8080", and the path behind it.
std::pair<std::string, std::string> cut_url(const std::string& url) {
  const size_t host = url.find("://") + 3;
  const size_t path = std::min(url.find_first_of("/?#", host), url.size());
  std::string rest = url.substr(path, url.find('#', path) - path);
  if (!rest.starts_with('/')) rest.insert(0, "/");
  return {url.substr(0, path), rest};
}

// No articles: nothing changed.
class Nothing : public RawSource {
 public:
  Expected<std::optional<RawArticle>> next() override { return std::nullopt; }
  double fraction() const override { return 1; }
};

// The articles of a source, told when they were fetched.
class FetchedToday : public RawSource {
 public:
  explicit FetchedToday(std::unique_ptr<RawSource> source)
      : source_(std::move(source)), today_(fmt::format("{:%Y-%m-%d}", fmt::gmtime(now()))) {}

  Expected<std::optional<RawArticle>> next() override {
    auto raw = source_->next();
    if (raw && *raw && (*raw)->told.crawled.empty()) (*raw)->told.crawled = today_;
    return raw;
  }
  double fraction() const override { return source_->fraction(); }

 private:
  std::unique_ptr<RawSource> source_;
  std::string today_;
};

std::string time_of_day(int64_t time) {
  return fmt::format("{:%Y-%m-%d %H:%M:%S} UTC", fmt::gmtime(static_cast<std::time_t>(time)));
}

// Waits longer after each failure, and as long as the server asks for.
void put_off(Fetched& fetched, seconds asked_for) {
  const seconds pause = kFirstPause * (1u << std::min(fetched.failures, kMostDoublings));
  ++fetched.failures;
  fetched.not_before = now() + std::min(std::max(pause, asked_for), kLongestPause).count();
}

}  // namespace

Expected<std::unique_ptr<RawSource>> WebInputs::open(const std::string& url) {
  Fetched& fetched = fetched_[url];
  if (!is_due(url)) {
    return fail(fmt::format("{}: not asked again before {}, since it failed the last time", url,
                            time_of_day(fetched.not_before)));
  }
  const auto put_off_with = [&](const std::string& message, seconds asked_for = {}) {
    put_off(fetched, asked_for);
    return fail(fmt::format("{}: {}; it is asked again after {}", url, message,
                            time_of_day(fetched.not_before)));
  };
  Expected<HttpAnswer> answer = ask(url, fetched);
  if (!answer) return put_off_with(answer.error().message);
  if (answer->status != kOk && answer->status != kNotModified) {
    return put_off_with(fmt::format("the server answers {}", answer->status), answer->retry_after);
  }
  fetched.failures = 0;
  fetched.not_before = 0;
  if (answer->status == kNotModified) return std::make_unique<Nothing>();
  fetched.etag = std::move(answer->etag);
  fetched.modified = std::move(answer->modified);
  auto source =
      open_stream(bytes_in_memory(std::move(answer->body)), url, FileKind::kUnknown, {.url = url});
  if (!source) return tl::unexpected(source.error());
  return std::make_unique<FetchedToday>(std::move(*source));
}

bool WebInputs::is_due(const std::string& url) const {
  const auto found = fetched_.find(url);
  return found == fetched_.end() || now() >= found->second.not_before;
}

// Follows redirections.
Expected<HttpAnswer> WebInputs::ask(std::string url, const Fetched& before) {
  for (int i = 0; i <= kMostRedirections; ++i) {
    if (const Expected<void> allowed = check_robots(url); !allowed) {
      return tl::unexpected(allowed.error());
    }
    Expected<HttpAnswer> answer = client_.get(url, limits_, before.etag, before.modified);
    if (!answer || answer->location.empty()) return answer;
    url = answer->location;
  }
  return fail(fmt::format("more than {} redirections", kMostRedirections));
}

// The rules of a server are asked for once a day. One that has none allows all.
Expected<void> WebInputs::check_robots(const std::string& url) {
  const auto [server, path] = cut_url(url);
  Rules& rules = rules_[server];
  if (now() >= rules.good_until) {
    const Expected<HttpAnswer> answer = client_.get(server + "/robots.txt", limits_);
    if (!answer) return tl::unexpected(answer.error());
    if (answer->status >= kServerFails) {
      return fail(fmt::format("the server answers {} for its robots.txt", answer->status));
    }
    rules.robots = answer->status == kOk ? Robots::parse(answer->body) : Robots();
    rules.good_until = now() + kRobotsAge.count();
  }
  if (rules.robots.allows(path)) return {};
  return fail(fmt::format("the robots.txt of {} forbids it", server));
}

}  // namespace musnad
