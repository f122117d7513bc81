#include "archive/identity.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <tuple>

namespace musnad {
namespace {

constexpr size_t kHashBytes = 16;
constexpr size_t kShownHashBytes = 4;

}  // namespace

std::string hash_of(const Article& article) {
  const std::string whole = fmt::format("{}\n{}\n{}", article.publisher, article.url, article.text);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int length = 0;
  EVP_Digest(whole.data(), whole.size(), digest.data(), &length, EVP_sha256(), nullptr);
  return {reinterpret_cast<const char*>(digest.data()), kHashBytes};
}

std::string hash_suffix(std::string_view hash) {
  std::string suffix = "~";
  for (const char byte : hash.substr(0, kShownHashBytes)) {
    suffix += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  }
  return suffix;
}

std::string given_id(std::string id, std::string_view hash) {
  if (id.ends_with(hash_suffix(hash))) id.erase(id.rfind('~'));
  return id;
}

bool operator<(const Fetch& a, const Fetch& b) {
  const auto order = [](const Fetch& fetch) {
    return std::tuple(fetch.crawled.empty(), std::string_view(fetch.crawled),
                      fetch.published.empty(), std::string_view(fetch.published),
                      std::string_view(fetch.id), std::string_view(fetch.author));
  };
  return order(a) < order(b);
}

}  // namespace musnad
