// Reads Arabic news articles into records.
//
//   auto reader = musnad::Reader::create();
//   if (!reader) …reader.error().message…
//   musnad::Article article{.id = "a", .text = "قال الوزير…"};
//   auto record = (*reader)->read(article);
#pragma once

#include <memory>

#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

struct ReaderOptions {
  bool lossy = false;  // invalid UTF-8 is replaced by U+FFFD instead of refused
};

// Holds the compiled language data and weights. Immutable after create(): one Reader may be used by
// any number of threads at once. Reading takes time linear in the length of the article.
class Reader {
 public:
  // Loads the language data that travels in the program. Fails only on a damaged table.
  static Expected<std::unique_ptr<Reader>> create(const ReaderOptions& options = {});
  virtual ~Reader() = default;

  // The record of one article. Fails on invalid UTF-8 (the message names the byte offset), on text
  // that holds no Arabic letter, and on text of 4 GiB or more.
  virtual Expected<Record> read(const Article& article) const = 0;
};

}  // namespace musnad
