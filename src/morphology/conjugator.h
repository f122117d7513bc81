// The Arabic verb: from its table row to every form it takes. A form of the verb (I to X,
// quadriliteral) is a template for its stems; the radicals fill it, endings are joined to it, and a
// handful of sound changes (hollow, defective, doubled, assimilated and hamzated roots) makes the
// word that spell() writes. The paradigms follow W. Wright, A Grammar of the Arabic Language, I, §§
// 84-183.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "morphology/spelling.h"
#include "morphology/word.h"
#include "musnad/error.h"

namespace musnad {

// Forms I to X, then quadriliteral I (طمأن), II (تدهور) and IV (اطمأنّ).
enum class VerbForm : uint8_t {
  kI = 1,
  kII,
  kIII,
  kIV,
  kV,
  kVI,
  kVII,
  kVIII,
  kIX,
  kX,
  kQ1,
  kQ2,
  kQ4
};

struct Verb {
  VerbForm form = VerbForm::kI;
  std::u32string root;     // three or four radicals, hamza as ء
  std::u32string perfect;  // third person masculine singular, as the table spells it (with shadda)
  std::u32string imperfect;
};

// Reads the cells of a row. Fails on a root or form that cannot be.
Expected<Verb> parse_verb(std::string_view perfect, std::string_view imperfect,
                          std::string_view root, std::string_view form);

// Whether perfect and imperfect are what root and form give: "" or what is wrong.
std::string check_verb(const Verb& verb);

// Whether a spelling can stand free, takes a pronoun, or both; kAfterProclitic: never without a
// proclitic; kShortened: the jussive where it is spelled apart (يستعد of استعاد), which stands
// behind a few particles only.
enum Attachment : uint8_t { kFree = 1, kBound = 2, kAfterProclitic = 4, kShortened = 8 };

struct VerbInflection {
  std::u32string spelling;  // with the diacritics that are known
  Tense tense = Tense::kPerfect;
  bool passive = false;
  Agreement agreement;
  uint8_t attachment = kFree;  // Attachment bits
};

// All finite forms. Moods that are spelled alike are given once.
std::vector<VerbInflection> conjugate(const Verb& verb);

// The sounds of the participles, without ending; those of weak roots keep their last radical
// (داعي).
Sounds active_participle(const Verb& verb);
Sounds passive_participle(const Verb& verb);

// The verbal noun that forms II to X and the quadriliterals have by rule; empty for form I.
Sounds regular_masdar(const Verb& verb);

}  // namespace musnad
