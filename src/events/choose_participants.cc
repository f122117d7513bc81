#include "events/choose_participants.h"

#include <algorithm>

#include "events/feature_names.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

// How sure the model must be, in log odds.
constexpr double kAgainst = -0.35;  // to leave out whom the rules found
constexpr double kFor = 0.6;        // to take in somebody else
constexpr double kAtAll = -1.0;     // to take in the likeliest where nobody is left

using Candidates = std::vector<ParticipantCandidate>;

std::string_view yes_or_no(bool yes) { return yes ? "yes" : "no"; }

// How far somebody is named from the event, to which side.
std::string_view place_of(TokenIndex steps, bool behind) {
  if (steps <= 2) return behind ? "behind-2" : "before-2";
  if (steps <= 5) return behind ? "behind-5" : "before-5";
  if (steps <= 10) return behind ? "behind-10" : "before-10";
  if (steps <= 20) return behind ? "behind-20" : "before-20";
  return behind ? "behind-far" : "before-far";
}

std::string_view breaks_on_side(uint32_t breaks, bool behind) {
  constexpr std::string_view kBefore[] = {"before-0", "before-1", "before-2", "before-3"};
  constexpr std::string_view kBehind[] = {"behind-0", "behind-1", "behind-2", "behind-3"};
  const uint32_t n = std::min<uint32_t>(breaks, 3);
  return behind ? kBehind[n] : kBefore[n];
}

// What ties a name to the words in front of it.
std::string_view tie_of(const Context& context, TokenIndex at) {
  if (at > 0 && context.is_preposition(at - 1)) {
    const Word& word = context.word(at - 1);
    return word.stem(word.best());
  }
  const Analysis& best = context.word(at).best();
  if (context.has_preposition_clitic(at)) return best.has(kBi) ? "bi" : "li";
  return best.has(kWa) ? "wa" : "none";
}

// What kind of word stands in front of a name.
std::string_view class_in_front(const Context& context, TokenIndex at) {
  const std::string_view name = class_before(context, at);
  if (name == "demonstrative" || name == "numeral") return "particle";
  if (name != "noun" && name != "masdar") return name;
  const Analysis& best = context.word(at - 1).best();
  return best.definite() || !best.enclitic.none() ? "closed-noun" : "noun";
}

// Whether a sentence names nobody before a token.
bool is_first_named(const Document& document, const Context& context, TokenIndex at) {
  for (TokenIndex t = context.sentence_at(at).tokens.begin; t < at; ++t) {
    const int32_t m = context.mention_at(t);
    if (m < 0) continue;
    if (document.actors[document.mentions[m].actor].kind != ActorKind::kPlace) return false;
  }
  return true;
}

size_t events_between(const std::vector<EventMention>& mentions, TokenIndex a, TokenIndex b) {
  const TokenIndex low = std::min(a, b), high = std::max(a, b);
  auto mention = std::partition_point(mentions.begin(), mentions.end(),
                                      [&](const EventMention& m) { return m.anchor <= low; });
  size_t between = 0;
  for (; mention != mentions.end() && mention->anchor < high; ++mention) ++between;
  return between;
}

bool is_in_headline(const Document& document, ActorIndex actor) {
  if (document.sentences.empty()) return false;
  for (const Mention& mention : document.mentions) {
    if (mention.tokens.begin >= document.sentences.front().tokens.end) return false;
    if (mention.actor == actor) return true;
  }
  return false;
}

// Where somebody is named.
void add_place(const Document& document, const Context& context,
               const std::vector<EventMention>& mentions, const EventMention& best,
               const ParticipantCandidate& candidate, Features& features) {
  const TokenIndex at = candidate.at;
  const std::string_view type = name_of(best.type());
  const std::string_view rule = yes_or_no(candidate.by_rule);
  const bool behind = at > best.anchor;
  const std::string_view side = behind ? "behind" : "before";
  const std::string_view place = place_of(steps_between(at, best.anchor), behind);
  const std::string_view breaks = breaks_on_side(breaks_between(context, at, best.anchor), behind);
  const std::string_view first = yes_or_no(is_first_named(document, context, at));
  const std::string_view tie = tie_of(context, at);
  features.add("place", place, rule);
  features.add("place", place, name_of_use(best.use));
  features.add("breaks", breaks, rule);
  features.add("breaks", breaks, type);
  features.add(candidate.by_rule ? FeatureGroup("rule-type") : FeatureGroup("other-type"), side,
               type);
  features.add(candidate.by_rule ? FeatureGroup("rule-lemma") : FeatureGroup("other-lemma"), side,
               best.entry->lemma);
  features.add("tie", tie, rule);
  features.add("tie", tie, type);
  features.add("tie", tie, side);
  features.add("in-front", class_in_front(context, at), rule);
  features.add("in-front", class_in_front(context, at), side);
  features.add("first", first, rule);
  features.add("first", first, type);
  features.add("between", count_of(events_between(mentions, at, best.anchor)), rule);
  features.add("headline", yes_or_no(is_in_headline(document, candidate.actor)), rule);
}

