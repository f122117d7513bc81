// Through whom the words reached the article: `بحسب وكالة X` beside another cue, `في تصريح لـX`,
// `لقناة X`. Also the question that a statement answers and the time it was said, which stand in
// the same places of the clause.
#pragma once

#include <vector>

#include "statements/decide.h"

namespace musnad {

// A phrase that may name a relay: its whole extent, and the noun phrase that is the relay.
struct Relay {
  TokenRange phrase;
  TokenRange name;
  bool taken = false;  // by the statement that it goes with
};

// All phrases of the document that may name relays, in text order.
std::vector<Relay> find_relays(const Context& context, const FixedPhrases& phrases);

// Whether a phrase of attribution stands beside a statement that has a cue of its own, so that it
// only names who relayed that statement.
bool goes_with_other(const Context& context, const std::vector<ScoredFrame>& frames,
                     const Frame& phrase);

// The relays of one statement, nearest to the article first; marks them taken. Call in text order.
std::vector<ActorIndex> relay_actors(Document& document, const Context& context,
                                     std::vector<Relay>& relays, const Frame& frame,
                                     const std::vector<TokenRange>& content);

// The question that the statement answers (وردا على سؤال …), empty for none.
TokenRange question_of(const Context& context, const FixedPhrases& phrases, const Frame& frame);

// When it was said: the value of a time beside the cue, outside the content; "" for none.
std::string time_of(const Context& context, const Frame& frame);

}  // namespace musnad
