// Numbers spellings from 1 on, so that they are compared by number. Their letters stand one after
// the other in large pieces of memory, each behind its length: a spelling takes few bytes besides.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "morphology/huge_pages.h"
#include "morphology/id_table.h"

namespace musnad {

// Ids of spellings. 0 is none.
using SpellingId = uint32_t;

// Not thread-safe.
class Spellings {
 public:
  // The id of a spelling, new where it was not met before; 0 of "".
  SpellingId intern(std::string_view spelling) {
    if (spelling.empty()) return 0;
    const uint32_t hash = IdTable::hash_of(spelling);
    const SpellingId known =
        ids_.find(hash, [&](SpellingId id) { return (*this)[id] == spelling; });
    if (known != IdTable::kNone) return known;
    places_.push_back(store(spelling));
    const auto id = static_cast<SpellingId>(places_.size());
    ids_.add(hash, id);
    return id;
  }

  // The spelling of an id, which must not be 0. It stays at its address until clear() is called.
  std::string_view operator[](SpellingId id) const {
    const char* at = pieces_[places_[id - 1] / kPiece].get() + places_[id - 1] % kPiece;
    return {at + sizeof(Length), length_at(at)};
  }

  size_t size() const { return places_.size(); }

  void clear() {
    ids_.clear();
    places_.clear();
    pieces_.clear();
    end_ = kPiece;
  }

 private:
  using Length = uint32_t;
  static constexpr uint32_t kPiece = kHugePage;  // bytes, but a longer spelling has a longer one

  struct Free {
    void operator()(char* piece) const { std::free(piece); }
  };

  static Length length_at(const char* at) {
    Length length;
    std::memcpy(&length, at, sizeof length);
    return length;
  }

  // Where it stands: number of its piece times kPiece, plus the byte in it.
  uint32_t store(std::string_view spelling) {
    const auto length = static_cast<Length>(spelling.size());
    if (end_ + sizeof length + length > kPiece) {
      pieces_.emplace_back(static_cast<char*>(allocate_huge(sizeof length + length)));
      end_ = 0;
    }
    char* at = pieces_.back().get() + end_;
    std::memcpy(at, &length, sizeof length);
    std::memcpy(at + sizeof length, spelling.data(), length);
    const size_t place = (pieces_.size() - 1) * kPiece + end_;
    end_ += sizeof length + length;
    return static_cast<uint32_t>(place);
  }

  IdTable ids_;
  HugeVector<uint32_t> places_;  // by id, from 1 on
  std::vector<std::unique_ptr<char, Free>> pieces_;
  size_t end_ = kPiece;  // of the last piece: where the next spelling is put
};

}  // namespace musnad
