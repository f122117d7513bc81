// UTF-8: checking, decoding and the character classes that tokens are made of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace musnad {

// Byte offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values
// above U+10FFFF are invalid), or npos when all is valid.
size_t find_invalid_utf8(std::string_view text);

// `text` with every maximal invalid sequence replaced by U+FFFD.
std::string replace_invalid_utf8(std::string_view text);

// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t c);

// Decodes the code point at `position` of valid UTF-8 and moves behind it.
inline char32_t decode_utf8(std::string_view text, size_t& position) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(position);
  if (lead < 0x80) return text[position++] & 0x7F;
  if (lead < 0xE0) {
    char32_t c = (lead & 0x1Fu) << 6 | (byte(position + 1) & 0x3Fu);
    position += 2;
    return c;
  }
  if (lead < 0xF0) {
    char32_t c =
        (lead & 0x0Fu) << 12 | (byte(position + 1) & 0x3Fu) << 6 | (byte(position + 2) & 0x3Fu);
    position += 3;
    return c;
  }
  char32_t c = (lead & 0x07u) << 18 | (byte(position + 1) & 0x3Fu) << 12 |
               (byte(position + 2) & 0x3Fu) << 6 | (byte(position + 3) & 0x3Fu);
  position += 4;
  return c;
}

enum class CharClass : uint8_t {
  kWord,         // letters, marks, symbols: what words are made of
  kDigit,        // ASCII, Arabic-Indic and Persian digits
  kPunctuation,  // . , ، ؛ : ; ! ? ؟ quotation marks, brackets, dashes … : a token by itself
  kSpace,        // white space as Unicode has it
  kLineBreak,    // LF, CR, U+2028, U+2029, U+0085 and other white space that ends a line
  kIgnorable     // byte order mark, zero-width and direction marks: no part of a token at its edges
};

// Of code points that stand in few texts.
CharClass rare_char_class(char32_t c);

// Classes of U+0000–U+06FF, where nearly all of Arabic news lies.
extern const std::array<CharClass, 0x700> kCharClasses;

inline CharClass char_class(char32_t c) {
  return c < kCharClasses.size() ? kCharClasses[c] : rare_char_class(c);
}

bool is_arabic_letter(char32_t c);

// One of « » “ ” „ " ‘ ’ ' : a mark that may open or close a quotation.
bool is_quotation_mark(char32_t c);

// A full stop, a question or exclamation mark, dots; some papers set · as a full stop.
bool is_stop_mark(char32_t c);

}  // namespace musnad
