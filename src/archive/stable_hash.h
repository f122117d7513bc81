// A hash that is the same on every machine and in every run, for what is kept on disk.
#pragma once

#include <cstdint>
#include <string_view>

namespace musnad {

// FNV-1a.
inline uint64_t stable_hash(std::string_view bytes) {
  uint64_t hash = 0xCBF29CE484222325;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

}  // namespace musnad
