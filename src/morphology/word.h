// What is known of one word form: its folded spelling and its analyses. Everything here depends on
// the form alone, is worked out once and remembered (word_cache.h), so later stages only look.
#pragma once

#include <absl/container/inlined_vector.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace musnad {

enum class Pos : uint8_t {
  kUnknown,  // no entry: a noun or a name
  kNoun,
  kAdjective,
  kVerb,  // finite
  kParticiple,
  kMasdar,
  kPreposition,  // في من إلى على عن …, also وفق بعد قبل خلال as heads of adjuncts
  kComplementizer,  // إن أن بأن
  kConjunction,     // و ف أو ثم لكن بل حيث بينما إذ كما
  kRelative,        // الذي التي ما من
  kDemonstrative,
  kPronoun,
  kNegation,  // لا لم لن ليس ما غير
  kParticle,  // قد سوف لقد هل
  kAdverb,    // أمس أيضا
  kNumeral,   // number words and digits
  kPunctuation
};

enum class Tense : uint8_t { kNone, kPerfect, kImperfect, kImperative };

// Person, gender and number in one byte; zero fields are not known.
struct Agreement {
  uint8_t person : 2 = 0;  // 1 2 3
  uint8_t gender : 2 = 0;  // 1 masculine, 2 feminine
  uint8_t number : 2 = 0;  // 1 singular, 2 dual, 3 plural
  bool none() const { return person == 0 && gender == 0 && number == 0; }
  friend bool operator==(const Agreement&, const Agreement&) = default;
};

// Clitics in front of the stem, as bits.
enum Proclitic : uint8_t {
  kWa = 1,
  kFa = 2,
  kBi = 4,
  kLi = 8,
  kKa = 16,
  kSa = 32,
  kHamza = 64,
  kAl = 128
};

using LemmaIndex = uint32_t;
inline constexpr LemmaIndex kNoLemma = UINT32_MAX;

// One reading of a word form.
struct Analysis {
  Pos pos = Pos::kUnknown;
  Tense tense = Tense::kNone;
  bool passive : 1 = false;
  bool shortened : 1 = false;  // a jussive that is spelled apart: تستعد of استعاد
  Agreement agreement;         // of the verb, participle, noun itself
  uint8_t proclitics = 0;      // Proclitic bits; kAl is the article
  Agreement enclitic;          // attached pronoun; none() when there is none
  uint8_t stem_begin = 0;      // bytes in Word::key, between the clitics; the article is outside
  uint8_t stem_end = 0;
  LemmaIndex lemma = kNoLemma;

  bool has(Proclitic p) const { return (proclitics & p) != 0; }
  bool definite() const { return has(kAl); }
};

// Numbers the words of one WordCache from 0 on, without gaps; one that is forgotten is given again.
using WordId = uint32_t;

struct Word {
  std::string key;  // folded spelling (normalize.h), clitics included; "" for direction marks alone
  WordId id = 0;
  bool reporting = false;                     // an analysis is of a lemma of reporting
  bool digits = false;                        // the key has ASCII digits
  uint32_t classes = 0;                       // a bit for the Pos of each analysis
  absl::InlinedVector<Analysis, 2> analyses;  // likeliest first, never empty

  const Analysis& best() const { return analyses.front(); }
  bool may_be(Pos pos) const { return (classes >> static_cast<int>(pos) & 1) != 0; }
  std::string_view stem(const Analysis& a) const {
    return std::string_view(key).substr(a.stem_begin, a.stem_end - a.stem_begin);
  }
};

}  // namespace musnad
