#include "talks/dossier.h"

#include <algorithm>

namespace musnad {
namespace {

constexpr uint32_t kNearSentences = 3;
constexpr TokenIndex kMostWords = 40;  // of a range that is compared

}  // namespace

Dossier::Dossier(const TalksContext& in, const Negotiation& negotiation, uint32_t index,
                 const std::vector<uint32_t>& by_token,
                 const std::vector<int32_t>& event_by_sentence)
    : in_(in),
      negotiation_(negotiation),
      index_(index),
      by_token_(by_token),
      event_by_sentence_(event_by_sentence),
      sides_(in.document, in.context, negotiation.parties) {}

void Dossier::know(const std::vector<Team>& teams) {
  for (const Team& team : teams) {
    if (team.head) sides_.know(*team.head, team.party);
    for (const TeamRecord::Member& member : team.members) sides_.know(member.actor, team.party);
  }
}

bool Dossier::near_words(TokenIndex t) const {
  const TokenIndex end = context().sentence_at(t).tokens.end;
  const auto& words = negotiation_.words;
  const auto next = std::lower_bound(words.begin(), words.end(), end);
  if (next == words.begin()) return false;
  return context().sentence_of(t) - context().sentence_of(*(next - 1)) <= kNearSentences;
}

bool Dossier::leads(TokenRange range) const {
  return signs().any(range, Sign::kHead) &&
         (signs().any(range, Sign::kTeam) || signs().any(range, Sign::kTalks));
}

const Statement* Dossier::claim_at(TokenIndex t) const {
  const int32_t claim = clauses().claim_at(t);
  return claim < 0 ? nullptr : &document().statements[claim];
}

bool Dossier::withheld(const Statement& statement) const {
  if (statement.polarity == Polarity::kWithheld) return true;
  return !statement.cue.empty() && !statement.content.empty() &&
         signs().at(statement.cue.begin, Sign::kRefuse) &&
         signs().at(statement.content.front().tokens.begin, Sign::kReveal);
}

std::optional<ActorIndex> Dossier::side_speaking_at(TokenIndex t) const {
  const Statement* claim = claim_at(t);
  if (claim == nullptr || !claim->speaker) return std::nullopt;
  return sides_.of(*claim->speaker);
}

Evidence Dossier::evidence_of(const Statement& statement) const {
  return {Evidence::Layer::kStatement,
          static_cast<uint32_t>(&statement - document().statements.data())};
}

std::vector<Evidence> Dossier::evidence_at(TokenIndex t) const {
  if (const Statement* claim = claim_at(t)) return {evidence_of(*claim)};
  int32_t event = event_by_sentence_[context().sentence_of(t)];
  if (event < 0) {  // the talks as last spoken of
    const auto& words = negotiation_.words;
    const auto next = std::lower_bound(words.begin(), words.end(), t);
    const TokenIndex word = next == words.begin() ? words.front() : *(next - 1);
    event = event_by_sentence_[context().sentence_of(word)];
  }
  if (event < 0) return {};
  return {{Evidence::Layer::kEvent, static_cast<uint32_t>(event)}};
}

bool Dossier::is_matter(TokenRange phrase) const {
  if (phrase.empty()) return false;
  const int32_t m = context().mention_at(phrase.begin);
  if (phrase.size() == 1 && m >= 0) {  // talks between others about a state
    const Document& document = context().document();
    const bool state = document.actors[document.mentions[m].actor].kind == ActorKind::kState;
    return state && !sides().in(phrase);
  }
  const Pos pos = context().word(phrase.begin).best().pos;
  const bool noun = pos == Pos::kNoun || pos == Pos::kMasdar || pos == Pos::kUnknown ||
                    pos == Pos::kParticiple || context().is_quote(phrase.begin);
  if (phrase.size() > 1) return noun || pos == Pos::kAdjective;  // آلية المراقبة
  const ActorWord& word = *context().token(phrase.begin).actor;
  return noun && word.state == kNoEntry && !word.is(kQuantifierRole | kHomelandRole);
}

size_t Dossier::shared_words(TokenRange a, TokenRange b, bool names, size_t& least) const {
  using Ids = std::vector<SpellingId>;
  const auto ids = [&](TokenRange range) {
    Ids found;
    for (TokenIndex t = range.begin; t < range.end && found.size() < kMostWords; ++t) {
      const ActorWord& word = *context().token(t).actor;
      const bool name = word.kind == WordClass::kName || word.state != kNoEntry;
      const bool content = word.kind == WordClass::kNoun || word.kind == WordClass::kAdjective ||
                           word.kind == WordClass::kVerb || name;
      if (name && !names) continue;
      if (content && !signs().at(t, Sign::kTalks)) found.push_back(word.lemma);
    }
    return found;
  };
  const Ids x = ids(a), y = ids(b);
  least = std::min(x.size(), y.size());
  return std::count_if(x.begin(), x.end(),
                       [&](SpellingId id) { return std::find(y.begin(), y.end(), id) != y.end(); });
}

bool Dossier::share_words(TokenRange a, TokenRange b) const {
  size_t least = 0;
  return shared_words(a, b, false, least) > 0;
}

bool Dossier::same_words(TokenRange a, TokenRange b) const {
  size_t least = 0;
  const size_t shared = shared_words(a, b, true, least);
  return shared > 0 && shared >= least;
}

}  // namespace musnad
