// The acts of communication as the language tables name them: say, ask, answer, …
#pragma once

#include <optional>
#include <string_view>

#include "musnad/record.h"

namespace musnad {

// The act of a name, none for any other word.
std::optional<Act> act_of(std::string_view name);

}  // namespace musnad
