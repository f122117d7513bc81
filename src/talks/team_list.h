// The teams of one negotiation while they are being filled.
#pragma once

#include <optional>
#include <vector>

#include "talks/dossier.h"

namespace musnad {

// Tokens:
inline constexpr TokenIndex kTeamVerbReach = 6;  // between يرأس and the team, the team and يضم
inline constexpr TokenIndex kTeamNounReach =
    2;  // between رئيس and the team, the team and whose it is

// Finds and adds the teams of `talks`. Both must outlive it; a reference to a team lasts until the
// next one is added.
class TeamList {
 public:
  TeamList(const Dossier& dossier, Talks& talks) : dossier_(dossier), talks_(talks) {}

  const Dossier& dossier() const { return dossier_; }

  // The team of a party; null where it has none.
  Team* find(ActorIndex side);
  // The same; a new one of that status where it has none. A team once named stays so.
  Team& of(ActorIndex side, TeamStatus status);
  // A team that the words at a token tell to be named.
  Team& named(ActorIndex side, TokenIndex t);
  // The only team that there is; null where there are none or several.
  Team* only();
  // Takes teams of which nobody is named as forming: شكلت الحكومة وفدها, سيضم الوفد ضباطا.
  void settle_unnamed();

  static void add_evidence(Team& team, Evidence evidence);
  // With the title that the words of `where` in front of the name give.
  void add_member(Team& team, ActorIndex actor, TokenRange where) const;

  // The person, by name, whose mention begins at a token.
  std::optional<ActorIndex> person_at(TokenIndex t) const;
  bool is_named_person(int32_t mention) const;

 private:
  std::string title_text(TokenRange title) const;

  const Dossier& dossier_;
  Talks& talks_;
};

// Reads who leads a team, or the talks for a party, from a word for leading (Sign::kHead) on: يرأس
// X الوفد, قيادة المحادثات, برئاسة X. The team that it tells of, null where it tells of none.
Team* read_head(TeamList& teams, TokenIndex t, TokenRange sentence);

}  // namespace musnad
