// Who takes part in an event: a small model goes over those whom the rules found (participants.h)
// and the others whom the text names close by.
#pragma once

#include <optional>
#include <vector>

#include "events/decide.h"
#include "events/grouping.h"
#include "statements/context.h"
#include "statements/model.h"

namespace musnad {

// Somebody who may take part in an event.
struct ParticipantCandidate {
  ActorIndex actor = 0;
  bool by_rule = false;
  Participant::Role role = Participant::Role::kParty;  // where the rules found him
  TokenIndex at = kNoToken;        // where the event's sentence names him nearest to it
  bool speaker = false;            // of the statement that tells of the event
  bool known = false;              // takes part in another event of the type
  uint32_t active = 0;             // in how many other events
  uint32_t active_in = 0;          // of which types, as bits
  std::optional<ActorIndex> body;  // a state: one of its bodies or people that is named there
  bool has_state = false;          // such a body or one of such people
};

// Those of the rules first. Bounded. May add actors (the state that the adjective of a body names).
std::vector<ParticipantCandidate> participant_candidates(Document& document, const Context& context,
                                                         const EventMention& best,
                                                         const std::vector<EventGroup>& groups,
                                                         const EventGroup& group);

// What the model looks at. Appends to `features`. `counts` are those of the document, before
// actors were added.
void participant_features(const Document& document, const Context& context,
                          const ActorCounts& counts, const std::vector<EventMention>& mentions,
                          const EventGroup& group,
                          const std::vector<ParticipantCandidate>& candidates,
                          const ParticipantCandidate& candidate, Features& features);

// Those who take part in an event of `groups`. Nobody is left out whom the rules found unless the
// model is against him, nor taken in else unless it is for him; the likeliest is, where nobody is
// left and the model is not all against him.
std::vector<Participant> choose_participants(Document& document, const Context& context,
                                             const LinearModel& model, const ActorCounts& counts,
                                             const std::vector<EventMention>& mentions,
                                             const std::vector<EventGroup>& groups,
                                             const EventGroup& group);

}  // namespace musnad
