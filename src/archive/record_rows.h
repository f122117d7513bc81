// The rows of a record in the archive's tables, and the texts under which the indexes find it.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <string>
#include <utility>

#include "archive/sqlite.h"
#include "archive/terms.h"
#include "musnad/record.h"

namespace musnad {

// The rowid of a statement in the index of words.
inline constexpr int kStatementBits = 20;
inline constexpr int64_t statement_row(int64_t article, int64_t number) {
  return article << kStatementBits | number;
}

// Writes and deletes the rows of records in the transaction of its user. Not thread-safe.
class RecordRows {
 public:
  RecordRows(Database& database, TermCache& terms);

  // To be called at the beginning of each transaction.
  void begin();

  // Inserts all rows of a record with the words of its text; `id` and `hash` become those of the
  // article. Returns its row.
  int64_t insert(const Record& record, const IndexWords& words, std::string_view id,
                 std::string_view hash);

  // Deletes the rows of an article. Its entries in the indexes stay; they lead to no row.
  void remove(int64_t article);

  // To be called when a transaction was undone.
  void forget_actors();

 private:
  using ActorKey = std::pair<uint64_t, uint64_t>;  // two hashes of what is unique of an actor

  int64_t actor_row(const ActorRecord& actor);
  int64_t find_actor(const ActorRecord& actor, uint64_t hash);
  std::vector<int64_t> insert_actors(const Record& record, int64_t article);
  void insert_times(const Record& record, int64_t article);
  void insert_events(const Record& record, int64_t article);
  void insert_talks(const Record& record, int64_t article, const std::vector<int64_t>& actors);
  void insert_statements(const Record& record, const IndexWords& words, int64_t article,
                         const std::vector<int64_t>& actors);

  Database& database_;
  TermCache& terms_;
  absl::flat_hash_map<ActorKey, int64_t> actors_;  // rows
  // Whether no actor has a row but these: the archive had none in the beginning, and no other
  // program added any. Rows of actors are never deleted.
  bool all_actors_known_ = true;
  int64_t last_actor_ = 0;  // the highest row
  Query article_, article_words_, actor_, find_actor_, actor_words_, appearance_, time_, event_,
      participant_, talks_, talk_party_, statement_, statement_words_;
};

}  // namespace musnad
