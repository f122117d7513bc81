// What is asked or needed and not settled: answers withheld, questions evaded, dates not set,
// matters in dispute.
#include <algorithm>

#include "talks/dossier.h"

namespace musnad {
namespace {

constexpr TokenIndex kMatterReach = 12;  // tokens around a verb in which its matter is named

class OpenMatterFiller {
 public:
  OpenMatterFiller(const Dossier& dossier, Talks& talks)
      : dossier_(dossier), context_(dossier.context()), signs_(dossier.signs()), talks_(talks) {}

  void run() {
    for (const Statement& statement : dossier_.document().statements) {
      read_withheld(statement);
      read_question(statement);
    }
    for (TokenIndex t = 0; t < context_.size(); ++t) {
      if (!dossier_.tells_of(t) || !dossier_.near_words(t)) continue;
      if (signs_.at(t, Sign::kUnset) && dossier_.clauses().negated(t)) read_unset(t);
      if (signs_.at(t, Sign::kDispute)) read_dispute(t);
    }
    std::stable_sort(talks_.open.begin(), talks_.open.end(),
                     [](const Talks::OpenMatter& a, const Talks::OpenMatter& b) {
                       return a.matter.begin < b.matter.begin;
                     });
  }

 private:
  // ولم يحدد المتحدث من قد يرأس المجموعة.
  void read_withheld(const Statement& statement) {
    if (!dossier_.withheld(statement) || statement.content.empty()) return;
    TokenRange content = statement.content.front().tokens;
    if (content.empty() || !dossier_.tells_of(content.begin) || !dossier_.near_words(content.begin))
      return;
    if (signs_.at(content.begin, Sign::kReveal) && content.size() > 1) {
      ++content.begin;
      if (context_.is_preposition(content.begin) && content.size() > 1) ++content.begin;
    }
    add(content, {dossier_.evidence_of(statement)});
  }

  // وردا على سؤال عن الموعد قال إن من المبكر الحديث عنه.
  void read_question(const Statement& statement) {
    const TokenRange question = statement.question;
    if (question.empty() || statement.content.empty() || !dossier_.tells_of(question.begin)) return;
    const bool evaded = std::any_of(statement.content.begin(), statement.content.end(),
                                    [&](const Statement::Content& content) {
                                      return signs_.any(content.tokens, Sign::kEvade);
                                    });
    const bool preposition = question.size() > 1 && context_.is_preposition(question.begin);
    if (evaded) {
      add({question.begin + preposition, question.end}, {dossier_.evidence_of(statement)});
    }
  }

  // لم يحدد موعد الجولة, موعد الجولة لم يتحدد بعد, لم يتفق الطرفان على آلية المراقبة.
  void read_unset(TokenIndex t) {
    const TokenRange clause = dossier_.clauses().around(t, dossier_.clauses().voice(t));
    const TokenRange behind = {t + 1, std::min(clause.end, t + 1 + kMatterReach)};
    for (TokenIndex i = behind.begin; i < behind.end; ++i) {
      if (context_.is_preposition(i) && i + 1 < behind.end && context_.time_at(i + 1) < 0 &&
          !context_.is_preposition(i + 1) && !context_.is_stop(i + 1)) {
        return add_first(i + 1, behind.end, t);
      }
      const bool noun = context_.word(i).best().pos == Pos::kNoun && context_.mention_at(i) < 0;
      if (noun && !context_.word(i).best().definite()) return add_first(i, behind.end, t);
    }
    if (clause.begin + 1 < t) add_first(clause.begin, t, t);
  }

  // تبقى الحدود نقطة خلاف, خلاف على الحدود.
  void read_dispute(TokenIndex t) {
    const TokenRange clause = dossier_.clauses().around(t, dossier_.clauses().voice(t));
    const TokenIndex end = std::min(clause.end, t + kMatterReach);
    for (TokenIndex i = signs_.end(t); i < end; ++i) {
      if (!context_.is_preposition(i) && !signs_.at(i, Sign::kAbout)) continue;
      if (context_.token(i).actor->joints & kJoinBayn) continue;
      for (const TokenRange phrase : dossier_.clauses().noun_phrases(i + 1, end)) {
        if (dossier_.is_matter(phrase)) add(phrase, dossier_.evidence_at(t));
      }
      return;
    }
    // What stands in front of it, behind the verb: تبقى X, لا يزال X.
    for (TokenIndex i = clause.begin; i < t; ++i) {
      if (context_.is_finite_verb(i)) return add_first(i + 1, t, t);
    }
  }

  void add_first(TokenIndex begin, TokenIndex end, TokenIndex t) {
    const auto phrases = dossier_.clauses().noun_phrases(begin, end);
    if (!phrases.empty() && dossier_.is_matter(phrases.front())) {
      add(phrases.front(), dossier_.evidence_at(t));
    }
  }

  void add(TokenRange matter, std::vector<Evidence> evidence) {
    const auto& waits = talks_.teams;
    const bool known = std::any_of(talks_.open.begin(), talks_.open.end(),
                                   [&](const Talks::OpenMatter& open) {
                                     return open.matter.overlaps(matter) ||
                                            dossier_.same_words(open.matter, matter);
                                   }) ||
                       std::any_of(waits.begin(), waits.end(), [&](const Team& team) {
                         return team.waits_for.overlaps(matter);
                       });
    if (!known) talks_.open.push_back({matter, std::move(evidence)});
  }

  const Dossier& dossier_;
  const Context& context_;
  const Signs& signs_;
  Talks& talks_;
};

}  // namespace

void fill_open_matters(const Dossier& dossier, Talks& talks) {
  OpenMatterFiller(dossier, talks).run();
}

}  // namespace musnad
