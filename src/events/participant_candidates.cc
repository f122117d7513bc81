// Whom the text names around an event.
#include <algorithm>

#include "actors/coreference.h"
#include "events/choose_participants.h"
#include "events/feature_names.h"

namespace musnad {
namespace {

constexpr TokenIndex kPartyReach = 40;  // tokens to each side of an event
constexpr size_t kMostCandidates = 20;
constexpr size_t kFurthest = 200;  // events to each side; keeps reading linear, no article has more

// Finds those who may take part in one event.
class CandidateFinder {
 public:
  CandidateFinder(Document& document, const Context& context, const EventMention& best)
      : document_(document), context_(context), best_(best) {}

  std::vector<ParticipantCandidate> run(const std::vector<EventGroup>& groups,
                                        const EventGroup& group) {
    for (const Participant& p : group.participants) {
      ParticipantCandidate* candidate = of(p.actor);
      if (candidate == nullptr) continue;
      candidate->by_rule = true;
      candidate->role = p.role;
    }
    look_around();
    if (best_.claimed_in >= 0) {
      const std::optional<ActorIndex> speaker = document_.statements[best_.claimed_in].speaker;
      ParticipantCandidate* candidate = speaker ? of(*speaker) : nullptr;
      if (candidate != nullptr) candidate->speaker = true;
    }
    note_known(groups, group);
    note_active(groups, group);
    return std::move(candidates_);
  }

 private:
  ParticipantCandidate* find(ActorIndex actor) {
    const auto found =
        std::find_if(candidates_.begin(), candidates_.end(),
                     [&](const ParticipantCandidate& c) { return c.actor == actor; });
    return found == candidates_.end() ? nullptr : &*found;
  }

  // The candidate for an actor, made where he is new; null where he is none or there are too many.
  ParticipantCandidate* of(ActorIndex actor) {
    if (ParticipantCandidate* candidate = find(actor)) return candidate;
    if (candidates_.size() >= kMostCandidates || document_.actors[actor].outlet) return nullptr;
    candidates_.push_back({actor});
    return &candidates_.back();
  }

  void look_around() {
    const TokenRange sentence = context_.sentence_at(best_.anchor).tokens;
    const TokenIndex reach = std::min(best_.anchor, kPartyReach);
    const TokenIndex end = std::min(sentence.end, best_.anchor + kPartyReach);
    for (TokenIndex t = std::max(sentence.begin, best_.anchor - reach); t < end; ++t) {
      if (const int32_t m = context_.mention_at(t); m >= 0) note_named(document_.mentions[m]);
    }
  }

  void note_named(const Mention& mention) {
    const TokenRange tokens = mention.tokens;
    const ActorIndex actor = state_of_capital(document_, mention.actor);
    const ActorKind kind = document_.actors[actor].kind;
    if (kind == ActorKind::kPlace) return;
    note_place(actor, tokens.begin);
    const ActorIndex principal = principal_of(document_, actor);
    if (principal != actor) return note_state(principal, actor, tokens.begin);
    if (kind == ActorKind::kState || kind == ActorKind::kPerson) return;
    constexpr TokenIndex kAdjectives = 3;
    const TokenIndex end = std::min(tokens.end, tokens.begin + 1 + kAdjectives);
    for (TokenIndex t = tokens.begin + 1; t < end; ++t) {  // القوات الجوية النورية
      const ActorWord& word = *context_.token(t).actor;
      if (word.state == kNoEntry || !word.nisba_shape || word.is(kPortfolioRole)) continue;
      return note_state(actor_for_state(document_, word.state), actor, tokens.begin);
    }
  }

  void note_place(ActorIndex actor, TokenIndex t) {
    ParticipantCandidate* candidate = of(actor);
    if (candidate == nullptr) return;
    const bool nearer = candidate->at == kNoToken ||
                        steps_between(t, best_.anchor) < steps_between(candidate->at, best_.anchor);
    if (nearer) candidate->at = t;
  }

  void note_state(ActorIndex state, ActorIndex body, TokenIndex t) {
    if (document_.actors[state].kind != ActorKind::kState) return;
    ParticipantCandidate* candidate = of(state);
    if (candidate == nullptr) return;
    if (!candidate->body) candidate->body = body;
    if (candidate->at == kNoToken) candidate->at = t;
    for (ParticipantCandidate& other : candidates_) other.has_state |= other.actor == body;
  }

  // Those of the event of the type that was told before, else of the first told behind.
  void note_known(const std::vector<EventGroup>& groups, const EventGroup& group) {
    const auto is_known = [&](const EventGroup& other) {
      return other.type == group.type && other.participants.size() > 1;
    };
    const auto [first, last] = near(groups, group);
    const EventGroup* known = &group;
    while (known != first && (known == &group || !is_known(*known))) --known;
    if (known == &group || !is_known(*known)) known = std::find_if(&group + 1, last, is_known);
    if (known == last) return;
    for (const Participant& p : known->participants) {
      if (ParticipantCandidate* candidate = of(p.actor)) candidate->known = true;
    }
  }

  // Those of the events told just before and behind; of the others who are candidates already.
  void note_active(const std::vector<EventGroup>& groups, const EventGroup& group) {
    constexpr std::ptrdiff_t kNear = 2;
    const auto [first, last] = near(groups, group);
    for (const EventGroup* other = first; other != last; ++other) {
      const std::ptrdiff_t apart = other - &group;
      if (apart == 0) continue;
      for (const Participant& p : other->participants) {
        ParticipantCandidate* candidate = std::abs(apart) <= kNear ? of(p.actor) : find(p.actor);
        if (candidate == nullptr) continue;
        ++candidate->active;
        candidate->active_in |= 1u << static_cast<uint32_t>(other->type);
      }
    }
  }

  // The events that are looked at around one, the first and behind the last.
  static std::pair<const EventGroup*, const EventGroup*> near(const std::vector<EventGroup>& groups,
                                                              const EventGroup& group) {
    const auto index = static_cast<size_t>(&group - groups.data());
    const size_t first = index - std::min(index, kFurthest);
    const size_t last = std::min(groups.size(), index + kFurthest + 1);
    return {groups.data() + first, groups.data() + last};
  }

  Document& document_;
  const Context& context_;
  const EventMention& best_;
  std::vector<ParticipantCandidate> candidates_;
};

}  // namespace

std::vector<ParticipantCandidate> participant_candidates(Document& document, const Context& context,
                                                         const EventMention& best,
                                                         const std::vector<EventGroup>& groups,
                                                         const EventGroup& group) {
  return CandidateFinder(document, context, best).run(groups, group);
}

}  // namespace musnad
