#include "lexicon/acts.h"

#include <array>

namespace musnad {

std::optional<Act> act_of(std::string_view name) {
  static constexpr std::array<std::string_view, 22> kNames = {
      // in the order of Act
      "say",    "ask",   "answer",   "announce", "confirm", "deny",    "demand",  "urge",
      "accuse", "warn",  "threaten", "promise",  "offer",   "welcome", "condemn", "criticise",
      "praise", "thank", "regret",   "hope",     "expect",  "withhold"};
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Act>(i);
  }
  return std::nullopt;
}

}  // namespace musnad
