#include "statements/subject_before.h"

#include <algorithm>

#include "actors/phrase.h"
#include "morphology/agreement.h"
#include "statements/clause_words.h"

namespace musnad {
namespace {

// Furthest that a subject stands before its verb, in tokens.
constexpr TokenIndex kSubjectReach = 50;
// Longest phrase that is looked for word by word.
constexpr TokenIndex kLongestPhrase = 8;

// What shows of the gender and number of a noun phrase.
struct Shape {
  uint8_t gender = 0;
  uint8_t number = 0;
};

Shape shape_of(const Context& context, TokenIndex head) {
  const int32_t m = context.mention_at(head);
  const ActorWord& word = *context.token(head).actor;
  if (m >= 0) {
    const Actor& actor = context.document().actors[context.document().mentions[m].actor];
    if (actor.kind == ActorKind::kPerson && actor.number == Number::kSingular) {
      return {static_cast<uint8_t>(actor.gender), kSingular};
    }
    // States that are masculine (لبنان) take a feminine verb as well, those that are feminine none
    // but it.
    if (actor.kind == ActorKind::kState && actor.gender == Gender::kFeminine) {
      return {kFeminine, kSingular};
    }
    if (actor.kind == ActorKind::kState || word.kind == WordClass::kName) return {};
  }
  // A final ه may be the feminine ending, whatever the tables say of the stem.
  if (context.word(head).stem(context.word(head).best()).ends_with("ه")) {
    const bool woman = context.document().token_text(head).ends_with("ة") &&  // الحكومة
                       word.gender == Gender::kFeminine && word.number == Number::kSingular;
    return woman ? Shape{kFeminine, kSingular} : Shape{};
  }
  if (word.gender != Gender::kUnknown && word.number != Number::kUnknown) {
    return {static_cast<uint8_t>(word.gender), static_cast<uint8_t>(word.number)};
  }
  const Analysis& best = context.word(head).best();
  return {best.agreement.gender, best.agreement.number};
}

// A sound plural or dual in the accusative or genitive: المسؤولين, الطرفين. Unlike other plurals on
// ين (قوانين) its form is also that of the dual.
bool is_oblique(const Context& context, TokenIndex t) {
  if (context.token(t).actor->number == Number::kSingular) return false;  // الأمين
  const int32_t m = context.mention_at(t);
  const auto kind = m < 0 ? ActorKind::kUnnamed
                          : context.document().actors[context.document().mentions[m].actor].kind;
  if (kind == ActorKind::kState || kind == ActorKind::kPlace) return false;  // البحرين
  const Word& word = context.word(t);
  const Analysis& best = word.best();
  if (best.pos == Pos::kVerb || !word.stem(best).ends_with("ين")) return false;
  if (best.lemma == kNoLemma) return best.definite() && word.stem(best).ends_with("يين");
  return std::any_of(word.analyses.begin(), word.analyses.end(), [&](const Analysis& analysis) {
    return analysis.agreement.number == kDual && word.stem(analysis).ends_with("ين");
  });
}

// طالب عدد من النواب, أكد كل من الوزيرين: as an object it would be written عددا, كلا; not كل من
// يريد.
bool counts_some(const Context& context, TokenIndex head) {
  const ActorWord& some = *context.token(head).actor;
  if (!some.is(kQuantifierRole) || some.kind == WordClass::kAdjective || some.prefixed() ||
      some.has(kAl) || some.pronoun) {
    return false;
  }
  if (context.word(head).key.ends_with("ا") || is_accusative(context.document(), head))
    return false;
  const TokenIndex those = head + 2;
  if (those >= context.size() || context.word(head + 1).key != "من") return false;
  if (context.has_pos(those, Pos::kNegation)) return false;  // عدد من لا يزالون هناك
  return !context.has_pos(those, Pos::kVerb) || context.mention_at(those) >= 0;
}

// A relative pronoun that shows agreement: الذي, not ما.
const Analysis* relative_at(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  return best.pos == Pos::kRelative && !best.agreement.none() ? &best : nullptr;
}

// كان, بات, لا يزال: verbs that stand in front of another's subject or of the verb itself; not
// يكون, which is a clause of its own.
bool is_auxiliary(const Context& context, TokenIndex t) {
  constexpr std::string_view kPerfect[] = {"كان", "بات", "ظلّ", "أصبح"};
  const auto& analyses = context.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [&](const Analysis& analysis) {
    if (analysis.pos != Pos::kVerb) return false;
    const std::string_view verb = context.morphology().lemma_text(analysis);
    return verb == "زال" ||
           (analysis.tense == Tense::kPerfect &&
            std::find(std::begin(kPerfect), std::end(kPerfect), verb) != std::end(kPerfect));
  });
}

// Words that may stand between a subject and its verb: قد, كان, لا يزال, an adverb.
bool is_light(const Context& context, TokenIndex t) {
  return context.has_pos(t, Pos::kParticle) || context.has_pos(t, Pos::kNegation) ||
         context.has_pos(t, Pos::kAdverb) || context.word(t).key == "ايضا" ||
         (is_auxiliary(context, t) && !context.word(t).best().has(kWa));
}

// Whether what stands before `t` begins a clause, so that a subject may stand at `t`.
bool begins_clause(const Context& context, TokenIndex t, TokenIndex sentence_begin) {
  if (t == sentence_begin) return true;
  const TokenIndex p = t - 1;
  if (context.token(p).kind == TokenKind::kPunctuation) return true;
  if (context.complementizer(p) != Complementizer::kNone) return true;
  if (context.has_pos(p, Pos::kConjunction) || context.has_pos(p, Pos::kParticle)) return true;
  if (is_light(context, p)) return true;
  if (is_auxiliary(context, p)) return true;
  return context.word(t).best().has(kWa) || context.word(t).best().has(kFa);
}

// A verb in front of its subject is singular; behind it, it agrees in number too, but plurals of
// things and bodies take the feminine singular.
bool agrees_with_subject(const Context& context, const Analysis& verb, TokenIndex head) {
  if (verb.agreement.person == 1 || verb.agreement.person == 2) return false;
  const Shape shape = shape_of(context, head);
  if (verb.agreement.number == kPlural) return shape.number != kSingular;
  if (shape.number == kSingular)
    return shape.gender == 0 || verb.agreement.gender == 0 || shape.gender == verb.agreement.gender;
  return shape.number == 0 || verb.agreement.gender != kMasculine;
}

class LookBehind {
 public:
  LookBehind(const Context& context, const Cue& cue)
      : context_(context), cue_(cue), verb_(*cue.analysis) {
    const TokenIndex begin = context.sentence_at(cue.tokens.begin).tokens.begin;
    begin_ = std::max(begin, cue.tokens.begin - std::min(cue.tokens.begin, kSubjectReach));
    sentence_begin_ = begin;
  }

