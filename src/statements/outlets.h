// The words that bring in an outlet as one that the reported words were told to or passed on by:
// لـ«X»، في حديث مع قناة X، في بيان نشرته X.
#pragma once

#include <optional>

#include "statements/outlet_names.h"

namespace musnad {

// How a phrase brings in the one who relayed the words.
enum class Tie : uint8_t {
  kAccording,  // بحسب X، نقلا عن X
  kTold,       // لـ«X»
  kThrough,    // في حديث مع X، عبر X، على X
  kCarried     // في بيان نشرته X
};

struct Relay {
  TokenRange phrase;  // from the word that brings it in to the end of the name
  TokenRange name;    // empty where a phrase of attribution names nobody who could have relayed
  Tie tie = Tie::kAccording;
  bool speech = false;         // a noun of speech stands before it: في تصريح لـ«X»
  TokenIndex verb = kNoToken;  // of a clause: وفق ما نقلته X
};

// لـ or ل written apart, before a mark.
bool is_li(const Context& context, TokenIndex t);

// نقلته وسائل الإعلام: whether the press, many or one, stands behind a verb that relays.
bool only_relays(const Context& context, const Mention& mention);

// تصريح, بيان: a noun for something said; outlets aside, which the lexicon has as documents that
// speak.
bool is_speech_noun(const Context& context, TokenIndex t);

// The outlet whose name begins at `t`, with what brings it in as a relay; none where nothing does.
std::optional<Relay> outlet_relay_at(const Context& context, TokenIndex t);

}  // namespace musnad
