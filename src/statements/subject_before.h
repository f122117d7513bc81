// The subject that stands in front of its verb: right before it (باريس تدعو), parted from it by a
// relative clause or adjuncts (الوزير، الذي …، قال), or the antecedent of the relative clause that
// the verb stands in (الوزير الذي قال, أنباء تفيد). Also what subjects behind the verb are told by:
// agreement and case endings.
#pragma once

#include "statements/cues.h"

namespace musnad {

struct SubjectBefore {
  TokenRange phrase;      // empty: none
  bool relative = false;  // the verb stands in a relative clause on it
  bool close = false;     // the subject, whatever stands behind the verb
};

// Looks to the left of a verb. Bounded look-behind within the sentence.
SubjectBefore find_subject_before(const Context& context, const Cue& cue);

// Whether a noun is by its ending the subject of the verb before it and not its object (المسؤولون).
bool is_nominative(const Context& context, TokenIndex head);

// Whether a noun phrase that begins at `head` can be the subject of a verb in front of it: gender
// agrees where it shows, and no ending says that it is an object (اللاعبين).
bool can_follow_as_subject(const Context& context, const Analysis& verb, TokenIndex head);

}  // namespace musnad