  SubjectBefore run() const {
    TokenIndex t = cue_.tokens.begin;
    while (t > begin_ && is_light(context_, t - 1)) --t;
    if (t > begin_ && relative_at(context_, t - 1) != nullptr) return antecedent(t - 1);
    if (SubjectBefore found = formerly(t); !found.phrase.empty()) return found;
    if (verb_.has(kWa)) return {};
    if (SubjectBefore found = preposed(t); !found.phrase.empty()) return found;
    if (SubjectBefore found = unmarked_antecedent(t); !found.phrase.empty()) return found;
    return topic(t);
  }

 private:
  TokenIndex skip_marks(TokenIndex t) const {
    while (t > begin_ && (context_.is_comma(t - 1) || context_.is_quote(t - 1) ||
                          context_.is_mark(t - 1, ')') || context_.is_mark(t - 1, '-'))) {
      --t;
    }
    return t;
  }

  // Whether somebody who can speak may be called by a phrase that begins with `t`.
  bool heads_speaker(TokenIndex t) const {
    const ActorWord& word = *context_.token(t).actor;
    const bool homeland = word.is(kHomelandRole) && word.pronoun;  // بلاده
    return (word.is(kNounRoles | kQuantifierRole | kBackRole) || homeland || is_speech(t) ||
            is_people(t)) &&
           !word.prefixed();
  }

  // Sound masculine plurals are people: منتقدين.
  bool is_people(TokenIndex t) const {
    const Word& word = context_.word(t);
    const Analysis& best = word.best();
    if (best.pos == Pos::kVerb) return false;
    const bool nation = word.stem(best).ends_with("يين") || word.stem(best).ends_with("يون");
    if (nation && verb_.agreement.number == kPlural) return true;  // أن نوريين رفضوا
    if (best.agreement.number != kPlural) return false;
    if (word.stem(best).ends_with("ون")) return true;
    return word.stem(best).ends_with("ين") &&  // not قوانين
           std::any_of(word.analyses.begin(), word.analyses.end(),
                       [](const Analysis& analysis) { return analysis.agreement.number == kDual; });
  }

