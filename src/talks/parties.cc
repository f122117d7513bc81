#include "talks/parties.h"

#include <algorithm>

#include "actors/cast.h"
#include "actors/coreference.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

constexpr TokenIndex kPartyReach = 24;  // tokens behind or in front of a word for talks

}  // namespace

bool holds(const Actors& actors, ActorIndex actor) {
  return std::find(actors.begin(), actors.end(), actor) != actors.end();
}

void add_new(Actors& actors, ActorIndex actor) {
  if (!holds(actors, actor)) actors.push_back(actor);
}

ActorIndex PartyReader::party_of(ActorIndex actor) {
  const std::optional<ActorIndex> named = named_ ? named_->of(actor) : std::nullopt;
  return named ? *named : state_of_body(principal_of(document_, actor));
}

// The state or union in whose name a government or an official acts: called so in its phrase
// (الرئاسة النورية, خارجية دول الاتحاد), or by the adjective in its titles.
ActorIndex PartyReader::state_of_body(ActorIndex body) {
  if (document_.actors[body].kind == ActorKind::kState) return body;
  const EntryIndex known = document_.cast->members[body].entry;
  const bool person = document_.actors[body].kind == ActorKind::kPerson;
  if (person && known != kNoEntry && context_.actors().entry(known).state != kNoEntry) {
    return actor_for_state(document_, context_.actors().entry(known).state);
  }
  const TokenRange phrase = words_of(body);
  if (person ? !holds_office(body) : !in_.signs.any(phrase, Sign::kGovernment)) return body;
  for (TokenIndex t = phrase.begin; t < phrase.end; ++t) {
    if (const auto state = state_at(t); state && *state != body) return *state;
  }
  std::vector<std::string> names = document_.actors[body].titles;
  names.push_back(document_.actors[body].name);
  for (const std::string& name : names) {
    const size_t space = name.rfind(' ');
    if (space == std::string::npos) continue;
    if (const auto state = state_called(fold(std::string_view(name).substr(space + 1)))) {
      return *state;
    }
  }
  return body;
}

// The state whose adjective a token is, or the state or union whose name begins there.
std::optional<ActorIndex> PartyReader::state_at(TokenIndex t) {
  const ActorWord& word = *context_.token(t).actor;
  if (word.state != kNoEntry) return actor_for_state(document_, word.state);
  const EntryMatch match = match_entry(document_, t);
  if (match.entry == kNoEntry) return std::nullopt;
  const RegisterEntry& entry = context_.actors().entry(match.entry);
  if (entry.state != kNoEntry && entry.kind == EntryKind::kCapital) {
    return actor_for_state(document_, entry.state);
  }
  const bool acts = entry.kind == EntryKind::kState || (entry.kinds & (kIgoBody | kBlocBody)) != 0;
  return acts ? std::optional(actor_for_state(document_, match.entry)) : std::nullopt;
}

// The phrase by which an actor is called first.
TokenRange PartyReader::words_of(ActorIndex actor) const {
  const auto& places = document_.cast->members[actor].places;
  if (places.empty()) return {};
  const int32_t m = context_.mention_at(places.front());
  if (m >= 0 && document_.mentions[m].actor == actor) return document_.mentions[m].tokens;
  return parse_single_phrase(document_, context_.actors(), places.front()).tokens;
}

bool PartyReader::holds_office(ActorIndex person) const {
  constexpr uint32_t kOffices = kOfficeRole | kOfficialRole | kSpokesmanRole | kEnvoyRole;
  const auto& places = document_.cast->members[person].places;
  return std::any_of(places.begin(), places.end(), [&](TokenIndex place) {
    const int32_t m = context_.mention_at(place);
    if (m < 0 || document_.mentions[m].actor != person) return false;
    const TokenRange tokens = document_.mentions[m].tokens;
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
      if (context_.token(t).actor->is(kOffices)) return true;
    }
    return false;
  });
}

// The state of a folded adjective, or of a name that no table knows.
std::optional<ActorIndex> PartyReader::state_called(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  if (word.starts_with(kArticle)) word.remove_prefix(kArticle.size());
  const EntryIndex state = context_.actors().state_of_adjective(word);
  if (state != kNoEntry) return actor_for_state(document_, state);
  const auto found = roots().find(lookup_key(nisba_root(word)));
  if (found == roots().end()) return std::nullopt;
  return named_at(found->second);
}

