#include "events/decide.h"

#include <algorithm>

#include "events/feature_names.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

bool is_named(ActorKind kind) {
  return kind == ActorKind::kPerson || kind == ActorKind::kState ||
         kind == ActorKind::kOrganization;
}

// Who takes part: how many have names, in which roles, and whether the headline names one.
void add_participants(const Document& document, const EventGroup& group, std::string_view type,
                      Features& features) {
  size_t named = 0;
  bool in_headline = false;
  for (const Participant& participant : group.participants) {
    const ActorKind kind = document.actors[participant.actor].kind;
    named += is_named(kind);
    features.add("kind", name_of(kind));
    features.add("role", name_of(participant.role), type);
    const TokenIndex headline =
        document.sentences.empty() ? 0 : document.sentences.front().tokens.end;
    for (const Mention& mention : document.mentions) {
      if (mention.tokens.begin >= headline) break;
      in_headline |= mention.actor == participant.actor;
    }
  }
  features.add("named", count_of(named));
  features.add("named", count_of(named), type);
  features.add("headline", in_headline ? "yes" : "no");
}

// Where it stands among other words of events: how many its sentence has, how many of its type the
// text has told of before, how deep in the sentence it stands.
void add_neighbours(const Context& context, const std::vector<EventMention>& mentions,
                    const EventGroup& group, Features& features) {
  constexpr size_t kReach = 64;  // mentions in front that are looked at
  constexpr uint32_t kMost = 5;
  constexpr TokenIndex kStep = 6;
  const size_t at = group.mentions.front();
  const EventMention& best = mentions[at];
  const TokenRange sentence = context.sentence_at(best.anchor).tokens;
  uint32_t earlier = 0, beside = 1;
  for (size_t i = at; i-- > at - std::min(at, kReach);) {
    earlier += mentions[i].type() == group.type;
    beside += mentions[i].anchor >= sentence.begin;
  }
  for (size_t i = at + 1; i < mentions.size() && beside < kMost; ++i) {
    if (mentions[i].anchor >= sentence.end) break;
    ++beside;
  }
  features.add_count("beside", beside, kMost);
  features.add_count("earlier", earlier, kMost - 1);
  features.add_count("depth", (best.anchor - sentence.begin) / kStep, kMost);
}

// The words of other events close by: under one that it completes (رفض الانسحاب), over one that
// completes it.
void add_close_events(const std::vector<EventMention>& mentions, const EventGroup& group,
                      std::string_view type, Features& features) {
  constexpr TokenIndex kClose = 3;
  const size_t at = group.mentions.front();
  const EventMention& best = mentions[at];
  if (at > 0 && mentions[at - 1].anchor + kClose >= best.anchor) {
    features.add("behind", name_of(mentions[at - 1].type()));
    features.add("behind", name_of(mentions[at - 1].type()), type);
  }
  if (at + 1 < mentions.size() && best.anchor + kClose >= mentions[at + 1].anchor) {
    features.add("ahead", name_of(mentions[at + 1].type()));
    features.add("ahead", name_of(mentions[at + 1].type()), type);
  }
  for (const Over& over : best.over) {
    for (size_t i = at; i-- > 0 && mentions[i].anchor >= over.token;) {
      if (mentions[i].anchor == over.token) features.add("under", name_of(mentions[i].type()));
    }
  }
}

// How often the article speaks of the one of those who take part whom it speaks of most, and how
// many states it tells of.
void add_counts(const ActorCounts& counts, const EventGroup& group, Features& features) {
  uint32_t most = 0;
  for (const Participant& participant : group.participants) {
    most = std::max(most, counts.mentions[participant.actor]);
  }
  features.add_count("prominence", most, 5);
  features.add_count("states", counts.states, 6);
}

}  // namespace

ActorCounts::ActorCounts(const Document& document) : mentions(document.actors.size(), 0) {
  for (const Mention& mention : document.mentions) ++mentions[mention.actor];
  for (const Actor& actor : document.actors) states += actor.kind == ActorKind::kState;
}

void event_features(const Document& document, const Context& context, const ActorCounts& counts,
                    const std::vector<EventMention>& mentions, const EventGroup& group,
                    Features& features) {
  const EventMention& best = mentions[group.mentions.front()];
  const std::string_view type = name_of(group.type);
  const std::string_view who = count_of(group.participants.size());
  const std::string_view use = name_of_use(best.use);
  features.add("bias");
  features.add("type", type);
  features.add("lemma", best.entry->lemma, use);
  features.add("use", use, type);
  features.add("who", who);
  features.add("who", who, type);
  features.add("status", name_of(best.status));
  features.add("status", name_of(best.status), type);
  features.add_count("mentions", static_cast<uint32_t>(group.mentions.size()), 3);
  features.add("time", group.time.empty() ? "no" : "yes");
  features.add("time", group.time.empty() ? "no" : "yes", type);
  features.add("definite", best.definite ? "yes" : "no", use);
  features.add("definite", best.definite ? "yes" : "no", who);
  const Over* carrier = best.carrier();
  features.add("carrier", carrier == nullptr ? "none" : carrier->governor->lemma);
  if (!best.over.empty()) features.add("over", best.over.front().governor->lemma);
  if (best.claimed_in >= 0) {
    const Statement& statement = document.statements[best.claimed_in];
    features.add("act", name_of(statement.act));
    features.add("act", name_of(statement.act), use);
  } else {
    features.add("claimed=no");
    features.add("claimed=no", use);
  }
  if (best.adjunct != kNoToken) {
    const Word& word = context.word(best.adjunct);
    features.add("adjunct", word.stem(word.best()));
  }
  if (best.use == kFiniteUse) {
    features.add("tense", best.analysis->tense == Tense::kPerfect ? "perfect" : "imperfect", type);
    features.add("person", count_of(best.analysis->agreement.person));
  } else {
    features.add("number", count_of(best.analysis->agreement.number), use);
  }
  features.add("place", best.place ? "yes" : "no");
  if (best.anchor + 1 < context.size()) {
    const Word& next = context.word(best.anchor + 1);
    features.add("next", next.stem(next.best()));
  }
  if (best.carries) features.add("carries", type);
  if (best.relative_verb != kNoToken) features.add("relative");
  if (best.main_verb != kNoToken) features.add("occasion", type);
  if (best.anchor > 0) {
    features.add("before", class_before(context, best.anchor), use);
    const Word& previous = context.word(best.anchor - 1);
    features.add("previous", previous.stem(previous.best()));
  }
  add_participants(document, group, type, features);
  const uint32_t paragraph = context.sentence_at(best.anchor).paragraph;
  features.add_count("paragraph", paragraph, 6);
  add_neighbours(context, mentions, group, features);
  add_close_events(mentions, group, type, features);
  add_counts(counts, group, features);
  constexpr TokenIndex kQuarters = 4;
  features.add_count("quarter", best.anchor * kQuarters / context.size(), kQuarters);
  if (context.quotation_of(best.anchor) >= 0) features.add("quoted", use);
}

}  // namespace musnad
