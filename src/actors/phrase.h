// Noun phrases that stand for an actor: titles, name, apposition and what completes them, found
// word by word with a fixed look-ahead, so that reading all phrases of a text takes linear time.
//
//   [honorific] [title [complement] [attributes]] [honorific] [name] [, title …] [and another
//   phrase]
//
// A phrase ends before a finite verb, a complementizer, a relative, a word of time, a preposition
// that does not complete its last noun, and a noun that neither completes nor names its head (the
// verb's object).
#pragma once

#include "actors/actor_word.h"
#include "text/document.h"

namespace musnad {

enum class PhraseHead : uint8_t {
  kNone,
  kPerson,       // a proper name, with or without title
  kTitle,        // a title alone: الوزير, مسؤول أمريكي
  kInstitution,  // وزارة الخارجية الأمريكية
  kEntry,        // a state, capital, seat, organization or outlet of the register
  kGroup,        // مصادر, سكان, عدد من الدول
  kDocument,     // بيان, تقرير
  kOther         // any other noun
};

struct Phrase {
  TokenRange tokens;        // all of it
  TokenRange name;          // the proper name in it; empty where it has none
  TokenRange title;         // the title, with what completes it
  TokenRange second_title;  // a further title, in apposition
  TokenRange complement;    // within `title`, whom it belongs to: الخارجية الروسية
  TokenIndex noun = kNoToken;   // its head noun; of a person's phrase the title's
  EntryIndex entry = kNoEntry;  // the register's entry that `name` is
  PhraseHead head = PhraseHead::kNone;
  bool definite = false;     // its noun group is: by article, pronoun or a definite complement
  bool coordinated = false;  // two phrases joined by "and"
};

// The phrase that begins at a token, with those joined to it by "and". Empty where none can begin
// there. Needs Token::actor.
Phrase parse_phrase(const Document& document, const Register& actors, TokenIndex begin);

// The same without those joined to it.
Phrase parse_single_phrase(const Document& document, const Register& actors, TokenIndex begin);

// The whole noun phrase that begins at a token, known to be the subject or the genitive of a cue:
// it is never empty where the token is a word.
TokenRange noun_phrase(const Document& document, const Register& actors, TokenIndex begin);

// Cuts off what reaches behind `end`. Who loses the whole name is what the title says.
void clip(Phrase& phrase, TokenIndex end);

// Whether a token is in the indefinite accusative (محذراً, تقريرا), as an object or adverb is and no
// subject.
bool is_accusative(const Document& document, TokenIndex token);

// The word of respect in a title that is a form of address and tells no office (صاحب | السمو);
// kNoToken in any other.
TokenIndex style_within(const Document& document, TokenRange title);

// The tagger's name that holds a token, nullptr where there is none.
const Name* name_at(const Document& document, TokenIndex token);

// Fills Document::entries, which many rules ask for again and again. Needs Token::actor.
void match_entries(Document& document, const Register& actors);

// The longest name of the register that begins at a token. Needs match_entries.
inline const EntryMatch& match_entry(const Document& document, TokenIndex begin) {
  return document.entries[begin];
}

}  // namespace musnad
