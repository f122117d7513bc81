// Any bytes as a user's own table of actors: a register whose rows have keys, or an error that says
// what is wrong.
#include <cstdlib>

#include "actors/register.h"

using namespace musnad;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const RegisterTable table{"f", {reinterpret_cast<const char*>(data), size}};
  const auto read = Register::parse({&table, 1});
  if (!read) {
    if (read.error().message.empty()) std::abort();
    return 0;
  }
  for (EntryIndex i = 0; i < static_cast<EntryIndex>((*read)->size()); ++i) {
    if ((*read)->entry(i).key.empty()) std::abort();
  }
  return 0;
}
