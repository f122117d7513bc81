#include "formats/record_view.h"

#include <algorithm>

namespace musnad {

RecordView::RecordView(const Record& record)
    : record_(&record), speaker_numbers_(record.actors.size(), 0) {
  const std::string& text = record.article.text;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool continues_code_point = (text[i] & 0xC0) == 0x80;
    if (!continues_code_point) byte_of_.push_back(static_cast<uint32_t>(i));
  }
  byte_of_.push_back(static_cast<uint32_t>(text.size()));
  for (const StatementRecord& statement : record.statements) {
    if (!statement.speaker || speaker_numbers_[*statement.speaker] != 0) continue;
    speakers_.push_back(*statement.speaker);
    speaker_numbers_[*statement.speaker] = static_cast<uint32_t>(speakers_.size());
  }
}

std::string_view RecordView::text(Span span) const {
  const uint32_t begin = byte_of_[std::min(span.begin, length())];
  const uint32_t end = byte_of_[std::min(span.end, length())];
  return std::string_view(record_->article.text).substr(begin, std::max(begin, end) - begin);
}

uint32_t RecordView::speaker_number(const StatementRecord& statement) const {
  return statement.speaker ? speaker_numbers_[*statement.speaker] : 0;
}

uint32_t RecordView::depth(uint32_t statement) const {
  const std::vector<StatementRecord>& all = record_->statements;
  uint32_t depth = 0;
  for (auto outer = all[statement].nested_in; outer && depth < all.size(); ++depth) {
    outer = all[*outer].nested_in;
  }
  return depth;
}

}  // namespace musnad
