// Tokens: one pass over the text that keeps both offsets.
#include "text/text.h"
#include "text/utf8.h"

namespace musnad {
namespace {

// A quotation mark as carelessly cut pages have it.
constexpr std::string_view kEscapedMark = "&quot;";

// Tatweel, which lengthens a word.
constexpr char32_t kStroke = U'\u0640';

// Walks the text one code point at a time.
struct Cursor {
  std::string_view text;
  size_t byte = 0;
  uint32_t point = 0;
  char32_t c = 0;
  CharClass kind = CharClass::kSpace;
  size_t next_byte = 0;

  bool done() const { return byte >= text.size(); }
  bool at_escaped_mark() const { return c == U'&' && text.substr(byte).starts_with(kEscapedMark); }
  void load() {
    if (done()) return;
    next_byte = byte;
    c = decode_utf8(text, next_byte);
    kind = char_class(c);
  }
  void advance() {
    byte = next_byte;
    ++point;
    load();
  }
  // Nearly all letters are Arabic ones of two bytes, which are passed without taking each up.
  void pass_letters() {
    constexpr uint8_t kTwoBytes = 0xC0, kBehindTable = 0xDC;  // leads of U+0080 to U+06FF
    for (size_t next = byte; !done(); byte = next, ++point) {
      const auto lead = static_cast<uint8_t>(text[byte]);
      if (lead < kTwoBytes || lead >= kBehindTable) break;
      if (kCharClasses[decode_utf8(text, next)] != CharClass::kWord) break;
    }
    load();
    while (!done() && kind == CharClass::kWord && c != U'&') advance();
  }
};

// Reads a mark that takes so many code points.
Token read_mark(Cursor& cursor, char32_t mark, size_t points) {
  Token token;
  token.kind = TokenKind::kPunctuation;
  token.mark = mark;
  token.byte_begin = static_cast<uint32_t>(cursor.byte);
  token.begin = cursor.point;
  while (points-- > 0) cursor.advance();
  token.byte_end = static_cast<uint32_t>(cursor.byte);
  token.end = cursor.point;
  return token;
}

// Reads a run of word characters; ignorable marks inside it belong to it, at its end they do not.
// Between letters and digits such a mark stands for a space. A stroke of tatweel alone is a dash
// (وقال ـ في بيان ـ إن).
Token read_run(Cursor& cursor) {
  Token token;
  token.byte_begin = static_cast<uint32_t>(cursor.byte);
  token.begin = cursor.point;
  token.kind = TokenKind::kNumber;
  bool stroke = true;
  CharClass last = CharClass::kIgnorable;
  bool parted = false;  // whether an ignorable mark stands behind the last character
  while (!cursor.done() &&
         (cursor.kind == CharClass::kWord || cursor.kind == CharClass::kDigit ||
          cursor.kind == CharClass::kIgnorable) &&
         !cursor.at_escaped_mark()) {
    const bool inside = cursor.kind != CharClass::kIgnorable;
    if (inside && parted && cursor.kind != last) break;
    if (cursor.kind == CharClass::kWord) token.kind = TokenKind::kWord;
    parted = !inside;
    if (inside) last = cursor.kind;
    stroke = stroke && (cursor.c == kStroke || !inside);
    cursor.advance();
    if (inside) {
      if (last == CharClass::kWord && !stroke) cursor.pass_letters();  // they change nothing
      token.byte_end = static_cast<uint32_t>(cursor.byte);
      token.end = cursor.point;
    }
  }
  if (stroke) {
    token.kind = TokenKind::kPunctuation;
    token.mark = U'-';
  }
  return token;
}

}  // namespace

uint32_t find_tokens(Document& document) {
  document.tokens.reserve(document.text.size() / 9);
  Cursor cursor{.text = document.text};
  cursor.load();
  bool space = true, line = true;
  while (!cursor.done()) {
    if (cursor.kind == CharClass::kSpace || cursor.kind == CharClass::kLineBreak) {
      space = true;
      line |= cursor.kind == CharClass::kLineBreak;
      cursor.advance();
      continue;
    }
    if (cursor.kind == CharClass::kIgnorable) {
      cursor.advance();
      continue;
    }
    const bool escaped = cursor.at_escaped_mark();
    Token token = escaped ? read_mark(cursor, U'"', kEscapedMark.size())
                  : cursor.kind == CharClass::kPunctuation ? read_mark(cursor, cursor.c, 1)
                                                           : read_run(cursor);
    token.space_before = space;
    token.line_begin = line;
    document.tokens.push_back(token);
    space = line = false;
  }
  return cursor.point;
}

}  // namespace musnad
