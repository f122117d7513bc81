// Who leads a team, and whom somebody asks or names to lead it.
#include <algorithm>

#include "talks/team_list.h"

namespace musnad {
namespace {

// Tokens:
constexpr TokenIndex kTeamReach = 16;   // between the team and برئاسة
constexpr TokenIndex kPersonReach = 9;  // between the team and who leads it
constexpr TokenIndex kLeaderReach = 3;  // between who leads and يرأس
constexpr TokenIndex kTitleReach = 8;   // between the begin of a title and a word in it
constexpr TokenIndex kTaskReach = 40;   // between طلب and قيادة المحادثات
constexpr ActorIndex kNobody = UINT32_MAX;

class HeadReader {
 public:
  explicit HeadReader(TeamList& teams)
      : teams_(teams),
        dossier_(teams.dossier()),
        context_(dossier_.context()),
        signs_(dossier_.signs()) {}

  Team* run(TokenIndex t, TokenRange sentence) {
    const Statement* claim = dossier_.claim_at(t);
    if (claim != nullptr && claim->polarity == Polarity::kWithheld) return nullptr;
    const TokenIndex team_word = team_led(t, sentence);
    if (team_word == kNoToken) return nullptr;
    if (!context_.is_finite_verb(t)) {
      if (Team* team = read_task(t, team_word)) return team;
    }
    const std::optional<ActorIndex> head = head_of(t, team_word, sentence);
    const std::optional<ActorIndex> side =
        head ? side_of(team_word, *head, sentence) : std::nullopt;
    if (!side) return nullptr;
    Team& team = teams_.named(*side, t);
    if (!team.head) team.head = head;
    return &team;
  }

 private:
  // The team or talks that a word for leading governs: يرأس X الوفد, رئيس الوفد, قيادة المحادثات;
  // for برئاسة X the team in front of it.
  TokenIndex team_led(TokenIndex t, TokenRange sentence) const {
    const bool verb = context_.is_finite_verb(t);
    const TokenIndex end = std::min(sentence.end, t + 1 + (verb ? kTeamVerbReach : kTeamNounReach));
    for (TokenIndex i = t + 1; i < end; ++i) {
      if (signs_.at(i, Sign::kTeam) || signs_.at(i, Sign::kTalks)) return i;
    }
    if (verb || !context_.word(t).best().has(kBi)) return kNoToken;
    const TokenIndex begin = t > sentence.begin + kTeamReach ? t - kTeamReach : sentence.begin;
    for (TokenIndex i = t; i-- > begin;) {
      if (signs_.at(i, Sign::kTeam)) return i;
    }
    return kNoToken;
  }

  // Who leads: whose title the word is, who is named behind it, else the subject in front of it.
  std::optional<ActorIndex> head_of(TokenIndex t, TokenIndex team_word, TokenRange sentence) const {
    if (const auto named = person_holding(t, sentence)) return named;
    if (const auto named = person_behind(t + 1, std::max(t, team_word), sentence)) return named;
    const TokenIndex begin = t > sentence.begin + kLeaderReach ? t - kLeaderReach : sentence.begin;
    for (TokenIndex i = t; i-- > begin;) {
      const int32_t m = context_.mention_ending_at(i + 1);
      if (m >= 0 && teams_.is_named_person(m)) return dossier_.document().mentions[m].actor;
    }
    return std::nullopt;
  }

