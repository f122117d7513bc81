// The archive: records of many articles in one SQLite file, and the questions that they answer.
//
//   auto writer = musnad::ArchiveWriter::open("news.musnad");
//   (*writer)->add(records);                                   // one transaction
//   auto archive = musnad::Archive::open("news.musnad");
//   auto found = (*archive)->search({.words = "وقف إطلاق النار", .speaker = "لافروف"});
//
// Any number of readers and one writer at a time work on a file at once, from any number of
// processes; readers never wait and see what was committed before their question. An object here is
// for one thread at a time. docs/archive.md tells the tables.
#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

// What became of a record that was added.
struct Added {
  enum class Outcome : uint8_t {
    kNew,       // it is in the archive now
    kKnown,     // it was there before; nothing changed
    kReplaced,  // it was there from a later fetch, whose record it takes the place of
  };
  Outcome outcome = Outcome::kNew;
  std::string id;  // of the article in the archive
};

// Adds records. What makes an article itself is its text, its publisher and its address: the same
// again changes nothing, whatever it is called. Of two fetches the earlier one is kept, so that the
// order in which articles come does not change what the archive says. An article whose id another
// one has gets its hash behind the id.
class ArchiveWriter {
 public:
  struct Options {
    std::chrono::milliseconds wait{30000};  // for another writer to finish its transaction
  };

  // Makes the file where there is none and brings an archive of an earlier version up to date.
  // Fails on a file that is no archive, which is left as it is, and where it cannot be written.
  static Expected<std::unique_ptr<ArchiveWriter>> open(const std::string& path,
                                                       const Options& options);
  static Expected<std::unique_ptr<ArchiveWriter>> open(const std::string& path) {
    return open(path, Options());
  }
  virtual ~ArchiveWriter() = default;

  // Adds records in one transaction: when it returns what became of each, all are on the disk; when
  // it fails (disk full, damaged file, another writer holds on), none is, and the file is as it
  // was. The call may then be made again. Hundreds of records a call are far quicker than one.
  virtual Expected<std::vector<Added>> add(std::span<const Record> records) = 0;
};

}  // namespace musnad
