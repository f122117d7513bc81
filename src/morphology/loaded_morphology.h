// For the tests: the morphology, loaded once.
#pragma once

#include "morphology/morphology.h"

namespace musnad {

inline const Morphology& morphology() {
  static const Expected<std::unique_ptr<Morphology>> kMorphology = Morphology::load();
  return **kMorphology;
}

}  // namespace musnad