  // طلب من X وY قيادة المحادثات, عين X رئيسا لوفده, كلف X برئاسة الوفد.
  Team* read_task(TokenIndex t, TokenIndex team_word) {
    const TokenRange voice = dossier_.clauses().voice(asked_at(t));
    const TokenIndex begin = t > voice.begin + kTaskReach ? t - kTaskReach : voice.begin;
    TokenIndex verb = t;
    while (verb > begin && !signs_.at(verb, Sign::kAppoint)) --verb;
    if (!signs_.at(verb, Sign::kAppoint)) return nullptr;
    std::vector<ActorIndex> tasked;
    for (TokenIndex i = verb + 1; i < t; ++i) {
      if (const auto person = teams_.person_at(i)) tasked.push_back(*person);
    }
    std::optional<ActorIndex> by = subject_of(verb, voice);
    if (!by && tasked.size() > 1) by = tasked.front();
    tasked.erase(std::remove(tasked.begin(), tasked.end(), by.value_or(kNobody)), tasked.end());
    if (tasked.empty()) return nullptr;
    std::optional<ActorIndex> side = by ? dossier_.sides().of(*by) : std::nullopt;
    if (!side) side = side_of(team_word, tasked.front(), voice);
    if (!side) return nullptr;
    Team& team = teams_.named(*side, verb);
    team.named_by = by;
    if (tasked.size() == 1) {
      team.head = tasked.front();
      std::erase_if(team.members, [&](const auto& member) { return member.actor == team.head; });
    } else {
      for (const ActorIndex actor : tasked) teams_.add_member(team, actor, voice);
    }
    return &team;
  }

  // The verb that asks for what a token says (طلب من X قيادة المحادثات); else the token.
  TokenIndex asked_at(TokenIndex t) const {
    const Statement* claim = dossier_.claim_at(t);
    const bool asks = claim != nullptr && !claim->cue.empty() && claim->cue.begin < t &&
                      signs_.at(claim->cue.begin, Sign::kAppoint);
    return asks ? claim->cue.begin : t;
  }

  // Who names somebody: the speaker who tells it of himself (أنه كلف), the event's subject, else a
  // party in front of the verb.
  std::optional<ActorIndex> subject_of(TokenIndex verb, TokenRange voice) const {
    const Statement* claim = dossier_.claim_at(verb);
    if (claim != nullptr && verb <= voice.begin + 1) return claim->speaker;
    for (const Event& event : dossier_.document().events) {
      if (!event.anchor.contains(verb)) continue;
      for (const Participant& participant : event.participants) {
        if (participant.role == Participant::Role::kSubject) return participant.actor;
      }
    }
    return dossier_.sides().in({voice.begin, verb});
  }

  std::optional<ActorIndex> side_of(TokenIndex team_word, ActorIndex person,
                                    TokenRange range) const {
    const TokenIndex end = std::min(range.end, team_word + kTeamNounReach + 1);
    if (const auto named = dossier_.sides().in({team_word, end})) return named;
    if (const auto own = dossier_.sides().of(person)) return own;
    if (const auto speaking = dossier_.side_speaking_at(team_word)) return speaking;
    return dossier_.sides().in({range.begin, team_word});
  }

  // Whose mention begins in front of a token and holds it.
  std::optional<ActorIndex> person_holding(TokenIndex t, TokenRange sentence) const {
    const TokenIndex begin = t > sentence.begin + kTitleReach ? t - kTitleReach : sentence.begin;
    for (TokenIndex i = t + 1; i-- > begin;) {
      const int32_t m = context_.mention_at(i);
      if (m >= 0 && dossier_.document().mentions[m].tokens.contains(t)) return teams_.person_at(i);
    }
    return std::nullopt;
  }

  // Who is named from `t` on, a few tokens behind `last` at most, in the same clause.
  std::optional<ActorIndex> person_behind(TokenIndex t, TokenIndex last,
                                          TokenRange sentence) const {
    const TokenIndex end = std::min(sentence.end, last + kPersonReach);
    for (; t < end; ++t) {
      if (context_.complementizer(t) != Complementizer::kNone || context_.is_comma(t)) break;
      if (const auto person = teams_.person_at(t)) return person;
    }
    return std::nullopt;
  }

  TeamList& teams_;
  const Dossier& dossier_;
  const Context& context_;
  const Signs& signs_;
};

}  // namespace

Team* read_head(TeamList& teams, TokenIndex t, TokenRange sentence) {
  return HeadReader(teams).run(t, sentence);
}

}  // namespace musnad
