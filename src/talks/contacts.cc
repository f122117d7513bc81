// The calls, meetings and visits of those who negotiate.
#include "talks/dossier.h"

namespace musnad {
namespace {

// Whether an event brings two sides together, or a mediator and a side.
bool is_contact(const Dossier& dossier, const Event& event) {
  if (event.type != EventType::kCall && event.type != EventType::kMeet &&
      event.type != EventType::kVisit) {
    return false;
  }
  std::optional<ActorIndex> first;
  for (const Participant& participant : event.participants) {
    std::optional<ActorIndex> side = dossier.sides().of(participant.actor);
    if (!side && dossier.negotiation().has_mediator(participant.actor)) side = participant.actor;
    if (!side) continue;
    if (first && *first != *side) return true;
    first = side;
  }
  return false;
}

}  // namespace

void fill_contacts(const Dossier& dossier, Talks& talks) {
  const std::vector<Event>& events = dossier.document().events;
  for (uint32_t i = 0; i < events.size(); ++i) {
    if (is_contact(dossier, events[i])) talks.contacts.push_back(i);
  }
}

}  // namespace musnad
