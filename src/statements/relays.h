// Through whom the words reached the article: phrases that name who passed them on, and the
// statement that each of them goes with.
#pragma once

#include <vector>

#include "statements/decide.h"

namespace musnad {

// How a phrase brings in the one who relayed the words.
enum class Tie : uint8_t {
  kAccording,  // بحسب X، نقلا عن X
  kTold,       // لـ«X»
  kThrough,    // في حديث مع X، عبر X، على X
  kCarried     // في بيان نشرته X
};

struct Relay {
  TokenRange phrase;  // from the word that brings it in to the end of the name
  TokenRange name;    // empty where a phrase of attribution names nobody who could have relayed
  Tie tie = Tie::kAccording;
  bool speech = false;  // a noun of speech stands before it: في تصريح لـ«X»
};

// All phrases of the document that may name relays, and all other phrases of attribution, in text
// order.
std::vector<Relay> find_relays(const Context& context, const FixedPhrases& phrases);

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
