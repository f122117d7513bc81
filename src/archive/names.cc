#include "archive/names.h"

#include <absl/container/flat_hash_set.h>

#include <algorithm>

#include "archive/index_texts.h"
#include "archive/search_words.h"

namespace musnad {
namespace {

constexpr size_t kMostActors = 400;

}  // namespace

std::vector<int64_t> actors_named(Connection& connection, std::string_view name) {
  const SearchWords words(name, connection.terms());
  if (words.empty()) return {};
  Database& database = connection.database();
  Query named = database.prepare(
      "SELECT actor, key FROM actors WHERE actor IN (SELECT rowid FROM actor_words WHERE "
      "actor_words MATCH ?1) ORDER BY length(name), name");
  Query with_key = database.prepare("SELECT actor FROM actors WHERE key = ?1");
  absl::flat_hash_set<std::string> keys;
  std::vector<int64_t> actors;
  const std::string expression = words.expression();
  for (named.bind(expression); actors.size() < kMostActors && named.step();) {
    if (named.null(1)) {
      actors.push_back(named.integer(0));
    } else if (const auto [key, fresh] = keys.emplace(named.text(1)); fresh) {
      for (with_key.bind(*key); with_key.step();) actors.push_back(with_key.integer(0));
    }
  }
  return actors;
}

std::string any_of(const std::vector<int64_t>& actors) {
  std::string expression;
  for (const int64_t actor : actors) {
    expression += (expression.empty() ? "(\"" : " OR \"") + actor_token(actor) + "\"";
  }
  return expression + ")";
}

}  // namespace musnad
