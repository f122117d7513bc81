// Marks on a text may overlap and nest; HTML elements may not overlap. So the text is cut at every
// begin and end of a mark, and each piece knows all the marks that lie over it.
#pragma once

#include <cstdint>
#include <vector>

#include "musnad/record.h"

namespace musnad {

enum class MarkRole : uint8_t { kContent, kCue, kSource, kQuestion, kTime };

struct Mark {
  Span span;
  MarkRole role = MarkRole::kContent;
  uint32_t owner = 0;  // index into Record::statements, for kTime into Record::times
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