  // A thing said or written: أنباء, تقارير.
  bool is_speech(TokenIndex t) const {
    const Word& word = context_.word(t);
    if (!word.reporting || word.best().pos == Pos::kVerb) return false;
    const auto tells = [&](const Analysis& analysis) {
      if (analysis.pos == Pos::kVerb) return false;
      const auto& entries = context_.morphology().reporting_of(analysis);
      return !entries.empty() && entries.front().noun;
    };
    if (!word.key.ends_with("ات")) return tells(word.best());
    return std::any_of(word.analyses.begin(), word.analyses.end(), tells);  // تقديرات
  }

  // عدد | من النواب, عدد كبير | من النواب
  bool is_partitive(TokenIndex t) const {
    if (t == begin_ || context_.word(t).key != "من") return false;
    const bool described = t > begin_ + 1 && context_.word(t - 1).best().pos == Pos::kAdjective;
    const ActorWord& part = *context_.token(described ? t - 2 : t - 1).actor;
    return part.is(kQuantifierRole) && part.kind == WordClass::kNoun;  // not أكثر من
  }

  // مصدرا, كبيرا: written with the ending of the indefinite accusative.
  bool is_indefinite_object(TokenIndex t) const {
    const Analysis& best = context_.word(t).best();
    return context_.token(t).kind == TokenKind::kWord && best.pos != Pos::kVerb &&
           best.proclitics == 0 && !is_grammar_word(best.pos) &&
           context_.word(t).key.ends_with("ا");
  }

  // تقديرات | الائتلاف: what somebody said or wrote, before who it was.
  bool is_words_of(TokenIndex owner) const {
    const TokenIndex t = owner - 1;
    return context_.token(t).kind == TokenKind::kWord && is_speech(t) &&
           !context_.word(t).best().definite() && context_.word(t).best().proclitics == 0 &&
           context_.word(t).key.ends_with("ات") && !context_.token(owner).actor->joined() &&
           !context_.token(owner).actor->prefixed();
  }

  // بعض | المصادر, عدد كبير من | النواب: where those begin of whom the phrase is told.
  TokenIndex before_quantifier(TokenRange phrase) const {
    constexpr TokenIndex kLongest = 3;
    for (TokenIndex b = phrase.begin; b > begin_ && phrase.begin - b < kLongest; --b) {
      const ActorWord& some = *context_.token(b - 1).actor;
      if (!some.is(kQuantifierRole) || some.kind == WordClass::kNumber || some.prefixed()) continue;
      if (context_.mention_ending_at(b - 1) >= 0) return phrase.begin;  // فلان | أحد المستشارين
      return context_.noun_phrase_end(b - 1, phrase.end) == phrase.end ? b - 1 : phrase.begin;
    }
    return phrase.begin;
  }

  // مصدرا دبلوماسيا كبيرا: with the nouns before it whose attribute it is.
  TokenRange phrase_ending_at(TokenIndex t) const {
    TokenRange found = known_phrase_ending_at(t);
    while (!found.empty() && found.begin > begin_ && is_indefinite_object(found.begin) &&
           is_indefinite_object(found.begin - 1)) {
      --found.begin;
    }
    if (!found.empty() && found.begin > begin_ && is_words_of(found.begin)) --found.begin;
    if (!found.empty()) found.begin = before_quantifier(found);
    return found;
  }

  // The phrase that ends before `t`: a mention, or the longest noun phrase of a speaker.
  TokenRange known_phrase_ending_at(TokenIndex t) const {
    const int32_t m = context_.mention_ending_at(t);
    TokenRange found;
    if (m >= 0) found = context_.document().mentions[m].tokens;
    if (!found.empty()) return found.begin >= begin_ ? found : TokenRange{};
    constexpr TokenIndex kLongest = 6;
    for (TokenIndex b = t; b > begin_ && t - b < kLongest; --b) {
      const TokenIndex first = b - 1;
      if (context_.token(first).kind != TokenKind::kWord) break;
      const Pos pos = context_.word(first).best().pos;
      if (pos != Pos::kNoun && pos != Pos::kUnknown && pos != Pos::kAdjective &&
          pos != Pos::kParticiple && pos != Pos::kMasdar && !is_partitive(first)) {
        break;
      }
      if (heads_speaker(first) && context_.noun_phrase_end(first, t) == t) found = {first, t};
    }
    return found;
  }

