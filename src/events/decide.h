// Which groups of mentions are events that the article reports: the features of a group, over which
// a linear model decides.
#pragma once

#include <vector>

#include "events/grouping.h"
#include "statements/model.h"

namespace musnad {

// What the model looks at. Appends to `features`.
void event_features(const Document& document, const Context& context,
                    const std::vector<EventMention>& mentions, const EventGroup& group,
                    Features& features);

}  // namespace musnad
