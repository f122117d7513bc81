#include "talks/sides.h"

#include <algorithm>

#include "actors/cast.h"
#include "actors/coreference.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

constexpr size_t kMostBodies = 64;  // actors among whom a noun alone is looked for
constexpr int kLongestChain = 4;    // spokesman, office, government, state

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

Sides::Sides(const Document& document, const Context& context,
             const std::vector<ActorIndex>& parties)
    : document_(document), context_(context) {
  for (const ActorIndex party : parties) {
    parties_.push_back({party, fold(document.actors[party].name)});
  }
}

std::optional<ActorIndex> Sides::of(ActorIndex actor) const {
  if (known_.size() < document_.actors.size()) known_.resize(document_.actors.size(), kUnasked);
  if (known_[actor] == kUnasked) {
    known_[actor] = kNone;  // for whoever asks in a circle
    const int32_t party = find(actor);
    known_[actor] = party;
  }
  if (known_[actor] == kNone) return std::nullopt;
  return static_cast<ActorIndex>(known_[actor]);
}

int32_t Sides::find(ActorIndex actor) const {
  ActorIndex link = actor;
  for (int step = 0; step <= kLongestChain; ++step) {
    const bool party = std::any_of(parties_.begin(), parties_.end(),
                                   [&](const Party& one) { return one.actor == link; });
    if (party) return static_cast<int32_t>(link);
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
  return find_by_noun(link);
}

// A ministry or government called by its noun alone: the party of the first one of that noun.
int32_t Sides::find_by_noun(ActorIndex body) const {
  const std::string name = fold(document_.actors[body].name);
  constexpr std::string_view kArticle = "ال";
  if (!name.starts_with(kArticle) || name.find(' ') != std::string::npos) return kNone;
  const std::string noun = name.substr(kArticle.size()) + " ";
  const size_t end = std::min(document_.actors.size(), kMostBodies);
  for (ActorIndex other = 0; other < end; ++other) {
    const bool longer = document_.actors[other].kind == ActorKind::kOrganization &&
                        fold(document_.actors[other].name).starts_with(noun);
    if (!longer) continue;
    if (const auto side = of(other)) return static_cast<int32_t>(*side);
  }
  return kNone;
}

void Sides::know(ActorIndex actor, ActorIndex party) {
  if (!of(actor)) known_[actor] = static_cast<int32_t>(party);
}

bool Sides::names(TokenRange tokens, ActorIndex party) const {
  const auto wanted = std::find_if(parties_.begin(), parties_.end(),
                                   [&](const Party& one) { return one.actor == party; });
  if (wanted == parties_.end()) return false;
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
    if (names(t, *wanted)) return true;
  }
  return false;
}

std::optional<ActorIndex> Sides::in(TokenRange tokens) const {
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
    for (const Party& party : parties_) {
      if (names(t, party)) return party.actor;
    }
  }
  return std::nullopt;
}

ActorIndex Sides::voice_of(ActorIndex actor) const {
  const auto& places = document_.cast->members[actor].places;
  const bool spokesman = std::any_of(places.begin(), places.end(), [&](TokenIndex place) {
    return document_.tokens[place].actor->is(kSpokesmanRole);
  });
  return spokesman ? of(actor).value_or(actor) : actor;
}

// By a mention or an adjective; a party that only its name makes an actor has no mentions, so also
// by that.
bool Sides::names(TokenIndex t, const Party& party) const {
  const int32_t m = context_.mention_at(t);
  if (m >= 0 && document_.mentions[m].actor == party.actor) return true;
  const ActorWord& word = *context_.token(t).actor;
  if (word.state != kNoEntry) return word.state == document_.cast->members[party.actor].entry;
  if (!word.nisba_shape && word.kind != WordClass::kName) return false;
  const Word& form = context_.word(t);
  if (form.key == party.name || form.stem(form.best()) == party.name) return true;
  return word.nisba_shape && nisba_root(form.stem(form.best())) == nisba_root(party.name);
}

}  // namespace musnad
