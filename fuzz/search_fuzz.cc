// Any bytes as the words, names and outlet of a search: hits, or an error that is none of SQL.
#include <cstdlib>
#include <filesystem>

#include "musnad/archive.h"

using namespace musnad;

namespace {

Archive& empty_archive() {
  static const std::unique_ptr<Archive> archive = [] {
    std::string path = std::filesystem::temp_directory_path() / "musnad-fuzz-XXXXXX";
    if (mkdtemp(path.data()) == nullptr) std::abort();
    path += "/a.musnad";
    if (!ArchiveWriter::open(path)) std::abort();
    auto opened = Archive::open(path);
    if (!opened) std::abort();
    return std::move(*opened);
  }();
  return *archive;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string typed(reinterpret_cast<const char*>(data), size);
  if (typed.find("SQL") != std::string::npos) return 0;  // messages may repeat what was typed
  for (const Search& search : {Search{.words = typed}, Search{.speaker = typed},
                               Search{.over = Search::Over::kArticles, .outlet = typed}}) {
    const Expected<Found> found = empty_archive().search(search);
    if (!found && found.error().message.find("SQL") != std::string::npos) std::abort();
  }
  return 0;
}
