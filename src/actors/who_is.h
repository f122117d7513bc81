// Looks names and titles up in the register, as somebody types them who asks who that is.
#pragma once

#include <string_view>
#include <vector>

#include "actors/register.h"

namespace musnad {

// An entry of the register, with the offices that a person held or those who held an office.
struct Known {
  EntryIndex entry = kNoEntry;
  std::vector<Tenure> tenures;
};

// What a name stands for: the entry of that name or key, those with that surname, or who held the
// office that a title names (وزير الخارجية الأمريكي; without a state, of all states). On a day
// (YYYY-MM-DD) only the offices and holders of that day; "" for all. Empty where the register knows
// none.
std::vector<Known> who_is(const Register& actors, std::string_view name, std::string_view day);

}  // namespace musnad
