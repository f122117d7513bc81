#include "archive/sqlite.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace musnad {
namespace {

// What a result code means to the user, and what to do about it.
std::string explain(int code, std::string_view detail, std::chrono::milliseconds wait) {
  switch (code) {
    case SQLITE_NOTADB:
      return "is no Musnad archive (nor any SQLite file); name another file";
    case SQLITE_CORRUPT:
      return fmt::format(
          "the archive is damaged ({}); restore a copy, or save what can be read: sqlite3 FILE "
          ".recover",
          detail);
    case SQLITE_FULL:
      return "the disk is full; make room and add the same input again, which goes on where it "
             "ended";
    case SQLITE_READONLY:
      return fmt::format("cannot be written ({}); check the permissions of the file and its folder",
                         detail);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return fmt::format("cannot be opened ({}); check the path and its permissions", detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fmt::format(
          "another program writes to the archive, and did not let go within {} s; try again later",
          std::chrono::duration_cast<std::chrono::seconds>(wait).count());
    case SQLITE_IOERR:
      return fmt::format("cannot be read or written ({}); check the disk", detail);
    case SQLITE_NOMEM:
      return "out of memory";
    default:
      return fmt::format("SQLite error {}: {}", code, detail);
  }
}

// The address of a file that nobody changes while it is open.
std::string frozen_name(std::string_view path) {
  std::string name = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      name += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    } else {
      name += c;
    }
  }
  return name + "?immutable=1";
}

// Counting the memory that SQLite takes costs a lock at each allocation, and nobody asks for it.
// Where another library has begun to use SQLite before, it stays as that one has it.
void count_no_memory() {
  static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)once;
}

constexpr int primary(int code) { return code & 0xFF; }

}  // namespace

Query::Query(Query&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Query& Query::operator=(Query&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(statement_, other.statement_);
  return *this;
}

Query::~Query() { sqlite3_finalize(statement_); }

bool Query::step() {
  if (statement_ == nullptr || !database_->ok()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->check(code);
  return false;
}

void Query::reset() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Query::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Query::null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::optional<uint32_t> Query::maybe(int column) const {
  if (null(column)) return std::nullopt;
  return static_cast<uint32_t>(integer(column));
}

void Query::set(int index, std::string_view value) {
  if (statement_ == nullptr) return;
  const char* bytes = value.data() == nullptr ? "" : value.data();
  database_->check(
      sqlite3_bind_text64(statement_, index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Query::set(int index, Blob value) {
  if (statement_ == nullptr) return;
  database_->check(sqlite3_bind_blob64(statement_, index, value.bytes.data(), value.bytes.size(),
                                       SQLITE_STATIC));
}

void Query::set_integer(int index, int64_t value) {
  if (statement_ == nullptr) return;
  database_->check(sqlite3_bind_int64(statement_, index, value));
}

Expected<std::unique_ptr<Database>> Database::open(const std::string& path, Mode mode,
                                                   std::chrono::milliseconds wait) {
  const bool frozen = mode == Mode::kReadFrozen;
  const int flags = frozen || mode == Mode::kRead ? SQLITE_OPEN_READONLY
                    : mode == Mode::kWrite        ? SQLITE_OPEN_READWRITE
                                                  : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const std::string name = frozen ? frozen_name(path) : path;
  count_no_memory();
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(
      name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | (frozen ? SQLITE_OPEN_URI : 0), nullptr);
  std::unique_ptr<Database> database(new Database(path, handle, wait));
  database->check(code);
  if (!database->ok()) return tl::unexpected(database->error());
  sqlite3_busy_timeout(handle, static_cast<int>(wait.count()));
  return database;
}

Database::~Database() { sqlite3_close(handle_); }

Query Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (ok()) {
    check(
        sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
  }
  return Query(this, statement);
}

void Database::execute(const std::string& sql) {
  if (ok()) check(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
}

int64_t Database::value_of(std::string_view sql) {
  Query statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

Error Database::error() const { return {path_ + ": " + explain(code_, detail_, wait_)}; }

void Database::check(int code) {
  if (code == SQLITE_OK || !ok()) return;
  code_ = primary(code);
  // A damaged file may have anything in its message.
  detail_ =
      replace_invalid_utf8(handle_ == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle_));
  std::replace(detail_.begin(), detail_.end(), '\n', ' ');
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (sqlite3_get_autocommit(database_.handle()) == 0) {
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

bool Transaction::commit() {
  database_.execute("COMMIT");
  return database_.ok();
}

}  // namespace musnad
