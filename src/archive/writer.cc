// Adds records to an archive. An article is looked up by a hash of what makes it that article; what
// is decided about it (new, known, an earlier fetch) depends on the articles alone, never on the
// order in which they come.
#include "archive/connection.h"
#include "archive/echo_finder.h"
#include "archive/identity.h"
#include "archive/record_rows.h"
#include "archive/row_values.h"
#include "archive/schema.h"
#include "musnad/archive.h"

namespace musnad {
namespace {

class SqliteWriter : public ArchiveWriter {
 public:
  explicit SqliteWriter(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)),
        database_(connection_->database()),
        rows_(database_, connection_->terms()),
        echoes_(database_, connection_->terms()),
        find_article_(database_.prepare(
            "SELECT article, crawled, published, id, author FROM articles WHERE hash = ?1")),
        find_id_(database_.prepare("SELECT article, hash FROM articles WHERE id = ?1")),
        find_heirs_(database_.prepare("SELECT article, id, hash FROM articles WHERE id > ?1 AND "
                                      "id < ?2 ORDER BY hash")),
        rename_(database_.prepare("UPDATE articles SET id = ?2 WHERE article = ?1")),
        find_fetched_(database_.prepare(
            "SELECT etag, modified, failures, not_before FROM fetched WHERE url = ?1")),
        keep_fetched_(database_.prepare("REPLACE INTO fetched (url, etag, modified, failures, "
                                        "not_before) VALUES (?1, ?2, ?3, ?4, ?5)")) {}

  Expected<std::vector<Added>> add(std::span<const Record> records) override {
    Expected<std::vector<Added>> added = add_all(records);
    if (!added) {  // the transaction is undone; the next call begins anew
      database_.clear_error();
      rows_.forget_actors();
      echoes_.forget();
    }
    return added;
  }

  Expected<Fetched> fetched(const std::string& url) override {
    Fetched fetched;
    if (find_fetched_.bind(url).step()) {
      fetched = {std::string(find_fetched_.text(0)), std::string(find_fetched_.text(1)),
                 static_cast<uint32_t>(find_fetched_.integer(2)), find_fetched_.integer(3)};
    }
    find_fetched_.reset();
    return answer<Fetched>(std::move(fetched));
  }

  Expected<void> keep_fetched(const std::string& url, const Fetched& fetched) override {
    keep_fetched_.run(url, known(fetched.etag), known(fetched.modified), fetched.failures,
                      fetched.not_before);
    return answer<void>({});
  }

 private:
  // `result`, or the error that happened on the way, which is none of the next call.
  template <typename T>
  Expected<T> answer(Expected<T> result) {
    if (!database_.ok()) result = tl::unexpected(database_.error());
    database_.clear_error();
    return result;
  }

  Expected<std::vector<Added>> add_all(std::span<const Record> records) {
    std::vector<Added> added;
    Transaction transaction(database_);
    rows_.begin();
    for (const Record& record : records) added.push_back(add_one(record));
    echoes_.catch_up();
    if (!transaction.commit()) return tl::unexpected(database_.error());
    return added;
  }

  Added add_one(const Record& record) {
    const std::string hash = hash_of(record.article);
    const Article& article = record.article;
    Added::Outcome outcome = Added::Outcome::kNew;
    if (find_article_.bind(Blob{hash}).step()) {
      const int64_t row = find_article_.integer(0);
      std::string id(find_article_.text(3));
      const Fetch kept{std::string(find_article_.text(1)), std::string(find_article_.text(2)),
                       given_id(id, hash), std::string(find_article_.text(4))};
      const bool earlier =
          Fetch{article.crawled, record.published, article.id, article.author} < kept;
      find_article_.reset();
      if (!earlier) return {Added::Outcome::kKnown, std::move(id)};
      rows_.remove(row);
      echoes_.forget();  // links are gone with the article
      pass_on_id(id);
      outcome = Added::Outcome::kReplaced;
    }
    find_article_.reset();
    Added added{outcome, free_id(article.id, hash)};
    insert(record, added.id, hash);
    return added;
  }

  void insert(const Record& record, const std::string& id, const std::string& hash) {
    IndexWords made;
    const bool brought = !record.index_words.words.empty();
    if (!brought) made = connection_->terms().index_words(record.article.text);
    const IndexWords& words = brought ? record.index_words : made;
    echoes_.tell(rows_.insert(record, words, id, hash), words);
  }

  // Of articles with one id, the one with the smallest hash has it alone, the others their hash
  // behind it.
  std::string free_id(const std::string& id, const std::string& hash) {
    if (!find_id_.bind(id).step()) return id;
    const int64_t holder = find_id_.integer(0);
    const std::string holder_hash(find_id_.blob(1));
    find_id_.reset();
    if (holder_hash < hash) return id + hash_suffix(hash);
    rename_.run(holder, id + hash_suffix(holder_hash));
    return id;
  }

  // Gives an id that became free to the next article that would have it.
  void pass_on_id(const std::string& id) {
    int64_t heir = 0;
    const std::string first = id + "~", behind = id + "~g";  // until the last step
    for (find_heirs_.bind(first, behind); heir == 0 && find_heirs_.step();) {
      if (find_heirs_.text(1) == id + hash_suffix(find_heirs_.blob(2)))
        heir = find_heirs_.integer(0);
    }
    find_heirs_.reset();
    if (heir != 0) rename_.run(heir, id);
  }

  std::unique_ptr<Connection> connection_;
  Database& database_;
  RecordRows rows_;
  EchoFinder echoes_;
  Query find_article_, find_id_, find_heirs_, rename_, find_fetched_, keep_fetched_;
};

}  // namespace

Expected<std::unique_ptr<ArchiveWriter>> ArchiveWriter::open(const std::string& path,
                                                             const Options& options) {
  auto connection = Connection::open(path, Database::Mode::kCreate, options.wait);
  if (!connection) return tl::unexpected(connection.error());
  Database& database = (*connection)->database();
  if (auto ready = bring_schema_up_to_date(database, path); !ready) {
    return tl::unexpected(ready.error());
  }
  database.execute(
      "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 2000; "
      "PRAGMA journal_size_limit = 67108864; PRAGMA cell_size_check = ON; "
      "PRAGMA secure_delete = OFF");
  auto writer = std::make_unique<SqliteWriter>(std::move(*connection));
  if (!database.ok()) return tl::unexpected(database.error());
  return writer;
}

}  // namespace musnad
