// Where the clause around a word begins and ends, and the noun phrases of a list: what entries of a
// dossier quote.
#pragma once

#include <vector>

#include "statements/context.h"
#include "talks/talk_words.h"

namespace musnad {

// Looks in one document; both must outlive it.
class Clauses {
 public:
  Clauses(const Context& context, const Signs& signs);

  // The clause around a token, within a range that holds it: without the complementizer in front of
  // it and without punctuation at its borders.
  TokenRange around(TokenIndex t, TokenRange within) const;

  // The noun phrases joined by و that begin at a token and stand before `end`: (حقوق الصيد) (ومصير
  // المحتجزين).
  std::vector<TokenRange> noun_phrases(TokenIndex t, TokenIndex end) const;

  // Whether a negation stands in front of a word: لم يحدد, ألا تقتصر, دون تحديد.
  bool negated(TokenIndex t) const;

  // Whether a token is the first of a statement's cue.
  bool is_cue(TokenIndex t) const { return cue_[t]; }

  // The statement whose claim a token is, -1 for the article's own words.
  int32_t claim_at(TokenIndex t) const { return claims_[t]; }

  // The sentence of a token as far as the same voice speaks: within the content of its statement.
  TokenRange voice(TokenIndex t) const;

 private:
  bool opens_clause(TokenIndex t) const;
  bool ends_phrase(TokenIndex t) const;
  bool joins(TokenIndex t) const;
  bool subjunctive(TokenIndex t) const;

  const Context& context_;
  const Signs& signs_;
  std::vector<bool> cue_;        // by token: the first of a statement's cue
  std::vector<int32_t> claims_;  // by token
};

}  // namespace musnad
