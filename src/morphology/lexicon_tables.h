// The tables of words, read: verbs and nouns with and without reporting entries, and the function
// words. Only tools/compile_lexicon.cc reads them all; the program finds what it needs in the
// compiled lexicon.
#pragma once

#include <string>
#include <vector>

#include "morphology/conjugator.h"
#include "morphology/word.h"
#include "musnad/error.h"

namespace musnad {

struct LemmaRow {
  std::string text;  // as the table spells it
  Pos pos;
  bool always_reports = false;  // signals a statement by itself (قال)
};

struct VerbRow {
  LemmaIndex lemma;
  Verb verb;
  std::vector<std::string> masdars;  // empty: the regular one
};

struct NounRow {
  LemmaIndex lemma;
  std::vector<std::string> plurals;  // ون and ات forms among them are the sound plurals
  bool masculine = true;
  bool both_genders = false;  // has a feminine in ة (وزير وزيرة)
};

struct FunctionWordRow {
  LemmaIndex lemma;
  uint8_t proclitics = 0;  // Proclitic bits besides و and ف
  bool only_after_proclitic = false;
  std::string bound;  // spelling before a pronoun, "" where there is none
  Agreement agreement;
};

struct LexiconTables {
  std::vector<LemmaRow> lemmas;
  std::vector<VerbRow> verbs;
  std::vector<NounRow> nouns;
  std::vector<FunctionWordRow> function_words;
  std::vector<std::string> names;            // given names: stems that are no words
  std::vector<LemmaIndex> reporting_lemmas;  // of each row of the reporting tables, verbs first
};

// Reads the embedded tables. A word that stands in several is one lemma. Fails on a damaged row;
// the message names file and line. Does not conjugate: see check_verb().
Expected<LexiconTables> read_lexicon_tables();

}  // namespace musnad
