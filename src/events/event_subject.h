// Who does what an event tells: the subject of its verb, or of the verbs over its noun.
#pragma once

#include "events/participant_list.h"

namespace musnad {

// Adds the subject in front of the event's word, or left out; false where there is none, and it may
// still stand behind the word.
bool find_subject(const Context& context, ParticipantList& list);

}  // namespace musnad
