// Analyses of one word form: every way to take clitics off it whose rest the lexicon knows,
// likeliest first; for other words a guess.
#pragma once

#include <string_view>

#include "morphology/form_index.h"
#include "morphology/text_form.h"
#include "morphology/word.h"

namespace musnad {

class Analyzer {
 public:
  explicit Analyzer(const FormIndex& index) : index_(index) {}

  // Never without an analysis. A few microseconds.
  Word analyze(std::string_view form) const;

 private:
  const FormIndex& index_;
};

}  // namespace musnad
