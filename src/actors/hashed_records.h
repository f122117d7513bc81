// A table of records of one size, each under a 32-bit hash, copied into huge pages as it is loaded.
// Hashes are spread evenly and ascend: each record lies in the slot that the upper bits of its hash
// number, or in the first free one behind it, so that one look into memory nearly always finds it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "morphology/huge_pages.h"

namespace musnad {

// Immutable; shared by threads.
class HashedRecords {
 public:
  HashedRecords() = default;
  // `bytes` holds records of u32 hash, little-endian, and `payload` bytes.
  HashedRecords(std::string_view bytes, size_t payload);

  // False where hashes do not ascend or are not spread evenly; then nothing may be looked up.
  bool sound() const { return sound_; }

  // Fetches what may_have() will read from memory.
  void prefetch_filter(uint32_t hash) const {
    __builtin_prefetch(filter_.data() + (hash >> filter_shift_ >> 3));
  }

  // Whether a hash may be in the table: false for most that are not. Cheap.
  bool may_have(uint32_t hash) const {
    return (filter_[hash >> filter_shift_ >> 3] >> (hash >> filter_shift_ & 7) & 1) != 0;
  }

  // Fetches what find() will read from memory, long before it is called.
  void prefetch(uint32_t hash) const { __builtin_prefetch(slot(hash)); }

  // The payload of the record with this hash; where there is none, nullptr or one of zeros.
  const char* find(uint32_t hash) const {
    const char* record = slot(hash);
    while (hash_at(record) < hash) record += size_;
    return hash_at(record) == hash ? record + sizeof hash : nullptr;
  }

 private:
  // Lays the records into the slots and fills the filter; false where hashes do not ascend or are
  // not spread evenly.
  static bool lay(std::string_view bytes, size_t size, int shift, int filter_shift,
                  std::span<char> slots, uint8_t* filter);

  const char* slot(uint32_t hash) const { return slots_.data() + (hash >> shift_) * size_; }

  static uint32_t hash_at(const char* record) {
    static_assert(std::endian::native == std::endian::little);
    uint32_t hash;
    std::memcpy(&hash, record, sizeof hash);
    return hash;
  }

  HugeVector<char> slots_;      // an empty one repeats the one before it, so that hashes ascend
  size_t size_ = 0;             // of a record, in bytes
  HugeVector<uint8_t> filter_;  // a bit for more upper bits: whether a record has them
  int shift_ = 31, filter_shift_ = 31;
  bool sound_ = true;
};

}  // namespace musnad
