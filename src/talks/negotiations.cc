#include "talks/negotiations.h"

#include <absl/container/flat_hash_map.h>

#include <algorithm>

#include "actors/coreference.h"
#include "actors/phrase.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

using Actors = std::vector<ActorIndex>;
using Roots = absl::flat_hash_map<std::string, TokenIndex>;

constexpr TokenIndex kReach = 24;        // tokens behind the word in which who takes part is sought
constexpr int32_t kCall = -2;            // talks on the telephone: a contact
constexpr size_t kMostNegotiations = 8;  // in one article

bool holds(const Actors& actors, ActorIndex actor) {
  return std::find(actors.begin(), actors.end(), actor) != actors.end();
}

void add(Actors& actors, ActorIndex actor) {
  if (!holds(actors, actor)) actors.push_back(actor);
}

size_t shared(const Actors& a, const Actors& b) {
  return std::count_if(a.begin(), a.end(), [&](ActorIndex actor) { return holds(b, actor); });
}

class Finder {
 public:
  explicit Finder(const TalksContext& in)
      : in_(in), document_(in.document), context_(in.context), event_at_(context_.size(), -1) {
    for (size_t i = 0; i < document_.events.size(); ++i) {
      const EventType type = document_.events[i].type;
      if (type == EventType::kCall) note(document_.events[i], kCall);
      if (type == EventType::kNegotiate || type == EventType::kMediate) {
        note(document_.events[i], static_cast<int32_t>(i));
      }
    }
  }

  std::vector<Negotiation> run() {
    for (TokenIndex t = 0; t < context_.size(); ++t) {
      if (in_.signs.at(t, Sign::kTalks) && event_at_[t] != kCall)
        words_.push_back({t, read_behind(t)});
    }
    named_.emplace(document_, context_, everybody_named());
    for (auto& [word, parties] : words_) {
      complete(word, parties);
      place(word, parties);
    }
    if (found_.empty()) place_by_agreement();
    for (const auto& [word, parties] : pending_) {
      const size_t found = last_with(parties);
      if (found < found_.size()) found_[found].words.push_back(word);
    }
    for (Negotiation& negotiation : found_) {
      std::sort(negotiation.words.begin(), negotiation.words.end());
      find_mediators(negotiation);
    }
    return std::move(found_);
  }

 private:
  void note(const Event& event, int32_t value) {
    event_at_[event.anchor.begin] = value;
    for (const TokenRange mention : event.mentions) event_at_[mention.begin] = value;
  }

  // Those whom the words around talks name as parties: a minister belongs to one of them, if any.
  Actors everybody_named() const {
    Actors all;
    for (const auto& [word, parties] : words_) {
      for (const ActorIndex party : parties) add(all, party);
    }
    return all;
  }

  ActorIndex party_of(ActorIndex actor) {
    const std::optional<ActorIndex> named = named_ ? named_->of(actor) : std::nullopt;
    return named ? *named : state_of_body(principal_of(document_, actor));
  }

  // The state in whose name a body or an official acts: by the adjective in its name or titles
  // (الرئاسة النورية), or by the name in which they end (حكومة سيراف).
  ActorIndex state_of_body(ActorIndex body) {
    const Actor& actor = document_.actors[body];
    if (actor.kind == ActorKind::kState || actor.kind == ActorKind::kPlace) return body;
    std::vector<std::string> phrases = actor.titles;
    if (actor.kind != ActorKind::kPerson) phrases.push_back(actor.name);
    for (const std::string& phrase : phrases) {
      const size_t space = phrase.rfind(' ');
      if (space == std::string::npos) continue;
      if (const auto state = state_called(fold(std::string_view(phrase).substr(space + 1)))) {
        return *state;
      }
    }
    return body;
  }

  // The state of a folded adjective, or of a name that no table knows.
  std::optional<ActorIndex> state_called(std::string_view word) {
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
  const Roots& roots() {
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
      const bool name = is_name(t) && !word.has(kAl) && !word.is(kGivenNameRole);
      if (!name && !(word.nisba_shape && word.has(kAl))) continue;
      ++told[root_at(t)];
      if (name) roots_->try_emplace(root_at(t), t);
    }
    for (auto it = roots_->begin(); it != roots_->end();) {
      told[it->first] < 2 ? roots_->erase(it++) : void(++it);
    }
    return *roots_;
  }

  // --- who negotiates, by the words around one word for talks

  // Adds who else must be meant where the words behind it name one party or none.
  void complete(TokenIndex t, Actors& parties) {
    if (parties.size() == 1) add_subject(t, parties);
    if (parties.size() == 1) add_other_side(t, parties);
    if (parties.size() < 2 && event_at_[t] >= 0 && last_with(parties) == found_.size()) {
      add_participants(document_.events[event_at_[t]], parties);
    }
  }

