#include "lexicon/record_names.h"

#include <iterator>

namespace musnad {

std::string_view name_of(ActorKind kind) {
  static constexpr std::string_view kNames[] = {"person", "organization", "state",
                                                "place",  "group",        "unnamed"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view name_of(MentionForm form) {
  static constexpr std::string_view kNames[] = {"name", "title", "capital", "pronoun"};
  return kNames[static_cast<size_t>(form)];
}

std::string_view name_of(TimeType type) {
  static constexpr std::string_view kNames[] = {"DATE", "TIME", "DURATION", "SET"};
  return kNames[static_cast<size_t>(type)];
}

std::string_view name_of(Act act) {
  static constexpr std::string_view kNames[] = {
      "say",    "ask",   "answer",   "announce", "confirm", "deny",    "demand",  "urge",
      "accuse", "warn",  "threaten", "promise",  "offer",   "welcome", "condemn", "criticise",
      "praise", "thank", "regret",   "hope",     "expect",  "withhold"};
  static_assert(std::size(kNames) == static_cast<size_t>(Act::kWithhold) + 1);
  return kNames[static_cast<size_t>(act)];
}

std::string_view name_of(Kind kind) {
  static constexpr std::string_view kNames[] = {"direct", "indirect", "mixed"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view name_of(Polarity polarity) {
  static constexpr std::string_view kNames[] = {"asserted", "denied", "withheld"};
  return kNames[static_cast<size_t>(polarity)];
}

std::string_view name_of(PublishedBasis basis) {
  static constexpr std::string_view kNames[] = {"given", "text", "crawled", "unknown"};
  return kNames[static_cast<size_t>(basis)];
}

std::string_view name_of(EventType type) {
  static constexpr std::string_view kNames[] = {
      "meet",    "call",     "visit",     "negotiate", "mediate", "agree",
      "appoint", "order",    "invite",    "postpone",  "reject",  "demand",
      "propose", "sanction", "ceasefire", "withdraw",  "attack"};
  static_assert(std::size(kNames) == static_cast<size_t>(EventType::kAttack) + 1);
  return kNames[static_cast<size_t>(type)];
}

std::string_view name_of(EventStatus status) {
  static constexpr std::string_view kNames[] = {"occurred", "ongoing",  "agreed", "planned",
                                                "proposed", "demanded", "denied", "conditional"};
  static_assert(std::size(kNames) == static_cast<size_t>(EventStatus::kConditional) + 1);
  return kNames[static_cast<size_t>(status)];
}

std::string_view name_of(Participant::Role role) {
  static constexpr std::string_view kNames[] = {"party",   "host",   "mediator",
                                                "subject", "object", "member"};
  static_assert(std::size(kNames) == static_cast<size_t>(Participant::Role::kMember) + 1);
  return kNames[static_cast<size_t>(role)];
}

std::string_view name_of(TalksStatus status) {
  static constexpr std::string_view kNames[] = {"proposed", "preparing", "underway",
                                                "paused",   "concluded", "failed"};
  static_assert(std::size(kNames) == static_cast<size_t>(TalksStatus::kFailed) + 1);
  return kNames[static_cast<size_t>(status)];
}

std::string_view name_of(TeamStatus status) {
  static constexpr std::string_view kNames[] = {"forming", "named", "changed"};
  static_assert(std::size(kNames) == static_cast<size_t>(TeamStatus::kChanged) + 1);
  return kNames[static_cast<size_t>(status)];
}

}  // namespace musnad
