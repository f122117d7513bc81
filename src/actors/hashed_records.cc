#include "actors/hashed_records.h"

#include <algorithm>

namespace musnad {
namespace {

constexpr size_t kRoom = 1024;       // slots behind those that hashes number
constexpr size_t kBitsARecord = 16;  // of the filter

// Shifts away all but so many upper bits of a hash that they tell `count` things apart.
int shift_for(size_t count) { return 32 - std::bit_width(std::bit_ceil(count + 8) - 1); }

}  // namespace

// Members are handed over by value: the loop then knows that it does not write over them.
bool HashedRecords::lay(std::string_view bytes, size_t size, int shift, int filter_shift,
                        std::span<char> slots, uint8_t* filter) {
  const size_t last = slots.size() / size - 1;
  size_t next = 0;  // the first empty slot
  uint32_t before = 0;
  for (; bytes.size() >= size; bytes.remove_prefix(size)) {
    const uint32_t hash = hash_at(bytes.data());
    if (next > 0 && hash <= before) return false;
    before = hash;
    const size_t own = std::max<size_t>(next, hash >> shift);
    if (own >= last) return false;
    char* slot = slots.data() + next * size;
    for (; next > 0 && next < own; ++next, slot += size) std::memcpy(slot, slot - size, size);
    std::memcpy(slots.data() + own * size, bytes.data(), size);
    next = own + 1;
    filter[hash >> filter_shift >> 3] |= 1 << (hash >> filter_shift & 7);
  }
  constexpr uint32_t kHighest = UINT32_MAX;  // ends every search
  for (; next <= last; ++next) std::memcpy(slots.data() + next * size, &kHighest, sizeof kHighest);
  return true;
}

HashedRecords::HashedRecords(std::string_view bytes, size_t payload)
    : size_(sizeof(uint32_t) + payload) {
  const size_t count = bytes.size() / size_;
  shift_ = shift_for(count + count / 4);
  filter_shift_ = shift_for(count * kBitsARecord);
  slots_.resize(((size_t{1} << (32 - shift_)) + kRoom) * size_);
  filter_.resize(size_t{1} << (32 - filter_shift_ - 3));
  sound_ = lay(bytes, size_, shift_, filter_shift_, slots_, filter_.data());
}

}  // namespace musnad
