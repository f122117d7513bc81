// A zip archive and its members, inflated piece by piece.
#pragma once

#include <memory>
#include <string>

#include "formats/byte_source.h"

struct zip;

namespace musnad {

// Not thread-safe. Sources of members must not outlive their archive.
class ZipArchive {
 public:
  static Expected<std::unique_ptr<ZipArchive>> open(const std::string& path);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  size_t size() const;  // number of members
  std::string member_name(size_t index) const;
  Expected<std::unique_ptr<ByteSource>> open_member(size_t index) const;

 private:
  ZipArchive(std::string path, zip* archive) : path_(std::move(path)), archive_(archive) {}

  std::string path_;
  zip* archive_;
};

}  // namespace musnad
