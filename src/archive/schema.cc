#include "archive/schema.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "lexicon/embedded.h"

namespace musnad {
namespace {

constexpr int kVersion = 3;
// Articles are longer than SQLite's usual pages of 4096 bytes and would each waste half of one.
constexpr int kPageBytes = 16384;
constexpr int64_t kApplicationId = 0x4D75736E;  // "Musn"

Expected<void> foreign(const std::string& path) {
  return fail(fmt::format("{}: an SQLite file, but no Musnad archive; name another file", path));
}

Expected<void> too_new(const std::string& path, int64_t version) {
  return fail(
      fmt::format("{}: the archive is of version {}, this program knows {}; use a newer Musnad",
                  path, version, kVersion));
}

}  // namespace

Expected<void> check_schema(Database& database, const std::string& path) {
  const int64_t application = database.value_of("PRAGMA application_id");
  const int64_t version = database.value_of("PRAGMA user_version");
  database.value_of("SELECT count(*) FROM sqlite_schema");
  if (!database.ok()) return tl::unexpected(database.error());
  if (application != kApplicationId) return foreign(path);
  if (version > kVersion) return too_new(path, version);
  if (version < kVersion) {
    return fail(fmt::format(
        "{}: the archive is of version {}, this program reads {}; \"musnad add {} FILE\" brings "
        "it up to date",
        path, version, kVersion, path));
  }
  return {};
}

namespace {

Expected<void> bring_up_to_date_once(Database& database, const std::string& path) {
  // Foreign files are recognized before the first write: even the journal mode is a write.
  const bool empty = database.value_of("SELECT count(*) FROM sqlite_schema") == 0;
  const int64_t application = database.value_of("PRAGMA application_id");
  if (!database.ok()) return tl::unexpected(database.error());
  if (application != kApplicationId && !(empty && application == 0)) return foreign(path);
  if (application == kApplicationId && database.value_of("PRAGMA user_version") == kVersion) {
    return {};
  }

  database.execute(fmt::format("PRAGMA page_size = {}; PRAGMA journal_mode = WAL", kPageBytes));
  Transaction transaction(database);
  const int64_t version = database.value_of("PRAGMA user_version");  // now nobody else changes it
  if (version > kVersion) return too_new(path, version);
  for (int64_t next = version + 1; next <= kVersion; ++next) {
    database.execute(std::string(embedded_file(fmt::format("src/archive/schema/{}.sql", next))));
  }
  database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                               kApplicationId, kVersion));
  if (!transaction.commit()) return tl::unexpected(database.error());
  return {};
}

}  // namespace

// Two programs that make the same file at once: SQLite tells one of them at once that the other
// has it, without waiting, as the change to WAL cannot wait with the file read.
Expected<void> bring_schema_up_to_date(Database& database, const std::string& path) {
  constexpr std::chrono::milliseconds kPause{20};
  const auto until = std::chrono::steady_clock::now() + database.wait();
  for (;;) {
    auto done = bring_up_to_date_once(database, path);
    if (done || !database.busy() || std::chrono::steady_clock::now() >= until) return done;
    database.clear_error();
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace musnad
