// Through whom the words reached the article: phrases that name who passed them on, and the
// statement that each of them goes with.
#pragma once

#include <vector>

#include "statements/decide.h"
#include "statements/outlets.h"

namespace musnad {

// All phrases of the document that may name relays, and all other phrases of attribution, in text
// order.
std::vector<Relay> find_relays(const Context& context, const PhrasesByToken& phrases);

// وفق ما نقلته وكالة X, كما نقل عنه مصدر: a clause of attribution with an outlet or a relay of his
// words as its subject, which tells how the words of the statement around it came; nothing for
// another frame.
std::optional<Relay> relay_of_clause(const Context& context, const Frame& frame);

// The content of each frame, parallel to the frames.
using Contents = std::vector<std::vector<TokenRange>>;

// Index of the frame whose words the phrase says were relayed; none where it goes with no statement
// that has a cue of its own.
std::optional<size_t> host_of(const Context& context, const Relay& relay,
                              const std::vector<ScoredFrame>& frames, const Contents& contents);

// Who relayed: the actor that is mentioned by the name, else an outlet called so. The name must not
// be empty.
ActorIndex relay_actor(Document& document, const Context& context, TokenRange name);

}  // namespace musnad
