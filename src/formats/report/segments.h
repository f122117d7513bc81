// Marks on a text may overlap and nest; HTML elements may not overlap. So the text is cut at every
// begin and end of a mark, and each piece knows all the marks that lie over it.
#pragma once

#include <cstdint>
#include <vector>

#include "musnad/record.h"

namespace musnad {

enum class MarkRole : uint8_t { kContent, kCue, kSource, kQuestion, kEvent, kEntry, kTime };

struct Mark {
  Span span;
  MarkRole role = MarkRole::kContent;
  // Index into Record::statements; for kEvent and kTime into Record::events and Record::times, for
  // kEntry into the entries of the dossiers.
  uint32_t owner = 0;
};

struct Segment {
  Span span;
  std::vector<uint32_t> marks;  // indexes of the marks over it, ascending
};

// Cuts [0, length) into segments, none of them empty, that follow each other without gaps. Empty
// marks and what reaches beyond `length` are left out. Takes O(n log n) in the marks plus the size
// of the result.
std::vector<Segment> split_at_marks(uint32_t length, const std::vector<Mark>& marks);

}  // namespace musnad
