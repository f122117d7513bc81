// When an event takes place: the day, month or year that its clause names.
#pragma once

#include <string>

#include "events/event_mention.h"

namespace musnad {

// An ISO value (YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Www), "" where the clause tells none. Needs
// EventMention::reach.
std::string time_of_event(const Document& document, const Context& context,
                          const EventMention& mention);

}  // namespace musnad
