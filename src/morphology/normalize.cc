#include "morphology/normalize.h"

#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

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

// Folds a word whose letters may depend on each other.
std::string fold_in_context(std::string_view word) {
  std::string key;
  key.reserve(word.size());
  for (char32_t c : plain_letters(word)) {
    if (!is_diacritic(c)) append_utf8(key, fold_letter(c));
  }
  return key;
}

// The first code point of the block in which nearly all letters lie, all of two bytes in UTF-8.
constexpr char32_t kBlock = 0x0600;
constexpr size_t kBlockSize = 0x100;

// A letter of the block by itself, folded; "" where it is left out.
struct Folded {
  uint8_t size = 0;
  char bytes[2] = {};
  bool alone = true;  // false: it may change the letter before it
};

std::array<Folded, kBlockSize> fold_block() {
  std::array<Folded, kBlockSize> block;
  for (char32_t c = kBlock; c < kBlock + kBlockSize; ++c) {
    Folded& folded = block[c - kBlock];
    folded.alone = composed(kAlif, c) == 0 && composed(kWaw, c) == 0;
    const std::string key = fold_in_context(to_utf8(std::u32string(1, c)));
    folded.size = static_cast<uint8_t>(key.copy(folded.bytes, sizeof folded.bytes));
  }
  return block;
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
  if (find_invalid_utf8(word) != word.npos) return plain_letters(replace_invalid_utf8(word));
  std::u32string out;
  out.reserve(word.size() / 2);
  for (size_t i = 0; i < word.size();) append_plain(decode_utf8(word, i), out);
  return out;
}

std::string fold(std::string_view word) {
  static const std::array<Folded, kBlockSize> block = fold_block();
  std::string key(word.size(), '\0');  // no letter grows
  char* end = key.data();
  for (size_t i = 0; i < word.size(); ++i) {
    const auto lead = static_cast<uint8_t>(word[i]);
    if (lead < 0x80) {
      *end++ = word[i];
      continue;
    }
    if (lead < 0xD8 || lead > 0xDB || ++i == word.size()) return fold_in_context(word);
    const auto second = static_cast<uint8_t>(word[i]);
    const Folded& folded = block[(lead & 3u) << 6 | (second & 0x3Fu)];
    if (second >> 6 != 2 || !folded.alone) return fold_in_context(word);
    end[0] = folded.bytes[0];  // both bytes of the letter, of which `size` stay
    end[1] = folded.bytes[1];
    end += folded.size;
  }
  key.resize(static_cast<size_t>(end - key.data()));
  return key;
}

}  // namespace musnad
