// A word form as the text spells it, taken apart for comparison: letters, the diacritics on them,
// and the folded key in which readings are looked up.
#pragma once

#include <absl/container/inlined_vector.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace musnad {

class TextForm {
 public:
  explicit TextForm(std::string_view form);

  size_t size() const { return letters_.size(); }
  const std::u32string& letters() const { return letters_; }
  const std::string& key() const { return key_; }
  std::u32string_view folded_letters(size_t begin, size_t end) const {
    return {folded_.data() + begin, end - begin};
  }

  // Letters [begin, end) of the key, and the byte of the key where a letter begins.
  std::string_view key(size_t begin, size_t end) const {
    return std::string_view(key_).substr(offsets_[begin], offsets_[end] - offsets_[begin]);
  }
  size_t offset(size_t letter) const { return offsets_[letter]; }

  // Whether the form ends in a tanwin, on the last letter or on the one before a last alif.
  bool has_tanwin() const { return tanwin_; }

  static constexpr float kOtherKey = 100;

  // How far the letters [begin, end) are from a lexicon spelling, in nats: 0 for the same letters,
  // a little for what papers leave out (hamza, the dots of ة), more for a spelling that
  // contradicts, most for contradicting vowel signs; kOtherKey where the folded letters differ.
  float distance(size_t begin, size_t end, std::string_view spelling) const;

 private:
  static constexpr size_t kUsualLetters = 15;

  struct Marks {
    char32_t vowel = 0;  // 0 where the text gives none
    bool shadda = false;
  };

  std::u32string letters_;
  absl::InlinedVector<Marks, kUsualLetters> marks_;  // one for each letter
  absl::InlinedVector<char32_t, kUsualLetters> folded_;
  std::string key_;
  // Byte of the key where each letter begins, and its size.
  absl::InlinedVector<uint16_t, kUsualLetters + 1> offsets_;
  bool tanwin_ = false;
};

}  // namespace musnad
