#include "statements/decide.h"

#include <cmath>

#include "statements/clause_words.h"
#include "statements/cue_features.h"
#include "statements/outlets.h"

namespace musnad {
namespace {

// Frames above this probability are kept; a little below one half, since what is missed and what is
// too much count the same and the fitted probabilities lean to no.
constexpr float kThreshold = 0.4F;
// The same within the words of another statement: there it takes away nothing from anybody, and a
// doubtful one is better told than kept back.
constexpr float kNestedThreshold = 0.25F;

// `بيسكوف: …` at the head of a line: all that stands before the colon names one person.
bool is_named_line(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kColon || frame.source.empty()) return false;
  const int32_t m = context.mention_at(frame.source.begin);
  if (m < 0) return false;
  const Mention& mention = context.document().mentions[m];
  TokenIndex end = mention.tokens.end;
  while (context.is_quote(end)) ++end;
  return end == frame.cue.tokens.begin && !mention.name.empty() &&
         context.document().actors[mention.actor].kind == ActorKind::kPerson;
}

// Whether a name ends in this word: شكري of سامح شكري, with or without its article.
bool is_last_name(const Context& context, TokenIndex t) {
  const std::string& key = context.word(t).key;
  const Document& document = context.document();
  return std::any_of(document.mentions.begin(), document.mentions.end(), [&](const Mention& mention) {
    if (mention.name.size() < 2 || document.actors[mention.actor].kind != ActorKind::kPerson)
      return false;
    const std::string& last = context.word(mention.name.end - 1).key;
    return last == key || (key.starts_with("ال") && key.substr(4) == last);
  });
}

// Whether the article tells of an institution or office by this word: العمل of وزارة العمل.
bool is_named_after(const Context& context, TokenIndex head) {
  if (!context.token(head).actor->definite()) return false;
  for (TokenIndex t = head + 1; t < context.size(); ++t) {
    const bool same = context.word(t).key == context.word(head).key;
    if (same && context.token(t - 1).actor->is(kBodyRole | kOfficeRole)) return true;
  }
  return false;
}

// `شكري: …`, `«الداخلية» النورية: …` in a headline: the last name of somebody of whom the article
// tells, or the ministry that goes by what it looks after.
bool is_headline_name(const Context& context, const Frame& frame) {
  constexpr TokenIndex kLongest = 3;
  const TokenIndex colon = frame.cue.tokens.begin;
  if (frame.cue.form != CueForm::kColon || frame.source.empty()) return false;
  if (context.sentence_at(colon).paragraph != 0 || frame.source.size() > kLongest) return false;
  TokenIndex end = frame.source.end;
  while (context.is_quote(end) || (end < colon && context.token(end).actor->is(kNisbaRole))) ++end;
  if (end != colon) return false;
  const ActorWord& head = *context.token(frame.source.begin).actor;
  if (head.is(kPortfolioRole) && head.definite()) return true;
  return frame.source.size() == 1 && (is_last_name(context, frame.source.begin) ||
                                      is_named_after(context, frame.source.begin));
}

// ألقى اللوم على, فضّل عدم ذكر اسمه: a verb with the words that its row asks for.
bool has_its_company(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.entry->needs_phrase.empty()) return false;
  if (cue.entry->certainty == Certainty::kSeldom || cue.negated) return false;
  return !frame.source.empty() && !context.is_subjunctive(cue.tokens.begin - 1);
}

// بعد تأكيد الوزير أن, جاء في بيان أن: a noun of speech with a clause and who says it.
bool tells_clause_as_noun(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kNoun) return false;
  const bool clause = frame.opening == Opening::kComplementizer ||
                      (cue.in_document &&
                       (frame.opening == Opening::kColon || frame.opening == Opening::kQuotation));
  if (!clause || cue.in_document) return clause;
  if (frame.skipped_verbs > 0) return false;  // تصريحات الوزير خلال لقاء حضره …
  if (cue.entry->document || !cue.analysis->enclitic.none()) return false;
  if (frame.source.begin != cue.tokens.end || frame.source.empty()) return false;
  const bool somebody = context.mention_at(frame.source.begin) >= 0 ||
                        context.token(frame.source.begin).actor->is(kNounRoles);
  const bool at_once =
      cue.analysis->pos == Pos::kMasdar || frame.content_begin <= frame.source.end + 1;
  return cue.entry->certainty != Certainty::kSeldom && !cue.analysis->definite() && somebody &&
         at_once && frame.skipped_phrases <= 1;
}

// Whether somebody or a document stands at a token, and no mere thing (حسب الطلب).
bool can_speak(const Context& context, TokenIndex t) {
  const ActorWord& head = *context.token(t).actor;
  if (head.is(kDocumentRole)) return true;
  const Actor* actor = actor_at(context, t);
  return actor != nullptr && (actor->kind != ActorKind::kUnnamed || head.is(kNounRoles));
}

