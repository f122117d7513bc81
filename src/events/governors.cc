#include "events/governors.h"

#include <algorithm>

#include "morphology/agreement.h"

namespace musnad {
namespace {

constexpr TokenIndex kGovernorReach = 24;  // tokens before and behind it in which verbs are sought
constexpr TokenIndex kLinkReach = 2;       // between a noun that stands over an event and the event
constexpr TokenIndex kAttributeReach = 4;  // behind it, for المقبل and the like
constexpr size_t kMostGovernors = 4;
constexpr int kMostCommas = 2;

class GovernorFinder {
 public:
  GovernorFinder(const Context& context, const EventLexicon& lexicon,
                 const std::vector<bool>& inside)
      : context_(context), lexicon_(lexicon), inside_(inside) {}

  void run(EventMention& mention) const {
    TokenIndex t = mention.anchor;
    const TokenIndex begin = context_.sentence_at(t).tokens.begin;
    if (mention.use == kFiniteUse) {
      if (t > begin && is_negation(t - 1)) {
        mention.negated = true;
        --t;
      }
      if (t > begin && !context_.is_subjunctive(t - 1)) {
        note_condition(t, mention);
        return;
      }
    }
    look_left(t, mention);
    if (mention.use == kFiniteUse) return;
    if (mention.carrier() == nullptr || has_relative_clause(mention)) look_right(mention);
  }

 private:
  bool is_negation(TokenIndex t) const { return context_.word(t).best().pos == Pos::kNegation; }
  bool is_relative(TokenIndex t) const { return context_.word(t).best().pos == Pos::kRelative; }

  // عدن is a city, though a form of a verb looks like it.
  bool is_named(TokenIndex t) const {
    const int32_t m = context_.mention_at(t);
    return m >= 0 && context_.document().mentions[m].name.contains(t);
  }

  // لا يزال: goes on, and removes nothing.
  bool is_still(TokenIndex t) const {
    return t > 0 && is_negation(t - 1) &&
           context_.morphology().may_be_of_verb(context_.word(t), "زال");
  }

  // A governor of class `word`: as it stands, without clitics and article, without the ة of a
  // feminine.
  const Governor* governing_form(const Word& word) const {
    constexpr std::string_view kFeminine = "ه";  // a folded ة
    std::string_view stem = word.stem(word.best());
    const Governor* form = lexicon_.governor_of_form(stem);
    if (form == nullptr) form = lexicon_.governor_of_form(word.key);
    if (form == nullptr && stem.ends_with(kFeminine)) {
      stem.remove_suffix(kFeminine.size());
      form = lexicon_.governor_of_form(stem);
    }
    return form;
  }

  // وعقد اجتماعا: behind it the indefinite accusative of a noun, which no noun governs.
  bool takes_object(TokenIndex t) const {
    const Analysis& best = context_.word(t).best();
    if (t + 1 >= context_.size() || !context_.token(t + 1).actor->accusative) return false;
    if (context_.token(t).actor->accusative || best.definite() || !best.enclitic.none())
      return false;
    const Pos next = context_.word(t + 1).best().pos;
    return next == Pos::kNoun || next == Pos::kMasdar;
  }

  // عقد الجانبان اجتماعا: a dual in the nominative is the subject of a verb and completes no noun.
  bool takes_pair(TokenIndex t) const {
    if (t + 1 >= context_.size()) return false;
    const Word& next = context_.word(t + 1);
    const Analysis& best = next.best();
    return best.pos == Pos::kNoun && best.proclitics == kAl && best.agreement.number == kDual &&
           next.key.ends_with("ان") && !context_.word(t).best().definite();
  }

  bool expects_verb(TokenIndex t) const { return verb_expected(context_, t) || takes_object(t); }

  // نقل السفير تحياته: no verbal noun where a sentence begins.
  bool opens_as_verb(TokenIndex t) const {
    return t == context_.sentence_at(t).tokens.begin && context_.word(t).may_be(Pos::kVerb);
  }

  // What stands over an event at a token, which is a verb where one is `expected`.
  Over governor_at(TokenIndex t) const { return governor_at(t, expects_verb(t)); }
  Over governor_at(TokenIndex t, bool expected) const {
    if (is_still(t)) return {};
    const Word& word = context_.word(t);
    const Over over = governing_word(t, expected);
    if (expected && over.finite()) return over;  // أجل الوزير زيارته, not من أجل زيارة
    const Governor* form = governing_form(word);
    return form == nullptr ? over : Over{t, form, nullptr, false};
  }

