#include "events/candidates.h"

#include <algorithm>

#include "morphology/agreement.h"

namespace musnad {
namespace {

constexpr TokenIndex kNeedsReach = 30;     // tokens behind a verb in which its needs are sought
constexpr TokenIndex kNounNeedsReach = 4;  // and behind a noun
constexpr TokenIndex kGovernorReach = 24;  // tokens before and behind it in which verbs are sought
constexpr TokenIndex kLinkReach = 2;       // between a noun that stands over an event and the event
constexpr TokenIndex kAttributeReach = 4;  // behind it, for المقبل and the like
constexpr size_t kMostGovernors = 4;
constexpr int kMostCommas = 2;

EventUse use_of(Pos pos) {
  switch (pos) {
    case Pos::kVerb:
      return kFiniteUse;
    case Pos::kParticiple:
      return kParticipleUse;
    case Pos::kMasdar:
      return kMasdarUse;
    default:
      return kNounUse;
  }
}

class Finder {
 public:
  Finder(const Context& context, const EventLexicon& lexicon)
      : context_(context), lexicon_(lexicon), inside_(context.size(), false) {
    for (const Mention& mention : context.document().mentions) {
      for (TokenIndex t = mention.tokens.begin + 1; t < mention.tokens.end; ++t) inside_[t] = true;
      for (TokenIndex t = mention.name.begin; t < mention.name.end; ++t) inside_[t] = true;
    }
  }

  std::vector<EventMention> run() {
    std::vector<EventMention> mentions;
    for (TokenIndex t = 0; t < context_.size(); ++t) {
      if (inside_[t] || context_.token(t).kind != TokenKind::kWord) continue;
      EventMention mention;
      if (!read_word(t, mention)) continue;
      mention.definite = is_definite(mention);
      if (!mentions.empty()) mention.continues = continues(mentions.back(), mention);
      find_governors(mention);
      mentions.push_back(std::move(mention));
    }
    return mentions;
  }

 private:
  // A participle that tells what somebody does: مطالبا.
  static bool tells_a_deed(const Analysis& analysis) {
    return !analysis.definite() && !analysis.passive && analysis.enclitic.none() &&
           analysis.agreement.number == kSingular && (analysis.proclitics & ~(kWa | kFa)) == 0;
  }

  bool read_word(TokenIndex t, EventMention& mention) const {
    const bool verb_first = verb_expected(t);
    return (verb_first && read_analyses(t, mention, true)) || read_analyses(t, mention, false);
  }

  bool read_analyses(TokenIndex t, EventMention& mention, bool only_verbs) const {
    for (const Analysis& analysis : context_.word(t).analyses) {
      if (only_verbs && analysis.pos != Pos::kVerb) continue;
      for (const EventEntry& entry : lexicon_.events_of(analysis.lemma)) {
        const EventUse use = use_of(analysis.pos);
        if ((entry.uses & use) == 0 || !is_likely(t, analysis, entry)) continue;
        if (!needs_met(t, entry, use)) continue;
        if (use == kParticipleUse && !tells_a_deed(analysis)) continue;
        mention.anchor = t;
        mention.entry = &entry;
        mention.analysis = &analysis;
        mention.use = use;
        return true;
      }
    }
    return false;
  }

  bool is_definite(const EventMention& mention) const {
    if (mention.analysis->definite() || !mention.analysis->enclitic.none()) return true;
    const TokenIndex next = mention.anchor + 1;
    if (mention.use == kFiniteUse || next >= context_.sentence_at(mention.anchor).tokens.end)
      return false;
    const Analysis& best = context_.word(next).best();
    return best.proclitics == kAl && best.pos != Pos::kAdjective && best.pos != Pos::kRelative;
  }

  // Whether a word follows another of the same type so closely that they tell of one event.
  bool continues(const EventMention& before, const EventMention& mention) const {
    constexpr TokenIndex kClose = 4;
    const bool talks = before.type() == EventType::kMeet && before.use != kFiniteUse &&
                       mention.type() == EventType::kNegotiate && mention.use != kFiniteUse;
    if (before.type() != mention.type() && !talks) return false;
    if (mention.anchor > before.anchor + kClose) return false;
    if (mention.analysis->has(kWa)) return false;
    for (TokenIndex t = before.anchor + 1; t < mention.anchor; ++t) {
      if (context_.token(t).kind == TokenKind::kPunctuation || context_.word(t).best().has(kWa)) {
        return false;
      }
    }
    return true;
  }

