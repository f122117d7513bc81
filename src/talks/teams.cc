// Who negotiates for each party: heads and members, who named them, what a team waits for, and what
// is not told of it.
#include <algorithm>

#include "talks/dossier.h"

namespace musnad {
namespace {

// Tokens:
constexpr TokenIndex kVerbReach = 6;  // between يرأس and the team, between the team and يضم
constexpr TokenIndex kNounReach = 2;  // between رئيس and the team, between the team and whose it is
constexpr TokenIndex kTeamReach = 16;   // between the team and برئاسة
constexpr TokenIndex kPersonReach = 9;  // between the team and who leads it
constexpr TokenIndex kLeaderReach = 3;  // between who leads and يرأس
constexpr TokenIndex kTitleReach = 8;   // between the begin of a title and a word in it
constexpr TokenIndex kFormReach = 4;    // between تشكل and the team
constexpr TokenIndex kTaskReach = 40;   // between طلب and قيادة المحادثات
constexpr ActorIndex kNobody = UINT32_MAX;

class TeamFiller {
 public:
  TeamFiller(const Dossier& dossier, Talks& talks)
      : dossier_(dossier), context_(dossier.context()), signs_(dossier.signs()), talks_(talks) {}

  void run() {
    for (uint32_t i = 0; i < events().size(); ++i) read_appointment(i);
    for (const Sentence& sentence : dossier_.document().sentences) {
      if (!sentence.tokens.empty() && dossier_.tells_of(sentence.tokens.begin)) {
        read_sentence(sentence.tokens);
      }
    }
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
    Team& team = team_of(*side, done ? TeamStatus::kNamed : TeamStatus::kForming);
    add_evidence(team, {Evidence::Layer::kEvent, index});
    if (!done) return;
    if (by) team.named_by = by;
    for (const Participant& participant : event.participants) {
      if (participant.role == Participant::Role::kMember)
        add_member(team, participant.actor, voice);
    }
  }

  // --- heads, members, changes, conditions, by sentence

  void read_sentence(TokenRange sentence) {
    Team* team = nullptr;
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      Team* told = nullptr;
      if (signs_.at(t, Sign::kHead)) told = read_head(t, sentence);
      if (signs_.at(t, Sign::kTeam) && told == nullptr) told = read_members(t, sentence);
      if (told != nullptr) team = told;
      if (signs_.at(t, Sign::kForm)) read_forming(t, sentence);
    }
    if (team != nullptr && signs_.any(sentence, Sign::kReplace))
      team->status = TeamStatus::kChanged;
  }

  Team* read_head(TokenIndex t, TokenRange sentence) {
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
    Team& team = named_team(*side, t);
    if (!team.head) team.head = head;
    return &team;
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
      named_team(*side, t).named_by = side;
      return;
    }
    Team& forming = team_of(*side, TeamStatus::kForming);
    for (const Evidence evidence : dossier_.evidence_at(t)) add_evidence(forming, evidence);
  }

  // The team or talks that a word for leading governs: يرأس X الوفد, رئيس الوفد, قيادة المحادثات;
  // for برئاسة X the team in front of it.
  TokenIndex team_led(TokenIndex t, TokenRange sentence) const {
    const bool verb = context_.is_finite_verb(t);
    const TokenIndex end = std::min(sentence.end, t + 1 + (verb ? kVerbReach : kNounReach));
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
      if (m >= 0 && is_named_person(m)) return dossier_.document().mentions[m].actor;
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
      if (const auto person = person_at(i)) tasked.push_back(*person);
    }
    std::optional<ActorIndex> by = subject_of(verb, voice);
    if (!by && tasked.size() > 1) by = tasked.front();
    tasked.erase(std::remove(tasked.begin(), tasked.end(), by.value_or(kNobody)), tasked.end());
    if (tasked.empty()) return nullptr;
    std::optional<ActorIndex> side = by ? dossier_.sides().of(*by) : std::nullopt;
    if (!side) side = side_of(team_word, tasked.front(), voice);
    if (!side) return nullptr;
    Team& team = named_team(*side, verb);
    team.named_by = by;
    if (tasked.size() == 1) {
      team.head = tasked.front();
      std::erase_if(team.members, [&](const auto& member) { return member.actor == team.head; });
    } else {
      for (const ActorIndex actor : tasked) add_member(team, actor, voice);
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
    for (const Event& event : events()) {
      if (!event.anchor.contains(verb)) continue;
      for (const Participant& participant : event.participants) {
        if (participant.role == Participant::Role::kSubject) return participant.actor;
      }
    }
    return dossier_.sides().in({voice.begin, verb});
  }

  std::optional<ActorIndex> side_of(TokenIndex team_word, ActorIndex person,
                                    TokenRange range) const {
    const TokenIndex end = std::min(range.end, team_word + kNounReach + 1);
    if (const auto named = dossier_.sides().in({team_word, end})) return named;
    if (const auto own = dossier_.sides().of(person)) return own;
    if (const auto speaking = dossier_.side_speaking_at(team_word)) return speaking;
    return dossier_.sides().in({range.begin, team_word});
  }

  // --- persons

  bool is_named_person(int32_t m) const {
    const Mention& mention = dossier_.document().mentions[m];
    return !mention.name.empty() &&
           dossier_.document().actors[mention.actor].kind == ActorKind::kPerson;
  }

