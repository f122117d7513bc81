// An array that grows and whose elements keep their addresses. It grows by pieces of the size of a
// huge page and asks the system to make each one: what every token looks into at random places then
// waits less for addresses to be translated.
#pragma once

#include <sys/mman.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

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
  static constexpr size_t kHugePage = size_t{2} << 20;
  static constexpr size_t kPiece = kHugePage / sizeof(T);

  struct Free {
    void operator()(T* piece) const { std::free(piece); }
  };
  using Piece = std::unique_ptr<T, Free>;

  static Piece allocate() {
    void* piece = std::aligned_alloc(kHugePage, kHugePage);
    if (piece == nullptr) throw std::bad_alloc();
    madvise(piece, kHugePage, MADV_HUGEPAGE);  // only advice: where it fails, small pages serve
    return Piece(static_cast<T*>(piece));
  }

  std::vector<Piece> pieces_;
  size_t size_ = 0;
};

}  // namespace musnad
