// SQLite as the archive uses it: connection, statement, transaction.
//
// The first error of a connection sticks: from then on its statements do nothing and yield no rows,
// until clear_error(). So code runs a series of statements in a straight line and asks once, at
// its end, whether all went well.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "musnad/error.h"

namespace musnad {

class Database;

// Bytes for a BLOB column.
struct Blob {
  std::string_view bytes;
};

// A prepared statement of SQL. Must not outlive its database; not thread-safe.
class Query {
 public:
  Query() = default;
  Query(Query&& other) noexcept;
  Query& operator=(Query&& other) noexcept;
  ~Query();

  // Starts over with values for ?1, ?2, …, which must live until the last step. An empty optional
  // is NULL.
  template <typename... Values>
  Query& bind(const Values&... values) {
    reset();
    int index = 0;
    (set(++index, values), ...);
    return *this;
  }

  // Moves to the next row; false behind the last one and after an error.
  bool step();

  // Runs the whole statement once with these values and lets go of them.
  template <typename... Values>
  void run(const Values&... values) {
    bind(values...);
    while (step()) {
    }
    reset();
  }

  // Ends the reading of rows, and with it the read transaction that it held open.
  void reset();

  // The columns of the row, from 0. Views hold until the next step. NULL is 0, "" or nullopt.
  int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  bool null(int column) const;
  int columns() const { return sqlite3_column_count(statement_); }
  std::optional<uint32_t> maybe(int column) const;

 private:
  friend class Database;
  Query(Database* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}

  void set(int index, std::integral auto value) { set_integer(index, value); }
  void set(int index, std::string_view value);
  void set(int index, Blob value);
  void set_integer(int index, int64_t value);
  template <typename T>
  void set(int index, const std::optional<T>& value) {
    if (value) set(index, *value);
  }

  Database* database_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

// A connection. Not thread-safe.
class Database {
 public:
  enum class Mode : uint8_t { kRead, kReadFrozen, kWrite, kCreate };

  // Opens a file, which in kCreate need not exist and which in kReadFrozen nobody may change.
  // SQLite looks into it only when it is first used. `wait` is how long a lock of another
  // connection is waited for.
  static Expected<std::unique_ptr<Database>> open(const std::string& path, Mode mode,
                                                  std::chrono::milliseconds wait);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  Query prepare(std::string_view sql);
  void execute(const std::string& sql);    // any number of statements; their rows are dropped
  int64_t value_of(std::string_view sql);  // first column of the first row
  int64_t last_row() const { return sqlite3_last_insert_rowid(handle_); }
  sqlite3* handle() const { return handle_; }

  bool ok() const { return code_ == SQLITE_OK; }
  bool busy() const { return code_ == SQLITE_BUSY; }  // the error is that another one writes
  std::chrono::milliseconds wait() const { return wait_; }
  // The error that sticks, as a sentence that begins with the path and ends with a mend.
  Error error() const;
  void clear_error() { code_ = SQLITE_OK; }

 private:
  friend class Query;
  Database(std::string path, sqlite3* handle, std::chrono::milliseconds wait)
      : path_(std::move(path)), handle_(handle), wait_(wait) {}
  void check(int code);

  std::string path_;
  sqlite3* handle_;
  std::chrono::milliseconds wait_;
  int code_ = SQLITE_OK;  // the result code that sticks, without its extension
  std::string detail_;
};

// Holds the write lock from its creation. What was not committed is undone at its end.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Whether everything since the beginning is in the file.
  bool commit();

 private:
  Database& database_;
};

}  // namespace musnad
