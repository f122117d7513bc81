// Any bytes as robots.txt and, behind the first line, as a path: an answer in time.
#include <cstdint>
#include <string_view>

#include "web/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view path = bytes.substr(0, bytes.find('\n'));
  musnad::Robots::parse(bytes.substr(path.size())).allows(path);
  return 0;
}
