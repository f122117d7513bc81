// The frame of a cue: who its clause names as the source, whom it addresses, and where the content
// begins. A frame is what the clause would say if the cue were one; the cue model decides whether
// it is.
#pragma once

#include "statements/cues.h"

namespace musnad {

// What brings in the content.
enum class Opening : uint8_t {
  kNone,            // nothing: no content found behind the cue
  kComplementizer,  // أن إن بأن إلى أن
  kMatter,          // ما إذا, من, كيف: an indirect question
  kColon,
  kQuotation,
  kPreposition,  // one that the lemma takes: دعا إلى, طالب بـ
  kObject,       // the noun phrase itself: أكد ضرورة
  kClause        // a clause with no complementizer behind a phrase: بحسب رويترز، …
};

struct Frame {
  Cue cue;
  TokenRange source;          // empty when left out
  bool source_first = false;  // stands before the cue
  bool relative = false;  // the cue stands in a relative clause on its source (الوزير الذي قال)
  TokenRange relay;      // who relayed the words, where the verb says so (نقلت X عن Y)
  bool relayed = false;  // the verb tells whose words they were (نقل عن Y), whoever relayed them
  TokenRange addressee;
  bool tells_before = false;  // صرح بذلك فلان: what was said stands in the sentence before
  bool acts_on_thing = false;  // a thing that the verb takes in no sense of speech is its object
  const ReportingEntry* noun = nullptr;  // of speech, with which the cue makes one predicate
  Opening opening = Opening::kNone;
  TokenIndex content_begin = kNoToken;
  int32_t quotation = -1;        // the quotation that the content is, or begins with
  TokenIndex scan_end = 0;       // where the search for the content ended
  uint32_t skipped_phrases = 0;  // adjuncts between cue and content
  uint32_t skipped_verbs = 0;    // finite verbs between cue and content
};

// Works out the frame of a cue. Linear in the length of its sentence.
Frame parse_frame(const Context& context, const Cue& cue);

// رفض الكشف عن | هويته: whether what somebody kept back, with no more words, is his own name.
bool keeps_own_name(const Context& context, const Frame& frame);

}  // namespace musnad