// Words that look like names and that the text tells of twice, as names or by their adjectives:
// by what they share with those, their first place.
const PartyReader::Roots& PartyReader::roots() {
  if (roots_) return *roots_;
  roots_.emplace();
  std::vector<bool> person(context_.size(), false);
  for (const Mention& mention : document_.mentions) {
    if (document_.actors[mention.actor].kind != ActorKind::kPerson) continue;
    std::fill(person.begin() + mention.name.begin, person.begin() + mention.name.end, true);
  }
  absl::flat_hash_map<std::string, uint32_t> told;
  for (TokenIndex t = 0; t < context_.size(); ++t) {
    const ActorWord& word = *context_.token(t).actor;
    if (person[t] || word.joined() || word.prefixed()) continue;
    const bool name = is_foreign(t);
    if (!name && !(word.nisba_shape && word.has(kAl))) continue;
    ++told[root_at(t)];
    if (name) roots_->try_emplace(root_at(t), t);
  }
  for (auto it = roots_->begin(); it != roots_->end();) {
    told[it->first] < 2 ? roots_->erase(it++) : void(++it);
  }
  return *roots_;
}

Actors PartyReader::read_behind(TokenIndex t) {
  Actors parties;
  const TokenIndex end = std::min(context_.sentence_at(t).tokens.end, t + kPartyReach);
  bool adjectives = true;
  for (TokenIndex next = in_.signs.end(t); next < end; ++next) {
    const Analysis& best = context_.word(next).best();
    if (context_.is_stop(next) || context_.complementizer(next) != Complementizer::kNone) break;
    if (best.pos == Pos::kRelative || in_.signs.at(next, Sign::kAbout)) break;
    const ActorWord& word = *context_.token(next).actor;
    adjectives = adjectives && (best.pos == Pos::kAdjective || word.nisba_shape);
    if (adjectives && word.state != kNoEntry) {
      add_new(parties, actor_for_state(document_, word.state));
    } else if (word.joints & (kJoinBayn | kJoinMaa)) {
      next = read_list(next + 1, end, parties) - 1;
    } else if (best.pos == Pos::kVerb) {
      break;
    }
  }
  return parties;
}

TokenIndex PartyReader::read_list(TokenIndex t, TokenIndex end, Actors& parties) {
  for (bool first = true; t < end; first = false) {
    if (!first && !context_.word(t).best().has(kWa) && !may_be_joined(t)) return t;
    const Phrase phrase = party_phrase(t);
    if (phrase.tokens.empty()) return t;
    if (names_party(phrase)) {
      const ActorIndex party = party_of(actor_of(phrase));
      if (negotiates(party)) add_new(parties, party);
    }
    t = phrase.tokens.end;
  }
  return t;
}

// A phrase without names that و joins to it, or a word that looks like a name.
Phrase PartyReader::party_phrase(TokenIndex t) const {
  Phrase phrase = parse_single_phrase(document_, context_.actors(), t);
  if (phrase.tokens.empty() && is_name(t)) phrase.tokens = {t, t + 1};
  if (phrase.entry != kNoEntry) return phrase;
  for (TokenIndex i = t + 1; i < phrase.tokens.end; ++i) {
    if (!may_be_joined(i)) continue;
    Phrase first;
    first.tokens = {t, i};
    first.head = PhraseHead::kOther;
    return first;
  }
  return phrase;
}

ActorIndex PartyReader::actor_of(const Phrase& phrase) {
  if (!may_be_joined(phrase.tokens.begin) || phrase.entry != kNoEntry) {
    return actor_for_single_phrase(document_, phrase);
  }
  constexpr std::string_view kJoint = "و";
  const std::string_view word =
      std::string_view(context_.word(phrase.tokens.begin).key).substr(kJoint.size());
  const auto alone = roots().find(lookup_key(nisba_root(word)));
  if (alone != roots().end()) return named_at(alone->second);
  const ActorIndex actor = actor_for_single_phrase(document_, phrase);
  std::string& name = document_.actors[actor].name;
  if (name.starts_with(kJoint)) name.erase(0, kJoint.size());
  return actor;
}

// Not الطرفين, البلدين, which are named elsewhere, and not مسؤولين, خبراء.
bool PartyReader::names_party(const Phrase& phrase) const {
  const ActorWord& word = *context_.token(phrase.tokens.begin).actor;
  if (phrase.head == PhraseHead::kEntry || phrase.head == PhraseHead::kPerson) return true;
  if (word.number == Number::kDual && word.has(kAl)) return false;
  return phrase.definite || word.kind != WordClass::kNoun || word.number != Number::kPlural;
}

// و in front of a name that no table knows is read as its first letter.
bool PartyReader::may_be_joined(TokenIndex t) const {
  return context_.word(t).key.starts_with("و") && is_name(t);
}

