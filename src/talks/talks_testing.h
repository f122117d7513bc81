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

}  // namespace musnad
