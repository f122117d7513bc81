// Whether the clause around a time expression speaks of what was or of what is to come: it decides
// which Friday, which September is meant.
#pragma once

#include "times/time_lexicon.h"

namespace musnad {

enum class Outlook : uint8_t { kUnknown, kPast, kPresent, kFuture };

// Judges by a word of expectation (موعدا) close behind the expression, else by the nearest verb or
// word of expectation (من المقرر) before it in its line, at most a dozen tokens away. Needs words.
Outlook outlook_at(const Document& document, const TimeLexicon& lexicon, TokenRange time);

// Whether منذ before the expression speaks of a state that lasts (المستمرة منذ عامين, يعمل منذ
// أيام) rather than of a point (توفي منذ عامين): by the nearest verb or word of state before it, at
// most eight tokens away. Needs words.
bool lasts_at(const Document& document, const TimeLexicon& lexicon, TokenRange time);

// The token is a verb of the future (سيحاكمون).
bool is_future_verb(const Document& document, TokenIndex token);

}  // namespace musnad
