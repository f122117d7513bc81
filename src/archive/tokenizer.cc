#include "archive/tokenizer.h"

namespace musnad {
namespace {

using Emit = int (*)(void*, int, const char*, int, int, int);

int create(void* terms, const char**, int, Fts5Tokenizer** out) {
  *out = static_cast<Fts5Tokenizer*>(terms);  // one tokenizer for all tables, not owned by SQLite
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

// Where a term stands in the text only matters to those who show it, which the archive does itself.
int emit_term(Emit emit, void* context, std::string_view term, int flags) {
  return emit(context, flags, term.data(), static_cast<int>(term.size()), 0, 0);
}

int tokenize_terms(Emit emit, void* context, std::string_view bytes) {
  int code = SQLITE_OK;
  for_each_term(bytes, [&](std::string_view term, bool is_stem) {
    if (code == SQLITE_OK)
      code = emit_term(emit, context, term, is_stem ? FTS5_TOKEN_COLOCATED : 0);
  });
  return code;
}

// A word with more letters to come has no lemma yet.
int tokenize_prefix(Emit emit, void* context, std::string_view text) {
  return emit_term(emit, context, TermCache::prefix(text), 0);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* bytes, int size,
             Emit emit) {
  auto& terms = *reinterpret_cast<TermCache*>(tokenizer);
  const std::string_view text(bytes, static_cast<size_t>(size));
  if ((flags & FTS5_TOKENIZE_DOCUMENT) != 0) return tokenize_terms(emit, context, text);
  if ((flags & FTS5_TOKENIZE_PREFIX) != 0) return tokenize_prefix(emit, context, text);
  int code = SQLITE_OK;
  terms.for_each_word(text, [&](const Terms& word, const Token&) {
    if (code == SQLITE_OK) code = emit_term(emit, context, word.lemma, 0);
    if (code == SQLITE_OK && !word.stem.empty()) {
      code = emit_term(emit, context, word.stem, FTS5_TOKEN_COLOCATED);
    }
  });
  return code;
}

fts5_api* api_of(Database& database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) ==
      SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

Expected<void> register_tokenizer(Database& database, TermCache& terms) {
  fts5_api* api = api_of(database);
  fts5_tokenizer methods = {create, destroy, tokenize};
  if (api == nullptr ||
      api->xCreateTokenizer(api, "musnad", &terms, &methods, nullptr) != SQLITE_OK) {
    return fail("this SQLite has no full-text search (FTS5); install Debian's libsqlite3-0");
  }
  return {};
}

}  // namespace musnad