  // A name of one or two words that no mention covers, at the head of the sentence or of a clause
  // (لكن فلان قال).
  TokenRange name_ending_at(TokenIndex t) const {
    TokenIndex first = t;
    while (first > begin_ && context_.token(first - 1).actor->kind == WordClass::kName) --first;
    const bool opens = first == sentence_begin_ || context_.is_behind_pause(first) ||
                       (first > begin_ && (context_.has_pos(first - 1, Pos::kConjunction) ||
                                           is_auxiliary(context_, first - 1)));  // وكان فلان أعلن
    if (first < t && context_.token(first).actor->joined()) return {};
    return opens && t - first <= 2 ? TokenRange{first, t} : TokenRange{};
  }

  // «الفلانية» تعلن, وكانت «الفلانية» قد أعلنت, أن «الفلانية» ستعلن: a name in quotation marks.
  TokenRange quoted_at_head(TokenIndex t) const {
    if (t <= sentence_begin_ + 1 || !context_.is_quote(t - 1)) return {};
    const int32_t q = context_.quotation_of(t - 2);
    if (q < 0) return {};
    const TokenIndex open = context_.document().quotations[q].open;
    if (open == kNoToken || open < sentence_begin_) return {};
    if (open != sentence_begin_) {
      const std::string_view before = context_.word(open - 1).key;
      const bool was = before == "وكان" || before == "وكانت" || before == "كانت";
      if (!was && context_.complementizer(open - 1) == Complementizer::kNone) return {};
    }
    const Quotation& quotation = context_.document().quotations[q];
    const bool name = quotation.close == t - 1 && quotation.tokens.size() <= 3;
    return name ? quotation.tokens : TokenRange{};
  }

  // الوزير الذي قال: the relative agrees with its verb, and no pronoun behind the verb says that
  // the antecedent is something else in its clause (التصريحات التي أطلقها).
  SubjectBefore antecedent(TokenIndex relative) const {
    const Analysis& pronoun = *relative_at(context_, relative);
    if (pronoun.has(kWa)) relative = first_relative(relative);
    const TokenRange phrase = phrase_ending_at(skip_marks(relative));
    if (phrase.empty() || !agrees(pronoun.agreement) || is_resumed(pronoun.agreement)) return {};
    const Shape shape = shape_of(context_, phrase.begin);
    const bool other = shape.number == kSingular && pronoun.agreement.number == kSingular &&
                       shape.gender != 0 && pronoun.agreement.gender != 0 &&
                       shape.gender != pronoun.agreement.gender;
    if (other) return {};  // شعار المواطن البسيط والتي تقول
    if (const TokenRange one = counted_among(phrase); !one.empty()) return {one, true, true};
    return {phrase, true, takes_object() || !subject_behind()};
  }

  // كانت نوريا من بين | الدول التي دعت, نوريا من أوائل | الدول التي رحبت: the one who is told to be
  // one of them; empty where nobody is.
  TokenRange counted_among(TokenRange many) const {
    if (many.begin < begin_ + 3 || context_.word(many.begin - 2).key != "من") return {};
    if (!context_.does(many.begin - 1, kAmongWord)) return {};
    const int32_t m = context_.mention_ending_at(many.begin - 2);
    if (m < 0) return {};
    const TokenRange one = context_.document().mentions[m].tokens;
    return begins_clause(context_, one.begin, sentence_begin_) ? one : TokenRange{};
  }

  // النواب الذين حضروا | والذين حذروا: the relative pronoun that another one goes on with.
  TokenIndex first_relative(TokenIndex joined) const {
    const Agreement agreement = relative_at(context_, joined)->agreement;
    for (TokenIndex t = joined; t > begin_; --t) {
      const Analysis* other = relative_at(context_, t - 1);
      if (other != nullptr && !other->has(kWa) && other->agreement.gender == agreement.gender &&
          other->agreement.number == agreement.number) {
        return t - 1;
      }
    }
    return joined;
  }

  bool agrees(Agreement relative) const {
    const Agreement verb = verb_.agreement;
    if (verb.person == 1 || verb.person == 2) return false;
    if (relative.gender != 0 && verb.gender != 0 && relative.gender != verb.gender) return false;
    return relative.number == 0 || verb.number == 0 || relative.number == verb.number;
  }