  // يعد اللقاء is "is considered", يعد لقاء "prepares".
  bool is_of_other_verb(TokenIndex t, const Governor& governor, const Analysis& analysis) const {
    return governor.perfect_only && analysis.tense != Tense::kPerfect && !takes_object(t);
  }

  // The governor that the analyses of a word tell of.
  Over governing_word(TokenIndex t, bool expected) const {
    const Word& word = context_.word(t);
    const bool verb_first = expected || word.best().pos == Pos::kVerb;
    Over over;
    for (const Analysis& analysis : word.analyses) {
      if (verb_first && analysis.pos != Pos::kVerb) continue;
      if (is_first_person(analysis) && context_.quotation_of(t) < 0)
        continue;  // أعد, not "I promise"
      const Governor* governor = lexicon_.governor_of(analysis);
      if (governor == nullptr || is_of_other_verb(t, *governor, analysis)) continue;
      const bool told = over.governor == nullptr || is_told_before(analysis, over) ||
                        has_its_subject(t, *governor, *over.governor);
      if (told) {
        over = {t, governor, &analysis, t > 0 && analysis.pos == Pos::kVerb && is_negation(t - 1)};
      }
    }
    return over;
  }

  static bool is_first_person(const Analysis& analysis) {
    return analysis.pos == Pos::kVerb && analysis.agreement.person == 1;
  }

  // A verb that only carries events out, with its object on it: تحالف تقوده الحكومة has no other.
  static bool is_bound(const Over& over) {
    return over.finite() && !over.analysis->enclitic.none() && !over.governor->status;
  }

  // تمكن is "he managed" rather than "it is possible".
  static bool is_told_before(const Analysis& analysis, const Over& other) {
    return analysis.pos == Pos::kVerb && analysis.tense == Tense::kPerfect && other.finite() &&
           other.governor->status == EventStatus::kConditional;
  }

  // تجري مصر محادثات, سيجري محادثات: of two verbs with one form (جرى أجرى) the one that has
  // somebody for its subject.
  bool has_its_subject(TokenIndex t, const Governor& governor, const Governor& other) const {
    if (!governor.subject_takes_part || other.subject_takes_part || t + 1 >= context_.size()) {
      return false;
    }
    const bool named = context_.mention_at(t + 1) >= 0 && !context_.has_preposition_clitic(t + 1);
    return named || context_.token(t + 1).actor->accusative;
  }

  // لو and إذا close in front of a verb.
  void note_condition(TokenIndex t, EventMention& mention) const {
    const TokenIndex begin = context_.sentence_at(t).tokens.begin;
    for (TokenIndex back = 1; back <= 2 && t >= begin + back; ++back) {
      const Over over = governor_at(t - back);
      const bool condition = over.governor != nullptr && over.analysis == nullptr;
      if (condition && !over.governor->apart) mention.over.push_back(over);
    }
  }

  void look_left(TokenIndex from, EventMention& mention) const {
    const TokenIndex begin = context_.sentence_at(from).tokens.begin;
    const TokenIndex last = from > begin + kGovernorReach ? from - kGovernorReach : begin;
    int commas = 0;
    TokenIndex linked = from;  // what the words over the event have reached so far
    for (TokenIndex t = from; t-- > last && mention.over.size() < kMostGovernors;) {
      if (context_.token(t).kind == TokenKind::kPunctuation) {
        if (context_.is_stop(t) || context_.is_mark(t, ':')) return;
        if (context_.is_comma(t) && ++commas > kMostCommas) return;
        continue;
      }
      if (is_relative(t)) return;
      if (context_.complementizer(t) != Complementizer::kNone && !context_.is_subjunctive(t))
        return;
      if (inside_[t] || is_named(t)) continue;
      const bool expected = expects_verb(t) || (!mention.definite && takes_pair(t));
      const Over over = governor_at(t, expected);
      if (over.governor != nullptr && is_bound(over)) continue;
      const bool apart = over.governor != nullptr && over.governor->apart && t + kLinkReach >= from;
      const bool off = cuts_off(t) && (mention.definite || !is_closed({t + 1, from}));
      if ((apart || off) && !is_carried(mention)) {
        mention.adjunct = t;
        linked = kNoToken;
        continue;
      }
      if (over.governor != nullptr && over.governor->apart) continue;
      const bool verb = over.finite() || opens_as_verb(t);
      const bool finite = context_.is_finite_verb(t) || (verb && expected);
      const bool near = linked != kNoToken && t + kLinkReach >= linked;
      if (over.governor != nullptr && finite && within(mention) && is_modal(*over.governor)) {
        mention.adjunct = mention.anchor - 1;  // اتفقا في المكالمة: not what they agreed on
        mention.main_verb = t;
        return;
      }
      if (over.governor != nullptr && linked != kNoToken && (finite || (near && !over.finite()))) {
        mention.over.push_back(over);
        linked = t;
      }
      if (!finite) continue;
      if (linked == kNoToken) mention.main_verb = t;
      if (over.governor == nullptr) mention.main_verb = t;
      if (over.governor == nullptr || linked == kNoToken) return;
      if (!stands_under(t)) return note_condition(t, mention);
    }
  }