// وفقا لشبكة لا يعرفها أحد، فإن: at the head of a sentence whose clause follows.
bool attributes_clause_ahead(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kPhrase || frame.opening != Opening::kClause) return false;
  if (frame.source.empty() || frame.content_begin == 0) return false;
  const TokenIndex t = frame.content_begin;
  const bool so = context.word(t).best().has(kFa) || context.word(t - 1).best().has(kFa);
  return so && context.token(frame.source.begin).actor->is(kBodyRole | kMediaRole);
}

// يجادل الكرملين بأن, أصر الوفد على أن: a verb that mostly reports, who did, and at once what.
bool tells_clause_as_verb(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || cue.analysis->passive) return false;
  if (cue.entry->certainty == Certainty::kSeldom || frame.opening != Opening::kComplementizer)
    return false;
  const Analysis& best = context.word(cue.tokens.begin).best();
  const bool like_grammar = is_grammar_word(best.pos) && frame.skipped_phrases == 0;  // بين
  if ((cue.analysis != &best && !like_grammar) || !cue.analysis->enclitic.none()) return false;
  TokenIndex subject = cue.tokens.end;
  while (context.is_quote(subject)) ++subject;
  const bool near = frame.skipped_verbs == 0 && frame.skipped_phrases <= 1;
  return !frame.source.empty() && frame.source.begin == subject && near &&
         !context.is_subjunctive(frame.content_begin - 1);
}

// لم يفصح الناطق عن اسمه, ولم تعلن الوزارة أي تفاصيل: a verb of telling under a negation of the past.
bool tells_not(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || !cue.negated || frame.source.empty()) return false;
  if (cue.entry->act != Act::kSay && cue.entry->act != Act::kAnnounce) return false;
  if (cue.entry->certainty != Certainty::kAlways) return false;
  return cue.tokens.begin > 0 && context.word(cue.tokens.begin - 1).key.ends_with("لم") &&
         (frame.opening == Opening::kPreposition || frame.opening == Opening::kObject ||
          frame.opening == Opening::kMatter);
}

// وتعدها امتدادا, ووصفها بالكاذبة, وعدته «مغذيا للفتنة»: what he calls it.
bool calls_it(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || !cue.entry->content_includes_addressee) return false;
  if (cue.analysis->enclitic.person != 3 || frame.content_begin == kNoToken) return false;
  if (!context.is_finite_verb(cue.tokens.begin) || cue.analysis->agreement.person != 3) return false;
  if (context.has_pos(cue.tokens.begin - 1, Pos::kRelative)) return false;  // ما يعتبره نفوذا
  const TokenIndex t = frame.content_begin;
  if (t > cue.tokens.end + 1) return false;
  return frame.opening == Opening::kQuotation ||
         (frame.opening == Opening::kObject && context.word(t).key.ends_with("ا"));
}

// وفقا لما كشفه التقرير, وفق ما أعلنت الوزارة: a verb that mostly reports, in a clause of attribution.
bool attributes_as_clause(const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.attribution == kNoToken || cue.negated) return false;
  return cue.entry->certainty != Certainty::kSeldom && !frame.source.empty();
}

// أظهر استطلاع نشره المعهد أن: a document tells what is in it.
bool is_told_by_document(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated || frame.source.empty()) return false;
  const ActorWord& head = *context.token(frame.source.begin).actor;
  return frame.opening == Opening::kComplementizer && frame.skipped_verbs <= 1 &&
         head.is(kDocumentRole) && !head.is(kMediaRole) &&
         !context.is_subjunctive(frame.content_begin - 1);
}

// كلمة هنأ فيها القيادة, بيان أكد فيه أن: what was said in something said.
bool tells_there(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kVerb || cue.negated) return false;
  if (cue.entry->certainty == Certainty::kSeldom || frame.opening == Opening::kNone) return false;
  return is_therein(context, cue.tokens.end);
}

// مشككا في, منتقدا الخصوم: a participle that goes on with what a man says or does, of a verb that
// always reports.
bool goes_on_as_participle(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (cue.form != CueForm::kParticiple || cue.entry->certainty != Certainty::kAlways) return false;
  const bool opened = frame.opening == Opening::kComplementizer ||
                      frame.opening == Opening::kPreposition || frame.opening == Opening::kObject;
  return opened && cue.analysis->enclitic.none() &&
         context.word(cue.tokens.begin).key.ends_with("ا");
}

