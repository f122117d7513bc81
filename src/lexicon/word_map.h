// A map by words that is asked about every word of a text and has few of them. A glance at a word's
// length and at the letters at its ends tells of most that they are not in it, before they are
// hashed.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/strings/string_view.h>

#include <bitset>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace musnad {

// A number made of a word's length and the letters at its ends, spread best in its upper bits.
inline uint64_t word_glance(std::string_view word) {
  uint32_t head = 0, tail = 0;  // two letters each
  if (word.size() >= sizeof head) {
    std::memcpy(&head, word.data(), sizeof head);
    std::memcpy(&tail, word.data() + word.size() - sizeof tail, sizeof tail);
  } else {
    for (const char c : word) head = head << 8 | static_cast<uint8_t>(c);
  }
  constexpr uint64_t kSpread = 0x9E3779B97F4A7C15u;
  return ((uint64_t{head} << 32 | tail) + word.size()) * kSpread;
}

// Words that are asked for cannot be told apart better than by 2^kGlanceBits glances; twice as many
// as there are words will do. Finding is thread-safe.
template <typename Value, int kGlanceBits = 12>
class WordMap {
 public:
  // The value of a word, nullptr where it has none.
  const Value* find(std::string_view word) const {
    if (!glances_[glance(word)]) return nullptr;
    const auto found = values_.find(absl::string_view(word.data(), word.size()));
    return found == values_.end() ? nullptr : &found->second;
  }

  // The value of a word, `made` where it had none, and whether that was so.
  std::pair<Value&, bool> emplace(std::string_view word, Value made) {
    glances_.set(glance(word));
    const auto [place, added] = values_.try_emplace(std::string(word), std::move(made));
    return {place->second, added};
  }

  size_t size() const { return values_.size(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }

 private:
  static size_t glance(std::string_view word) { return word_glance(word) >> (64 - kGlanceBits); }

  std::bitset<size_t{1} << kGlanceBits> glances_;  // those of the words that have values
  absl::flat_hash_map<std::string, Value> values_;
};

}  // namespace musnad
