// What the steps that fill the dossier of one negotiation share.
#pragma once

#include <optional>
#include <vector>

#include "talks/negotiations.h"
#include "talks/sides.h"
#include "text/document.h"

namespace musnad {

// One negotiation of an article. What it refers to must outlive it.
class Dossier {
 public:
  Dossier(const TalksContext& in, const Negotiation& negotiation, uint32_t index,
          const std::vector<uint32_t>& by_token, const std::vector<int32_t>& event_by_sentence);

  const Document& document() const { return in_.document; }
  const Context& context() const { return in_.context; }
  const Signs& signs() const { return in_.signs; }
  const Clauses& clauses() const { return in_.clauses; }
  const Negotiation& negotiation() const { return negotiation_; }
  const Sides& sides() const { return sides_; }

  // Heads and members of teams speak for their party from now on.
  void know(const std::vector<Team>& teams);

  // Whether the article speaks of this negotiation at a token.
  bool tells_of(TokenIndex t) const { return by_token_[t] == index_; }
  // Whether it spoke of the talks themselves in that sentence or shortly before it.
  bool near_words(TokenIndex t) const;
  // Whether words speak of leading a team or talks: قيادة المحادثات, رئاسة الوفد.
  bool leads(TokenRange range) const;

  // The statement whose claim a token is, null for the article's own words.
  const Statement* claim_at(TokenIndex t) const;
  // Whether a speaker does not tell the content: لم يحدد, رفض الكشف عن.
  bool withheld(const Statement& statement) const;
  // The party for which the speaker at a token speaks.
  std::optional<ActorIndex> side_speaking_at(TokenIndex t) const;
  // The statement whose claim a token is, else an event that its sentence tells of, else the talks
  // as they were spoken of last.
  std::vector<Evidence> evidence_at(TokenIndex t) const;
  Evidence evidence_of(const Statement& statement) const;

  // Whether a phrase can be what is talked of: it begins with a noun, and is no state or number
  // alone.
  bool is_matter(TokenRange phrase) const;
  // Whether two ranges have a word in common, however inflected, that is no name (of two states
  // much is told), or the words of one are all in the other.
  bool share_words(TokenRange a, TokenRange b) const;
  bool same_words(TokenRange a, TokenRange b) const;

 private:
  size_t shared_words(TokenRange a, TokenRange b, bool names, size_t& least) const;

  const TalksContext& in_;
  const Negotiation& negotiation_;
  const uint32_t index_;
  const std::vector<uint32_t>& by_token_;
  const std::vector<int32_t>& event_by_sentence_;
  Sides sides_;
};

// The steps. Each fills its part of `talks`.
void fill_status(const Dossier& dossier, Talks& talks);
void fill_teams(const Dossier& dossier, Talks& talks);
void fill_mediators(const Dossier& dossier, Talks& talks);  // needs the teams
void fill_agenda(const Dossier& dossier, Talks& talks);
void fill_positions(const Dossier& dossier, Talks& talks);
void fill_contacts(const Dossier& dossier, Talks& talks);
void fill_open_matters(const Dossier& dossier, Talks& talks);

}  // namespace musnad
