// The work of `musnad add`: raw articles in, records into an archive, read on all processors while
// another thread writes.
#pragma once

#include "cli/read_pipeline.h"
#include "musnad/archive.h"

namespace musnad {

struct AddedCounts {
  uint64_t fresh = 0;     // added
  uint64_t known = 0;     // were there already
  uint64_t replaced = 0;  // were there from a later fetch
  bool complete = false;  // all that could be read is in the archive
};

// Called with the articles of a transaction once they are on the disk; one call at a time.
using ReportAdded = std::function<void(const std::vector<Added>&)>;

// Reads all articles of `source` into the archive, some hundreds a transaction; `archive` is the
// same one, open for the question which of them need no reading. What cannot be read
// or written goes to the console; an archive that cannot be written ends the reading. Memory is
// bounded: two transactions' records are held at most.
AddedCounts add_articles(const Reader& reader, RawSource& source, const InputSettings& settings,
                         ArchiveWriter& writer, Archive& archive, const ReportAdded& report,
                         Console& console);

}  // namespace musnad
