// Small records for the tests of the archive.
#pragma once

#include <string>

#include "musnad/record.h"

namespace musnad {

// What a made record is about; a field that is left out is unknown.
struct MadeRecord {
  std::string id = "a";
  std::string speaker = "سلمى الدرعي";
  std::string key = {};  // of the speaker in the register
  std::string words = "المحادثات تبدأ غدا";
  std::string publisher = {};
  std::string crawled = {};
  std::string time = {};  // of the statement
};

// A record with the text "بيان\nقالت SPEAKER إن WORDS.", in which the speaker makes one statement.
Record made_record(const MadeRecord& made);

}  // namespace musnad
