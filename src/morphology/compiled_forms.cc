#include "morphology/compiled_forms.h"

extern "C" {
extern const char musnad_compiled_forms_begin[];
extern const char musnad_compiled_forms_end[];
}

namespace musnad {

std::string_view compiled_forms() {
  return {musnad_compiled_forms_begin,
          static_cast<size_t>(musnad_compiled_forms_end - musnad_compiled_forms_begin)};
}

}  // namespace musnad
