// A fresh place for the archive of a test, and a look into its tables by plain SQL.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "archive/sqlite.h"

namespace musnad {

class ArchiveTest : public testing::Test {
 protected:
  ArchiveTest() {
    std::string folder = std::filesystem::temp_directory_path() / "musnad-archive-XXXXXX";
    folder_ = mkdtemp(folder.data());
  }
  ~ArchiveTest() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name = "a.musnad") const { return folder_ / name; }

  void write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

  std::string bytes(const std::string& name) const {
    std::ifstream file(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // The rows of a query, columns parted by "|", each row closed by a line feed.
  std::string ask(std::string_view sql, const std::string& name = "a.musnad") const {
    const auto database = *Database::open(path(name), Database::Mode::kRead, {});
    std::string rows;
    Query query = database->prepare(sql);
    while (query.step()) {
      for (int column = 0; column < query.columns(); ++column) {
        rows += std::string(column == 0 ? "" : "|") + std::string(query.text(column));
      }
      rows += "\n";
    }
    EXPECT_TRUE(database->ok()) << database->error().message;
    return rows;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace musnad
