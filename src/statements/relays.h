// Through whom the words reached the article: `بحسب وكالة X` beside another cue, `في تصريح لـX`,
// `لقناة X`. Also the question that a statement answers and the time it was said, which stand in the same
// places of the clause.
#pragma once

#include <vector>

#include "statements/decide.h"

namespace musnad {

// A phrase that names a relay: its whole extent, and the noun phrase that is the relay.
struct Relay {
  TokenRange phrase;
  TokenRange name;
  bool names_speaker = false;  // could also be the only attribution of its sentence
};

// Takes out of `frames` the phrases of attribution that go with another statement of their sentence.
std::vector<Relay> take_relays(const Context& context, const FixedPhrases& phrases,
                               std::vector<ScoredFrame>& frames);

// The relays of one statement, nearest to the article first.
std::vector<ActorIndex> relay_actors(Document& document, const Context& context,
                                     const std::vector<Relay>& relays, const Frame& frame,
                                     const std::vector<TokenRange>& content);

// The question that the statement answers (وردا على سؤال …), empty for none.
TokenRange question_of(const Context& context, const FixedPhrases& phrases, const Frame& frame);

// When it was said: the value of a time beside the cue, outside the content; "" for none.
std::string time_of(const Context& context, const Frame& frame);

}  // namespace musnad
