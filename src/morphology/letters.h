// Names for the Arabic code points that the rules of spelling speak of, and the way between UTF-8
// and strings of code points.
#pragma once

#include <string>
#include <string_view>

namespace musnad {

inline constexpr char32_t kHamza0 = U'ء';  // the bare hamza; also stands for the radical
inline constexpr char32_t kAlifMadda = U'آ';
inline constexpr char32_t kAlifHamza = U'أ';
inline constexpr char32_t kWawHamza = U'ؤ';
inline constexpr char32_t kAlifHamzaBelow = U'إ';
inline constexpr char32_t kYaHamza = U'ئ';
inline constexpr char32_t kAlif = U'ا';
inline constexpr char32_t kBa = U'ب';
inline constexpr char32_t kTaMarbuta = U'ة';
inline constexpr char32_t kTa = U'ت';
inline constexpr char32_t kLam = U'ل';
inline constexpr char32_t kNun = U'ن';
inline constexpr char32_t kHa = U'ه';
inline constexpr char32_t kWaw = U'و';
inline constexpr char32_t kAlifMaqsura = U'ى';
inline constexpr char32_t kYa = U'ي';
inline constexpr char32_t kTatweel = U'\u0640';
inline constexpr char32_t kFathatan = U'\u064B';
inline constexpr char32_t kKasratan = U'\u064D';
inline constexpr char32_t kFatha = U'\u064E';
inline constexpr char32_t kDamma = U'\u064F';
inline constexpr char32_t kKasra = U'\u0650';
inline constexpr char32_t kShadda = U'\u0651';
inline constexpr char32_t kSukun = U'\u0652';

// Vowel signs, tanwin, shadda, sukun, superscript alif and Koranic signs.
constexpr bool is_diacritic(char32_t c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x0610 && c <= 0x061A) ||
         (c >= 0x06D6 && c <= 0x06ED && c != 0x06DD && c != 0x06DE && c != 0x06E9);
}

constexpr bool is_tanwin(char32_t c) { return c >= kFathatan && c <= kKasratan; }

// ء أ إ آ ؤ ئ
constexpr bool is_hamza(char32_t c) { return c >= kHamza0 && c <= kYaHamza; }

// The code points of a UTF-8 string; invalid sequences become U+FFFD.
std::u32string to_code_points(std::string_view utf8);

std::string to_utf8(std::u32string_view code_points);

}  // namespace musnad
