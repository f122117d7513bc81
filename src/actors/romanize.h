// Latin spelling of Arabic names as English newspapers write them: known first names from
// lexicon/ar/given_names.tsv, other words letter by letter, the article as "al-".
#pragma once

#include <string>
#include <string_view>

#include "actors/actor_word.h"

namespace musnad {

// `name` is UTF-8 as the text has it. Letters that are not Arabic stay as they are.
std::string romanize(std::string_view name, const ActorLexicon& lexicon);

}  // namespace musnad
