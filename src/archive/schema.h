// The archive's tables: made, recognized and brought up to date. Version n of the schema is what
// the files schema/1.sql … schema/n.sql make one after the other; PRAGMA user_version says which
// one a file has, PRAGMA application_id that it is an archive of Musnad at all.
#pragma once

#include "archive/sqlite.h"

namespace musnad {

// Fails on a file that is no archive, is damaged, or is of another version; in the last case the
// message says how it is brought up to date. Writes nothing.
Expected<void> check_schema(Database& database, const std::string& path);

// Makes the tables in an empty file and brings those of an earlier version up to date, all in one
// transaction. Fails as check_schema does on a foreign file, which it leaves untouched. The
// tokenizer must be registered.
Expected<void> bring_schema_up_to_date(Database& database, const std::string& path);

}  // namespace musnad
