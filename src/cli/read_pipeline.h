// What every command that reads articles shares: raw articles in, records out, on all processors,
// handed on in the order of the input.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/console.h"
#include "formats/parse_article.h"
#include "formats/raw_article.h"
#include "musnad/reader.h"

namespace musnad {

struct InputSettings {
  ParseOptions parse;
  std::string crawled;    // YYYY-MM-DD for articles whose input does not say it; "" for none
  std::string published;  // likewise
  size_t threads = 1;
};

// What becomes of records.
class RecordSink {
 public:
  using Delivery = std::function<Expected<void>()>;
  virtual ~RecordSink() = default;

  // What is left to do with an article that needs no reading; none for one that does. Many threads
  // ask at once.
  virtual std::optional<Delivery> without_reading(const Article&) { return std::nullopt; }

  // What is left to do with a record when its turn comes. Many threads prepare at once; deliveries
  // run one at a time, in the order of the input. One that fails ends the reading.
  virtual Delivery prepare(Record record) = 0;
};

// Reads all articles of `source`. What cannot be read goes to the console, and so does the error of
// a delivery; pages of a crawl that hold no Arabic article are only counted. Memory is bounded: a
// few articles for each thread are in work at a time, and of long ones a single one. Whether every
// record was delivered.
bool read_records(const Reader& reader, RawSource& source, const InputSettings& settings,
                  RecordSink& sink, Console& console);

}  // namespace musnad
