#include "actors/hashed_records.h"

namespace musnad {
namespace {

constexpr size_t kRecordsAPrefix = 2;  // about as many records share the prefix of begins_
constexpr size_t kBitsARecord = 16;    // of the filter

// Shifts away all but so many upper bits of a hash that they tell `count` things apart.
int shift_for(size_t count) { return 32 - std::bit_width(std::bit_ceil(count + 8) - 1); }

}  // namespace

// Members are handed over by value: the loop then knows that it does not write over them.
bool HashedRecords::index(std::string_view bytes, size_t size, int begin_shift, int filter_shift,
                          uint32_t* begins, uint8_t* filter) {
  uint32_t number = 0, prefixes = 0, before = 0;
  for (; bytes.size() >= size; bytes.remove_prefix(size), ++number) {
    const uint32_t hash = hash_at(bytes.data());
    if (number > 0 && hash <= before) return false;
    before = hash;
    while (prefixes <= hash >> begin_shift) begins[prefixes++] = number;
    filter[hash >> filter_shift >> 3] |= 1 << (hash >> filter_shift & 7);
  }
  return true;
}

HashedRecords::HashedRecords(std::string_view bytes, size_t payload)
    : records_(bytes.begin(), bytes.end()), size_(sizeof(uint32_t) + payload) {
  const size_t count = bytes.size() / size_;
  begin_shift_ = shift_for(count / kRecordsAPrefix);
  filter_shift_ = shift_for(count * kBitsARecord);
  begins_.resize((size_t{1} << (32 - begin_shift_)) + 1, static_cast<uint32_t>(count));
  filter_.resize(size_t{1} << (32 - filter_shift_ - 3));
  sound_ = index(bytes, size_, begin_shift_, filter_shift_, begins_.data(), filter_.data());
}

}  // namespace musnad
