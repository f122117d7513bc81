// Which negotiations an article tells of, who takes part in them, and which of its words speak of
// which.
#pragma once

#include <vector>

#include "talks/talks_context.h"
#include "text/document.h"

namespace musnad {

struct Negotiation {
  std::vector<ActorIndex> parties;
  std::vector<ActorIndex> mediators;
  std::vector<TokenIndex> words;  // talks, round, … that mean it, ascending

  bool has_party(ActorIndex actor) const;
  bool has_mediator(ActorIndex actor) const;
};

// Those with two parties or more, in text order. May add actors to the document: parties that the
// earlier stages did not take for actors.
std::vector<Negotiation> find_negotiations(const TalksContext& in);

// By token, the index of the negotiation that the article speaks of there: the one that its
// sentence names, or whose party it names, else the one named last. `negotiations` must not be
// empty.
std::vector<uint32_t> negotiations_by_token(const Document& document, const Context& context,
                                            const std::vector<Negotiation>& negotiations);

}  // namespace musnad
