// Who made a document, where its sentence tells it right behind the noun or before it: بيان صادر عن
// الوزارة, تقرير أعدته الهيئة, الرسالة التي بعث بها الوزير.
#pragma once

#include "text/document.h"

namespace musnad {

// The first token of the phrase that names the author; kNoToken where none is named so. `behind` is
// the token behind the noun and its attributes. Needs Token::actor. Looks ahead a bounded way.
TokenIndex author_behind_document(const Document& document, TokenIndex behind);

// The same where the author stands before the noun: صدر عن الوزارة | بيان.
TokenIndex author_before_document(const Document& document, TokenIndex noun);

}  // namespace musnad
