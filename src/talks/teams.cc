// Who negotiates for each party: members, who named them, what a team waits for, and what is not
// told of it; team_heads.cc reads who leads it.
#include <algorithm>

#include "talks/team_list.h"

namespace musnad {
namespace {

// Tokens:
constexpr TokenIndex kFormReach = 4;  // between تشكل and the team

class TeamFiller {
 public:
  TeamFiller(const Dossier& dossier, Talks& talks)
      : dossier_(dossier),
        context_(dossier.context()),
        signs_(dossier.signs()),
        teams_(dossier, talks) {}

  void run() {
    for (uint32_t i = 0; i < events().size(); ++i) read_appointment(i);
    for (const Sentence& sentence : dossier_.document().sentences) {
      if (!sentence.tokens.empty() && dossier_.tells_of(sentence.tokens.begin)) {
        read_sentence(sentence.tokens);
      }
    }
    teams_.settle_unnamed();
    for (const Statement& statement : dossier_.document().statements) read_withheld(statement);
    for (TokenIndex t = 0; t < context_.size(); ++t) {
      if (signs_.at(t, Sign::kWait) && dossier_.tells_of(t)) read_wait(t);
    }
  }

 private:
  const std::vector<Event>& events() const { return dossier_.document().events; }

  // --- teams that are set up, by events

  void read_appointment(uint32_t index) {
    const Event& event = events()[index];
    const TokenIndex anchor = event.anchor.begin;
    if (event.type != EventType::kAppoint || !dossier_.tells_of(anchor)) return;
    const TokenRange voice = dossier_.clauses().voice(anchor);
    if (!signs_.any(voice, Sign::kTeam) && !dossier_.leads(voice)) return;
    std::optional<ActorIndex> by, side;
    for (const Participant& participant : event.participants) {
      if (participant.role != Participant::Role::kSubject) continue;
      by = participant.actor;
      side = dossier_.sides().of(*by);
    }
    if (!side) side = dossier_.side_speaking_at(anchor);
    if (!side) return;
    const bool done = event.status == EventStatus::kOccurred && !dossier_.clauses().negated(anchor);
    Team& team = teams_.of(*side, done ? TeamStatus::kNamed : TeamStatus::kForming);
    TeamList::add_evidence(team, {Evidence::Layer::kEvent, index});
    if (!done) return;
    if (by) team.named_by = by;
    for (const Participant& participant : event.participants) {
      if (participant.role == Participant::Role::kMember)
        teams_.add_member(team, participant.actor, voice);
    }
  }

  // --- members, changes, conditions, by sentence

  void read_sentence(TokenRange sentence) {
    Team* team = nullptr;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      Team* told = nullptr;
      if (signs_.at(t, Sign::kHead)) told = read_head(teams_, t, sentence);
      if (signs_.at(t, Sign::kTeam) && told == nullptr) told = read_members(t, sentence);
      if (told != nullptr) team = told;
      if (signs_.at(t, Sign::kForm)) read_forming(t, sentence);
    }
    if (team != nullptr && signs_.any(sentence, Sign::kReplace))
      team->status = TeamStatus::kChanged;
  }

  // تعد الحكومة فريقا, لم تشكل وفدها: a team that is not there yet; شكلت الحكومة وفدها: one that
  // is.
  void read_forming(TokenIndex t, TokenRange sentence) {
    const auto team =
        signs_.first({t + 1, std::min(sentence.end, t + 1 + kFormReach)}, Sign::kTeam);
    if (!team) return;
    const bool done =
        context_.word(t).best().tense == Tense::kPerfect && !dossier_.clauses().negated(t);
    const std::optional<ActorIndex> subject = dossier_.sides().in({t + 1, *team});
    std::optional<ActorIndex> side = subject ? subject : dossier_.side_speaking_at(t);
    if (!side) side = dossier_.sides().in({sentence.begin, *team});
    if (!side) return;
    if (done) {
      teams_.named(*side, t).named_by = side;
      return;
    }
    Team& forming = teams_.of(*side, TeamStatus::kForming);
    for (const Evidence evidence : dossier_.evidence_at(t))
      TeamList::add_evidence(forming, evidence);
  }

  // يضم الوفد X وY.
  Team* read_members(TokenIndex team_word, TokenRange sentence) {
    const TokenIndex begin = team_word > sentence.begin ? team_word - 1 : team_word;
    const TokenIndex end = std::min(sentence.end, team_word + kTeamVerbReach);
    const auto verb = signs_.first({begin, end}, Sign::kMember);
    if (!verb) return nullptr;
    std::optional<ActorIndex> side =
        dossier_.sides().in({team_word, std::min(sentence.end, team_word + kTeamNounReach + 1)});
    if (!side) side = dossier_.side_speaking_at(team_word);
    if (const Team* only = teams_.only(); !side && only != nullptr) side = only->party;
    if (!side) return nullptr;
    Team& team = teams_.named(*side, team_word);
    for (TokenIndex t = std::max(*verb, team_word) + 1; t < sentence.end; ++t) {
      if (context_.is_stop(t)) break;
      const auto person = teams_.person_at(t);
      if (person && team.head != person) teams_.add_member(team, *person, sentence);
    }
    return &team;
  }

  // بعد صدور القرار, بمجرد أن يصوت البرلمان, where a team or its announcement is spoken of.
  void read_wait(TokenIndex t) {
    const TokenRange sentence = context_.sentence_at(t).tokens;
    const bool team_here = signs_.any(sentence, Sign::kTeam) || signs_.any(sentence, Sign::kReveal);
    const std::optional<ActorIndex> side = dossier_.side_speaking_at(t);
    if (!team_here || !side) return;
    Team* found = teams_.find(*side);
    if (found == nullptr || found->status != TeamStatus::kForming) return;
    TokenIndex begin = signs_.end(t);
    const bool clause = context_.complementizer(begin) != Complementizer::kNone;
    if (clause) ++begin;
    const TokenRange voice = dossier_.clauses().voice(t);
    if (begin >= voice.end) return;
    TokenRange waits = {begin, voice.end};
    if (clause) {
      waits = dossier_.clauses().around(begin, {begin, voice.end});
    } else if (const auto phrases = dossier_.clauses().noun_phrases(begin, voice.end);
               !phrases.empty()) {
      waits = phrases.front();
    }
    if (found->waits_for.empty() || !clause) found->waits_for = waits;
  }

  // --- what is not told

  // لم يحدد من قد يرأس المجموعة.
  void read_withheld(const Statement& statement) {
    if (!dossier_.withheld(statement) || !statement.speaker || statement.content.empty()) return;
    const TokenRange content = statement.content.front().tokens;
    if (content.empty() || !dossier_.tells_of(content.begin)) return;
    const bool names = signs_.any(content, Sign::kName) && signs_.any(content, Sign::kTeam);
    if (!names && !dossier_.leads(content)) return;
    std::optional<ActorIndex> side = dossier_.sides().in(content);
    if (!side) side = dossier_.sides().of(*statement.speaker);
    if (!side) return;
    Team& team = teams_.of(*side, TeamStatus::kForming);
    team.head_withheld = !team.head;
    TeamList::add_evidence(team, dossier_.evidence_of(statement));
  }

  const Dossier& dossier_;
  const Context& context_;
  const Signs& signs_;
  TeamList teams_;
};

}  // namespace

void fill_teams(const Dossier& dossier, Talks& talks) { TeamFiller(dossier, talks).run(); }

}  // namespace musnad
