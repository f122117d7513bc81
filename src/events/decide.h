// Which groups of mentions are events that the article reports: the features of a group, over which
// a linear model decides.
#pragma once

#include <vector>

#include "events/grouping.h"
#include "statements/model.h"

namespace musnad {

// What an article speaks of, counted once for all its events.
struct ActorCounts {
  explicit ActorCounts(const Document& document);

  std::vector<uint32_t> mentions;  // of each actor
  uint32_t states = 0;
};

// What the model looks at. Appends to `features`. `counts` are those of the document.
void event_features(const Document& document, const Context& context, const ActorCounts& counts,
                    const std::vector<EventMention>& mentions, const EventGroup& group,
                    Features& features);

}  // namespace musnad
