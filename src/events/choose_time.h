// When an event takes place: a small model chooses between what the rules say (event_time.h) and
// the other times around.
#pragma once

#include <string>
#include <vector>

#include "events/grouping.h"
#include "statements/context.h"
#include "statements/model.h"

namespace musnad {

// A time that an event may have.
struct TimeCandidate {
  std::string value;      // "" for none
  int32_t time = -1;      // index into Document::times of the nearest that says so, -1: none near
  TokenIndex anchor = 0;  // the mention that it stands nearest to
  bool by_rule = false;   // what the rules made of it
  bool of_claim = false;  // when the statement was made that tells of it
};

// None first, then what the rules say, then the times that stand near. Bounded.
std::vector<TimeCandidate> time_candidates(const Document& document, const Context& context,
                                           const std::vector<EventMention>& mentions,
                                           const EventGroup& group);

void time_features(const Document& document, const Context& context,
                   const std::vector<EventMention>& mentions, const EventGroup& group,
                   const std::vector<TimeCandidate>& candidates, const TimeCandidate& candidate,
                   Features& features);

std::string choose_time(const Document& document, const Context& context, const LinearModel& model,
                        const std::vector<EventMention>& mentions, const EventGroup& group);

}  // namespace musnad
