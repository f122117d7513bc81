// The tokenizer "musnad" of the archive's full-text tables. What is put into a table are terms
// already (morphology/index_terms.h), since whoever read the article has worked them out; what is
// searched for are words, which it takes for the program's own tokens. A word whose stem differs
// from its lemma is indexed under both, at one place.
#pragma once

#include "archive/sqlite.h"
#include "archive/terms.h"

namespace musnad {

// Makes the tokenizer known to a connection, which `terms` must outlive. Fails where the SQLite at
// hand has no FTS5.
Expected<void> register_tokenizer(Database& database, TermCache& terms);

}  // namespace musnad
