#include "morphology/text_form.h"

#include "morphology/letters.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr float kOmittedHamza = 0.3f;   // اعلن for أعلن, فى for في
constexpr float kOmittedDots = 4.0f;    // مدينه for مدينة
constexpr float kLoose = 1.0f;          // إجتماع for اجتماع, علي for على
constexpr float kContradicting = 3.0f;  // إن for أن
constexpr float kOtherHamza = 6.0f;     // إمام for أمام
constexpr float kWrongVowel = 8.0f;

bool is_alif(char32_t c) { return fold_letter(c) == kAlif; }

// The distance of a letter of the text from the lexicon's letter with the same folded form. Of long
// words the hamza is seldom mistaken.
float letter_distance(char32_t text, char32_t lexicon, bool long_word) {
  if (text == lexicon) return 0;
  if (is_alif(text)) {
    if (text == kAlif) return kOmittedHamza;
    if (lexicon == kAlif) return kLoose;
    return long_word ? kOtherHamza : kContradicting;
  }
  if (text == kHa) return kOmittedDots;
  if (text == kAlifMaqsura) return kOmittedHamza;
  if (text == kYa && lexicon == kAlifMaqsura) return kLoose;
  return kContradicting;
}

}  // namespace

TextForm::TextForm(std::string_view form) {
  letters_ = plain_letters(form);
  std::erase_if(letters_, [&](char32_t c) {
    if (!is_diacritic(c)) {
      marks_.emplace_back();
    } else if (is_tanwin(c)) {
      tanwin_ = true;
    } else if (!marks_.empty() && c == kShadda) {
      marks_.back().shadda = true;
    } else if (!marks_.empty() && c >= kFatha && c <= kKasra) {
      marks_.back().vowel = c;
    }
    return is_diacritic(c);
  });
  folded_.reserve(letters_.size());
  key_.reserve(form.size());
  for (char32_t letter : letters_) {
    offsets_.push_back(static_cast<uint16_t>(key_.size()));
    folded_.push_back(fold_letter(letter));
    append_utf8(key_, folded_.back());
  }
  offsets_.push_back(static_cast<uint16_t>(key_.size()));
}

float TextForm::distance(size_t begin, size_t end, std::string_view spelling) const {
  constexpr size_t kShort = 2;  // letters: إن
  float distance = 0;
  size_t at = begin;
  for (size_t i = 0; i < spelling.size();) {
    const char32_t letter = decode_utf8(spelling, i);
    if (is_diacritic(letter)) continue;  // before a first letter: cannot be
    if (at == end) return kOtherKey;
    if (letters_[at] != letter) {
      if (folded_[at] != fold_letter(letter)) return kOtherKey;
      distance += letter_distance(letters_[at], letter, end - begin > kShort);
    }
    char32_t vowel = 0;
    bool shadda = false;
    while (i < spelling.size()) {
      size_t next = i;
      const char32_t mark = decode_utf8(spelling, next);
      if (!is_diacritic(mark)) break;
      if (mark == kShadda)
        shadda = true;
      else
        vowel = mark;
      i = next;
    }
    if (marks_[at].shadda && !shadda) distance += kContradicting;
    const bool last = at + 1 == end;
    if (!last && marks_[at].vowel != 0 && vowel != 0 && vowel != marks_[at].vowel)
      distance += kWrongVowel;
    ++at;
  }
  return at == end ? distance : kOtherKey;
}

}  // namespace musnad
