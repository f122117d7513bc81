// Who negotiates when somebody acts or speaks: the state, government or movement that a minister, a
// spokesman or a delegation stands for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statements/context.h"
#include "text/document.h"

namespace musnad {

// What a folded name and its adjective share: سيراف and سيرافي, نوريا and نوري.
std::string_view nisba_root(std::string_view word);

// The sides of one negotiation. Remembers its answers; what it looks in must outlive it.
class Sides {
 public:
  Sides(const Document& document, const Context& context, const std::vector<ActorIndex>& parties);

  // The party that an actor belongs to: itself, whom it speaks for, or whom its titles name, by
  // name or by adjective (وزير خارجية سيراف, الوزير السيرافي).
  std::optional<ActorIndex> of(ActorIndex actor) const;

  // Notes that somebody belongs to a party: the head of its team.
  void know(ActorIndex actor, ActorIndex party);

  // Whether words name a party.
  bool names(TokenRange tokens, ActorIndex party) const;
  // The party that words name, by name or by adjective: الوفد السيرافي.
  std::optional<ActorIndex> in(TokenRange tokens) const;

  // Whom an actor's words are put down to: a spokesman's to his side, others' to themselves.
  ActorIndex voice_of(ActorIndex actor) const;

 private:
  enum : int32_t { kUnasked = -2, kNone = -1 };

  struct Party {
    ActorIndex actor;
    std::string name;  // folded
  };

  int32_t find(ActorIndex actor) const;
  int32_t find_by_noun(ActorIndex body) const;
  bool names(TokenIndex t, const Party& party) const;

  const Document& document_;
  const Context& context_;
  std::vector<Party> parties_;
  mutable std::vector<int32_t> known_;  // by actor: its party, kNone or kUnasked
};

}  // namespace musnad