  // Whether a pronoun in the verb's clause stands for what is before it: التي أطلقها, ألقى كلمة رحب
  // فيها, كلمة أكد من خلالها.
  bool is_resumed(Agreement antecedent) const {
    const auto same = [&](Agreement pronoun) {
      return !pronoun.none() && pronoun.gender == antecedent.gender &&
             pronoun.number == antecedent.number;
    };
    if (same(verb_.enclitic)) return true;
    const TokenIndex next = cue_.tokens.end;
    if (!context_.is_preposition(next)) return false;
    if (same(context_.word(next).best().enclitic)) return true;
    return context_.is_preposition(next + 1) && same(context_.word(next + 1).best().enclitic);
  }

  // The pronoun that goes with a noun.
  Agreement pronoun_of(TokenIndex noun) const {
    const Agreement agreement = context_.word(noun).best().agreement;
    const bool things = agreement.number == kPlural && !context_.token(noun).actor->is(kNounRoles);
    return things ? agreement_of(kFeminine, kSingular)
                  : agreement_of(agreement.gender, agreement.number);
  }

  bool takes_object() const {
    return cue_.entry != nullptr &&
           ((cue_.entry->addressee & kAccAddressee) != 0 || (cue_.entry->complements & kInna) == 0);
  }

  bool subject_behind() const {
    return is_nominative(context_, cue_.tokens.end) || mention_behind();
  }

  bool mention_behind() const {
    return context_.mention_at(cue_.tokens.end) >= 0 &&
           can_follow_as_subject(context_, verb_, cue_.tokens.end);
  }

  // سبق للوزير أن قال
  SubjectBefore formerly(TokenIndex t) const {
    if (t <= begin_ || context_.complementizer(t - 1) != Complementizer::kBare) return {};
    for (TokenIndex b = t - 1; b > begin_ + 1 && t - b < kLongestPhrase; --b) {
      const TokenIndex first = b - 1;
      const Word& before = context_.word(first - 1);
      if (before.stem(before.best()) != "سبق") continue;
      const bool to =
          context_.has_preposition_clitic(first) || context_.token(first).actor->has(kLi);
      if (!to || context_.noun_phrase_end(first, t - 1) != t - 1) return {};
      return {{first, t - 1}, false, true};
    }
    return {};
  }

  // القرشي ومراد والحداد | يؤكدون: names alone; empty where other words stand before the last one.
  TokenRange with_named(TokenRange last) const {
    TokenIndex first = last.begin;
    while (first > begin_ && context_.token(first).actor->joined()) {
      const int32_t m = context_.mention_ending_at(first);
      if (m < 0) return {};
      first = context_.document().mentions[m].tokens.begin;
    }
    const bool opens = first >= begin_ && begins_clause(context_, first, sentence_begin_);
    return opens && first < last.begin ? TokenRange{first, last.end} : TokenRange{};
  }

  // الشيوخ والمجلس يؤكدون, كل من نوريا وسيراف تؤكد: the whole of those whose last one ends before
  // the verb.
  TokenRange with_others(TokenRange last, TokenIndex t) const {
    if (!context_.token(last.begin).actor->joined()) return last;
    const bool one = verb_.agreement.number <= kSingular;
    if (const TokenRange all = with_named(last); !one && !all.empty()) return all;
    for (TokenIndex b = last.begin; b > begin_ && last.begin - b < kLongestPhrase; --b) {
      const TokenIndex first = b - 1;
      if (context_.token(first).kind == TokenKind::kPunctuation) return last;
      const bool each = context_.word(first).key == "كل" && context_.word(first + 1).key == "من";
      if (one ? !each : !begins_clause(context_, first, sentence_begin_)) continue;
      return context_.noun_phrase_end(first, t) == t ? TokenRange{first, t} : last;
    }
    return last;
  }

