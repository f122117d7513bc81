// Who does something, verb by verb: the subjects that the text names for its finite verbs, of
// reporting or not. Where a later verb leaves its subject out, one of them goes on.
#pragma once

#include <vector>

#include "statements/context.h"

namespace musnad {

struct Subject {
  TokenIndex verb = 0;
  ActorIndex actor = 0;
  bool chained = false;  // the verb goes on with an earlier one (و, ثم, حيث), so that the noun
                         // phrase behind it may be its object
  bool relative = false;  // the verb stands in a relative clause (الدور الذي يلعبه فلان)
};

// The subjects of the document's finite verbs that are mentions of actors, by their verbs in text
// order. Linear.
std::vector<Subject> find_subjects(const Context& context);

}  // namespace musnad
