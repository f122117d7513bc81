// The words over the word of an event, which tell whether and how far it takes place and lend it
// their subjects: أجرى in أجرى محادثات, يعتزم in يعتزم زيارة, إذا in إذا عقد اللقاء.
#pragma once

#include <vector>

#include "events/event_mention.h"

namespace musnad {

// Whether a form that may be noun or verb (عقد, طلب) is a verb here: somebody is named right behind
// it without a preposition, or أنه, لم, قد or الذي stands in front.
bool verb_expected(const Context& context, TokenIndex t);

// كان المجلس | فرض: whether the subject of كان stands right in front.
bool is_behind_subject_of_was(const Context& context, TokenIndex t);

// تداعيات الاتفاق: what is over the noun in front tells nothing of an event that is known.
bool belongs_to_other(const Context& context, const EventMention& mention);

// Fills negated, over, adjunct, main_verb and relative_verb of a mention whose word is known.
// `inside` marks the tokens of names and of mentions behind their first. Bounded look-around.
void find_governors(const Context& context, const EventLexicon& lexicon,
                    const std::vector<bool>& inside, EventMention& mention);

}  // namespace musnad
