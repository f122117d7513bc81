// The Arabic noun: every spelling that case, number, gender and an attached pronoun give to a noun,
// adjective, participle or masdar.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "morphology/agreement.h"
#include "morphology/conjugator.h"
#include "morphology/spelling.h"
#include "morphology/word.h"

namespace musnad {

struct NominalInflection {
  std::u32string spelling;
  Agreement agreement;
  uint8_t attachment = kFree;  // Attachment bits
  bool article = false;        // ال may stand before it
};

// The sounds of a noun as a table spells it: only its end is taken apart, which is all that endings
// touch.
Sounds noun_sounds(std::u32string_view spelled);

// Forms of a singular or broken plural: bare, accusative in -an, before a pronoun.
void decline(const Sounds& noun, Agreement agreement, std::vector<NominalInflection>& out);

// The dual: مضيفان مضيفين, construct مضيفا مضيفي. `agreement` is the singular's.
void decline_dual(const Sounds& singular, Agreement agreement, std::vector<NominalInflection>& out);

// The sound plurals: مضيفون مضيفين, construct مضيفو مضيفي; مضيفات. The latter takes the singular
// with or without its ة.
void decline_masculine_plural(const Sounds& singular, std::vector<NominalInflection>& out);
void decline_feminine_plural(const Sounds& singular, std::vector<NominalInflection>& out);

// The feminine in ة of a masculine (مضيفة داعية ملقاة).
Sounds feminine_of(const Sounds& masculine);

}  // namespace musnad