  // بين X وY, مع Y, and the adjectives of states right behind the word.
  Actors read_behind(TokenIndex t) {
    Actors parties;
    const TokenIndex end = std::min(context_.sentence_at(t).tokens.end, t + kReach);
    bool adjectives = true;
    for (TokenIndex next = in_.signs.end(t); next < end; ++next) {
      const Analysis& best = context_.word(next).best();
      if (context_.is_stop(next) || context_.complementizer(next) != Complementizer::kNone) break;
      if (best.pos == Pos::kRelative || in_.signs.at(next, Sign::kAbout)) break;
      const ActorWord& word = *context_.token(next).actor;
      adjectives = adjectives && (best.pos == Pos::kAdjective || word.nisba_shape);
      if (adjectives && word.state != kNoEntry) {
        add(parties, actor_for_state(document_, word.state));
      } else if (word.joints & (kJoinBayn | kJoinMaa)) {
        next = read_list(next + 1, end, parties) - 1;
      } else if (best.pos == Pos::kVerb) {
        break;
      }
    }
    return parties;
  }

  // Those named one after the other, joined by و. Returns the token behind them.
  TokenIndex read_list(TokenIndex t, TokenIndex end, Actors& parties) {
    for (bool first = true; t < end; first = false) {
      if (!first && !context_.word(t).best().has(kWa) && !may_be_joined(t)) return t;
      Phrase phrase = parse_single_phrase(document_, context_.actors(), t);
      if (phrase.tokens.empty() && is_name(t)) phrase.tokens = {t, t + 1};
      if (phrase.tokens.empty()) return t;
      if (names_party(phrase)) add(parties, party_of(actor_for_single_phrase(document_, phrase)));
      t = phrase.tokens.end;
    }
    return t;
  }

  // Not الطرفين, البلدين, which are named elsewhere, and not مسؤولين, خبراء.
  bool names_party(const Phrase& phrase) const {
    const ActorWord& word = *context_.token(phrase.tokens.begin).actor;
    if (phrase.head == PhraseHead::kEntry || phrase.head == PhraseHead::kPerson) return true;
    if (word.number == Number::kDual && word.has(kAl)) return false;
    return phrase.definite || word.kind != WordClass::kNoun || word.number != Number::kPlural;
  }

  // و in front of a name that no table knows is read as its first letter.
  bool may_be_joined(TokenIndex t) const {
    return context_.word(t).key.starts_with("و") && is_name(t);
  }

  bool is_name(TokenIndex t) const {
    return context_.token(t).kind == TokenKind::kWord &&
           context_.token(t).actor->kind == WordClass::kName;
  }

  // تبدأ X محادثات مع Y: the first one named in front of the word, not behind a preposition.
  void add_subject(TokenIndex t, Actors& parties) {
    const TokenRange voice = in_.clauses.voice(t);
    for (TokenIndex i = t > voice.begin + kReach ? t - kReach : voice.begin; i < t; ++i) {
      if (context_.has_preposition_clitic(i)) continue;
      if (i > voice.begin && context_.is_preposition(i - 1)) continue;
      const int32_t m = context_.mention_at(i);
      if (m < 0 && !(is_name(i) && roots().contains(root_at(i)))) continue;
      const ActorIndex party = party_of(m >= 0 ? document_.mentions[m].actor : named_at(i));
      if (!holds(parties, party) && (m < 0 || negotiates(party))) {
        parties.insert(parties.begin(), party);
        return;
      }
      if (m >= 0) i = document_.mentions[m].tokens.end - 1;
    }
  }

  std::string root_at(TokenIndex t) const {
    const Word& form = context_.word(t);
    return std::string(nisba_root(form.stem(form.best())));
  }

  ActorIndex named_at(TokenIndex t) {
    Phrase phrase;
    phrase.tokens = {t, t + 1};
    phrase.head = PhraseHead::kOther;
    return actor_for_single_phrase(document_, phrase);
  }

  // المحادثات مع Y, as somebody of X says.
  void add_other_side(TokenIndex t, Actors& parties) {
    const int32_t claim = in_.clauses.claim_at(t);
    if (claim < 0) return;
    const std::optional<ActorIndex> speaker = document_.statements[claim].speaker;
    if (!speaker || !negotiates(party_of(*speaker))) return;
    if (!holds(parties, party_of(*speaker))) parties.insert(parties.begin(), party_of(*speaker));
  }

  void add_participants(const Event& event, Actors& parties) {
    for (const Participant& participant : event.participants) {
      const ActorIndex party = party_of(participant.actor);
      if (participant.role != Participant::Role::kMediator && negotiates(party)) {
        add(parties, party);
      }
    }
  }

