// What all steps of the stage look at.
#pragma once

#include "statements/context.h"
#include "talks/clauses.h"
#include "talks/talk_words.h"
#include "text/document.h"

namespace musnad {

struct TalksContext {
  Document& document;
  const Context& context;
  const Signs& signs;
  const Clauses& clauses;
};

}  // namespace musnad
