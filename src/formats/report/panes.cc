#include "formats/report/panes.h"

#include <fmt/format.h>

namespace musnad {

std::string PageRecord::statement_key(uint32_t index) const {
  return fmt::format("{}s{}", prefix, index + 1);
}

std::string PageRecord::time_key(uint32_t index) const {
  return fmt::format("{}t{}", prefix, index + 1);
}

uint32_t PageRecord::colour(const StatementRecord& statement) const {
  const uint32_t number = view.speaker_number(statement);
  return number == 0 ? 0 : (number - 1) % 8 + 1;
}

std::string speaker_mark(uint32_t number) { return number == 0 ? "؟" : std::to_string(number); }

}  // namespace musnad
