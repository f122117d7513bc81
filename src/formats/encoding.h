// Input that is not UTF-8: what it is and what to do about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "musnad/error.h"

namespace musnad {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What a file that begins with `bytes` is and how the user mends it ("is UTF-16…; convert it: iconv
// …"), nullopt when it may be UTF-8. The first few kilobytes are enough.
std::optional<std::string> not_utf8(std::string_view bytes);

// `bytes` when they are valid UTF-8; else, when `lossy`, with U+FFFD for what is invalid, or an
// error that begins with `where` and names the byte.
Expected<std::string> valid_utf8(std::string bytes, bool lossy, std::string_view where);

}  // namespace musnad