// جدد دعوته, وجه اتهامات: a verb with the noun of speech that its row asks for, as something that
// happened.
bool makes_statement_with_noun(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  if (frame.noun == nullptr || !cue.entry->needs_noun || cue.form != CueForm::kVerb) return false;
  if (frame.noun->certainty == Certainty::kSeldom || frame.noun->act == Act::kSay) return false;
  if (cue.negated || context.is_subjunctive(cue.tokens.begin - 1)) return false;
  return !frame.source.empty() || cue.analysis->has(kWa) ||
         context.has_pos(cue.tokens.begin - 1, Pos::kConjunction);  // كما وجه شكره
}

// لم يرد على الهدف, not على الطلب: an answer that is none in words.
bool answers_no_words(const Context& context, const Frame& frame) {
  if (frame.cue.entry == nullptr || !frame.cue.entry->needs_negated) return false;
  return frame.opening == Opening::kPreposition && (frame.cue.entry->complements & kAlaNp) != 0 &&
         !is_speech_noun(context, frame.content_begin);
}

}  // namespace

bool is_certain(const Context& context, const Frame& frame) {
  if (is_named_line(context, frame) || is_headline_name(context, frame)) return true;
  if (makes_statement_with_noun(context, frame) || has_its_company(context, frame)) return true;
  if (tells_clause_as_noun(context, frame) || tells_clause_as_verb(context, frame)) return true;
  if (goes_on_as_participle(context, frame) || tells_there(context, frame)) return true;
  if (calls_it(context, frame) || tells_not(context, frame)) return true;
  if (attributes_as_clause(frame) || is_told_by_document(context, frame)) return true;
  const bool relayed =
      !frame.relay.empty() &&
      (frame.noun != nullptr || !outlet_name_at(context, frame.relay.begin).empty());
  if (relayed && frame.opening != Opening::kNone) return true;
  const bool withheld = frame.cue.entry != nullptr && frame.cue.entry->needs_negated &&
                        frame.cue.negated && !answers_no_words(context, frame);
  if (withheld && frame.opening != Opening::kNone && !frame.source.empty()) return true;
  if (frame.cue.form == CueForm::kNoun && frame.cue.negated && !frame.source.empty()) return true;
  if (frame.cue.form != CueForm::kPhrase || !frame.cue.phrase->names_speaker) return false;
  if (frame.source.empty()) return !context.word(frame.cue.tokens.end - 1).best().enclitic.none();
  return can_speak(context, frame.source.begin) || attributes_clause_ahead(context, frame);
}

namespace {

// بين X وY: a preposition that is spelled like a verb of speech.
bool joins_two(const Context& context, const Frame& frame) {
  if (frame.source.empty() || frame.cue.form != CueForm::kVerb) return false;
  if (context.word(frame.cue.tokens.begin).key != "بين") return false;
  if (frame.source.begin != frame.cue.tokens.end) return false;
  for (TokenIndex t = frame.source.begin + 1; t <= frame.source.end && t < context.size(); ++t) {
    if (context.word(t).best().has(kWa)) return true;
  }
  return false;
}

// عقب الاجتماع, عبر حسابه: a word of grammar, unless somebody stands by it who could have spoken.
bool is_word_of_grammar(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kVerb) return false;
  const Word& word = context.word(frame.cue.tokens.begin);
  if (frame.cue.analysis == &word.best() || !is_grammar_word(word.best().pos)) return false;
  if (frame.opening == Opening::kPreposition && frame.content_begin == frame.cue.tokens.end + 1) {
    return false;  // عبر عن
  }
  if (frame.opening == Opening::kComplementizer) {
    return frame.content_begin > frame.cue.tokens.end + 1 &&
           (frame.source.empty() || context.token(frame.source.begin).actor->is(kOccasionRole));
  }
  if (frame.source.empty() || frame.opening == Opening::kNone) return true;
  const Actor* actor = actor_at(context, frame.source.begin);
  return !can_speak(context, frame.source.begin) || (actor != nullptr && actor->outlet);
}

// بروفايل: …, انسحاب المملكة من الاتحاد: …: what the line is about, not who speaks in it.
bool names_topic(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kColon || frame.source.empty()) return false;
  if (is_headline_name(context, frame)) return false;
  const TokenIndex head = frame.source.begin;
  return !can_speak(context, head) && context.token(head).actor->kind != WordClass::kName;
}

// The writer of a column speaks of himself: أتمنى, outside of anybody's words.
bool is_writer(const Context& context, const Frame& frame) {
  return frame.cue.form == CueForm::kVerb && frame.cue.analysis->agreement.person == 1 &&
         frame.source.empty() && context.quotation_of(frame.cue.tokens.begin) < 0;
}