  // A reading is trusted when it is the likeliest, when what follows bears it out (وقع اتفاقا, a
  // verb in front of its subject), or when it only differs in whether the noun is a verb's own.
  bool is_likely(TokenIndex t, const Analysis& analysis, const EventEntry& entry) const {
    const Analysis& best = context_.word(t).best();
    // "I" and "we" speak in quotations; elsewhere it is a name (سامر).
    const bool first_person = analysis.pos == Pos::kVerb && analysis.agreement.person == 1;
    if (first_person && context_.quotation_of(t) < 0) return false;
    if (&analysis == &best) return true;
    if (analysis.pos == Pos::kVerb && analysis.agreement.person == 3 && verb_expected(t))
      return true;
    if (analysis.stem_begin != best.stem_begin) return false;  // وزير is no و with a verb
    const auto nominal = [](Pos pos) { return pos == Pos::kNoun || pos == Pos::kMasdar; };
    return !entry.needs.empty() || (nominal(best.pos) && nominal(analysis.pos));
  }

  // Whether a form that may be noun or verb (عقد, طلب) is a verb here: somebody is named right
  // behind it without a preposition, or أنه, لم, قد or الذي stands in front.
  bool verb_expected(TokenIndex t) const {
    if (context_.mention_at(t) >= 0 || (t > 0 && context_.is_preposition(t - 1))) return false;
    if (t + 1 < context_.size() && context_.mention_at(t + 1) >= 0 &&
        !context_.has_preposition_clitic(t + 1)) {
      return true;
    }
    if (t == context_.sentence_at(t).tokens.begin) return false;
    const Pos before = context_.word(t - 1).best().pos;
    return context_.complementizer(t - 1) == Complementizer::kPronoun || before == Pos::kNegation ||
           before == Pos::kRelative || before == Pos::kParticle;
  }

  bool needs_met(TokenIndex t, const EventEntry& entry, EventUse use) const {
    const TokenRange sentence = context_.sentence_at(t).tokens;
    const TokenIndex reach = use == kNounUse ? kNounNeedsReach : kNeedsReach;
    const TokenIndex close = std::min(sentence.end, t + 1 + kNounNeedsReach);
    if (stands_in({t + 1, close}, entry.excludes)) return false;
    if (!entry.needs_before.empty()) {
      const TokenIndex first = t - std::min(t - sentence.begin, kNounNeedsReach);
      if (!stands_in({first, t}, entry.needs_before)) return false;
    }
    return entry.needs.empty() ||
           stands_in({t + 1, std::min(sentence.end, t + 1 + reach)}, entry.needs);
  }

  // Whether one of the words stands in a range, before its first full stop or finite verb that is
  // none of them.
  bool stands_in(TokenRange range, const std::vector<std::string>& words) const {
    for (TokenIndex t = range.begin; t < range.end && !words.empty(); ++t) {
      if (std::any_of(words.begin(), words.end(),
                      [&](const std::string& word) { return is_form_of(t, word); })) {
        return true;
      }
      const bool named = inside_[t] || context_.mention_at(t) >= 0;
      if (context_.is_stop(t) || (!named && context_.is_finite_verb(t))) return false;
    }
    return false;
  }

  // Whether a token is the folded word: as it stands, without clitics and article, or as its lemma.
  bool is_form_of(TokenIndex t, std::string_view folded) const {
    const Word& word = context_.word(t);
    if (word.key == folded || word.stem(word.best()) == folded) return true;
    return std::any_of(word.analyses.begin(), word.analyses.end(), [&](const Analysis& a) {
      return a.lemma != kNoLemma && lexicon_.folded_lemma(a.lemma) == folded;
    });
  }

  bool is_negation(TokenIndex t) const { return context_.word(t).best().pos == Pos::kNegation; }
  bool is_relative(TokenIndex t) const { return context_.word(t).best().pos == Pos::kRelative; }

