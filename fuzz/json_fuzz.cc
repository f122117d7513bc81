// Any bytes as JSON Lines and as a JSON array: both ways of cutting end, and each piece is an
// article in valid UTF-8 or an error.
#include "few_bytes.h"
#include "formats/json_splitter.h"

using namespace musnad;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  for (const auto split : {split_json_lines, split_json_values}) {
    read_all(
        *split(std::make_unique<ByteReader>(std::make_unique<FewBytes>(data, size)), "f", "f"));
  }
  return 0;
}