bool PartyReader::is_name(TokenIndex t) const {
  return context_.token(t).kind == TokenKind::kWord &&
         context_.token(t).actor->kind == WordClass::kName;
}

// A name without article and of nobody: as states are called that no table knows.
bool PartyReader::is_foreign(TokenIndex t) const {
  const ActorWord& word = *context_.token(t).actor;
  return is_name(t) && !word.has(kAl) && !word.is(kGivenNameRole);
}

// تبدأ X محادثات مع Y: the first one named in front of the word, not behind a preposition.
void PartyReader::add_subject(TokenIndex t, Actors& parties) {
  const TokenRange voice = in_.clauses.voice(t);
  for (TokenIndex i = t > voice.begin + kPartyReach ? t - kPartyReach : voice.begin; i < t; ++i) {
    if (context_.has_preposition_clitic(i)) continue;
    if (i > voice.begin && context_.is_preposition(i - 1)) continue;
    const int32_t m = context_.mention_at(i);
    const std::optional<ActorIndex> named = subject_at(i);
    if (named && !holds(parties, *named) && negotiates(*named)) {
      parties.insert(parties.begin(), *named);
      return;
    }
    if (m >= 0) i = document_.mentions[m].tokens.end - 1;
  }
}

std::optional<ActorIndex> PartyReader::subject_at(TokenIndex t) {
  const int32_t m = context_.mention_at(t);
  if (m >= 0) return party_of(document_.mentions[m].actor);
  if (is_name(t) && roots().contains(root_at(t))) return named_at(t);
  if (!is_body(t)) return std::nullopt;
  const Phrase body = parse_single_phrase(document_, context_.actors(), t);
  return party_of(actor_for_single_phrase(document_, body));
}

// الحكومة, الحركة: known from before, or to every reader of the paper.
bool PartyReader::is_body(TokenIndex t) const {
  const ActorWord& word = *context_.token(t).actor;
  return word.has(kAl) && word.is(kBodyRole | kPartyRole | kForceRole) &&
         !parse_single_phrase(document_, context_.actors(), t).tokens.empty();
}

std::string PartyReader::root_at(TokenIndex t) const {
  const Word& form = context_.word(t);
  return std::string(nisba_root(form.stem(form.best())));
}

ActorIndex PartyReader::named_at(TokenIndex t) {
  if (context_.token(t).actor->state == kNoEntry) {
    if (const auto state = state_at(t)) return *state;
  }
  Phrase phrase;
  phrase.tokens = {t, t + 1};
  phrase.head = PhraseHead::kOther;
  return actor_for_single_phrase(document_, phrase);
}

// المحادثات مع Y, as somebody of X says.
void PartyReader::add_speaker(TokenIndex t, Actors& parties) {
  const int32_t claim = in_.clauses.claim_at(t);
  if (claim < 0) return;
  const std::optional<ActorIndex> speaker = document_.statements[claim].speaker;
  if (!speaker || !negotiates(party_of(*speaker))) return;
  if (!holds(parties, party_of(*speaker))) parties.insert(parties.begin(), party_of(*speaker));
}

void PartyReader::add_participants(const Event& event, Actors& parties) {
  for (const Participant& participant : event.participants) {
    const ActorIndex party = party_of(participant.actor);
    if (participant.role != Participant::Role::kMediator && negotiates(party)) {
      add_new(parties, party);
    }
  }
}

// A state, an organization of the register, a body that the table takes for a side, who holds an
// office; or a name that only this text knows.
bool PartyReader::negotiates(ActorIndex actor) {
  const Actor& a = document_.actors[actor];
  if (a.kind == ActorKind::kState) return true;
  if (a.outlet) return false;
  const EntryIndex entry = document_.cast->members[actor].entry;
  if (a.kind == ActorKind::kPlace && entry != kNoEntry) return false;
  if (entry != kNoEntry && a.kind != ActorKind::kPerson) {
    return (context_.actors().entry(entry).kinds & kCompanyBody) == 0;
  }
  if (a.kind == ActorKind::kPerson && (entry != kNoEntry || holds_office(actor))) return true;
  const TokenRange phrase = words_of(actor);
  if (!phrase.empty() && in_.signs.at(phrase.begin, Sign::kSide)) return true;
  if (a.name.find(' ') != std::string::npos) return false;
  return roots().contains(std::string(nisba_root(fold(a.name)))) ||
         (a.kind == ActorKind::kUnnamed && !phrase.empty() && is_foreign(phrase.begin));
}

}  // namespace musnad
