#include "actors/hashed_records.h"

#include <bit>

namespace musnad {
namespace {

constexpr size_t kRecordsAPrefix = 2;  // about as many records share the prefix of begins_
constexpr size_t kBitsARecord = 16;    // of the filter

// Shifts away all but so many upper bits of a hash that they tell `count` things apart.
int shift_for(size_t count) { return 32 - std::bit_width(std::bit_ceil(count + 8) - 1); }

}  // namespace

HashedRecords::HashedRecords(std::string_view bytes, size_t payload)
    : records_(bytes.data()), size_(sizeof(uint32_t) + payload) {
  const size_t count = bytes.size() / size_;
  begin_shift_ = shift_for(count / kRecordsAPrefix);
  filter_shift_ = shift_for(count * kBitsARecord);
  begins_.reserve((size_t{1} << (32 - begin_shift_)) + 1);
  filter_.resize(size_t{1} << (32 - filter_shift_ - 3));
  for (uint32_t i = 0, before = 0; i < count; ++i) {
    const uint32_t hash = hash_at(records_ + i * size_);
    sound_ = sound_ && (i == 0 || hash > before);
    if (!sound_) return;
    before = hash;
    while (begins_.size() <= hash >> begin_shift_) begins_.push_back(i);
    filter_[hash >> filter_shift_ >> 3] |= 1 << (hash >> filter_shift_ & 7);
  }
  begins_.resize((size_t{1} << (32 - begin_shift_)) + 1, static_cast<uint32_t>(count));
}

}  // namespace musnad
