// What the talks are about: the topic that the article gives them, and the issues that somebody
// wants them to deal with.
#include <algorithm>

#include "talks/dossier.h"

namespace musnad {
namespace {

constexpr TokenIndex kTopicReach =
    40;  // tokens behind a word for talks in which its topic is sought
constexpr TokenIndex kRaiserReach = 30;  // tokens in front of a verb in which talks are its subject

class AgendaFiller {
 public:
  AgendaFiller(const Dossier& dossier, Talks& talks)
      : dossier_(dossier), context_(dossier.context()), signs_(dossier.signs()), talks_(talks) {}

  void run() {
    const auto& words = dossier_.negotiation().words;
    auto next = words.begin();
    for (TokenIndex t = 0; t < context_.size(); ++t) {
      if (next != words.end() && *next == t) {
        ++next;
        read_topic(t, next == words.end() ? kNoToken : *next);
      }
      if (!dossier_.tells_of(t)) continue;
      if (signs_.at(t, Sign::kConfine)) read_confined(t);
      if (signs_.at(t, Sign::kRaise)) read_raised(t);
    }
  }

 private:
  // --- the topic

  // محادثات السلام, مفاوضات بشأن الحدود, مباحثات لوقف إطلاق النار.
  void read_topic(TokenIndex word, TokenIndex next_word) {
    const TokenIndex begin = signs_.end(word);
    const TokenIndex end =
        std::min({dossier_.clauses().voice(word).end, begin + kTopicReach, next_word});
    if (is_complement(word, begin, end)) {
      add_topic(dossier_.clauses().noun_phrases(begin, end));
      return;
    }
    for (TokenIndex t = begin; t < end; ++t) {
      if (context_.complementizer(t) != Complementizer::kNone) return;
      if (signs_.at(t, Sign::kAbout)) return add_topic(objects_behind(signs_.end(t), end));
      const bool masdar = context_.word(t).best().pos == Pos::kMasdar;
      if (signs_.at(t, Sign::kRaise) && masdar) return add_topic(objects_behind(t + 1, end));
      if (is_purpose(t)) {
        return add_topic(dossier_.clauses().noun_phrases(t, end));
      }
    }
  }

  // مباحثات لوقف إطلاق النار.
  bool is_purpose(TokenIndex t) const {
    const Analysis& best = context_.word(t).best();
    return best.has(kLi) && (best.pos == Pos::kMasdar || best.pos == Pos::kNoun) &&
           !best.definite() && context_.mention_at(t) < 0 &&
           !context_.token(t).actor->is(kTitleRoles | kInstitutionRoles | kGroupRoles);
  }

  // Whether a definite noun that names nobody who takes part completes the word for talks.
  bool is_complement(TokenIndex word, TokenIndex t, TokenIndex end) const {
    if (t >= end || context_.word(word).best().definite() || context_.is_finite_verb(word))
      return false;
    const Analysis& best = context_.word(t).best();
    const bool noun =
        best.pos == Pos::kNoun || best.pos == Pos::kMasdar || best.pos == Pos::kUnknown;
    if (!noun || best.has(kLi) || best.has(kBi)) return false;
    if (context_.token(t).actor->is(kInstitutionRoles | kGroupRoles)) return false;
    return (best.definite() || context_.word(t + 1 < end ? t + 1 : t).best().definite()) &&
           !dossier_.sides().in({t, t + 1}) && context_.mention_at(t) < 0 &&
           !context_.is_comma(t) && context_.time_at(t) < 0 && !signs_.at(t, Sign::kTalks) &&
           !signs_.at(t, Sign::kTeam);
  }

  // The first topic that is told is that of the talks; what a speaker adds is an issue of his.
  void add_topic(const std::vector<TokenRange>& phrases) {
    for (TokenRange phrase : phrases) {
      phrase = without_situation(phrase);
      if (!dossier_.is_matter(phrase) || known(phrase)) continue;
      const bool first =
          talks_.topic.empty() || topic_sentence_ == context_.sentence_of(phrase.begin);
      if (first || dossier_.claim_at(phrase.begin) == nullptr) {
        if (talks_.topic.empty()) topic_sentence_ = context_.sentence_of(phrase.begin);
        talks_.topic.push_back(phrase);
      } else {
        add_issue(phrase);
      }
    }
  }

