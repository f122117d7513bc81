// Candidates for the words that signal a statement: every verb, participle and noun that the
// lexicon knows as reporting, every phrase of attribution, and the colon behind a name at the head
// of a line.
#pragma once

#include <vector>

#include "statements/context.h"
#include "statements/fixed_phrases.h"

namespace musnad {

enum class CueForm : uint8_t { kVerb, kParticiple, kNoun, kPhrase, kColon };

struct Cue {
  TokenRange tokens;
  CueForm form = CueForm::kVerb;
  const Analysis* analysis = nullptr;     // of verb, participle and noun
  const ReportingEntry* entry = nullptr;  // likewise
  const FixedPhrase* phrase = nullptr;    // of a phrase
  bool negated = false;                   // لم لا لن ما دون أن in front
  bool in_document = false;               // what is read there: جاء في بيان أن
  bool after_turn = false;                // right behind من جانبه and the like
  TokenIndex attribution = kNoToken;  // where a phrase begins that makes its clause an attribution
                                      // of what stands before (وفق ما قال)
  bool may_go_on = false;             // that phrase also means "also" (كما قال)
  TokenRange told_by;  // what signals the speech in its place: وفقا | لما أعلنه X

  // Whether it tells that something was not said: رفض الكشف, امتنع عن التعليق.
  bool withholds() const { return entry != nullptr && entry->polarity == Polarity::kWithheld; }
};

// The entry of the noun of speech at `t` that forms one predicate with the verb before it (وجّه
// اتهامات, جدّد دعوته); null where there is none.
const ReportingEntry* light_noun_at(const Context& context, TokenIndex t, const Lemma& verb);

// In text order; several candidates of one token (a form that is verb and noun) stand together.
std::vector<Cue> find_cues(const Context& context, const PhrasesByToken& phrases);

}  // namespace musnad
