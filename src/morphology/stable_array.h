// An array that grows and whose elements keep their addresses. It grows by huge pages.
#pragma once

#include <cstdlib>
#include <memory>
#include <vector>

#include "morphology/huge_pages.h"

namespace musnad {

// What the processor fetches from memory at once.
inline constexpr size_t kCacheLine = 64;

// Not thread-safe.
template <typename T>
class StableArray {
 public:
  StableArray() = default;
  StableArray(const StableArray&) = delete;
  StableArray& operator=(const StableArray&) = delete;
  ~StableArray() { clear(); }

  size_t size() const { return size_; }
  T& operator[](size_t i) { return pieces_[i / kPiece].get()[i % kPiece]; }

  // Fetches an element from memory long before it is read.
  void prefetch(size_t i) const {
    const char* bytes = reinterpret_cast<const char*>(&pieces_[i / kPiece].get()[i % kPiece]);
    for (size_t at = 0; at < sizeof(T); at += kCacheLine) __builtin_prefetch(bytes + at);
  }

  T& emplace_back() {
    if (size_ == pieces_.size() * kPiece) pieces_.push_back(allocate());
    T* added = new (&(*this)[size_]) T();
    ++size_;
    return *added;
  }

  void clear() {
    while (size_ > 0) (*this)[--size_].~T();
    pieces_.clear();
  }

 private:
  static constexpr size_t kPiece = kHugePage / sizeof(T);

  struct Free {
    void operator()(T* piece) const { std::free(piece); }
  };
  using Piece = std::unique_ptr<T, Free>;

  static Piece allocate() { return Piece(static_cast<T*>(allocate_huge(kHugePage))); }

  std::vector<Piece> pieces_;
  size_t size_ = 0;
};

}  // namespace musnad
