// Who takes part in an event: subject, object, possessor, and who stands behind the prepositions
// that the tables name.
#pragma once

#include "events/event_mention.h"

namespace musnad {

// Fills participants, place and reach of a mention. May add actors for phrases that no mention
// covers (a state by its adjective); the context's layers stay as they are. Bounded look-ahead.
void find_participants(Document& document, const Context& context, const EventLexicon& lexicon,
                       EventMention& mention);

}  // namespace musnad
