// Who takes part in an event: subject, object, possessor, and who stands behind the prepositions
// that the tables name.
#pragma once

#include <span>

#include "events/event_mention.h"

namespace musnad {

// Fills participants, place and reach of a mention. May add actors for phrases that no mention
// covers (a state by its adjective); the context's layers stay as they are. Bounded look-ahead.
// `told` are the mentions in front, with their participants: الجانبان are the two who met.
void find_participants(Document& document, const Context& context, const EventLexicon& lexicon,
                       std::span<const EventMention> told, EventMention& mention);

}  // namespace musnad
