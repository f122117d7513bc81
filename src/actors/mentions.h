// The phrases of a document that stand for actors and that reading alone can find: names with or
// without titles, states, institutions, office titles, sources. Phrases within titles (the state in
// "minister of …") are found as well.
#pragma once

#include <vector>

#include "actors/phrase.h"

namespace musnad {

// In the order of their first token; a phrase within another comes after it. Phrases of documents
// (بيان للوزارة) are among them for the sake of who issued them. Needs Token::actor.
// Linear.
std::vector<Phrase> find_phrases(const Document& document, const Register& actors);

}  // namespace musnad
