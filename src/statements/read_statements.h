// For tests of the stage: the statements of a text as a whole reader finds them, in plain strings.
#pragma once

#include <string>
#include <vector>

#include "musnad/reader.h"

namespace musnad {

struct ReadStatement {
  std::string cue, speaker;
  std::vector<std::string> via;
};

// The words of a code-point span.
inline std::string words_of(const std::string& text, Span span) {
  std::string found;
  uint32_t point = 0;
  for (size_t byte = 0; byte < text.size(); ++point) {
    const size_t begin = byte++;
    while (byte < text.size() && (text[byte] & 0xC0) == 0x80) ++byte;
    if (span.begin <= point && point < span.end) found += text.substr(begin, byte - begin);
  }
  return found;
}

inline const Reader& test_reader() {
  static const std::unique_ptr<Reader> instance = std::move(*Reader::create());
  return *instance;
}

// The statements behind the headline, in text order.
inline std::vector<ReadStatement> read_statements(const std::string& text) {
  std::vector<ReadStatement> read;
  const auto record = test_reader().read(Article{.id = "test", .text = text});
  if (!record) return read;
  for (const StatementRecord& statement : record->statements) {
    ReadStatement& out = read.emplace_back();
    if (statement.cue) out.cue = words_of(text, *statement.cue);
    if (statement.speaker) out.speaker = record->actors[*statement.speaker].name;
    for (ActorIndex via : statement.via) out.via.push_back(record->actors[via].name);
  }
  return read;
}

}  // namespace musnad