  // أن before a verb in the subjunctive, which its governor stands over.
  bool is_subjunctive(TokenIndex t) const {
    return context_.complementizer(t) == Complementizer::kBare && t + 1 < context_.size() &&
           context_.word(t + 1).best().tense == Tense::kImperfect;
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

  Over governor_at(TokenIndex t) const {
    const Word& word = context_.word(t);
    if (const Governor* form = governing_form(word)) return {t, form, nullptr, false};
    const bool verb_first = word.best().pos == Pos::kVerb || verb_expected(t);
    for (const Analysis& analysis : word.analyses) {
      if (verb_first && analysis.pos != Pos::kVerb) continue;
      if (const Governor* governor = lexicon_.governor_of(analysis)) {
        return {t, governor, &analysis, t > 0 && analysis.pos == Pos::kVerb && is_negation(t - 1)};
      }
    }
    return {};
  }

  void find_governors(EventMention& mention) const {
    TokenIndex t = mention.anchor;
    const TokenIndex begin = context_.sentence_at(t).tokens.begin;
    if (mention.use == kFiniteUse) {
      if (t > begin && is_negation(t - 1)) {
        mention.negated = true;
        --t;
      }
      if (t > begin && !is_subjunctive(t - 1)) {
        note_condition(t, mention);
        return;
      }
    }
    look_left(t, mention);
    if (mention.use != kFiniteUse && mention.carrier() == nullptr) look_right(mention);
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
      if (context_.complementizer(t) != Complementizer::kNone && !is_subjunctive(t)) return;
      if (inside_[t]) continue;
      const Over over = governor_at(t);
      const bool apart = over.governor != nullptr && over.governor->apart && t + kLinkReach >= from;
      if ((apart || cuts_off(t)) && mention.over.empty()) {
        mention.adjunct = t;
        linked = kNoToken;
        continue;
      }
      if (over.governor != nullptr && over.governor->apart) continue;
      const bool finite = context_.is_finite_verb(t) || (over.finite() && verb_expected(t));
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

  // A preposition that makes an adjunct of what follows, so that no verb before it carries it out.
  bool cuts_off(TokenIndex t) const {
    return context_.is_preposition(t) && !completes_verbs(context_, t);
  }

  // A definite event behind في, and verbs that do not carry it out.
  bool within(const EventMention& mention) const {
    const TokenIndex t = mention.anchor;
    return t > 0 && mention.definite && context_.is_preposition(t - 1) &&
           (context_.token(t - 1).actor->joints & kJoinFi) != 0;
  }
  static bool is_modal(const Governor& governor) {
    return governor.status && *governor.status != EventStatus::kOccurred &&
           *governor.status != EventStatus::kOngoing;
  }

  // Whether words over a finite verb go on to tell of what it carries: أن in front of it.
  bool stands_under(TokenIndex verb) const {
    if (verb > 0 && is_negation(verb - 1)) --verb;
    return verb > 0 && is_subjunctive(verb - 1);
  }

  // The verb of a relative clause on a noun, or the verb whose subject it is: المحادثات ستجري.
  void look_right(EventMention& mention) const {
    const TokenRange sentence = context_.sentence_at(mention.anchor).tokens;
    const TokenIndex end = std::min(sentence.end, mention.anchor + kGovernorReach);
    for (TokenIndex t = mention.anchor + 1; t < end; ++t) {
      if (context_.is_stop(t) || context_.is_mark(t, ':')) return;
      if (context_.complementizer(t) != Complementizer::kNone) return;
      if (!context_.is_finite_verb(t)) {
        const Over over = governor_at(t);
        const bool near = t <= mention.anchor + kAttributeReach;
        if (near && over.governor != nullptr && !over.governor->apart && over.analysis == nullptr) {
          mention.over.push_back(over);
        }
        continue;
      }
      const Over over = governor_at(t);
      if (over.governor == nullptr || !over.finite()) return;
      mention.over.push_back(over);
      mention.relative_verb = t;
      return;
    }
  }

  const Context& context_;
  const EventLexicon& lexicon_;
  std::vector<bool> inside_;  // the tokens of mentions behind their first, and of names
};

}  // namespace

std::vector<EventMention> find_event_mentions(const Context& context, const EventLexicon& lexicon) {
  return Finder(context, lexicon).run();
}

}  // namespace musnad
