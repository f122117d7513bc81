// A table of records of one size, each under a 32-bit hash, copied into huge pages as it is loaded.
// Hashes are spread evenly and ascend, so that an array of the places where each prefix of the hash
// begins leads to within a few records of the right one.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "morphology/huge_pages.h"

namespace musnad {

// Immutable; shared by threads.
class HashedRecords {
 public:
  HashedRecords() = default;
  // `bytes` holds records of u32 hash, little-endian, and `payload` bytes.
  HashedRecords(std::string_view bytes, size_t payload);

  // False where hashes do not ascend; then nothing may be looked up.
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
  void prefetch(uint32_t hash) const {
    __builtin_prefetch(records_.data() + begins_[hash >> begin_shift_] * size_);
  }

  // The payload of the record with this hash, nullptr where there is none.
  const char* find(uint32_t hash) const {
    if (!may_have(hash)) return nullptr;
    const uint32_t prefix = hash >> begin_shift_;
    const char* record = records_.data() + begins_[prefix] * size_;
    for (const char* end = records_.data() + begins_[prefix + 1] * size_; record < end;
         record += size_) {
      if (hash_at(record) == hash) return record + sizeof hash;
    }
    return nullptr;
  }

 private:
  // Fills the arrays below from the records; false where their hashes do not ascend.
  static bool index(std::string_view bytes, size_t size, int begin_shift, int filter_shift,
                    uint32_t* begins, uint8_t* filter);

  static uint32_t hash_at(const char* record) {
    static_assert(std::endian::native == std::endian::little);
    uint32_t hash;
    std::memcpy(&hash, record, sizeof hash);
    return hash;
  }

  HugeVector<char> records_;
  size_t size_ = 0;              // of a record, in bytes
  HugeVector<uint32_t> begins_;  // by the upper bits of the hash: number of the first record
  HugeVector<uint8_t> filter_;   // a bit for more upper bits: whether a record has them
  int begin_shift_ = 31, filter_shift_ = 31;
  bool sound_ = true;
};

}  // namespace musnad
