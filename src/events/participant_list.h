// Whom the words around an event name or mean, and the participants that they make.
#pragma once

#include <optional>
#include <span>

#include "events/event_mention.h"
#include "morphology/agreement.h"

namespace musnad {

// Those who take part in one mention of an event, while they are being found. Every add… takes the
// role of whom it adds, none where nobody of that kind takes part; it returns whether it knew whom
// to add. May add actors to the document for phrases that no mention covers.
class ParticipantList {
 public:
  using Role = Participant::Role;

  // A mention, or a group of people that no mention stands for (القوات, المتمردون, الطرفان).
  struct Who {
    TokenRange tokens;
    int32_t mention = -1;         // index into Document::mentions, -1: none
    EntryIndex state = kNoEntry;  // whose people they are, where no mention stands for them
  };

  // All must outlive the list.
  ParticipantList(Document& document, const Context& context, const EventLexicon& lexicon,
                  std::span<const EventMention> told, EventMention& mention);

  const Document& document() const { return document_; }
  EventMention& mention() { return mention_; }
  TokenRange sentence() const { return sentence_; }

  // The role behind a link in events of this word; none where it takes nobody in.
  std::optional<Role> role_of(Link link) const {
    return link < kLinks ? mention_.entry->roles[link] : std::nullopt;
  }
  // The link of the preposition at a token, or of the one that it begins with (ب, ل).
  Link link_at(TokenIndex t) const;
  Link clitic_link(TokenIndex t) const;
  Link between() const { return between_; }  // that of بين
  bool behind_preposition(TokenIndex t) const;
  // Whether a token in front is the word of a visit.
  bool tells_of_visit(TokenIndex t) const;
  // كل من, كلا من: what stood in front of it goes on behind it.
  bool is_each_of(TokenIndex t) const;

  // Who is named from a token on.
  std::optional<Who> who_at(TokenIndex t) const;
  bool is_own_state(TokenIndex t) const;  // بلاده
  bool is_pair(TokenIndex t) const;       // البلدين, الجانبان
  bool is_adjective_of_state(TokenIndex t) const;
  bool is_place(const Who& who) const;
  bool is_person(const Who& who) const;
  bool is_object(const Who& who) const;  // الحوثيين: a plural that is no subject
  // Whether a verb or pronoun of this form may stand for an actor.
  bool agrees(ActorIndex actor, Agreement wanted) const;

  void add(const Who& who, std::optional<Role> role);
  void add_mention(int32_t mention, std::optional<Role> role);
  void add_actor(ActorIndex actor, std::optional<Role> role);
  // A mention and those joined to it in front by و.
  void add_group_ending(int32_t mention, std::optional<Role> role);
  // The two who were last named together in front of a token (X و Y), of the kind that the word
  // `dual` tells of: persons are الرئيسان, states الحكومتان. Where nobody is, the two of a contact
  // told close in front.
  bool add_pair(TokenIndex before, TokenIndex dual, std::optional<Role> role);
  // The speaker whose words tell of the event.
  bool add_speaker(std::optional<Role> role);
  // The speaker whose statement the word of the event makes: مطالبا.
  bool add_voice(std::optional<Role> role);
  // Whom a pronoun at a token means: the last person named in the sentence, else the speaker whose
  // words they are, else whoever was named last.
  bool add_antecedents(TokenIndex before, Agreement wanted, std::optional<Role> role);

 private:
  bool is_attribute(const Mention& mention) const;
  ActorIndex actor_without_mention(TokenRange tokens);
  bool is_victim(const Who& who) const;
  bool add_acting(const Who& who, std::optional<Role> role);
  bool add_sender(TokenIndex t, std::optional<Role> role);
  bool add_states_of_pair(TokenIndex dual, std::optional<Role> role);
  void add_owner(TokenRange phrase, std::optional<Role> role);
  bool add_states_in(TokenRange phrase, std::optional<Role> role);
  bool told_by_spokesman(TokenIndex head) const;
  bool can_act(const Mention& mention) const;
  bool may_follow_people(TokenIndex t) const;
  bool is_named(const Who& who) const;
  TokenRange first_of(TokenRange phrase, bool mention) const;
  TokenIndex dual_in(const Who& who) const;
  bool is_anybody(const Who& who) const;
  bool is_people_of_state(TokenIndex t) const;
  TokenIndex joint_of(const Mention& mention) const;
  bool add_two_told_of(TokenIndex before, const ActorWord& dual, std::optional<Role> role);
  bool add_two_states(TokenIndex before, std::optional<Role> role);
  bool add_speaker_as(Agreement wanted, std::optional<Role> role);
  ActorIndex meant_by_we(const Statement& statement);
  void add_meant(int32_t mention, Agreement wanted, std::optional<Role> role);
  int32_t named_before(TokenIndex before, Agreement wanted, bool persons) const;

  Document& document_;
  const Context& context_;
  const EventLexicon& lexicon_;
  std::span<const EventMention> told_;  // the mentions in front
  EventMention& mention_;
  TokenRange sentence_;
  Link between_;
};

}  // namespace musnad
