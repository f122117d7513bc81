// The index of inflected forms that tools/compile_lexicon.cc wrote when the program was built.
#pragma once

#include <string_view>

namespace musnad {

// Its bytes (form_index.h); they live as long as the program.
std::string_view compiled_forms();

}  // namespace musnad