  bool known(TokenRange phrase) const {
    return std::any_of(talks_.topic.begin(), talks_.topic.end(),
                       [&](TokenRange topic) { return dossier_.share_words(topic, phrase); });
  }

  // الوضع في إقليم الجزر: the talks are about the province.
  TokenRange without_situation(TokenRange phrase) const {
    if (!signs_.at(phrase.begin, Sign::kSituation)) return phrase;
    for (TokenIndex t = phrase.begin + 1; t < phrase.end; ++t) {
      if (context_.is_preposition(t)) return {t + 1, phrase.end};
    }
    return phrase;
  }

  // --- issues

  // تشمل المفاوضات X وY, المفاوضات يجب أن تتناول X, إدراج X على جدول الأعمال.
  void read_raised(TokenIndex t) {
    const TokenRange voice = dossier_.clauses().voice(t);
    const bool masdar = context_.word(t).best().pos == Pos::kMasdar;
    TokenIndex from = signs_.end(t);
    if (masdar) {
      const TokenIndex end = std::min(voice.end, t + kTopicReach);
      if (!signs_.any({t, end}, Sign::kAgenda)) return;
    } else if (talks_begin_at(from)) {
      from = context_.noun_phrase_end(from, voice.end);
    } else if (!talks_before(t, voice)) {
      return;
    }
    if (dossier_.clauses().negated(t)) return;
    for (const TokenRange phrase : objects_behind(from, std::min(voice.end, from + kTopicReach)))
      add_issue(phrase);
  }

  // لا تقتصر المفاوضات على X: X is their topic. تقتصر على X: somebody's wish.
  void read_confined(TokenIndex t) {
    const TokenRange voice = dossier_.clauses().voice(t);
    TokenIndex from = t + 1;
    if (talks_begin_at(from)) from = context_.noun_phrase_end(from, voice.end);
    const std::vector<TokenRange> phrases =
        objects_behind(from, std::min(voice.end, from + kTopicReach));
    if (dossier_.clauses().negated(t)) {
      if (talks_.topic.empty()) add_topic(phrases);
    } else if (talks_begin_at(t + 1) || talks_before(t, voice)) {
      for (const TokenRange phrase : phrases) add_issue(phrase);
    }
  }

  bool is_talks(TokenIndex t) const {
    return signs_.at(t, Sign::kTalks) || signs_.at(t, Sign::kRound) || signs_.at(t, Sign::kAgenda);
  }
  bool talks_begin_at(TokenIndex t) const { return t < context_.size() && is_talks(t); }
  bool talks_before(TokenIndex t, TokenRange voice) const {
    const TokenIndex begin = t > voice.begin + kRaiserReach ? t - kRaiserReach : voice.begin;
    for (TokenIndex i = begin; i < t; ++i) {
      if (is_talks(i)) return true;
    }
    return false;
  }

  // The noun phrases behind a verb, its preposition and its adverbs.
  std::vector<TokenRange> objects_behind(TokenIndex t, TokenIndex end) const {
    while (t < end && (context_.is_preposition(t) || context_.word(t).best().pos == Pos::kAdverb ||
                       context_.is_quote(t))) {
      ++t;
    }
    return dossier_.clauses().noun_phrases(t, end);
  }

  void add_issue(TokenRange phrase) {
    phrase = without_situation(phrase);
    if (!dossier_.is_matter(phrase) || context_.has_preposition_clitic(phrase.begin)) return;
    if (is_talks(phrase.begin) || signs_.at(phrase.begin, Sign::kTeam) ||
        signs_.at(phrase.begin, Sign::kLink)) {
      return;
    }
    for (const Talks::Issue& issue : talks_.agenda) {
      if (dossier_.same_words(issue.issue, phrase)) return;
    }
    std::optional<ActorIndex> raised_by;
    if (const Statement* claim = dossier_.claim_at(phrase.begin); claim && claim->speaker) {
      raised_by = dossier_.sides().voice_of(*claim->speaker);
    }
    talks_.agenda.push_back({phrase, raised_by, dossier_.evidence_at(phrase.begin)});
  }

  const Dossier& dossier_;
  const Context& context_;
  const Signs& signs_;
  Talks& talks_;
  uint32_t topic_sentence_ = UINT32_MAX;
};

}  // namespace

void fill_agenda(const Dossier& dossier, Talks& talks) { AgendaFiller(dossier, talks).run(); }

}  // namespace musnad
