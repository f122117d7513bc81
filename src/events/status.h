// How far an event takes place, by the words over it, tense and negation, and by what the statement
// that claims it does (demands, denies, offers).
#pragma once

#include "events/event_mention.h"

namespace musnad {

EventStatus status_of(const Document& document, const Context& context,
                      const EventMention& mention);

}  // namespace musnad