// How somebody stands to those whom the rules found: of what kind they are, whose states.
void add_others(const Document& document, const Candidates& candidates,
                const ParticipantCandidate& candidate, std::string_view type, Features& features) {
  const Actor& actor = document.actors[candidate.actor];
  const std::string_view rule = yes_or_no(candidate.by_rule);
  bool foreign = false, body_found = false;
  for (const ParticipantCandidate& other : candidates) {
    if (!other.by_rule || other.actor == candidate.actor) continue;
    const Actor& with = document.actors[other.actor];
    foreign |= with.kind == ActorKind::kState;
    body_found |= candidate.body == other.actor;
    features.add(candidate.by_rule ? FeatureGroup("rule-with") : FeatureGroup("other-with"),
                 name_of(actor.kind), name_of(with.kind));
    if (with.behalf == candidate.actor) features.add("state-of-other", rule, type);
    if (actor.behalf == other.actor) features.add("state-is-other", rule, type);
  }
  const std::string_view home = foreign ? "foreign" : "home";
  if (candidate.has_state) {
    features.add("has-state", home, type);
    features.add("has-state", name_of(actor.kind), rule);
  }
  if (!candidate.body) return;
  const std::string_view found = body_found ? "found" : "named";
  features.add("body", name_of(document.actors[*candidate.body].kind), rule);
  features.add("body", found, rule);
  features.add("body", found, type);
  features.add("body", found, home);
}

// What is known of somebody from elsewhere in the text.
void add_standing(const ActorCounts& counts, const EventMention& best, std::string_view found,
                  std::string_view kind, const ParticipantCandidate& candidate,
                  Features& features) {
  const std::string_view type = name_of(best.type());
  const std::string_view rule = yes_or_no(candidate.by_rule);
  if (candidate.speaker) {
    features.add("speaker", rule, type);
    features.add("speaker", rule, name_of_use(best.use));
    features.add("speaker", found, kind);
  }
  if (candidate.known) {
    features.add("known", rule, type);
    features.add("known", rule, best.definite ? "definite" : "indefinite");
    features.add("known", found, rule);
  }
  features.add("active", count_of(candidate.active), rule);
  for (uint32_t other = 0; candidate.active_in >> other != 0; ++other) {
    if ((candidate.active_in >> other & 1) == 0) continue;
    features.add(candidate.by_rule ? FeatureGroup("rule-active") : FeatureGroup("other-active"),
                 name_of(static_cast<EventType>(other)), type);
  }
  const bool added = candidate.actor >= counts.mentions.size();
  const uint32_t times = added ? 0 : counts.mentions[candidate.actor];
  features.add_count("told", times, 5);
  if (!candidate.by_rule) features.add_count("other-told", times, 5);
}

// The role of somebody whom the rules did not find: that of his body among those whom they found,
// else that of a subject in front of the event, of an object behind.
Participant::Role role_of(const Candidates& candidates, const ParticipantCandidate& candidate,
                          const EventMention& best) {
  if (candidate.by_rule) return candidate.role;
  for (const ParticipantCandidate& other : candidates) {
    if (other.by_rule && candidate.body == other.actor) return other.role;
  }
  const Roles& roles = best.entry->roles;
  const bool behind = candidate.at != kNoToken && candidate.at > best.anchor;
  const auto role = behind ? roles[kObjectLink] : roles[kSubjectLink];
  return role.value_or(Participant::Role::kParty);
}

}  // namespace

void participant_features(const Document& document, const Context& context,
                          const ActorCounts& counts, const std::vector<EventMention>& mentions,
                          const EventGroup& group, const Candidates& candidates,
                          const ParticipantCandidate& candidate, Features& features) {
  const EventMention& best = mentions[group.mentions.front()];
  const std::string_view type = name_of(group.type);
  const std::string_view kind = name_of(document.actors[candidate.actor].kind);
  const std::string_view rule = yes_or_no(candidate.by_rule);
  const std::string_view found = count_of(group.participants.size());
  features.add("bias");
  features.add("rule", rule);
  features.add("rule", rule, type);
  features.add("kind", kind, rule);
  features.add("kind", kind, type);
  features.add("found", found, rule);
  if (candidate.by_rule) {
    features.add("role", name_of(candidate.role), type);
    features.add("role", name_of(candidate.role), found);
    features.add("rule-found", found, kind);
  } else {
    features.add("other-found", found, type);
    features.add("other-found", found, name_of_use(best.use));
  }
  add_standing(counts, best, found, kind, candidate, features);
  add_others(document, candidates, candidate, type, features);
  if (candidate.at == kNoToken) {
    features.add("away", rule, type);
    features.add("away", rule, found);
    return;
  }
  add_place(document, context, mentions, best, candidate, features);
}

std::vector<Participant> choose_participants(Document& document, const Context& context,
                                             const LinearModel& model, const ActorCounts& counts,
                                             const std::vector<EventMention>& mentions,
                                             const std::vector<EventGroup>& groups,
                                             const EventGroup& group) {
  const EventMention& best = mentions[group.mentions.front()];
  const Candidates candidates = participant_candidates(document, context, best, groups, group);
  std::vector<Participant> chosen;
  const ParticipantCandidate* likeliest = nullptr;
  double highest = 0;
  Features features;
  for (const ParticipantCandidate& candidate : candidates) {
    features.clear();
    participant_features(document, context, counts, mentions, group, candidates, candidate,
                         features);
    const double score = model.score(features);
    if (score > (candidate.by_rule ? kAgainst : kFor)) {
      chosen.push_back({candidate.actor, role_of(candidates, candidate, best)});
    }
    if (likeliest != nullptr && score <= highest) continue;
    highest = score;
    likeliest = &candidate;
  }
  if (chosen.empty() && likeliest != nullptr && highest > kAtAll) {
    chosen.push_back({likeliest->actor, role_of(candidates, *likeliest, best)});
  }
  return chosen;
}

}  // namespace musnad
