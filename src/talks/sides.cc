#include "talks/sides.h"

#include <algorithm>

#include "actors/cast.h"
#include "actors/coreference.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

constexpr int kLongestChain = 4;  // spokesman, office, government, state

}  // namespace

std::string_view nisba_root(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  if (word.starts_with(kArticle)) word.remove_prefix(kArticle.size());
  for (const std::string_view ending :
       {"يتين", "يتان", "يين", "يون", "يان", "يه", "يا", "ي", "ه", "ا"}) {
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return word;
}

ActorIndex principal_of(Document& document, ActorIndex actor) {
  for (int step = 0; step < kLongestChain && document.actors[actor].behalf; ++step) {
    actor = *document.actors[actor].behalf;
  }
  return state_of_capital(document, actor);
}

std::optional<ActorIndex> Sides::of(ActorIndex actor) const {
  if (known_.size() < document_.actors.size()) known_.resize(document_.actors.size(), kUnasked);
  if (known_[actor] == kUnasked) known_[actor] = find(actor);
  if (known_[actor] == kNone) return std::nullopt;
  return static_cast<ActorIndex>(known_[actor]);
}

int32_t Sides::find(ActorIndex actor) const {
  ActorIndex link = actor;
  for (int step = 0; step <= kLongestChain; ++step) {
    if (std::find(parties_.begin(), parties_.end(), link) != parties_.end()) {
      return static_cast<int32_t>(link);
    }
    if (!document_.actors[link].behalf) break;
    link = *document_.actors[link].behalf;
  }
  for (const ActorIndex named : {actor, link}) {
    for (const TokenIndex place : document_.cast->members[named].places) {
      const int32_t m = context_.mention_at(place);
      if (m < 0 || document_.mentions[m].actor != named) continue;
      if (const auto side = in(document_.mentions[m].tokens)) return static_cast<int32_t>(*side);
    }
  }
  return kNone;
}

std::optional<ActorIndex> Sides::in(TokenRange tokens) const {
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
    const int32_t m = context_.mention_at(t);
    for (const ActorIndex party : parties_) {
      if (m >= 0 && document_.mentions[m].actor == party) return party;
      if (names(t, party)) return party;
    }
  }
  return std::nullopt;
}

ActorIndex Sides::voice_of(ActorIndex actor) const {
  const std::vector<TokenIndex>& places = document_.cast->members[actor].places;
  const bool spokesman = std::any_of(places.begin(), places.end(), [&](TokenIndex place) {
    return document_.tokens[place].actor->is(kSpokesmanRole);
  });
  return spokesman ? of(actor).value_or(actor) : actor;
}

// By an adjective; a party that only its name makes an actor has no mentions, so also by that.
bool Sides::names(TokenIndex t, ActorIndex party) const {
  const ActorWord& word = *context_.token(t).actor;
  if (word.state != kNoEntry) return word.state == document_.cast->members[party].entry;
  if (!word.nisba_shape && word.kind != WordClass::kName) return false;
  const Word& form = context_.word(t);
  const std::string name = fold(document_.actors[party].name);
  if (form.key == name || form.stem(form.best()) == name) return true;
  return word.nisba_shape && nisba_root(form.stem(form.best())) == nisba_root(name);
}

}  // namespace musnad
