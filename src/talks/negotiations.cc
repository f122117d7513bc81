#include "talks/negotiations.h"

#include <algorithm>

#include "talks/parties.h"

namespace musnad {
namespace {

constexpr TokenIndex kMediatorReach =
    24;                        // tokens behind a word for talks in which who mediates is named
constexpr int32_t kCall = -2;  // talks on the telephone: a contact
constexpr size_t kMostParties = 64;      // in one article
constexpr size_t kMostNegotiations = 8;  // in one article

size_t shared(const Actors& a, const Actors& b) {
  return std::count_if(a.begin(), a.end(), [&](ActorIndex actor) { return holds(b, actor); });
}

class Finder {
 public:
  explicit Finder(const TalksContext& in)
      : in_(in),
        document_(in.document),
        context_(in.context),
        reader_(in),
        event_at_(context_.size(), -1) {
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
        words_.push_back({t, reader_.read_behind(t)});
    }
    reader_.know(everybody_named());
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

  // Those whom the words around talks name as parties.
  Actors everybody_named() const {
    Actors all;
    for (const auto& [word, parties] : words_) {
      if (all.size() >= kMostParties) break;
      for (const ActorIndex party : parties) add_new(all, party);
    }
    return all;
  }

  // Adds who else must be meant where the words behind it name one party or none.
  void complete(TokenIndex t, Actors& parties) {
    if (parties.size() == 1) reader_.add_subject(t, parties);
    if (parties.size() == 1) reader_.add_speaker(t, parties);
    if (parties.size() < 2 && event_at_[t] >= 0 && last_with(parties) == found_.size()) {
      reader_.add_participants(document_.events[event_at_[t]], parties);
    }
  }

  // --- which negotiation it is

  void place(TokenIndex t, const Actors& parties) {
    const size_t found = parties.size() < 2 ? last_with(parties) : same(parties);
    if (found < found_.size()) {
      for (const ActorIndex party : parties) add_new(found_[found].parties, party);
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
      reader_.add_participants(event, parties);
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
      const TokenIndex end = std::min(in_.clauses.voice(word).end, word + kMediatorReach);
      const auto t = in_.signs.first({word, end}, Sign::kMediate);
      if (!t) continue;
      Actors named;
      reader_.read_list(in_.signs.end(*t), end, named);
      for (const ActorIndex actor : named) add_mediator(actor, negotiation);
    }
  }

  void add_mediators(const Event& event, Negotiation& negotiation) {
    for (const Participant& participant : event.participants) {
      if (participant.role == Participant::Role::kMediator) {
        add_mediator(reader_.party_of(participant.actor), negotiation);
      }
    }
  }

  void add_mediator(ActorIndex actor, Negotiation& negotiation) const {
    if (!negotiation.has_party(actor)) add_new(negotiation.mediators, actor);
  }

  const TalksContext& in_;
  Document& document_;
  const Context& context_;
  PartyReader reader_;
  std::vector<int32_t> event_at_;  // by token: the talks or mediation that it names, or kCall
  std::vector<std::pair<TokenIndex, Actors>> words_;  // for talks, with the parties named there
  std::vector<Negotiation> found_;
  std::vector<std::pair<TokenIndex, Actors>> pending_;  // words whose negotiation comes later
};

}  // namespace

bool Negotiation::has_party(ActorIndex actor) const { return holds(parties, actor); }
bool Negotiation::has_mediator(ActorIndex actor) const { return holds(mediators, actor); }

std::vector<Negotiation> find_negotiations(const TalksContext& in) { return Finder(in).run(); }

std::vector<uint32_t> negotiations_by_token(const Document& document, const Context& context,
                                            const std::vector<Negotiation>& negotiations) {
  std::vector<int32_t> named(document.tokens.size(), -1);
  std::vector<Sides> sides;
  for (size_t i = 0; i < negotiations.size(); ++i) {
    for (const TokenIndex word : negotiations[i].words) named[word] = static_cast<int32_t>(i);
    sides.emplace_back(document, context, negotiations[i].parties);
  }
  // The only one in which those take part who are named in a sentence, -1 where that is none.
  const auto only_one = [&](TokenRange tokens) {
    int32_t only = -1;
    for (size_t i = 0; i < negotiations.size() && negotiations.size() > 1; ++i) {
      for (const ActorIndex party : negotiations[i].parties) {
        const bool shared =
            std::any_of(negotiations.begin(), negotiations.end(), [&](const Negotiation& other) {
              return &other != &negotiations[i] && other.has_party(party);
            });
        if (!shared && sides[i].names(tokens, party)) only = static_cast<int32_t>(i);
      }
    }
    return only;
  };
  std::vector<uint32_t> by_token(document.tokens.size(), 0);
  uint32_t last = 0;
  for (const Sentence& sentence : document.sentences) {
    const TokenRange tokens = sentence.tokens;
    const auto first = std::find_if(named.begin() + tokens.begin, named.begin() + tokens.end,
                                    [](int32_t index) { return index >= 0; });
    const int32_t begun = first != named.begin() + tokens.end ? *first : only_one(tokens);
    if (begun >= 0) last = static_cast<uint32_t>(begun);
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
      if (named[t] >= 0) last = static_cast<uint32_t>(named[t]);
      by_token[t] = last;
    }
  }
  return by_token;
}

}  // namespace musnad
