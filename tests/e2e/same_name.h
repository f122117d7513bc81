// Whether two names are the same to the scorer of the gold annotations: equal after folding,
// without articles, or one contained in the other word for word.
#pragma once

#include <string_view>

namespace musnad {

bool same_name(std::string_view a, std::string_view b);

}  // namespace musnad
