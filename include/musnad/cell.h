// A cell of a table that leaves the library, and what a column of them holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace musnad {

// Text that is JSON already.
struct JsonText {
  std::string_view json;
};

// Unknown, a number, text or JSON. Owns nothing.
using Cell = std::variant<std::monostate, int64_t, std::string_view, JsonText>;

// What the cells of a column are where they are known.
enum class CellType : uint8_t {
  kText,
  kDay,      // text: YYYY-MM-DD
  kInteger,  // int64_t
  kJson      // JsonText
};

struct Column {
  std::string name;
  CellType type = CellType::kText;
};

}  // namespace musnad
