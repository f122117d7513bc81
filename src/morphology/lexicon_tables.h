// The tables of words, read: verbs and nouns with and without reporting entries, and the function words.
// The number of a lemma is its place here, for the program that compiles the inflected forms and for the
// program that looks them up, so both read the same tables.
#pragma once

#include <string>
#include <vector>

#include "morphology/conjugator.h"
#include "morphology/morphology.h"
#include "musnad/error.h"

namespace musnad {

struct VerbRow {
  LemmaIndex lemma;
  Verb verb;
  std::vector<std::string> masdars;  // empty: the regular one
};

struct NounRow {
  LemmaIndex lemma;
  std::vector<std::string> plurals;  // ون and ات forms among them are the sound plurals
  bool masculine = true;
  bool both_genders = false;         // has a feminine in ة (وزير وزيرة)
};

struct FunctionWordRow {
  LemmaIndex lemma;
  uint8_t proclitics = 0;  // Proclitic bits besides و and ف
  std::string bound;       // spelling before a pronoun, "" where there is none
  Agreement agreement;
};

struct LexiconTables {
  std::vector<Lemma> lemmas;
  std::vector<VerbRow> verbs;
  std::vector<NounRow> nouns;
  std::vector<FunctionWordRow> function_words;
};

// Reads the embedded tables. Fails on a damaged row; the message names file and line. Does not conjugate:
// see check_verb().
Expected<LexiconTables> read_lexicon_tables();

}  // namespace musnad
