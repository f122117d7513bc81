// Memory that is looked into at random places, in huge pages where the system has them: the
// processor then waits less for addresses to be translated.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

namespace musnad {

inline constexpr size_t kHugePage = size_t{2} << 20;

// So many bytes, rounded up to whole pages; to be given to std::free. Throws std::bad_alloc.
inline void* allocate_huge(size_t bytes) {
  const size_t pages = (bytes + kHugePage - 1) / kHugePage * kHugePage;
  void* memory = std::aligned_alloc(kHugePage, pages);
  if (memory == nullptr) throw std::bad_alloc();
  madvise(memory, pages, MADV_HUGEPAGE);  // only advice: where it fails, small pages serve
  return memory;
}

// An allocator for containers that grow large; small ones have ordinary memory.
template <typename T>
struct HugePages {
  using value_type = T;

  HugePages() = default;
  template <typename Other>
  explicit HugePages(const HugePages<Other>&) {}

  T* allocate(size_t count) {
    const size_t bytes = count * sizeof(T);
    if (bytes >= kHugePage / 4) return static_cast<T*>(allocate_huge(bytes));
    return static_cast<T*>(::operator new(bytes));
  }
  void deallocate(T* memory, size_t count) {
    if (count * sizeof(T) >= kHugePage / 4) return std::free(memory);
    ::operator delete(memory);
  }

  friend bool operator==(const HugePages&, const HugePages&) { return true; }
};

template <typename T>
using HugeVector = std::vector<T, HugePages<T>>;

}  // namespace musnad
