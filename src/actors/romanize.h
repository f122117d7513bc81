// Latin spelling of Arabic names as English newspapers write them: known first names from
// lexicon/ar/given_names.tsv, other words by learned rules (latin_spelling.h), the article as
// "al-".
#pragma once

#include <string>
#include <string_view>

#include "actors/actor_lexicon.h"
#include "text/document.h"

namespace musnad {

// `name` is UTF-8 as the text has it. Letters that are not Arabic stay as they are.
std::string romanize(std::string_view name, const ActorLexicon& lexicon);

// Spells the persons and places that the register does not know. Common nouns ("informed sources")
// have no Latin spelling. The last work on the actors: names grow until the statements are found.
void romanize_actors(Document& document, const ActorLexicon& lexicon);

}  // namespace musnad
