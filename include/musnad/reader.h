// Reads Arabic news articles into records.
//
//   auto reader = musnad::Reader::create();
//   if (!reader) …reader.error().message…
//   musnad::Article article{.id = "a", .text = "قال الوزير…"};
//   auto record = (*reader)->read(article);
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

struct ReaderOptions {
  bool lossy = false;                  // invalid UTF-8 is replaced by U+FFFD instead of refused
  std::vector<std::string> registers;  // paths of own tables of actors, see docs/register.md
  // Records bring along the words that an archive indexes (Record::index_words). Without them
  // ArchiveWriter works them out itself, in twice the time.
  bool index_words = false;
};

// Holds the compiled language data and weights. Immutable after create(): one Reader may be used by
// any number of threads at once. Reading takes time linear in the length of the article.
class Reader {
 public:
  // Loads the language data that travels in the program and the tables that the options name; they
  // are not needed afterwards. An error has a line for each bad row of a table.
  static Expected<std::unique_ptr<Reader>> create(const ReaderOptions& options = {});
  virtual ~Reader() = default;

  // The record of one article. Fails on invalid UTF-8 (the message names the byte offset), on text
  // that holds no Arabic letter, and on text of 4 GiB or more.
  virtual Expected<Record> read(const Article& article) const = 0;
};

}  // namespace musnad
