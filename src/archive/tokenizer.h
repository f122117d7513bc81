// The tokenizer "musnad" of the archive's full-text tables: the program's own tokens as the terms
// of terms.h. A word whose stem differs from its lemma is indexed under both, at one place.
#pragma once

#include "archive/sqlite.h"
#include "archive/terms.h"

namespace musnad {

// Makes the tokenizer known to a connection, which `terms` must outlive. Fails where the SQLite at
// hand has no FTS5.
Expected<void> register_tokenizer(Database& database, TermCache& terms);

}  // namespace musnad
