// Stage 1: from the bytes of an article to tokens, sentences and quotations.
#pragma once

#include "text/document.h"

namespace musnad {

// Fills Document::tokens: maximal runs without white space and punctuation, and punctuation marks
// one by one (&quot; is one), with byte and code-point offsets. Zero-width and direction marks at a
// token's edge stay outside it. `document.text` must be valid UTF-8 of less than 4 GiB. Linear.
// Returns the number of code points.
uint32_t find_tokens(Document& document);

// Fills Document::sentences. A sentence ends at . ! ? ؟ … or at the end of its line; not after
// initials, abbreviations and list numbers, not inside numbers or addresses. Needs tokens. Linear.
void find_sentences(Document& document);

// Whether the full stop at `t` stands within an address of the web (www.marjan.example). Needs
// tokens.
bool is_within_address(const Document& document, TokenIndex t);

// Fills Document::quotations: pairs quotation marks of all shapes, also where one is missing. Needs
// tokens and sentences. Linear.
void find_quotations(Document& document);

}  // namespace musnad
