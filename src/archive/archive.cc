// Opens an archive for questions and hands each to the file that answers it.
#include "musnad/archive.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "archive/actor_page.h"
#include "archive/connection.h"
#include "archive/export.h"
#include "archive/known_article.h"
#include "archive/schema.h"
#include "archive/search.h"
#include "archive/statement_echoes.h"
#include "archive/stories.h"
#include "archive/talks_page.h"
#include "archive/timeline.h"

namespace musnad {
namespace {

constexpr std::chrono::milliseconds kWait{10000};  // while a writer recovers from a crash

class SqliteArchive : public Archive {
 public:
  SqliteArchive(std::string path, std::unique_ptr<Connection> connection)
      : path_(std::move(path)),
        connection_(std::move(connection)),
        known_(connection_->database()) {}

  Expected<std::string> known_as(const Article& article) override {
    return answer(known_.find(article));
  }

  Expected<Found> search(const Search& search) override {
    return answer(find_hits(*connection_, search));
  }

  Expected<ActorPage> actor(const std::string& name) override {
    return answer(read_actor_page(*connection_, name));
  }

  Expected<std::vector<Period>> timeline(const Search& search, Step step) override {
    return answer(read_timeline(*connection_, search, step));
  }

  Expected<std::vector<Story>> stories(const Search& search) override {
    return answer(read_stories(*connection_, search));
  }

  Expected<std::vector<Echo>> echoes(const Search& search) override {
    return answer(read_echoes(*connection_, search));
  }

  Expected<TalksPage> talks(const std::vector<std::string>& parties,
                            const std::string& since) override {
    return answer(read_talks_page(*connection_, parties, since));
  }

  std::vector<Column> columns(Layer layer) const override { return columns_of(layer); }

  Expected<void> export_rows(Layer layer, const Search& search, const RowSink& sink) override {
    return answer(export_layer(*connection_, layer, search, sink));
  }

  Expected<Stats> stats() override { return answer(read_stats(*connection_, path_)); }

 private:
  // An error of one question is none of the next.
  template <typename T>
  Expected<T> answer(Expected<T> result) {
    connection_->database().clear_error();
    return result;
  }

  std::string path_;
  std::unique_ptr<Connection> connection_;
  KnownArticles known_;
};

Expected<std::unique_ptr<Connection>> open_as(const std::string& path, Database::Mode mode) {
  auto connection = Connection::open(path, mode, kWait);
  if (!connection) return connection;
  const auto known = check_schema((*connection)->database(), path);
  if (!known) return tl::unexpected(known.error());
  (*connection)
      ->database()
      .execute("PRAGMA cache_size = -65536");  // KiB: a page is drawn from many rows
  return connection;
}

// Whether nobody can write there, not even the files in which SQLite's readers and writers meet.
bool is_frozen(const std::string& path) {
  std::error_code code;
  const auto folder = std::filesystem::absolute(path, code).parent_path();
  return access(folder.c_str(), W_OK) != 0 && !std::filesystem::exists(path + "-wal", code);
}

}  // namespace

Expected<std::unique_ptr<Archive>> Archive::open(const std::string& path) {
  std::error_code code;
  if (!std::filesystem::exists(path, code)) {
    return fail(fmt::format("{}: no such archive; \"musnad add {} FILE\" makes one", path, path));
  }
  auto connection = open_as(path, Database::Mode::kRead);
  if (!connection && is_frozen(path)) connection = open_as(path, Database::Mode::kReadFrozen);
  if (!connection) return tl::unexpected(connection.error());
  return std::make_unique<SqliteArchive>(path, std::move(*connection));
}

}  // namespace musnad
