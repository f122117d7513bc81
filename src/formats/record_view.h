// What every view of a record works out before it writes: the words of a span, a number for each
// speaker so that colour is never the only cue, and how deep a statement stands inside others.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "musnad/record.h"

namespace musnad {

// Reads the record that it is given and does not own; cheap to move, safe to share between threads.
class RecordView {
 public:
  explicit RecordView(const Record& record);

  const Record& record() const { return *record_; }

  // Code points of the article's text.
  uint32_t length() const { return static_cast<uint32_t>(byte_of_.size()) - 1; }

  // The bytes of the article's text behind a span of code points; a span beyond the end is cut
  // there.
  std::string_view text(Span span) const;

  // 1 for the actor who speaks first in the record, 2 for the next new one, …; 0 where the speaker
  // is not known.
  uint32_t speaker_number(const StatementRecord& statement) const;

  // The actors with a speaker number, in its order.
  const std::vector<ActorIndex>& speakers() const { return speakers_; }

  // How many statements hold this one (index into Record::statements): 0 for one of the article's
  // own.
  uint32_t depth(uint32_t statement) const;

 private:
  const Record* record_;
  std::vector<uint32_t> byte_of_;          // byte offset of every code point, and of the text's end
  std::vector<uint32_t> speaker_numbers_;  // by actor, 0 for those who say nothing
  std::vector<ActorIndex> speakers_;
};

}  // namespace musnad
