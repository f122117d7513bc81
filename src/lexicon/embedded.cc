#include "lexicon/embedded.h"

#include <cassert>

extern "C" {
struct MusnadEmbedded {
  const char* path;
  const char* begin;
  const char* end;
};
extern const MusnadEmbedded musnad_embedded_index[];
}

namespace musnad {

std::string_view embedded_file(std::string_view path) {
  for (const MusnadEmbedded* file = musnad_embedded_index; file->path != nullptr; ++file) {
    if (path == file->path) return {file->begin, static_cast<size_t>(file->end - file->begin)};
  }
  assert(false && "file is not embedded");
  return {};
}

std::vector<std::string_view> embedded_files(std::string_view prefix) {
  std::vector<std::string_view> paths;
  for (const MusnadEmbedded* file = musnad_embedded_index; file->path != nullptr; ++file) {
    std::string_view path = file->path;
    if (path.substr(0, prefix.size()) == prefix) paths.push_back(path);
  }
  return paths;
}

}  // namespace musnad
