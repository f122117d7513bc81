// Stage: who is mentioned where, and which mentions are one and the same actor.
#pragma once

#include <optional>
#include <string_view>

#include "actors/actor_word.h"
#include "actors/phrase.h"
#include "actors/register.h"
#include "text/document.h"

namespace musnad {

// Fills Document::mentions, Document::actors and Document::cast. Needs words, sentences and
// quotations; uses Document::names where the tagger has filled them. `day` (YYYY-MM-DD, "" where
// not known) tells who held an office. `actors` and the words of `cache` must live as long as the
// document. Linear.
void find_actors(Document& document, const Register& actors, ActorWordCache& cache,
                 std::string_view day);

// Who issued the document that was mentioned last between two tokens; nothing where none was whose
// issuer is known. Needs find_actors.
std::optional<ActorIndex> last_issuer(const Document& document, TokenIndex after,
                                      TokenIndex before);

// The actor that a source phrase stands for: who is mentioned there, else a new actor called as the
// phrase stands. A capital means its state. Needs find_actors. The range must not be empty.
ActorIndex actor_for_phrase(Document& document, TokenRange phrase);

// Notes that a document, told by its noun, is the words of an actor (قالت الوزارة في بيان), for
// those who are named by it afterwards (وأضاف البيان). Needs find_actors.
void note_issuer(Document& document, TokenIndex noun, ActorIndex issuer);

// The outlet or relay that a phrase names (وكالة تاس, «الشرق الأوسط»), made where it is new. Needs
// find_actors. The range must not be empty.
ActorIndex actor_for_outlet(Document& document, TokenRange phrase);

// The same for a phrase alone, without those joined to it.
ActorIndex actor_for_single_phrase(Document& document, const Phrase& phrase);

// The two persons who were last told together before a token (التقى فلان نظيره فلان … وأكدا), as
// one actor; nothing where there are none. Needs find_actors.
std::optional<ActorIndex> actor_for_pair(Document& document, TokenIndex before);

// The actor of a state of the register (of an adjective: الروسي), made where it is new. Needs
// find_actors.
ActorIndex actor_for_state(Document& document, EntryIndex state);

// The actor who spoke where the text tells nobody (ذُكر أن): unnamed, and called so. Needs
// find_actors.
ActorIndex actor_not_told(Document& document);

// The state whose capital an actor is; the actor itself where it is none. Needs find_actors.
ActorIndex state_of_capital(Document& document, ActorIndex actor);

// The actor at the end of the chain of those whom an actor speaks for; a capital is its state.
// Needs find_actors.
ActorIndex principal_of(Document& document, ActorIndex actor);

}  // namespace musnad
