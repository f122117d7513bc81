// Who negotiates, by the words around a word for talks.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <optional>
#include <string>
#include <vector>

#include "actors/phrase.h"
#include "talks/sides.h"
#include "talks/talks_context.h"

namespace musnad {

// Lists of actors without doubles.
using Actors = std::vector<ActorIndex>;
bool holds(const Actors& actors, ActorIndex actor);
void add_new(Actors& actors, ActorIndex actor);

// Reads in one document and may add actors to it: parties that the earlier stages did not take for
// actors. What it is given must outlive it.
class PartyReader {
 public:
  explicit PartyReader(const TalksContext& in)
      : in_(in), document_(in.document), context_(in.context) {}

  // Whom the words behind a word for talks name: بين X وY, مع Y, the adjectives of states.
  Actors read_behind(TokenIndex t);
  // Those named one after the other from a token on, joined by و. Returns the token behind them.
  TokenIndex read_list(TokenIndex t, TokenIndex end, Actors& parties);

  // Whom else a word for talks must mean where the words behind it name one party: the subject in
  // front of it (تبدأ X محادثات مع Y), the side of whoever speaks of it.
  void add_subject(TokenIndex t, Actors& parties);
  void add_speaker(TokenIndex t, Actors& parties);
  void add_participants(const Event& event, Actors& parties);

  // Tells who is named as a party anywhere: a minister belongs to one of them, if any.
  void know(const Actors& named) { named_.emplace(document_, context_, named); }
  // For whom an actor negotiates: one of those, else the state or body at the end of the chain.
  ActorIndex party_of(ActorIndex actor);

 private:
  using Roots = absl::flat_hash_map<std::string, TokenIndex>;

  ActorIndex state_of_body(ActorIndex body);
  std::optional<ActorIndex> state_at(TokenIndex t);
  TokenRange words_of(ActorIndex actor) const;
  bool holds_office(ActorIndex person) const;
  std::optional<ActorIndex> state_called(std::string_view word);
  const Roots& roots();
  Phrase party_phrase(TokenIndex t) const;
  ActorIndex actor_of(const Phrase& phrase);
  bool names_party(const Phrase& phrase) const;
  std::optional<ActorIndex> subject_at(TokenIndex t);
  bool negotiates(ActorIndex actor);
  bool is_body(TokenIndex t) const;
  bool is_name(TokenIndex t) const;
  bool is_foreign(TokenIndex t) const;
  bool may_be_joined(TokenIndex t) const;
  std::string root_at(TokenIndex t) const;
  ActorIndex named_at(TokenIndex t);

  const TalksContext& in_;
  Document& document_;
  const Context& context_;
  std::optional<Sides> named_;
  std::optional<Roots> roots_;  // built when first asked for
};

}  // namespace musnad