  // Whether a form of a verb is over it already: عقد in بعد عقد قمة, not موعد in بعد موعد القمة.
  static bool is_carried(const EventMention& mention) {
    return std::any_of(mention.over.begin(), mention.over.end(),
                       [](const Over& over) { return over.analysis != nullptr; });
  }

  // A preposition that makes an adjunct of what follows, so that no verb before it carries it out.
  bool cuts_off(TokenIndex t) const {
    return context_.is_preposition(t) && !completes_verbs(context_, t);
  }

  // Whether what stands behind a preposition is a whole phrase already: يجري خلال زيارته محادثات.
  bool is_closed(TokenRange phrase) const {
    for (TokenIndex t = phrase.begin; t < phrase.end; ++t) {
      const Analysis& best = context_.word(t).best();
      if (best.definite() || !best.enclitic.none()) return true;
    }
    return false;
  }

  // في المكالمة, في اتصال هاتفي: where something else was done, for verbs that do not carry it out.
  bool within(const EventMention& mention) const {
    const TokenIndex t = mention.anchor;
    const bool setting = mention.definite || mention.type() == EventType::kCall;
    return t > 0 && setting && context_.is_preposition(t - 1) &&
           (context_.token(t - 1).actor->joints & kJoinFi) != 0;
  }
  static bool is_modal(const Governor& governor) {
    return governor.status && *governor.status != EventStatus::kOccurred &&
           *governor.status != EventStatus::kOngoing;
  }

  // Whether words over a finite verb go on to tell of what it carries: أن in front of it.
  bool stands_under(TokenIndex verb) const {
    if (verb > 0 && is_negation(verb - 1)) --verb;
    return verb > 0 && context_.is_subjunctive(verb - 1);
  }

  // الزيارة التي قام بها: a relative right behind a noun and its adjective.
  bool has_relative_clause(const EventMention& mention) const {
    constexpr TokenIndex kAdjectives = 2;
    const TokenIndex end = context_.sentence_at(mention.anchor).tokens.end;
    for (TokenIndex t = mention.anchor + 1; t < end && t < mention.anchor + kGovernorReach; ++t) {
      const bool close = t <= mention.anchor + kAdjectives;
      if (is_relative(t)) return close || (may_refer(t, mention) && tells_of_an_event(t + 1));
      if (!close && parts(t)) return false;
    }
    return false;
  }

  // محادثات بين الحكومة والمعارضة التي جرت أمس: what takes place is no party, but the talks.
  bool tells_of_an_event(TokenIndex t) const {
    const Over over = governor_at(t);
    return over.finite() && !over.governor->status &&
           (!over.governor->subject_takes_part || over.analysis->passive);
  }

  bool parts(TokenIndex t) const {
    return context_.token(t).kind == TokenKind::kPunctuation || context_.is_finite_verb(t) ||
           context_.complementizer(t) != Complementizer::kNone;
  }

  // Whether a verb stands here; behind a relative a word that may be one is one: الذي عقد.
  bool stands_as_verb(TokenIndex t, const Over& over) const {
    return context_.is_finite_verb(t) || (over.finite() && is_relative(t - 1));
  }

  // رفض التعاون في القضية التي: a relative means a noun of its gender; ما means none.
  bool may_refer(TokenIndex relative, const EventMention& mention) const {
    const Agreement wanted = context_.word(relative).best().agreement;
    const Agreement noun = mention.analysis->agreement;
    if (wanted.gender == 0) return false;
    if (noun.gender == 0) return true;
    return wanted.gender == (noun.number == kPlural ? kFeminine : noun.gender);
  }

  // المحادثات بدأت, not قتل نشطاء حاولوا: whether a verb behind a noun may have it for its subject.
  static bool may_be_subject(const EventMention& mention, const Analysis& verb) {
    const Agreement noun = mention.analysis->agreement;
    if (verb.agreement.person != 3 || verb.agreement.number == kPlural) return false;
    if (noun.gender == 0 || verb.agreement.gender == 0) return true;
    return verb.agreement.gender == (noun.number == kPlural ? kFeminine : noun.gender);
  }

