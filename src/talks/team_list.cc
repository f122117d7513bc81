#include "talks/team_list.h"

#include <algorithm>

namespace musnad {

Team* TeamList::find(ActorIndex side) {
  const auto found = std::find_if(talks_.teams.begin(), talks_.teams.end(),
                                  [&](const Team& team) { return team.party == side; });
  return found == talks_.teams.end() ? nullptr : &*found;
}

Team& TeamList::of(ActorIndex side, TeamStatus status) {
  if (Team* found = find(side)) {
    if (found->status == TeamStatus::kForming) found->status = status;
    return *found;
  }
  Team& team = talks_.teams.emplace_back();
  team.party = side;
  team.status = status;
  return team;
}

Team& TeamList::named(ActorIndex side, TokenIndex t) {
  Team& team = of(side, TeamStatus::kNamed);
  for (const Evidence evidence : dossier_.evidence_at(t)) add_evidence(team, evidence);
  return team;
}

Team* TeamList::only() { return talks_.teams.size() == 1 ? &talks_.teams.front() : nullptr; }

void TeamList::settle_unnamed() {
  for (Team& team : talks_.teams) {
    const bool unnamed = !team.head && team.members.empty();
    if (unnamed && team.status == TeamStatus::kNamed) team.status = TeamStatus::kForming;
  }
}

void TeamList::add_evidence(Team& team, Evidence evidence) {
  if (std::find(team.evidence.begin(), team.evidence.end(), evidence) == team.evidence.end()) {
    team.evidence.push_back(evidence);
  }
}

// Without the و that joins it to what stands before.
std::string TeamList::title_text(TokenRange title) const {
  std::string_view text = dossier_.document().range_text(title);
  constexpr std::string_view kJoint = "و";
  if (dossier_.context().word(title.begin).best().has(kWa)) text.remove_prefix(kJoint.size());
  return std::string(text);
}

void TeamList::add_member(Team& team, ActorIndex actor, TokenRange where) const {
  for (const TeamRecord::Member& member : team.members) {
    if (member.actor == actor) return;
  }
  std::string role;
  for (TokenIndex t = where.begin; t < where.end; ++t) {
    const int32_t m = dossier_.context().mention_at(t);
    if (m < 0 || dossier_.document().mentions[m].actor != actor) continue;
    const Mention& mention = dossier_.document().mentions[m];
    if (mention.tokens.begin < mention.name.begin) {
      role = title_text({mention.tokens.begin, mention.name.begin});
    }
    break;
  }
  team.members.push_back({actor, std::move(role)});
}

bool TeamList::is_named_person(int32_t m) const {
  const Mention& mention = dossier_.document().mentions[m];
  return !mention.name.empty() &&
         dossier_.document().actors[mention.actor].kind == ActorKind::kPerson;
}

std::optional<ActorIndex> TeamList::person_at(TokenIndex t) const {
  const int32_t m = dossier_.context().mention_at(t);
  if (m < 0 || !is_named_person(m)) return std::nullopt;
  return dossier_.document().mentions[m].actor;
}

}  // namespace musnad
