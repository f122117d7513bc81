// Zstandard: recognized by its first bytes, unpacked piece by piece.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/byte_source.h"

namespace musnad {

// Whether bytes begin a Zstandard frame.
bool is_zstd(std::string_view bytes);

// What the bytes of `packed`, one frame behind the other, unpack to. `name` begins error messages.
// Frames that need a window of more than 128 MiB are refused, as the zstd program does.
std::unique_ptr<ByteSource> unpack_zstd(std::unique_ptr<ByteReader> packed, std::string name);

}  // namespace musnad
