#include "morphology/normalize.h"

#include <unicode/unorm2.h>

#include "morphology/letters.h"
#include "text/utf8.h"

namespace musnad {
namespace {

bool is_presentation_form(char32_t c) {
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

// Marks that steer direction or joining, and the byte order mark.
bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

void append_plain(char32_t c, std::u32string& out);

// A presentation form stands for one or more letters: its compatibility decomposition.
void append_presentation_form(char32_t c, std::u32string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkc = unorm2_getNFKCInstance(&status);
  UChar letters[32];
  int32_t count = U_SUCCESS(status) ? unorm2_getRawDecomposition(nfkc, static_cast<UChar32>(c),
                                                                 letters, 32, &status)
                                    : -1;
  for (int32_t i = 0; i < count; ++i) {
    if (letters[i] != U' ' && !is_presentation_form(letters[i])) append_plain(letters[i], out);
  }
}

// The letter that a combining madda or hamza makes of the one before it; 0 for none.
char32_t composed(char32_t letter, char32_t mark) {
  if (mark == 0x0653) return letter == kAlif ? kAlifMadda : 0;
  if (mark == 0x0655) return letter == kAlif ? kAlifHamzaBelow : 0;
  if (mark != 0x0654) return 0;
  return letter == kAlif ? kAlifHamza : letter == kWaw ? kWawHamza : letter == kYa ? kYaHamza : 0;
}

void append_plain(char32_t c, std::u32string& out) {
  if (char32_t letter = out.empty() ? 0 : composed(out.back(), c); letter != 0) {
    out.back() = letter;
    return;
  }
  if (c == kTatweel || c == 0xFFFD || is_invisible(c)) return;
  if (is_presentation_form(c)) return append_presentation_form(c, out);
  if (c >= 0x0660 && c <= 0x0669) c = U'0' + (c - 0x0660);  // Arabic-Indic digits
  if (c >= 0x06F0 && c <= 0x06F9) c = U'0' + (c - 0x06F0);  // Persian digits
  if (c == 0x06A9) c = U'ك';
  if (c == 0x06CC) c = kYa;
  if (c == 0x06BE || c == 0x06C1) c = kHa;
  out.push_back(c);
}

}  // namespace

char32_t fold_letter(char32_t letter) {
  switch (letter) {
    case kAlifMadda:
    case kAlifHamza:
    case kAlifHamzaBelow:
    case 0x0671:
      return kAlif;
    case kAlifMaqsura:
    case kYaHamza:
      return kYa;
    case kTaMarbuta:
      return kHa;
    case kWawHamza:
      return kWaw;
    default:
      return letter;
  }
}

std::u32string plain_letters(std::string_view word) {
  std::u32string out;
  out.reserve(word.size() / 2);
  for (char32_t c : to_code_points(word)) append_plain(c, out);
  return out;
}

std::string fold(std::string_view word) {
  std::string key;
  key.reserve(word.size());
  for (char32_t c : plain_letters(word)) {
    if (!is_diacritic(c)) append_utf8(key, fold_letter(c));
  }
  return key;
}

}  // namespace musnad