  // A state, an organization or a group, not a person or "sources".
  bool negotiates(ActorIndex actor) const {
    const Actor& a = document_.actors[actor];
    return !a.outlet && a.kind != ActorKind::kPerson && a.kind != ActorKind::kUnnamed &&
           a.kind != ActorKind::kPlace;
  }

  // --- which negotiation it is

  void place(TokenIndex t, const Actors& parties) {
    const size_t found = parties.size() < 2 ? last_with(parties) : same(parties);
    if (found < found_.size()) {
      for (const ActorIndex party : parties) add(found_[found].parties, party);
      found_[found].words.push_back(t);
    } else if (parties.size() < 2) {
      pending_.push_back({t, parties});
    } else if (found_.size() < kMostNegotiations) {
      found_.push_back({.parties = parties, .mediators = {}, .words = {t}});
    }
  }

  // Who signs an agreement has negotiated it.
  void place_by_agreement() {
    for (const Event& event : document_.events) {
      if (event.type != EventType::kAgree && event.type != EventType::kCeasefire) continue;
      Actors parties;
      add_participants(event, parties);
      if (parties.size() < 2) continue;
      found_.push_back({.parties = parties, .mediators = {}, .words = {event.anchor.begin}});
      return;
    }
  }

  // One with two of `parties`; found_.size() for none.
  size_t same(const Actors& parties) const {
    size_t i = 0;
    while (i < found_.size() && shared(parties, found_[i].parties) < 2) ++i;
    return i;
  }

  // The one spoken of last in which all of `parties` take part; found_.size() for none.
  size_t last_with(const Actors& parties) const {
    size_t last = found_.size();
    for (size_t i = 0; i < found_.size(); ++i) {
      if (shared(parties, found_[i].parties) < parties.size()) continue;
      if (last == found_.size() || found_[last].words.back() < found_[i].words.back()) last = i;
    }
    return last;
  }

  // --- who mediates

  void find_mediators(Negotiation& negotiation) {
    for (const TokenIndex word : negotiation.words) {
      if (event_at_[word] >= 0) add_mediators(document_.events[event_at_[word]], negotiation);
      const TokenIndex end = std::min(in_.clauses.voice(word).end, word + kReach);
      const auto t = in_.signs.first({word, end}, Sign::kMediate);
      if (!t) continue;
      Actors named;
      read_list(in_.signs.end(*t), end, named);
      for (const ActorIndex actor : named) add_mediator(actor, negotiation);
    }
  }

  void add_mediators(const Event& event, Negotiation& negotiation) {
    for (const Participant& participant : event.participants) {
      if (participant.role == Participant::Role::kMediator) {
        add_mediator(party_of(participant.actor), negotiation);
      }
    }
  }

  void add_mediator(ActorIndex actor, Negotiation& negotiation) const {
    if (!negotiation.has_party(actor)) add(negotiation.mediators, actor);
  }

  const TalksContext& in_;
  Document& document_;
  const Context& context_;
  std::vector<int32_t> event_at_;  // by token: the talks or mediation that it names, or kCall
  std::vector<std::pair<TokenIndex, Actors>> words_;  // for talks, with the parties named there
  std::optional<Sides> named_;                        // of all those parties
  std::optional<Roots> roots_;
  std::vector<Negotiation> found_;
  std::vector<std::pair<TokenIndex, Actors>> pending_;  // words whose negotiation comes later
};

}  // namespace

bool Negotiation::has_party(ActorIndex actor) const { return holds(parties, actor); }
bool Negotiation::has_mediator(ActorIndex actor) const { return holds(mediators, actor); }

std::vector<Negotiation> find_negotiations(const TalksContext& in) { return Finder(in).run(); }

std::vector<uint32_t> negotiations_by_token(const Document& document,
                                            const std::vector<Negotiation>& negotiations) {
  std::vector<int32_t> named(document.tokens.size(), -1);
  for (size_t i = 0; i < negotiations.size(); ++i) {
    for (const TokenIndex word : negotiations[i].words) named[word] = static_cast<int32_t>(i);
  }
  std::vector<uint32_t> by_token(document.tokens.size(), 0);
  uint32_t last = 0;
  for (const Sentence& sentence : document.sentences) {
    const TokenRange tokens = sentence.tokens;
    const auto first = std::find_if(named.begin() + tokens.begin, named.begin() + tokens.end,
                                    [](int32_t index) { return index >= 0; });
    if (first != named.begin() + tokens.end) last = static_cast<uint32_t>(*first);
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
      if (named[t] >= 0) last = static_cast<uint32_t>(named[t]);
      by_token[t] = last;
    }
  }
  return by_token;
}

}  // namespace musnad
