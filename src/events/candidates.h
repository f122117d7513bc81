// Candidates for the words that name events, and the words over them.
#pragma once

#include <vector>

#include "events/event_mention.h"

namespace musnad {

// Every word of a row of events.tsv whose needs are met, with the words over it, in text order.
// Words within a name or title are none. Linear.
std::vector<EventMention> find_event_mentions(const Context& context, const EventLexicon& lexicon);

}  // namespace musnad
