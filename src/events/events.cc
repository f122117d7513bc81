#include "events/events.h"

#include <algorithm>

#include "events/candidates.h"
#include "events/choose_participants.h"
#include "events/choose_time.h"
#include "events/decide.h"
#include "events/event_time.h"
#include "events/participants.h"
#include "events/status.h"
#include "lexicon/embedded.h"
#include "statements/claims.h"

namespace musnad {
namespace {

// What is to come has no time that is past: that is the time of what leads to it, and what has been
// put off none that is to come. What goes on goes on when it is told, and what a speaker demands he
// demands when he speaks.
void mend_time(const Document& document, EventMention& mention) {
  if (is_to_come(mention.status) && compare_to_day(mention.time, document.published) < 0) {
    mention.time.clear();
  }
  if (is_put_off(mention.type(), mention.status) &&
      compare_to_day(mention.time, document.published) > 0) {
    mention.time.clear();
  }
  const bool as_told =
      mention.status == EventStatus::kOngoing || mention.entry->roles[kSpeakerLink].has_value();
  if (!as_told || !mention.time.empty() || mention.claimed_in < 0) return;
  mention.time = document.statements[mention.claimed_in].time;
}

// دعوة إلى الرئيس لزيارة عمان: whether a visit is what the invitation in front of it is for.
bool is_invited(const Context& context, const EventMention& invitation, const EventMention& visit) {
  constexpr TokenIndex kReach = 20;
  if (invitation.type() != EventType::kInvite || visit.type() != EventType::kVisit) return false;
  const TokenIndex t = visit.anchor;
  const bool purpose = visit.analysis->has(kLi) || context.is_preposition(t - 1);
  return visit.use != kFiniteUse && purpose && t <= invitation.anchor + kReach &&
         context.sentence_of(t) == context.sentence_of(invitation.anchor);
}

// زيارة اليوم … تجري خلالها محادثات: what is done in the course of a visit or a meeting is done on
// its day.
void take_day_of_course(const Context& context, const EventMention& course, EventMention& mention) {
  const Over* carrier = mention.carrier();
  const TokenIndex verb = mention.use == kFiniteUse ? mention.anchor
                          : carrier != nullptr      ? carrier->token
                                                    : mention.main_verb;
  if (verb == kNoToken || verb <= course.anchor || !is_done_in_course(context, verb)) return;
  const bool holds = is_contact(course.type()) || course.type() == EventType::kVisit;
  const bool same_sentence = context.sentence_of(verb) == context.sentence_of(course.anchor);
  if (holds && same_sentence && mention.time.empty()) mention.time = course.time;
}

// Who is invited is to make the visit; its place is not invited, and who invites stays at home.
void settle_invited(const Document& document, EventMention& invitation, EventMention& visit) {
  using Role = Participant::Role;
  const auto is_one_of = [](const std::vector<Participant>& who, const Participant& p) {
    return std::any_of(who.begin(), who.end(),
                       [&](const Participant& q) { return q.actor == p.actor; });
  };
  const auto is_place = [&](const Participant& p) {
    const ActorKind kind = document.actors[p.actor].kind;
    return kind == ActorKind::kState || kind == ActorKind::kPlace;
  };
  std::erase_if(visit.participants, [&](const Participant& p) {
    return is_one_of(invitation.participants, p) && !(is_place(p) && p.role == Role::kHost);
  });
  std::erase_if(invitation.participants, [&](const Participant& p) {
    return p.role == Role::kObject && is_one_of(visit.participants, p);
  });
  for (const Participant& p : invitation.participants) {
    if (p.role == Role::kObject) visit.participants.push_back({p.actor, Role::kSubject});
  }
  const bool open =
      visit.status == EventStatus::kOccurred || visit.status == EventStatus::kDemanded;
  if (open && invitation.status == EventStatus::kOccurred) visit.status = EventStatus::kProposed;
}

// The statement whose cue each word of an event is.
void find_voices(const Document& document, std::vector<EventMention>& mentions) {
  for (size_t i = 0; i < document.statements.size(); ++i) {
    const TokenRange cue = document.statements[i].cue;
    auto mention = std::partition_point(mentions.begin(), mentions.end(),
                                        [&](const auto& m) { return m.anchor < cue.begin; });
    for (; mention != mentions.end() && mention->anchor < cue.end; ++mention) {
      mention->voiced_in = static_cast<int32_t>(i);
    }
  }
}

TokenRange word_at(TokenIndex t) { return {t, t + 1}; }

// The tokens that tell of an event besides its anchor: its other mentions, and the verb that
// carries it out (فرض in فرض عقوبات).
std::vector<TokenRange> mentions_of(const EventProposals& proposals, const EventGroup& group) {
  std::vector<TokenRange> tokens;
  for (size_t i : group.mentions) {
    const EventMention& mention = proposals.mentions[i];
    if (i != group.mentions.front()) tokens.push_back(word_at(mention.anchor));
    if (mention.over.empty()) continue;
    const Over& over = mention.over.front();
    if (over.analysis != nullptr && is_verbal(over.analysis->pos) && !over.governor->status) {
      tokens.push_back(word_at(over.token));
    }
  }
  std::sort(tokens.begin(), tokens.end(),
            [](TokenRange a, TokenRange b) { return a.begin < b.begin; });
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

Event event_of(const EventProposals& proposals, const EventGroup& group,
               const EventLexicon& lexicon) {
  const EventMention& best = proposals.mentions[group.mentions.front()];
  Event event;
  event.type = group.type;
  event.anchor = word_at(best.anchor);
  event.mentions = mentions_of(proposals, group);
  event.participants = group.participants;
  event.status = group.status;
  event.time = group.time;
  event.place = best.place;
  event.claimed_in = best.claimed_in;
  const EventCodes& codes = lexicon.codes(event.type, event.status);
  event.plover = codes.plover;
  event.cameo = codes.cameo;
  return event;
}

}  // namespace

Expected<EventModels> EventModels::load(const Morphology& morphology) {
  constexpr std::string_view kFile = "models/events.tsv";
  auto lexicon = EventLexicon::load(morphology);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto weights = LinearModel::parse(kFile, embedded_file(kFile), {"event", "participant", "time"});
  if (!weights) return tl::unexpected(weights.error());
  return EventModels{std::move(*lexicon), std::move((*weights)[0]), std::move((*weights)[1]),
                     std::move((*weights)[2])};
}

EventProposals propose_events(Document& document, const Context& context,
                              const EventLexicon& lexicon) {
  EventProposals proposals;
  proposals.mentions = find_event_mentions(context, lexicon);
  const std::vector<int32_t> claims = claims_by_token(document);
  for (EventMention& mention : proposals.mentions) mention.claimed_in = claims[mention.anchor];
  find_voices(document, proposals.mentions);
  for (EventMention& mention : proposals.mentions) {
    const std::span told(proposals.mentions.data(), &mention);
    find_participants(document, context, lexicon, told, mention);
    mention.dating = dating_of(context, lexicon, mention.anchor);
    const EventTime time = time_of_event(document, context, lexicon, mention);
    mention.time = time.value;
    mention.time_behind = time.behind;
    mention.time_counted = time.counted;
    mention.status = status_of(document, context, mention);
    const size_t before = static_cast<size_t>(&mention - proposals.mentions.data());
    if (before > 0 && is_invited(context, proposals.mentions[before - 1], mention)) {
      settle_invited(document, proposals.mentions[before - 1], mention);
    }
    if (before > 0) take_day_of_course(context, proposals.mentions[before - 1], mention);
    mend_time(document, mention);
  }
  proposals.groups = group_mentions(document, proposals.mentions);
  return proposals;
}

void find_events(Document& document, const Context& context, const EventModels& models) {
  const EventProposals proposals = propose_events(document, context, models.lexicon);
  const ActorCounts counts(document);
  Features features;
  for (const EventGroup& group : proposals.groups) {
    features.clear();
    event_features(document, context, counts, proposals.mentions, group, features);
    if (models.decide.score(features) <= 0) continue;
    EventGroup settled = group;
    const std::vector<EventMention>& mentions = proposals.mentions;
    settled.participants = choose_participants(document, context, models.participant, counts,
                                               mentions, proposals.groups, group);
    settled.time = choose_time(document, context, models.time, mentions, group);
    document.events.push_back(event_of(proposals, settled, models.lexicon));
  }
  std::stable_sort(document.events.begin(), document.events.end(),
                   [](const Event& a, const Event& b) { return a.anchor.begin < b.anchor.begin; });
}

}  // namespace musnad
