#include "events/candidates.h"

#include <algorithm>

#include "events/governors.h"
#include "morphology/agreement.h"

namespace musnad {
namespace {

constexpr TokenIndex kNeedsReach = 30;     // tokens behind a verb in which its needs are sought
constexpr TokenIndex kNounNeedsReach = 4;  // and behind a noun

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
      for (TokenIndex t = mention.tokens.begin + 1; t < mention.tokens.end; ++t) {
        if (is_purpose_of(t)) break;
        inside_[t] = true;
      }
      for (TokenIndex t = mention.name.begin; t < mention.name.end; ++t) inside_[t] = true;
    }
  }

  std::vector<EventMention> run() {
    std::vector<EventMention> mentions;
    const TokenIndex end = std::min(context_.size(), context_.document().body_end);
    for (TokenIndex t = 0; t < end; ++t) {
      if (inside_[t] || !may_name_event(t)) continue;
      EventMention mention;
      if (!read_word(t, mention)) continue;
      mention.definite = is_definite(mention);
      if (!mentions.empty()) mention.continues = continues(mentions.back(), mention);
      find_governors(context_, lexicon_, inside_, mention);
      mention.called_off = is_called_off(mention);
      mention.with_press = is_told_to_press(mention);
      mentions.push_back(std::move(mention));
      for (const Over& over : mentions.back().over) note_carrier(over.token, mentions);
    }
    return mentions;
  }

 private:
  // The verbal noun that tells what somebody is there for: المراقبون لوقف القتال.
  bool is_purpose_of(TokenIndex t) const {
    const Analysis& best = context_.word(t).best();
    return best.pos == Pos::kMasdar && best.has(kLi) && !best.definite();
  }

  // A participle that tells what somebody does: مطالبا.
  static bool tells_a_deed(const Analysis& analysis) {
    return !analysis.definite() && !analysis.passive && analysis.enclitic.none() &&
           analysis.agreement.number == kSingular && (analysis.proclitics & ~(kWa | kFa)) == 0;
  }

  // آلية مشددة: an attribute of the noun in front, which has no article either.
  bool is_attribute(TokenIndex t, const Analysis& participle) const {
    if (t == context_.sentence_at(t).tokens.begin || participle.proclitics != 0) return false;
    if (context_.mention_ending_at(t) >= 0 || context_.is_comma(t - 1)) return false;
    const Analysis& noun = context_.word(t - 1).best();
    if (!context_.has_pos(t - 1, Pos::kNoun) && noun.pos != Pos::kMasdar) return false;
    return !noun.definite() && noun.enclitic.none() &&
           noun.agreement.gender == participle.agreement.gender;
  }

  bool may_name_event(TokenIndex t) const {
    const auto& analyses = context_.word(t).analyses;
    return std::any_of(analyses.begin(), analyses.end(),
                       [&](const Analysis& a) { return lexicon_.names_event(a.lemma); });
  }

  bool read_word(TokenIndex t, EventMention& mention) const {
    const bool verb_first = verb_expected(context_, t);
    return (verb_first && read_analyses(t, mention, true)) || read_analyses(t, mention, false);
  }

  bool read_analyses(TokenIndex t, EventMention& mention, bool only_verbs) const {
    for (const Analysis& analysis : context_.word(t).analyses) {
      if (only_verbs && analysis.pos != Pos::kVerb) continue;
      for (const EventEntry& entry : lexicon_.events_of(analysis.lemma)) {
        const EventUse use = use_of(analysis.pos);
        if ((entry.uses & use) == 0 || !is_likely(t, analysis, entry)) continue;
        if (!needs_met(t, entry, analysis)) continue;
        if (use == kParticipleUse && (!tells_a_deed(analysis) || is_attribute(t, analysis))) {
          continue;
        }
        mention.anchor = t;
        mention.entry = &entry;
        mention.analysis = &analysis;
        mention.use = use;
        return true;
      }
    }
    return false;
  }

  // ألغى الرئيس زيارته, الانسحاب من المفاوضات: what is told is that it does not take place.
  bool is_called_off(const EventMention& mention) const {
    if (mention.use == kFiniteUse || mention.over.empty()) return false;
    const Over& over = mention.over.front();
    if (!over.governor->calls_off || over.negated || is_on(mention.anchor - 1)) return false;
    const EventType type = mention.type();
    return is_contact(type) || type == EventType::kVisit || type == EventType::kAgree;
  }

  // في اتصال هاتفي لـ«الشرق الأوسط», في اتصال أجرته معه «الوطن»: an outlet stands close behind.
  bool is_told_to_press(const EventMention& mention) const {
    constexpr TokenIndex kReach = 6;
    if (!is_contact(mention.type()) || mention.use == kFiniteUse) return false;
    const TokenIndex end =
        std::min(context_.sentence_at(mention.anchor).tokens.end, mention.anchor + 1 + kReach);
    for (TokenIndex t = mention.anchor + 1; t < end && !context_.is_comma(t); ++t) {
      const int32_t m = context_.mention_at(t);
      if (m < 0) continue;
      return context_.document().actors[context_.document().mentions[m].actor].outlet;
    }
    return false;
  }

  // علق على الاتفاق: he spoke of it.
  bool is_on(TokenIndex t) const {
    return context_.is_preposition(t) && (context_.token(t).actor->joints & kJoinAla) != 0;
  }

  // The word over an event may name one itself.
  static void note_carrier(TokenIndex over, std::vector<EventMention>& mentions) {
    for (size_t i = mentions.size() - 1; i-- > 0 && mentions[i].anchor >= over;) {
      if (mentions[i].anchor == over) mentions[i].carries = true;
    }
  }

  bool is_definite(const EventMention& mention) const {
    if (mention.analysis->definite() || !mention.analysis->enclitic.none()) return true;
    const TokenIndex next = mention.anchor + 1;
    if (mention.use == kFiniteUse || next >= context_.sentence_at(mention.anchor).tokens.end)
      return false;
    const int32_t m = context_.mention_at(next);
    const bool named = m >= 0 && !context_.document().mentions[m].name.empty();
    if (named && !context_.has_preposition_clitic(next)) return true;  // زيارة نديم
    const Analysis& best = context_.word(next).best();
    return best.proclitics == kAl && best.pos != Pos::kAdjective && best.pos != Pos::kRelative;
  }

  // Whether a word follows another of the same type so closely that they tell of one event.
  bool continues(const EventMention& before, const EventMention& mention) const {
    constexpr TokenIndex kClose = 4;
    if (is_cause(before, mention)) return true;
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

  // قتل ثلاثة أشخاص وأصيب آخرون في هجوم: the attack in which somebody was killed.
  bool is_cause(const EventMention& before, const EventMention& mention) const {
    constexpr TokenIndex kReach = 14;
    const TokenIndex t = mention.anchor;
    const bool attacks = before.type() == EventType::kAttack && mention.type() == before.type();
    if (!attacks || before.use == kNounUse || mention.use == kFiniteUse) return false;
    if (t > before.anchor + kReach || !is_in(t - 1) || mention.analysis->definite()) return false;
    for (TokenIndex i = before.anchor + 1; i < t; ++i) {
      const bool apart = context_.token(i).kind == TokenKind::kPunctuation ||
                         context_.complementizer(i) != Complementizer::kNone ||
                         context_.word(i).best().pos == Pos::kRelative;
      if (apart) return false;
    }
    return true;
  }

  bool is_in(TokenIndex t) const {
    return context_.is_preposition(t) && (context_.token(t).actor->joints & kJoinFi) != 0;
  }

  // A reading is trusted when it is the likeliest, when what follows bears it out (وقع اتفاقا, a
  // verb in front of its subject), or when it only differs in whether the noun is a verb's own.
  bool is_likely(TokenIndex t, const Analysis& analysis, const EventEntry& entry) const {
    const Analysis& best = context_.word(t).best();
    // "I", "we" and "you" speak in quotations; elsewhere it is a name (سامر), a noun (شرطي) or an
    // adjective (هاتفي).
    const bool no_third = (analysis.pos == Pos::kVerb && analysis.agreement.person != 3) ||
                          analysis.enclitic.person == 1;
    if (no_third && context_.quotation_of(t) < 0) return false;
    if (is_counted(t) && (analysis.pos == Pos::kVerb || !analysis.enclitic.none())) return false;
    if (is_called_so(t, analysis, entry)) return false;
    if (&analysis == &best) return true;
    if (analysis.pos == Pos::kVerb && best.pos == Pos::kPreposition) return opens_with_subject(t);
    // تدعي is "she claims" before "she is called".
    if (analysis.passive && best.pos == Pos::kVerb && !best.passive) return false;
    if (analysis.shortened && best.pos == Pos::kVerb) return false;  // يستعد of استعاد
    if (analysis.pos == Pos::kVerb && context_.token(t).actor->is(kStyleRole))
      return false;  // سموه
    if (analysis.pos == Pos::kVerb && analysis.agreement.person == 3 && verb_expected(context_, t))
      return true;
    if (analysis.stem_begin != best.stem_begin) return false;  // وزير is no و with a verb
    const auto nominal = [](Pos pos) { return pos == Pos::kNoun || pos == Pos::kMasdar; };
    // قتلى is no قتل with a pronoun, وفدها nobody's journey.
    const bool bound = !best.enclitic.none();
    if (nominal(best.pos) && bound != !analysis.enclitic.none()) return false;
    if (best.pos == Pos::kNoun && bound && analysis.pos == Pos::kVerb) return false;
    const bool as_noun = nominal(best.pos) || best.pos == Pos::kParticiple;  // المقترح
    return !entry.needs.empty() || (as_noun && nominal(analysis.pos));
  }

  // قبل الرئيس العرض: a preposition elsewhere.
  bool opens_with_subject(TokenIndex t) const {
    const TokenRange sentence = context_.sentence_at(t).tokens;
    return t == sentence.begin && t + 1 < sentence.end && context_.mention_at(t + 1) >= 0;
  }

  // رجل يدعى نديم الصافي: his name.
  bool is_called_so(TokenIndex t, const Analysis& analysis, const EventEntry& entry) const {
    const bool called = analysis.passive && analysis.tense == Tense::kImperfect &&
                        (entry.type == EventType::kDemand || entry.type == EventType::kInvite);
    return called && t + 1 < context_.sentence_at(t).tokens.end &&
           context_.mention_at(t + 1) >= 0 && !context_.has_preposition_clitic(t + 1);
  }

  // 1800 طالب, عشرة آلاف شرطي: what is counted, unless the number tells a time (عام 2015 زار).
  bool is_counted(TokenIndex t) const {
    if (t == context_.sentence_at(t).tokens.begin || context_.time_at(t - 1) >= 0) return false;
    return context_.token(t - 1).kind == TokenKind::kNumber ||
           context_.word(t - 1).best().pos == Pos::kNumeral;
  }

  // الاتفاق الذي وقعه: what the verb's pronoun means stands in front of the relative.
  bool takes_what_is_in_front(TokenIndex t, const Analysis& analysis) const {
    return analysis.pos == Pos::kVerb && !analysis.enclitic.none() && t > 0 &&
           context_.word(t - 1).best().pos == Pos::kRelative;
  }

  bool needs_met(TokenIndex t, const EventEntry& entry, const Analysis& analysis) const {
    const EventUse use = use_of(analysis.pos);
    const TokenRange sentence = context_.sentence_at(t).tokens;
    const TokenIndex reach = use == kNounUse ? kNounNeedsReach : kNeedsReach;
    if (stands_in({t + 1, close_behind(t)}, entry.excludes)) return false;
    if (!entry.needs_before.empty() && !stands_before(t, entry.needs_before)) return false;
    if (stands_before(t, entry.excludes_before)) return false;
    if (entry.needs_place && reaches_place(t)) return true;
    if (takes_what_is_in_front(t, analysis) && !entry.needs.empty()) {
      return stands_before(t, entry.needs);
    }
    return entry.needs.empty() ||
           stands_in({t + 1, std::min(sentence.end, t + 1 + reach)}, entry.needs);
  }

  // The end of the few words behind one, of which a name counts as a single one: رفض المتحدث باسم
  // الوزارة نديم الصافي التعليق.
  TokenIndex close_behind(TokenIndex t) const {
    const TokenIndex end = context_.sentence_at(t).tokens.end;
    TokenIndex close = t + 1;
    for (TokenIndex words = 0; words < kNounNeedsReach && close < end; ++words) {
      const int32_t m = context_.mention_at(close);
      close = m >= 0 ? context_.document().mentions[m].tokens.end : close + 1;
    }
    return std::min(end, close);
  }

  // Whether a place stands behind a verb, or behind its subject: وصل القاهرة, وصل الوزير أمس
  // القاهرة.
  bool reaches_place(TokenIndex verb) const {
    const Document& document = context_.document();
    const TokenIndex end = context_.sentence_at(verb).tokens.end;
    for (TokenIndex t = verb + 1; t < end;) {
      if (const int32_t time = context_.time_at(t); time >= 0) {
        t = document.times[time].tokens.end;
        continue;
      }
      const int32_t m = context_.mention_at(t);
      if (m < 0 || context_.has_preposition_clitic(t)) return false;
      const Mention& mention = document.mentions[m];
      const ActorKind kind = document.actors[mention.actor].kind;
      const bool place = kind == ActorKind::kPlace || mention.form == MentionForm::kCapital;
      if (place) return !context_.word(t).best().has(kWa);
      t = mention.tokens.end;
    }
    return false;
  }

  // Whether one of the words stands in a range, before its first full stop or finite verb that is
  // none of them.
  bool stands_in(TokenRange range, const SoughtWords& words) const {
    for (TokenIndex t = range.begin; t < range.end && !words.empty(); ++t) {
      if (is_form_of(t, words)) return true;
      if (ends_search(t)) return false;
    }
    return false;
  }

  // Whether one of the words stands close in front, no finite verb between.
  bool stands_before(TokenIndex t, const SoughtWords& words) const {
    const TokenIndex first =
        t - std::min(t - context_.sentence_at(t).tokens.begin, kNounNeedsReach);
    while (t > first && !words.empty()) {
      --t;
      if (is_form_of(t, words)) return true;
      if (ends_search(t)) return false;
    }
    return false;
  }

  bool ends_search(TokenIndex t) const {
    const bool named = inside_[t] || context_.mention_at(t) >= 0;
    return context_.is_stop(t) || (!named && context_.is_finite_verb(t));
  }

  // Whether a token is one of the words: as it stands, without clitics and article, or as its
  // lemma.
  bool is_form_of(TokenIndex t, const SoughtWords& words) const {
    const Word& word = context_.word(t);
    if (words.has(word.key) || words.has(word.stem(word.best()))) return true;
    return std::any_of(word.analyses.begin(), word.analyses.end(), [&](const Analysis& a) {
      return a.lemma != kNoLemma && words.has(lexicon_.folded_lemma(a.lemma));
    });
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
