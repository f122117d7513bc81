// What each party demands, refuses, offers, and on which conditions.
#include <algorithm>

#include "talks/dossier.h"

namespace musnad {
namespace {

constexpr TokenIndex kHolderReach = 5;  // tokens behind a verb in which its subject is named

class PositionFiller {
 public:
  PositionFiller(const Dossier& dossier, Talks& talks)
      : dossier_(dossier), context_(dossier.context()), signs_(dossier.signs()), talks_(talks) {}

  void run() {
    for (TokenIndex t = 0; t < context_.size(); ++t) {
      if (dossier_.tells_of(t)) read_word(t);
    }
    for (const Statement& statement : dossier_.document().statements) read_statement(statement);
    std::stable_sort(talks_.positions.begin(), talks_.positions.end(),
                     [](const Talks::Position& a, const Talks::Position& b) {
                       return a.position.begin < b.position.begin;
                     });
  }

 private:
  // A clause with a word that demands, refuses or ties.
  void read_word(TokenIndex t) {
    const bool refuses = refuses_at(t) || declines(t);
    const bool ties =
        signs_.at(t, Sign::kCondition) || signs_.at(t, Sign::kLink) || signs_.at(t, Sign::kConfine);
    const bool wants = signs_.at(t, Sign::kMust) || signs_.at(t, Sign::kIf);
    if (dossier_.claim_at(t) == nullptr && !refuses) return;
    if ((!refuses && !ties && !wants) || !dossier_.near_words(t)) return;
    const TokenRange clause = dossier_.clauses().around(t, dossier_.clauses().voice(t));
    if (!refuses && !ties && !is_of_the_talks(clause)) return;
    std::optional<ActorIndex> side;
    if (refuses || dossier_.claim_at(t) == nullptr) side = subject_of(t, clause);
    if (!side) side = dossier_.side_speaking_at(t);
    if (!side && t == context_.sentence_at(t).tokens.begin) side = side_before(t);
    if (!side && ties) side = dossier_.sides().in(clause);
    if (side) add(*side, clause, dossier_.evidence_at(t));
  }

  // ترفض نوريا, رافضة نشر المراقبين; not المعارضة, قبل يومين, and not مصر (مُصِرّ).
  bool refuses_at(TokenIndex t) const {
    if (!signs_.at(t, Sign::kRefuse) || dossier_.clauses().is_cue(t)) return false;
    const Analysis& best = context_.word(t).best();
    const int32_t m = context_.mention_at(t);
    const bool name = m >= 0 && dossier_.document().mentions[m].name.contains(t);
    return !name && best.pos != Pos::kPreposition && !best.definite() &&
           !context_.token(t).actor->is(kInstitutionRoles);
  }

  // Of the one who spoke last in front of a sentence that begins with the verb alone.
  std::optional<ActorIndex> side_before(TokenIndex t) const {
    const auto& statements = dossier_.document().statements;
    const auto next = std::partition_point(statements.begin(), statements.end(),
                                           [&](const Statement& s) { return s.cue.begin < t; });
    if (next == statements.begin() || !(next - 1)->speaker) return std::nullopt;
    return dossier_.sides().of(*(next - 1)->speaker);
  }

  // لا نتفاوض تحت الضغط.
  bool declines(TokenIndex t) const {
    return signs_.at(t, Sign::kTalks) && context_.is_finite_verb(t) &&
           dossier_.clauses().negated(t);
  }

  // A demand, an offer, a refusal, or the denial of the talks.
  void read_statement(const Statement& statement) {
    if (!statement.speaker || statement.content.empty()) return;
    const TokenRange content = statement.content.front().tokens;
    if (content.size() < 2 || !dossier_.tells_of(content.begin) || dossier_.leads(content)) return;
    const std::optional<ActorIndex> side = dossier_.sides().of(*statement.speaker);
    if (!side) return;
    if (statement.act == Act::kDemand || statement.act == Act::kOffer) {
      if (dossier_.near_words(content.begin))
        add(*side, content, {dossier_.evidence_of(statement)});
    } else if (!statement.cue.empty() && statement.cue.end <= content.begin &&
               (refuses(statement) || denies_talks(statement, content))) {
      add(*side, {statement.cue.begin, content.end}, {dossier_.evidence_of(statement)});
    }
  }

  // ورفض الجيش | نشر مراقبين.
  bool refuses(const Statement& statement) const {
    return statement.polarity == Polarity::kAsserted &&
           signs_.at(statement.cue.begin, Sign::kRefuse) &&
           dossier_.near_words(statement.cue.begin);
  }

  bool denies_talks(const Statement& statement, TokenRange content) const {
    return statement.polarity == Polarity::kDenied && signs_.any(content, Sign::kTalks);
  }

  // The party named as the subject of a verb: in front of it, else right behind it.
  std::optional<ActorIndex> subject_of(TokenIndex t, TokenRange clause) const {
    if (const auto side = dossier_.sides().in({clause.begin, t})) return side;
    for (TokenIndex i = t + 1; i < std::min(clause.end, t + 1 + kHolderReach); ++i) {
      if (context_.is_preposition(i) || context_.has_preposition_clitic(i)) break;
      if (const auto side = dossier_.sides().in({i, i + 1})) return side;
    }
    return std::nullopt;
  }

  bool is_of_the_talks(TokenRange clause) const {
    for (const Sign sign : {Sign::kTalks, Sign::kRound, Sign::kAgenda, Sign::kTeam}) {
      if (signs_.any(clause, sign)) return true;
    }
    const auto shared = [&](TokenRange range) { return dossier_.share_words(range, clause); };
    return std::any_of(talks_.topic.begin(), talks_.topic.end(), shared) ||
           std::any_of(talks_.agenda.begin(), talks_.agenda.end(),
                       [&](const Talks::Issue& issue) { return shared(issue.issue); });
  }

  // One entry for one clause, and one for what headline and text both tell.
  void add(ActorIndex side, TokenRange position, std::vector<Evidence> evidence) {
    for (Talks::Position& known : talks_.positions) {
      if (known.party != side) continue;
      if (known.position.contains(position)) return;
      if (position.contains(known.position)) {
        known.position = position;
        return;
      }
      if (dossier_.same_words(known.position, position)) {
        if (position.size() > known.position.size()) {
          known.position = position;
          known.evidence = std::move(evidence);
        }
        return;
      }
    }
    talks_.positions.push_back({side, position, std::move(evidence)});
  }

  const Dossier& dossier_;
  const Context& context_;
  const Signs& signs_;
  Talks& talks_;
};

}  // namespace

void fill_positions(const Dossier& dossier, Talks& talks) { PositionFiller(dossier, talks).run(); }

}  // namespace musnad
