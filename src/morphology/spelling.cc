#include "morphology/spelling.h"

#include "morphology/letters.h"

namespace musnad {
namespace {

// Letters that never join to the left.
bool joins(char32_t letter) {
  static constexpr std::u32string_view kNonJoining = U"ادذرزوأآؤإءىة";
  return kNonJoining.find(letter) == std::u32string_view::npos;
}

// Writes one string of sounds; see spell().
class Speller {
 public:
  Speller(SoundsView sounds, bool bound, HamzaStyle style)
      : sounds_(sounds), bound_(bound), style_(style) {}

  std::u32string run() {
    for (at_ = 0; at_ < sounds_.size(); ++at_) write(sounds_[at_]);
    while (!out_.empty() && out_.back() >= kFatha && out_.back() <= kKasra) out_.pop_back();
    return std::move(out_);
  }

 private:
  char32_t before() const { return at_ == 0 ? 0 : sounds_[at_ - 1]; }
  char32_t after() const { return at_ + 1 < sounds_.size() ? sounds_[at_ + 1] : 0; }

  // The current sound ends the word, short vowels aside.
  bool at_word_end() const {
    if (bound_) return false;
    for (size_t i = at_ + 1; i < sounds_.size(); ++i) {
      if (!is_short_vowel(sounds_[i])) return false;
    }
    return true;
  }

  void write(char32_t sound) {
    switch (sound) {
      case U'a':
        out_.push_back(kFatha);
        break;
      case U'i':
        out_.push_back(kKasra);
        break;
      case U'u':
        out_.push_back(kDamma);
        break;
      case U'?':
        break;
      case U'A':
      case U'|':
      case U'^':
        out_.push_back(kAlif);
        break;
      case U'I':
        out_.push_back(kYa);
        break;
      case U'U':
        out_.push_back(kWaw);
        break;
      case U'Y':
        write_final_a();
        break;
      case U'N':
        write_accusative();
        break;
      case kTaMarbuta:
        out_.push_back(at_word_end() || after() == U'N' ? kTaMarbuta : kTa);
        break;
      case kHamza0:
        write_hamza();
        break;
      default:
        write_consonant(sound);
    }
  }

  void write_consonant(char32_t sound) {
    out_.push_back(sound);
    if (after() == sound) {
      out_.push_back(kShadda);
      ++at_;
    }
  }

  // رمى, but رماه, and يحيا because two ya never stand together at the end.
  void write_final_a() {
    bool last = at_word_end() || after() == U'N';
    out_.push_back(last && before() != kYa ? kAlifMaqsura : kAlif);
  }

  // رئيسًا, but وزارةً بناءً مبدأً مستوىً without a further alif.
  void write_accusative() {
    bool after_a_hamza =
        before() == kHamza0 && at_ >= 2 && (sounds_[at_ - 2] == U'A' || sounds_[at_ - 2] == U'a');
    out_.push_back(kFathatan);
    if (!after_a_hamza && before() != kTaMarbuta && before() != U'Y' && before() != U'A') {
      out_.push_back(kAlif);
    }
  }

  void write_hamza() {
    if (at_ == 0) {
      write_initial_hamza();
    } else if (at_word_end()) {
      out_.push_back(final_seat());
    } else if (after() == U'N') {
      out_.push_back(seat_before_accusative());
    } else {
      write_inner_hamza();
    }
  }

  void write_initial_hamza() {
    if (after() == U'A') {
      out_.push_back(kAlifMadda);
      ++at_;
    } else {
      out_.push_back(after() == U'i' || after() == U'I' ? kAlifHamzaBelow : kAlifHamza);
    }
  }

  char32_t final_seat() const {
    switch (before()) {
      case U'a':
      case U'?':
        return kAlifHamza;
      case U'i':
        return kYaHamza;
      case U'u':
        return kWawHamza;
      default:
        return kHamza0;
    }
  }

  // مبدأً بناءً شاطئًا شيئًا جزءًا هدوءًا
  char32_t seat_before_accusative() const {
    char32_t seat = final_seat();
    if (seat != kHamza0 || before() == U'A' || before() == U'U') return seat;
    return before() == U'I' || joins(before()) ? kYaHamza : kHamza0;
  }

  // The strongest vowel beside the hamza chooses its seat: i before u before a.
  void write_inner_hamza() {
    char32_t left = before();
    char32_t right = after();
    if (right == U'U' && style_ == HamzaStyle::kTraditional) {
      out_.push_back(left == U'a' ? kAlifHamza : left == U'A' ? kHamza0 : kYaHamza);
    } else if (left == U'i' || left == U'I' || left == kYa || right == U'i' || right == U'I') {
      out_.push_back(kYaHamza);
    } else if (right == U'u' || right == U'U' || left == U'u') {
      out_.push_back(kWawHamza);
    } else if (left == U'A' || left == U'U' || left == kWaw) {
      out_.push_back(kHamza0);
    } else if ((right == U'A' || (right == U'Y' && bound_)) && (left == U'a' || left == U'?')) {
      out_.push_back(kAlifMadda);
      ++at_;
    } else if (right == U'A') {
      out_.push_back(joins(left) ? kYaHamza : kHamza0);  // عبئان جزءان
    } else {
      out_.push_back(kAlifHamza);
    }
  }

  SoundsView sounds_;
  bool bound_;
  HamzaStyle style_;
  size_t at_ = 0;
  std::u32string out_;
};

}  // namespace

std::u32string spell(SoundsView sounds, bool bound, HamzaStyle style) {
  return Speller(sounds, bound, style).run();
}

}  // namespace musnad
