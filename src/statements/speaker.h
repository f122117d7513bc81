// Who speaks where the sentence does not say: the subject left to the verb (وأضاف), to a participle
// (مشيرا) or to an attached pronoun (قوله), found among those who spoke before and who were named.
#pragma once

#include <vector>

#include "statements/decide.h"

namespace musnad {

// A statement that is already resolved, as later ones see it.
struct Turn {
  ActorIndex speaker = 0;
  TokenIndex cue = 0;
  std::vector<TokenRange> content;
  bool nested = false;  // stands in the content of an earlier turn
};

// Whether a token stands in the content of one of the last turns.
bool is_nested(const std::vector<Turn>& turns, TokenIndex t);

// Actors who may be the speaker of a frame without source, likeliest by nearness first. At most
// twelve.
std::vector<ActorIndex> speaker_candidates(const Context& context, const Frame& frame,
                                           const std::vector<Turn>& turns);

// What the speaker model looks at when `candidate` is to be the speaker of `frame`.
void speaker_features(const Context& context, const Frame& frame, const std::vector<Turn>& turns,
                      ActorIndex candidate, Features& features);

// The likeliest candidate, none when there is no candidate.
std::optional<ActorIndex> choose_speaker(const Context& context, const Frame& frame,
                                         const std::vector<Turn>& turns, const LinearModel& model);

}  // namespace musnad
