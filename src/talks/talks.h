// Stage: the dossier of each negotiation that the article tells of. Which negotiations there are
// (negotiations.h), then step by step their status, teams, agenda, positions, contacts and open
// matters (dossier.h), each from statements, events and the words of lexicon/ar/talks.tsv.
#pragma once

#include "statements/context.h"
#include "talks/talk_words.h"
#include "text/document.h"

namespace musnad {

// Fills Document::talks. Needs all earlier layers; may add actors (a party that no earlier stage
// took for an actor). `context` is the document's. Linear in the length of the article; at once
// done where no word speaks of talks.
void find_talks(Document& document, const Context& context, const TalkWords& words);

}  // namespace musnad
