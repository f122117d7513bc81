// Stage: who said what. Candidates by the lexicon (cues.h), their clause by rule (frame.h), which
// of them are statements, how far their content runs and who speaks where nobody is named by small
// models (decide.h, content_end.h, speaker.h), fitted by tools/fit_statements.cc.
#pragma once

#include "musnad/error.h"
#include "statements/context.h"
#include "statements/fixed_phrases.h"
#include "statements/model.h"
#include "text/document.h"

namespace musnad {

// Immutable; shared by threads.
struct StatementModels {
  FixedPhrases phrases;
  LinearModel cue;
  LinearModel end;
  LinearModel speaker;

  static Expected<StatementModels> load();
};

// Fills Document::statements. Needs all earlier layers; may add actors for sources that no mention
// covers. `context` is the document's. Linear in the length of the article.
void find_statements(Document& document, const Context& context, const StatementModels& models);

}  // namespace musnad
