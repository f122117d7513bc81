// Who mediates without being said to: envoys who belong to none of the sides.
#include <algorithm>

#include "talks/dossier.h"

namespace musnad {
namespace {

bool in_a_team(const Talks& talks, ActorIndex actor) {
  return std::any_of(talks.teams.begin(), talks.teams.end(), [&](const Team& team) {
    return team.head == actor ||
           std::any_of(team.members.begin(), team.members.end(),
                       [&](const TeamRecord::Member& member) { return member.actor == actor; });
  });
}

}  // namespace

void fill_mediators(const Dossier& dossier, Talks& talks) {
  const Document& document = dossier.document();
  talks.mediators = dossier.negotiation().mediators;
  const Sides mediators(document, dossier.context(), talks.mediators);
  for (const Mention& mention : document.mentions) {
    const TokenIndex t = mention.tokens.begin;
    const ActorIndex actor = mention.actor;
    if (!dossier.tells_of(t) || document.actors[actor].kind != ActorKind::kPerson) continue;
    const bool envoy =
        document.tokens[t].actor->is(kEnvoyRole) || dossier.signs().at(t, Sign::kMediate);
    const bool known =
        std::find(talks.mediators.begin(), talks.mediators.end(), actor) != talks.mediators.end();
    if (!envoy || known || dossier.sides().of(actor) || mediators.of(actor)) continue;
    if (!in_a_team(talks, actor)) talks.mediators.push_back(actor);
  }
}

}  // namespace musnad
