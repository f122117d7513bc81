// From sounds to letters. Inflection is worked out on sounds, where it is regular; this writes them
// down by the rules of Arabic orthography: long vowels, shadda, the seat of the hamza, the silent
// alif.
//
// A string of sounds holds
//   consonants  as their Arabic letter, ء for every hamza; و and ي are the glides
//   a i u       short vowels, ? a short vowel that is not known
//   A I U       long vowels; Y is a long a that the end of a word writes as ى
//   ^           the hamza that only the start of speech hears (اجتماع), a short vowel after it
//   N           the accusative ending -an, ة the feminine ending -at, | the silent alif (قالوا)
// Other letters, such as a hamza that already has its seat or the ا of a table, stand for
// themselves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace musnad {

using Sounds = std::u32string;
using SoundsView = std::u32string_view;

// How to seat a hamza before a long u: بدؤوا شؤون, or as many papers still do, بدأوا شئون.
enum class HamzaStyle : uint8_t { kAcademy, kTraditional };

// Writes `sounds` with the vowel signs that are known, except a short vowel at the end. `bound`: a
// pronoun will be attached, so that the last sound is inside the word (زملاؤه, وزارته, رماه).
std::u32string spell(SoundsView sounds, bool bound, HamzaStyle style = HamzaStyle::kAcademy);

constexpr bool is_short_vowel(char32_t s) {
  return s == U'a' || s == U'i' || s == U'u' || s == U'?';
}
constexpr bool is_long_vowel(char32_t s) {
  return s == U'A' || s == U'I' || s == U'U' || s == U'Y';
}
constexpr bool is_vowel(char32_t s) { return is_short_vowel(s) || is_long_vowel(s); }

}  // namespace musnad
