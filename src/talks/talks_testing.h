// What tests of dossiers share: a small article read with all of the program's tables.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "musnad/reader.h"

namespace musnad {

// The record of a text fetched on 3 August 2015; an empty one where it cannot be read.
inline Record read_small(std::string_view text) {
  static const std::unique_ptr<Reader> reader = std::move(*Reader::create());
  return reader->read({.id = "a", .text = std::string(text), .crawled = "2015-08-03"})
      .value_or(Record{});
}

// What `tell` says of each negotiation of a text, one behind the other.
template <typename Tell>
std::string told_of_talks(std::string_view text, Tell tell) {
  const Record record = read_small(text);
  std::string told;
  for (const TalksRecord& talks : record.talks) told += tell(record, talks);
  return told;
}

}  // namespace musnad
