// Stage: the contacts and moves of diplomacy that the article reports. Words that name events by
// the lexicon (candidates.h), who takes part by rule (participants.h), how far and when by tense
// and the words over them (status.h, event_time.h), one event for all its mentions (grouping.h).
// Which of these the article reports as events (decide.h), who else takes part or does not
// (choose_participants.h), and when they are (choose_time.h), three small models decide, fitted by
// tools/fit_events.cc.
#pragma once

#include "events/event_lexicon.h"
#include "events/grouping.h"
#include "statements/context.h"
#include "statements/model.h"
#include "text/document.h"

namespace musnad {

// Immutable; shared by threads.
struct EventModels {
  EventLexicon lexicon;
  LinearModel decide;       // which groups of mentions are events
  LinearModel participant;  // who takes part
  LinearModel time;         // when it takes place

  static Expected<EventModels> load(const Morphology& morphology);
};

// All that may be events, before it is decided which are.
struct EventProposals {
  std::vector<EventMention> mentions;
  std::vector<EventGroup> groups;
};
EventProposals propose_events(Document& document, const Context& context,
                              const EventLexicon& lexicon);

// Fills Document::events. Needs all earlier layers; may add actors (a state that only an adjective
// names). `context` is the document's. Linear in the length of the article.
void find_events(Document& document, const Context& context, const EventModels& models);

}  // namespace musnad
