#include "archive/evidence.h"

#include <algorithm>

namespace musnad {
namespace {

constexpr size_t kContentNumbers = 3;  // start, end, direct
constexpr size_t kMentionNumbers = 2;  // start, end; forms are words

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The byte where a code point begins, counted from a byte where one does.
size_t byte_of(std::string_view text, size_t byte, uint32_t points) {
  while (byte < text.size() && points > 0) {
    ++byte;
    while (byte < text.size() && (text[byte] & 0xC0) == 0x80) ++byte;
    --points;
  }
  return byte;
}

// The first two of every `step` numbers.
std::vector<Span> spans_in(std::string_view json, size_t step) {
  const std::vector<uint32_t> numbers = numbers_in(json);
  std::vector<Span> spans;
  for (size_t i = 0; i + step <= numbers.size(); i += step) {
    spans.push_back({numbers[i], numbers[i + 1]});
  }
  return spans;
}

}  // namespace

std::vector<uint32_t> numbers_in(std::string_view json) {
  std::vector<uint32_t> numbers;
  for (size_t i = 0; i < json.size(); ++i) {
    if (!is_digit(json[i])) continue;
    uint32_t number = 0;
    for (; i < json.size() && is_digit(json[i]); ++i) {
      number = number * 10 + static_cast<uint32_t>(json[i] - '0');
    }
    numbers.push_back(number);
  }
  return numbers;
}

std::vector<Span> content_spans(std::string_view json) { return spans_in(json, kContentNumbers); }

std::vector<Span> mention_spans(std::string_view json) { return spans_in(json, kMentionNumbers); }

std::string_view words_of(std::string_view text, Span span) {
  const size_t begin = byte_of(text, 0, span.begin);
  const size_t end = span.end < span.begin ? begin : byte_of(text, begin, span.end - span.begin);
  return text.substr(begin, end - begin);
}

uint32_t length_of(std::string_view text) {
  return static_cast<uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace musnad
