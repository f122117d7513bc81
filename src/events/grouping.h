// One event for all its mentions in the article.
#pragma once

#include <vector>

#include "events/event_mention.h"

namespace musnad {

// An event under construction: its mentions, by index, the one that tells most first.
struct EventGroup {
  EventType type = EventType::kMeet;
  std::vector<size_t> mentions;
  std::vector<Participant> participants;
  std::string time;
  EventStatus status = EventStatus::kOccurred;
};

// So many mentions of a group are read again for who takes part and when.
inline constexpr size_t kMentionsRead = 8;

// In text order of their first mentions. Each mention is compared with a bounded number of groups
// before it.
std::vector<EventGroup> group_mentions(const Document& document,
                                       const std::vector<EventMention>& mentions);

}  // namespace musnad