  // باريس تدعو, وكان الوزير قد قال.
  // النهار يدعو رئيس الحكومة إلى: in a headline a word with the article, whatever it means, that is
  // all there is before a verb of calling on somebody who is told behind it.
  TokenRange caller_in_headline(TokenIndex t) const {
    if (t != sentence_begin_ + 1 || t != cue_.tokens.begin) return {};
    if (context_.sentence_at(t).paragraph != 0 || cue_.entry == nullptr) return {};
    const TokenIndex whom = cue_.tokens.end;
    const bool calls = (cue_.entry->addressee & kAccAddressee) != 0 && verb_.enclitic.none() &&
                       verb_.tense == Tense::kImperfect && verb_.proclitics == 0;
    if (!calls || !context_.token(whom).actor->is(kTitleRoles)) return {};
    const TokenIndex word = t - 1;
    const Analysis& best = context_.word(word).best();
    const bool noun = best.definite() && best.proclitics == kAl && best.pos != Pos::kVerb;
    return noun && !context_.token(word).actor->is(kTimeRole | kOccasionRole) ? TokenRange{word, t}
                                                                              : TokenRange{};
  }

  SubjectBefore preposed(TokenIndex t) const {
    TokenRange phrase = phrase_ending_at(t);
    if (phrase.empty()) phrase = name_ending_at(t);
    if (phrase.empty()) phrase = caller_in_headline(t);
    if (phrase.empty() && verb_.agreement.person == 3) {  // a company, whatever its name is
      return {quoted_at_head(t), false, true};
    }
    if (!phrase.empty()) phrase = with_others(phrase, t);
    if (phrase.empty() || context_.token(phrase.begin).actor->prefixed()) return {};
    const bool object = context_.token(phrase.begin).actor->is(kDocumentRole) &&
                        is_accusative(context_.document(), phrase.begin);
    if (object) return {};  // أصدر أمس بيانا | قال فيه
    if (!begins_clause(context_, phrase.begin, sentence_begin_)) return {};
    if (!agrees_with_subject(context_, verb_, phrase.begin)) return {};
    return {phrase, false, true};
  }

  // أنباء تفيد, منظمة تصف نفسها: behind an indefinite noun a relative clause has no pronoun.
  SubjectBefore unmarked_antecedent(TokenIndex t) const {
    const TokenRange phrase = phrase_ending_at(t);
    if (phrase.empty() || phrase.begin == sentence_begin_) return {};
    if (cue_.after_turn && context_.is_preposition(phrase.begin - 1))
      return {};  // من جهة أخرى | جدد
    const ActorWord& head = *context_.token(phrase.begin).actor;
    if (head.definite() || head.kind == WordClass::kName || !heads_speaker(phrase.begin)) return {};
    // مجموعة من النوريين اعترفوا
    const bool some = phrase.size() > 2 && context_.word(phrase.begin + 1).key == "من";
    if (!some && context_.token(phrase.end - 1).actor->definite()) return {};
    const bool many = some && verb_.agreement.number == kPlural;
    if (!many && !agrees_with_subject(context_, verb_, phrase.begin)) return {};
    if (is_resumed(pronoun_of(phrase.begin))) return {};
    // بيان يدعو الحكومة إلى: who stands behind the verb is the one spoken to.
    const bool addresses = is_speech(phrase.begin) && cue_.entry != nullptr &&
                           (cue_.entry->addressee & kAccAddressee) != 0;
    return {phrase, true, addresses};
  }

  // الأشخاص الذين تكلم معهم | قالوا: people of whom a relative clause tells, before a verb of many.
  bool is_those_who(TokenIndex t) const {
    if (verb_.agreement.number != kPlural || t + 1 >= cue_.tokens.begin) return false;
    const Analysis* relative = relative_at(context_, t + 1);
    return relative != nullptr && relative->agreement.number == kPlural &&
           context_.word(t).best().definite() && context_.word(t).best().pos != Pos::kVerb;
  }

  // The phrase at the head of the clause, where only adjuncts, asides and relative clauses stand
  // between it and its verb.
  SubjectBefore topic(TokenIndex t) const {
    for (TokenIndex b = t; b > begin_; --b) {
      const TokenIndex first = b - 1;
      if (context_.is_stop(first) || context_.is_mark(first, ':')) return {};
      const int32_t m = context_.mention_at(first);
      const bool title =
          first == sentence_begin_ && context_.token(first).actor->has(kAl) &&
          context_.token(first).actor->is(kTitleRoles);  // الوزير، الذي كان هناك، قال
      const bool those = is_those_who(first);
      if ((m < 0 && !title && !those) || !begins_clause(context_, first, sentence_begin_)) continue;
      const TokenRange whole{first, context_.noun_phrase_end(first, t)};
      const bool both = verb_.agreement.number > kSingular && whole.end == t;  // فلان وعلان يؤكدان
      const TokenRange phrase = m < 0 || both ? whole : context_.document().mentions[m].tokens;
      if (phrase.end > t || context_.token(first).actor->prefixed()) continue;
      if (!keeps_waiting({phrase.end, t})) continue;
      if (!agrees_with_subject(context_, verb_, first)) return {};
      return {phrase, false, false};
    }
    return {};
  }

