// A cell of a table that leaves the library.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

namespace musnad {

// Text that is JSON already.
struct JsonText {
  std::string_view json;
};

// Unknown, a number, text or JSON. Owns nothing.
using Cell = std::variant<std::monostate, int64_t, std::string_view, JsonText>;

}  // namespace musnad