  std::optional<ActorIndex> person_at(TokenIndex t) const {
    const int32_t m = context_.mention_at(t);
    if (m < 0 || !is_named_person(m)) return std::nullopt;
    return dossier_.document().mentions[m].actor;
  }

  // Whose mention begins in front of a token and holds it.
  std::optional<ActorIndex> person_holding(TokenIndex t, TokenRange sentence) const {
    const TokenIndex begin = t > sentence.begin + kTitleReach ? t - kTitleReach : sentence.begin;
    for (TokenIndex i = t + 1; i-- > begin;) {
      const int32_t m = context_.mention_at(i);
      if (m >= 0 && dossier_.document().mentions[m].tokens.contains(t)) return person_at(i);
    }
    return std::nullopt;
  }

  // Who is named from `t` on, a few tokens behind `last` at most, in the same clause.
  std::optional<ActorIndex> person_behind(TokenIndex t, TokenIndex last,
                                          TokenRange sentence) const {
    const TokenIndex end = std::min(sentence.end, last + kPersonReach);
    for (; t < end; ++t) {
      if (context_.complementizer(t) != Complementizer::kNone || context_.is_comma(t)) break;
      if (const auto person = person_at(t)) return person;
    }
    return std::nullopt;
  }

  // يضم الوفد X وY.
  Team* read_members(TokenIndex team_word, TokenRange sentence) {
    const TokenIndex begin = team_word > sentence.begin ? team_word - 1 : team_word;
    const TokenIndex end = std::min(sentence.end, team_word + kVerbReach);
    const auto verb = signs_.first({begin, end}, Sign::kMember);
    if (!verb) return nullptr;
    std::optional<ActorIndex> side =
        dossier_.sides().in({team_word, std::min(sentence.end, team_word + kNounReach + 1)});
    if (!side) side = dossier_.side_speaking_at(team_word);
    if (!side && talks_.teams.size() == 1) side = talks_.teams.front().party;
    if (!side) return nullptr;
    Team& team = named_team(*side, team_word);
    for (TokenIndex t = std::max(*verb, team_word) + 1; t < sentence.end; ++t) {
      if (context_.is_stop(t)) break;
      const auto person = person_at(t);
      if (person && team.head != person) add_member(team, *person, sentence);
    }
    return &team;
  }

  // بعد صدور القرار, بمجرد أن يصوت البرلمان, where a team or its announcement is spoken of.
  void read_wait(TokenIndex t) {
    const TokenRange sentence = context_.sentence_at(t).tokens;
    const bool team_here = signs_.any(sentence, Sign::kTeam) || signs_.any(sentence, Sign::kReveal);
    const std::optional<ActorIndex> side = dossier_.side_speaking_at(t);
    if (!team_here || !side) return;
    const auto found = find_team(*side);
    if (found == talks_.teams.end() || found->status != TeamStatus::kForming) return;
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
    Team& team = team_of(*side, TeamStatus::kForming);
    team.head_withheld = !team.head;
    add_evidence(team, dossier_.evidence_of(statement));
  }

  // --- teams

  std::vector<Team>::iterator find_team(ActorIndex side) {
    return std::find_if(talks_.teams.begin(), talks_.teams.end(),
                        [&](const Team& team) { return team.party == side; });
  }

  // The team of a party; a new one where it has none. A team once named stays so.
  Team& team_of(ActorIndex side, TeamStatus status) {
    const auto found = find_team(side);
    if (found != talks_.teams.end()) {
      if (found->status == TeamStatus::kForming) found->status = status;
      return *found;
    }
    Team& team = talks_.teams.emplace_back();
    team.party = side;
    team.status = status;
    return team;
  }

  Team& named_team(ActorIndex side, TokenIndex t) {
    Team& team = team_of(side, TeamStatus::kNamed);
    for (const Evidence evidence : dossier_.evidence_at(t)) add_evidence(team, evidence);
    return team;
  }

  static void add_evidence(Team& team, Evidence evidence) {
    if (std::find(team.evidence.begin(), team.evidence.end(), evidence) == team.evidence.end()) {
      team.evidence.push_back(evidence);
    }
  }

  // Without the و that joins it to what stands before.
  std::string title_text(TokenRange title) const {
    std::string_view text = dossier_.document().range_text(title);
    constexpr std::string_view kJoint = "و";
    if (context_.word(title.begin).best().has(kWa)) text.remove_prefix(kJoint.size());
    return std::string(text);
  }

  // With the title that the words in front of the name give.
  void add_member(Team& team, ActorIndex actor, TokenRange where) const {
    for (const TeamRecord::Member& member : team.members) {
      if (member.actor == actor) return;
    }
    std::string role;
    for (TokenIndex t = where.begin; t < where.end; ++t) {
      const int32_t m = context_.mention_at(t);
      if (m < 0 || dossier_.document().mentions[m].actor != actor) continue;
      const Mention& mention = dossier_.document().mentions[m];
      if (mention.tokens.begin < mention.name.begin) {
        role = title_text({mention.tokens.begin, mention.name.begin});
      }
      break;
    }
    team.members.push_back({actor, std::move(role)});
  }

  const Dossier& dossier_;
  const Context& context_;
  const Signs& signs_;
  Talks& talks_;
};

}  // namespace

void fill_teams(const Dossier& dossier, Talks& talks) { TeamFiller(dossier, talks).run(); }

}  // namespace musnad
