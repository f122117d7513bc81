// Every inflected form of every word of the tables: what the index of forms is built from.
#pragma once

#include <functional>
#include <string>

#include "morphology/lexicon_tables.h"
#include "morphology/word.h"

namespace musnad {

struct InflectedForm {
  std::u32string spelling;  // with the diacritics that are known
  LemmaIndex lemma = kNoLemma;
  Pos pos = Pos::kNoun;
  Tense tense = Tense::kNone;
  bool passive = false;
  Agreement agreement;
  uint8_t attachment = 0;  // Attachment bits
  uint8_t proclitics = 0;  // Proclitic bits that may stand before it besides و and ف
};

// Calls `take` with the forms, lemma by lemma.
void inflect_all(const LexiconTables& tables,
                 const std::function<void(const InflectedForm&)>& take);

}  // namespace musnad