  // آخر زيارة قام بها, أول لقاء عقده: a pronoun on a verb, or behind it, means the noun in front.
  bool goes_on_about_it(TokenIndex verb) const {
    if (!context_.word(verb).best().enclitic.none()) return true;
    const TokenIndex next = verb + 1;
    return (context_.is_preposition(next) || context_.has_preposition_clitic(next)) &&
           !context_.word(next).best().enclitic.none();
  }

  // المحادثات مستمرة: all that the clause tells of how far the event takes place.
  bool is_predicate(const EventMention& mention, const Over& over) const {
    return over.governor->status && mention.analysis->definite() &&
           !context_.word(over.token).best().definite();
  }

  // The verb of a relative clause on a noun, or the verb whose subject it is: المحادثات ستجري. What
  // a relative clause tells of an event goes before what the clause around it does.
  void look_right(EventMention& mention) const {
    const TokenRange sentence = context_.sentence_at(mention.anchor).tokens;
    const TokenIndex end = std::min(sentence.end, mention.anchor + kGovernorReach);
    // بعد لقاء الوزير طالب: no verb's subject, unless a relative joins it.
    const TokenIndex anchor = mention.anchor;
    const bool apart = mention.definite && anchor > sentence.begin &&
                       (context_.is_preposition(anchor - 1) || mention.adjunct == anchor - 1);
    bool relative = false;
    for (TokenIndex t = mention.anchor + 1; t < end; ++t) {
      if (is_relative(t) && !may_refer(t, mention)) return;
      relative |= is_relative(t);
      if (context_.is_stop(t) || context_.is_mark(t, ':')) return;
      if (context_.complementizer(t) != Complementizer::kNone) return;
      const Over over = governor_at(t);
      if (!stands_as_verb(t, over)) {
        const bool near = t <= mention.anchor + kAttributeReach;
        if (near && over.governor != nullptr && !over.governor->apart && over.analysis == nullptr) {
          mention.over.push_back(over);
          if (is_predicate(mention, over)) return;
        }
        continue;
      }
      if (over.governor == nullptr || !over.finite() || (apart && !relative)) return;
      if (!relative && !may_be_subject(mention, *over.analysis) && !goes_on_about_it(t)) return;
      if (relative || mention.carrier() != nullptr) mention.over.clear();
      mention.over.push_back(over);
      mention.relative_verb = t;
      return;
    }
  }

  const Context& context_;
  const EventLexicon& lexicon_;
  const std::vector<bool>& inside_;
};

}  // namespace

bool is_behind_subject_of_was(const Context& context, TokenIndex t) {
  const int32_t m = context.mention_ending_at(t);
  if (m < 0) return false;
  const TokenIndex begin = context.document().mentions[m].tokens.begin;
  if (begin == 0) return false;
  return context.morphology().may_be_of_verb(context.word(begin - 1), "كان");  // or كأن
}

bool verb_expected(const Context& context, TokenIndex t) {
  if (context.mention_at(t) >= 0 || (t > 0 && context.is_preposition(t - 1))) return false;
  if (t + 1 < context.size() && context.mention_at(t + 1) >= 0 &&
      !context.has_preposition_clitic(t + 1)) {
    return true;
  }
  if (t + 1 < context.size() && context.token(t + 1).actor->is(kQuantifierRole)) return true;
  if (t == context.sentence_at(t).tokens.begin) return false;
  if (is_behind_subject_of_was(context, t)) return true;
  const Pos before = context.word(t - 1).best().pos;
  return context.complementizer(t - 1) == Complementizer::kPronoun || before == Pos::kNegation ||
         before == Pos::kRelative || before == Pos::kParticle || before == Pos::kConjunction;
}

bool belongs_to_other(const Context& context, const EventMention& mention) {
  if (mention.use == kFiniteUse || !mention.definite || mention.anchor == 0) return false;
  const TokenIndex before = mention.anchor - 1;
  const bool governs = std::any_of(mention.over.begin(), mention.over.end(),
                                   [&](const Over& over) { return over.token >= before; });
  const Analysis& best = context.word(before).best();
  const bool noun = best.pos == Pos::kNoun || best.pos == Pos::kMasdar;
  return !governs && noun && !best.definite() && best.enclitic.none() &&
         context.mention_ending_at(mention.anchor) < 0;
}

void find_governors(const Context& context, const EventLexicon& lexicon,
                    const std::vector<bool>& inside, EventMention& mention) {
  GovernorFinder(context, lexicon, inside).run(mention);
}

}  // namespace musnad