// وفق الشريعة, حسب الطلب: in accordance with something that says nothing.
bool accords_with_thing(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kPhrase || !frame.cue.phrase->names_relay) return false;
  if (frame.source.empty()) return false;
  if (attributes_clause_ahead(context, frame)) return false;
  const TokenIndex head = frame.source.begin;
  return !can_speak(context, head) && !is_speech_noun(context, head) &&
         context.token(head).actor->kind != WordClass::kName;
}

// أصدر بيانا أكد فيه, ألقى كلمة رحب فيها: what was said follows with a verb of its own.
bool only_brings_document(const Context& context, const Frame& frame) {
  constexpr TokenIndex kReach = 30;
  if (frame.noun == nullptr || frame.cue.form != CueForm::kVerb) return false;
  const TokenIndex end = std::min(context.sentence_at(frame.cue.tokens.begin).tokens.end,
                                  frame.cue.tokens.end + kReach);
  for (TokenIndex t = frame.cue.tokens.end + 1; t < end; ++t) {
    if (context.is_comma(t) || context.is_stop(t)) return false;
    if (is_therein(context, t) && context.is_finite_verb(t - 1)) return true;
  }
  return false;
}

// اطلع على التقرير: with nobody told he saw it himself.
bool tells_nobody(const Frame& frame) {
  const ReportingEntry* entry = frame.cue.entry;
  if (entry == nullptr || frame.cue.form != CueForm::kVerb || frame.cue.analysis->passive) return false;
  if ((entry->addressee & kMustAddressee) == 0 || entry->act != Act::kSay) return false;
  if (entry->content_includes_addressee || frame.opening != Opening::kPreposition) return false;
  return frame.addressee.empty() && frame.cue.analysis->enclitic.none() &&
         frame.content_begin == frame.cue.tokens.end + 1;
}

// تطرق الحديث إلى, تناول اللقاء: an occasion is spoken at, it does not speak.
bool is_told_of_occasion(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kVerb || frame.source.empty() || frame.cue.entry == nullptr)
    return false;
  if (frame.opening != Opening::kPreposition && frame.opening != Opening::kObject) return false;
  if (frame.cue.entry->certainty == Certainty::kAlways) return false;
  const ActorWord& head = *context.token(frame.source.begin).actor;
  return head.is(kOccasionRole) && !head.is(kNounRoles);
}

// The tokens that a frame's content may reach to.
TokenRange possible_content(const Context& context, const Frame& frame) {
  if (frame.opening == Opening::kNone || frame.content_begin >= context.size()) return {};
  TokenIndex end = context.sentence_at(frame.content_begin).tokens.end;
  if (frame.quotation >= 0) end = context.document().quotations[frame.quotation].tokens.end;
  return {frame.content_begin, end};
}

// Behind a comma or with an "and" a cue goes on with the writer's sentence.
bool goes_on(const Context& context, const Cue& cue) {
  const TokenIndex t = cue.tokens.begin;
  if (context.quotation_of(t) >= 0) return false;
  return (t > 0 && context.is_comma(t - 1)) ||
         (cue.analysis != nullptr && (cue.analysis->has(kWa) || cue.analysis->has(kFa)));
}

}  // namespace

std::vector<ScoredFrame> decide_frames(const Context& context, const std::vector<Cue>& cues,
                                       const LinearModel& model) {
  std::vector<ScoredFrame> kept;
  Features features;
  TokenRange words_of_other;
  for (const Cue& cue : cues) {
    Frame frame = parse_frame(context, cue);
    features.clear();
    cue_features(context, frame, features);
    const auto probability = static_cast<float>(1 / (1 + std::exp(-model.score(features))));
    const bool nested = words_of_other.contains(cue.tokens) && !goes_on(context, cue);
    if (joins_two(context, frame) || is_word_of_grammar(context, frame)) continue;
    if (tells_nobody(frame)) continue;
    if (only_brings_document(context, frame) || is_told_of_occasion(context, frame)) continue;
    if (answers_no_words(context, frame) || accords_with_thing(context, frame) || names_topic(context, frame)) continue;
    if (is_writer(context, frame) && !words_of_other.contains(cue.tokens)) continue;
    const bool likely = probability > kThreshold || is_certain(context, frame);
    if (!likely && !(nested && probability > kNestedThreshold)) continue;
    if (!nested) words_of_other = possible_content(context, frame);
    if (!kept.empty() && kept.back().frame.cue.tokens.overlaps(frame.cue.tokens)) {
      const bool better = kept.back().frame.relay.empty() && kept.back().probability < probability;
      if (better) kept.back() = {frame, probability, !likely};
    } else {
      kept.push_back({frame, probability, !likely});
    }
  }
  return kept;
}

}  // namespace musnad