  // Whether a subject in front of `between` has found no verb in it.
  bool keeps_waiting(TokenRange between) const {
    TokenIndex t = between.begin;
    if (context_.is_comma(t)) ++t;
    uint32_t verbs = 0, relatives = 0;
    for (; t < between.end; ++t) {
      if (context_.complementizer(t) != Complementizer::kNone) return false;
      // لكنه; كما طالب: a clause of its own
      const bool clause = !context_.word(t).best().enclitic.none() || t + 1 == cue_.tokens.begin;
      if (clause && context_.has_pos(t, Pos::kConjunction)) return false;
      if (relative_at(context_, t) != nullptr) ++relatives;
      if (!context_.is_finite_verb(t) || is_light(context_, t)) continue;  // الذي كان يتحدث
      if (context_.word(t).best().has(kWa)) return false;
      if (++verbs > relatives) return false;
    }
    return true;
  }

  const Context& context_;
  const Cue& cue_;
  const Analysis& verb_;
  TokenIndex begin_ = 0, sentence_begin_ = 0;
};

}  // namespace

SubjectBefore find_subject_before(const Context& context, const Cue& cue) {
  return LookBehind(context, cue).run();
}

bool is_nominative(const Context& context, TokenIndex head) {
  if (counts_some(context, head)) return true;
  const Word& word = context.word(head);
  const Analysis& best = word.best();
  if (best.pos == Pos::kVerb || (best.proclitics & ~(kAl | kWa)) != 0 ||
      !word.stem(best).ends_with("ون")) {
    return false;
  }
  if (context.token(head).actor->is(kQuantifierRole)) return true;  // آخرون
  return best.lemma == kNoLemma ? best.definite() : best.agreement.number == kPlural;
}

bool can_follow_as_subject(const Context& context, const Analysis& verb, TokenIndex head) {
  if (is_oblique(context, head) || is_accusative(context.document(), head)) return false;
  const int32_t m = context.mention_at(head);
  const bool person =
      m >= 0 &&
      context.document().actors[context.document().mentions[m].actor].kind == ActorKind::kPerson;
  // Whether a name is a man's or a woman's is a guess: right behind the verb, the verb knows
  // better.
  if (person && context.is_finite_verb(head - 1)) {
    const ActorWord& title = *context.token(head).actor;  // حذرت | الوزير
    const bool titled = title.is(kTitleRoles | kPrefixRole) && title.has(kAl);
    const bool feminine = context.word(head).key.ends_with("ه");
    const bool man = titled && title.gender == Gender::kMasculine && !feminine;
    const bool woman = titled && title.gender == Gender::kFeminine && feminine;  // حث | السيدة
    return !(man && verb.agreement.gender == kFeminine) &&
           !(woman && verb.agreement.gender == kMasculine);
  }
  const ActorWord& noun = *context.token(head).actor;
  if (noun.is(kStyleRole) && noun.pronoun) return true;  // قال سعادته, قالت سموها
  if (noun.is(kQuantifierRole) && noun.pronoun) return true;  // وعد غالبيتهم
  if (noun.is(kBackRole) && !noun.has(kAl)) return true;      // أكدت نفس المصادر
  const bool ministry = noun.is(kPortfolioRole) && noun.has(kAl);  // أعلنت الدفاع الروسية
  const Shape shape = shape_of(context, head);
  const bool things = noun.number == Number::kPlural && noun.is(kPlaceRole | kBodyRole);
  const bool many = noun.kind == WordClass::kNoun && noun.roles == 0 && noun.has(kAl) &&
                    context.word(head).key.ends_with("ات");  // وقال | النجاحات كبيرة
  if ((things || many) && verb.pos == Pos::kVerb && verb.agreement.gender == kMasculine) {
    return false;  // ودعا | الدول العربية إلى
  }
  if (verb.pos != Pos::kVerb || shape.number != kSingular || ministry) return true;
  return shape.gender == 0 || verb.agreement.gender == 0 || shape.gender == verb.agreement.gender;
}

}  // namespace musnad
