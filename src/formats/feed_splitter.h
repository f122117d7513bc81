// Feeds: RSS 2.0 and before, RSS 1.0 (RDF), Atom.
#pragma once

#include <memory>
#include <string>

#include "formats/byte_source.h"
#include "formats/raw_article.h"

namespace musnad {

// One fragment for each item of a feed: its title above the fullest text that the item has. The id
// is the guid or Atom id, else the link; the publisher is the item's source, else the feed's title.
// Reads leniently, and resolves neither entities nor addresses of other files. An error where this
// is no feed, holds no item, or is longer than kMostRawBytes; `name` begins its message.
std::unique_ptr<RawSource> split_feed(std::unique_ptr<ByteReader> reader, std::string name);

}  // namespace musnad
