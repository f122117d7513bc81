// Frames that are statements whatever the weights of the cue model say.
#pragma once

#include "statements/frame.h"

namespace musnad {

// Whether a frame needs no model: a phrase of attribution that names somebody who can speak or a
// document, a verb with relay and speaker (نقلت X عن Y), a negated verb of telling with subject and
// object, a verb with its noun of speech (جدد دعوته) or the words its row asks for, a noun of
// speech with speaker and clause (بعد تأكيد الوزير أن, جاء في بيان أن).
bool is_certain(const Context& context, const Frame& frame);

// Whether somebody or a document stands at a token, and no mere thing (حسب الطلب).
bool can_speak(const Context& context, TokenIndex t);

// `شكري: …`, `«الداخلية» النورية: …` in a headline: the last name of somebody of whom the article
// tells, or the ministry that goes by what it looks after.
bool is_headline_name(const Context& context, const Frame& frame);

// وفقا لشبكة لا يعرفها أحد، فإن: at the head of a sentence whose clause follows.
bool attributes_clause_ahead(const Context& context, const Frame& frame);

// لم يرد على الهدف, not على الطلب: an answer that is none in words.
bool answers_no_words(const Context& context, const Frame& frame);

}  // namespace musnad
