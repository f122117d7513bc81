// Numbered things by the hashes of their spellings, eight bytes each, so that many fit close to the
// processor. Whoever looks one up compares the spelling. Open addressing with linear probing, at
// most three quarters full.
#pragma once

#include <absl/hash/hash.h>
#include <absl/strings/string_view.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "morphology/huge_pages.h"

namespace musnad {

// Not thread-safe.
class IdTable {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  IdTable() : slots_(kLeast) {}

  static uint32_t hash_of(std::string_view spelling) {
    const absl::string_view bytes(spelling.data(), spelling.size());  // hashed faster than std's
    return static_cast<uint32_t>(absl::Hash<absl::string_view>()(bytes));
  }

  // Fetches what find() will read from memory, long before it is called.

  void prefetch(uint32_t hash) const { __builtin_prefetch(&slots_[hash & mask()]); }

  // The first id under this hash that `accept` takes, kNone for none.
  template <typename Accept>
  uint32_t find(uint32_t hash, Accept accept) const {
    for (size_t at = hash & mask(); slots_[at].id != kNone; at = (at + 1) & mask()) {
      if (slots_[at].hash == hash && accept(slots_[at].id)) return slots_[at].id;
    }
    return kNone;
  }

  void add(uint32_t hash, uint32_t id) {
    if ((size_ + 1) * 4 > slots_.size() * 3) grow();
    place({hash, id});
  }

  // Forgets every slot whose id `forget` takes, in place. May ask about an id twice.
  template <typename Forget>
  void remove(Forget forget) {
    for (size_t at = 0; at < slots_.size();) {
      if (slots_[at].id != kNone && forget(slots_[at].id)) {
        empty(at);  // and look at what moved here
      } else {
        ++at;
      }
    }
  }

  size_t size() const { return size_; }

  void clear() { take(kLeast); }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t id = kNone;
  };

  static constexpr size_t kLeast = 1024;  // a power of two, as every size

  size_t mask() const { return slots_.size() - 1; }

  void place(Slot slot) {
    size_t at = slot.hash & mask();
    while (slots_[at].id != kNone) at = (at + 1) & mask();
    slots_[at] = slot;
    ++size_;
  }

  // Empties a slot. Those behind it that would no longer be found move up.
  void empty(size_t hole) {
    for (size_t at = (hole + 1) & mask(); slots_[at].id != kNone; at = (at + 1) & mask()) {
      const size_t moved = at - (slots_[at].hash & mask());  // from where its hash puts it
      if ((moved & mask()) < ((at - hole) & mask())) continue;
      slots_[hole] = slots_[at];
      hole = at;
    }
    slots_[hole] = {};
    --size_;
  }

  void grow() {
    for (const Slot slot : take(slots_.size() * 2)) {
      if (slot.id != kNone) place(slot);
    }
  }

  // All slots, in place of which there are then so many empty ones.
  HugeVector<Slot> take(size_t size) {
    size_ = 0;
    return std::exchange(slots_, HugeVector<Slot>(size));
  }

  HugeVector<Slot> slots_;
  size_t size_ = 0;  // slots taken
};

}  // namespace musnad
