#include "actors/tagger_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace musnad {
namespace {

constexpr std::string_view kMagic = "MUSNAD-N";

template <typename Integer>
void put(std::string& out, Integer value) {
  for (size_t i = 0; i < sizeof value; ++i) {
    out += static_cast<char>(static_cast<std::make_unsigned_t<Integer>>(value) >> (8 * i) & 0xFF);
  }
}

template <typename Integer>
Integer take(std::string_view& bytes) {
  std::make_unsigned_t<Integer> value = 0;
  for (size_t i = 0; i < sizeof value; ++i) {
    value |= static_cast<std::make_unsigned_t<Integer>>(static_cast<uint8_t>(bytes[i])) << (8 * i);
  }
  bytes.remove_prefix(sizeof value);
  return static_cast<Integer>(value);
}

template <typename Map>
std::vector<typename Map::key_type> sorted_keys(const Map& map) {
  std::vector<typename Map::key_type> keys;
  keys.reserve(map.size());
  for (const auto& [key, value] : map) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

constexpr size_t kHeaderSize = kMagic.size() + 8 + 2 * kTags * (kTags + 1);
constexpr size_t kFeatureSize = 4 + kTags;
constexpr size_t kWordSize = 6;

}  // namespace

std::string TaggerModel::to_bytes() const {
  std::string out(kMagic);
  put(out, static_cast<uint32_t>(features.size()));
  put(out, static_cast<uint32_t>(words.size()));
  for (const auto& row : transitions) {
    for (int32_t score : row) put(out, static_cast<int16_t>(score));
  }
  for (uint32_t hash : sorted_keys(features)) {
    put(out, hash);
    for (int8_t weight : features.at(hash)) put(out, weight);
  }
  for (uint32_t hash : sorted_keys(words)) {
    put(out, hash);
    put(out, words.at(hash));
  }
  return out;
}

Expected<TaggerWeights> TaggerWeights::open(std::string_view bytes) {
  if (bytes.size() < kHeaderSize || !bytes.starts_with(kMagic)) {
    return fail(
        "names model: not the weights of a name tagger; train them with musnad-train names");
  }
  bytes.remove_prefix(kMagic.size());
  const size_t features = take<uint32_t>(bytes), words = take<uint32_t>(bytes);
  TaggerWeights weights;
  for (auto& row : weights.transitions) {
    for (float& score : row) score = take<int16_t>(bytes);
  }
  if (bytes.size() != features * kFeatureSize + words * kWordSize) {
    return fail(
        fmt::format("names model: {} bytes of weights where the header tells {}; train it again",
                    bytes.size(), features * kFeatureSize + words * kWordSize));
  }
  weights.features = HashedRecords(bytes.substr(0, features * kFeatureSize), kTags);
  weights.words = HashedRecords(bytes.substr(features * kFeatureSize), sizeof(uint16_t));
  if (!weights.features.sound() || !weights.words.sound()) {
    return fail("names model: its hashes do not ascend evenly; train it again");
  }
  return weights;
}

uint16_t TaggerWeights::classes(uint32_t word) const {
  const char* found = words.find(word);
  if (found == nullptr) return 0;
  std::string_view bits(found, sizeof(uint16_t));
  return take<uint16_t>(bits);
}

}  // namespace musnad
