// Any bytes as a file of a kind that its first byte chooses, or that its own bytes tell: feeds,
// crawls, Zstandard. The reading ends, and each piece is an article in valid UTF-8 or an error.
#include <iterator>

#include "few_bytes.h"
#include "formats/open_stream.h"

using namespace musnad;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr FileKind kKinds[] = {FileKind::kUnknown, FileKind::kFeed, FileKind::kWarc};
  if (size == 0) return 0;
  const FileKind kind = kKinds[data[0] % std::size(kKinds)];
  const auto source = open_stream(std::make_unique<FewBytes>(data + 1, size - 1), "f", kind, {});
  if (source) read_all(**source);
  return 0;
}
