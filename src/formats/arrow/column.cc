#include "formats/arrow/column.h"

#include <bit>
#include <cassert>
#include <limits>
#include <optional>

#include "formats/day.h"

namespace musnad {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are laid out as they lie");

template <typename Number>
void append_number(Number number, std::string& bytes) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

std::string_view text_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return *text;
  if (const auto* json = std::get_if<JsonText>(&cell)) return json->json;
  return "";
}

}  // namespace

ArrowColumn::ArrowColumn(CellType type) : type_(type) { clear(); }

bool ArrowColumn::append(const Cell& cell) {
  const bool known = !std::holds_alternative<std::monostate>(cell);
  if (rows_ % 8 == 0) known_ += '\0';
  if (known) known_.back() = static_cast<char>(known_.back() | 1 << rows_ % 8);
  if (!known) ++unknown_;
  ++rows_;
  switch (type_) {
    case CellType::kInteger:
      append_number(known ? std::get<int64_t>(cell) : 0, values_);
      return true;
    case CellType::kDay: {
      const std::optional<int32_t> day = known ? days_since_1970(text_of(cell)) : 0;
      append_number(day.value_or(0), values_);
      return day.has_value();
    }
    case CellType::kText:
    case CellType::kJson:
      values_ += text_of(cell);
      assert(values_.size() <= std::numeric_limits<int32_t>::max());
      offsets_.push_back(static_cast<int32_t>(values_.size()));
  }
  return true;
}

std::vector<std::string_view> ArrowColumn::buffers() const {
  std::vector<std::string_view> buffers = {unknown_ == 0 ? std::string_view() : known_};
  if (type_ == CellType::kText || type_ == CellType::kJson) {
    buffers.emplace_back(reinterpret_cast<const char*>(offsets_.data()),
                         offsets_.size() * sizeof(int32_t));
  }
  buffers.emplace_back(values_);
  return buffers;
}

void ArrowColumn::clear() {
  known_.clear();
  offsets_.assign(1, 0);
  values_.clear();
  rows_ = 0;
  unknown_ = 0;
}

}  // namespace musnad
