// The steps of a clause scan over noun phrases: source, addressee, object, words that complete the
// cue.
#include <algorithm>

#include "actors/phrase.h"
#include "morphology/agreement.h"
#include "statements/clause_scan.h"
#include "statements/clause_words.h"
#include "statements/outlets.h"
#include "statements/subject_before.h"

namespace musnad {
namespace {

// تابع محذرا: how he spoke, not who.
bool is_circumstance(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  return best.pos == Pos::kParticiple && !best.definite() && context.word(t).key.ends_with("ا") &&
         context.mention_at(t) < 0;
}

// أعلنت مبايعتها: an unknown noun with a pronoun is what somebody does, not who speaks.
bool is_done_by(const Context& context, TokenIndex t) {
  const std::string_view key = context.word(t).key;
  return context.mention_at(t) < 0 && !context.word(t).best().enclitic.none() &&
         (key.ends_with("تها") || key.ends_with("تهم"));
}

// Whether a verbal noun with a pronoun stands in front of the times before a token: لقائه اليوم
// (الأحد) | الرئيس.
bool is_behind_masdar(const Context& context, TokenIndex t) {
  TokenIndex p = t;
  for (TokenIndex before = context.before_time(p);; before = context.before_time(p)) {
    const bool bracket = p > 0 && (context.is_mark(p - 1, ')') || context.is_mark(p - 1, '('));
    if (before == p && !bracket) break;
    p = before < p ? before : p - 1;
  }
  if (p == 0 || p == t) return false;
  const Analysis& best = context.word(p - 1).best();
  return best.pos == Pos::kMasdar && best.enclitic.person == 3;
}

// بعد لقائه | الرئيس, في ندوة نظمتها | المنظمة: who belongs to the word before, so that he is not
// the one who speaks.
bool is_governed(const Context& context, TokenIndex t) {
  if (is_behind_masdar(context, t)) return true;
  const Analysis& before = context.word(t - 1).best();
  const bool possessed = before.pos == Pos::kNoun && !before.definite() && before.enclitic.none() &&
                         !context.word(t - 1).key.ends_with("ا");
  return possessed || context.is_finite_verb(t - 1) ||  // مشكلة | البلاد
         (before.pos == Pos::kMasdar && before.enclitic.person == 3);
}

// أكد لكيري: a name known from elsewhere, with the letter that tells whom somebody spoke to.
bool is_told_to(const Context& context, TokenIndex t) {
  const int32_t m = context.mention_at(t);
  const std::string_view text = context.document().token_text(t);
  if (m < 0 || !text.starts_with("ل")) return false;
  const Mention& mention = context.document().mentions[m];
  const Actor& actor = context.document().actors[mention.actor];
  return mention.tokens.size() == 1 && actor.kind == ActorKind::kPerson &&
         !std::string_view(actor.name).ends_with(text);
}

// لتكثيف الجهود; not لمحافظة الساحل, a verbal noun elsewhere
bool is_deed(const Context& context, TokenIndex t) {
  const bool place = context.token(t).actor->is(kPlaceRole) && context.word(t).key.ends_with("ه");
  return context.word(t).best().pos == Pos::kMasdar && !place;
}

// بالتعجل: a word that the lexicon does not know, with ب and the article.
bool is_unknown_with_bi(const Context& context, TokenIndex t) {
  return context.word(t).best().lemma == kNoLemma && context.word(t).key.starts_with("بال") &&
         context.mention_at(t) < 0;
}

}  // namespace

bool ClauseScan::ends_phrase(TokenIndex t) const {
  const Analysis& best = context_.word(t).best();
  const Word& before = context_.word(t - 1);
  const bool behind_the = before.best().definite();
  // اتهمت الحكومة الأوكرانية | الانفصاليين: a plural in another case goes with no feminine
  // singular.
  const bool oblique = best.definite() && !best.has(kWa) && context_.word(t).key.ends_with("ين");
  if (behind_the && before.key.ends_with("ه") && oblique) return true;
  // أعلن مدعون أجانب | توجيه الاتهام, أكد شهود عيان | وجود قوات
  const bool deed_of_many = best.pos == Pos::kMasdar && !best.definite() && best.proclitics == 0 &&
                            takes(kNp) && tells_of_many(t);
  if (deed_of_many) return true;
  // ختم الوزير | حديثه
  if (behind_the && relayed_words(context_, t) != nullptr && !best.definite()) return true;
  // نقل الوزير خلال الاستقبال | تحيات الملك
  const bool brings = entry_ != nullptr && entry_->needs_noun;
  if (brings && behind_the && !best.definite() && best.proclitics == 0 && light_noun(t) != nullptr)
    return true;
  // طالب الخبراء | بإجراء تحقيق: what they are experts in and what they ask for look the same
  const bool asks = entry_ != nullptr && entry_->act == Act::kDemand && takes(kBiNp);
  if (asks && best.has(kBi) && !best.definite() && is_deed(context_, t) && !bi_deed_near(t + 1))
    return true;
  // دعا الهيئات | لتكثيف جهودها
  const bool addresses = entry_ != nullptr && (entry_->addressee & kAccAddressee) != 0;
  const bool deed = is_deed(context_, t) || context_.token(t).actor->is(kOccasionRole);
  return addresses && takes(kLiNp) && best.has(kLi) && deed;  // دعا الحركة | لزيارة المدينة
}

// طالب خبراء بمكافحة الإرهاب | بفتح تحقيق: whether a verbal noun with ب follows in the clause.
bool ClauseScan::bi_deed_near(TokenIndex t) const {
  constexpr TokenIndex kReach = 8;
  for (const TokenIndex last = std::min(end_, t + kReach); t < last; ++t) {
    if (context_.token(t).kind == TokenKind::kPunctuation) return false;
    if (context_.word(t).best().has(kBi) && is_deed(context_, t)) return true;
  }
  return false;
}

// Whether the words before `t` are several people in the indefinite, with an attribute or
// complement of their own, behind which a verbal noun that governs another word is what they did.
bool ClauseScan::tells_of_many(TokenIndex t) const {
  if (t < begin_ + 2 || t + 1 >= end_) return false;
  const Analysis& next = context_.word(t + 1).best();
  const bool governs = next.pos == Pos::kNoun || next.pos == Pos::kMasdar ||
                       next.pos == Pos::kUnknown || next.definite();
  const Analysis& head = context_.word(begin_).best();
  const bool many = head.agreement.number == kPlural && !head.definite() && t == begin_ + 2;
  return governs && many && context_.token(begin_).actor->is(kTitleRoles | kGroupRoles);
}

// هنأ الشيخ سالم القرشي | ولي العهد, شكر سالم القرشي | الوسطاء: behind the name of one person the
// one spoken to.
bool ClauseScan::names_addressee(TokenIndex t) const {
  const bool names_both = entry_ != nullptr && (entry_->addressee & kMustAddressee) != 0;
  const Analysis& best = context_.word(t).best();
  const bool people = best.pos == Pos::kNoun && best.proclitics == kAl;
  const bool title = context_.token(t).actor->is(kTitleRoles) && !best.has(kWa);
  if (!names_both || !title) return names_both && people;
  const TokenIndex comma = context_.noun_phrase_end(t, end_);  // فلان رئيس نوريا، | ملك سيراف
  return !(context_.is_comma(comma) && comma + 1 < end_ && is_name(comma + 1));
}

// أبلغ كيري | لافروف: two surnames of two people.
bool ClauseScan::is_another_person(int32_t first, TokenIndex t) const {
  const int32_t second = context_.mention_at(t);
  if (first < 0 || second < 0 || context_.token(t).actor->joined()) return false;
  const Document& document = context_.document();
  const Mention &a = document.mentions[first], &b = document.mentions[second];
  return a.tokens.size() == 1 && b.tokens.size() == 1 && a.actor != b.actor &&
         document.actors[a.actor].kind == ActorKind::kPerson &&
         document.actors[b.actor].kind == ActorKind::kPerson;
}

bool ClauseScan::calls_it_so() const {
  return entry_ != nullptr && entry_->content_includes_addressee && entry_->act == Act::kSay &&
         frame_.cue.form == CueForm::kVerb && takes(kNp) &&
         frame_.cue.analysis->enclitic.person == 3;
}

// اتهم رئيس الوزراء | «عملاء أجانب» بالتخطيط: people whom somebody calls so; not اتهم رئيس حزب
// «النور» بالفساد, أمير جماعة «أبناء الجبل».
bool ClauseScan::accuses_in_marks(TokenIndex t, const Quotation& quotation) const {
  const bool accuses = entry_ != nullptr && entry_->content_includes_addressee && takes(kBiNp);
  if (!accuses || frame_.cue.form != CueForm::kVerb || t <= begin_) return false;
  if (quotation.close == kNoToken || quotation.tokens.size() < 2) return false;
  const Analysis& first = context_.word(quotation.tokens.begin).best();
  const bool many = first.pos == Pos::kNoun && first.proclitics == 0 &&
                    context_.token(quotation.tokens.begin).actor->number == Number::kPlural;
  return many && context_.token(t - 1).actor->has(kAl) && complement_at(quotation.close + 1);
}

TokenIndex ClauseScan::noun_phrase_end(TokenIndex t) const {
  const TokenIndex end = context_.noun_phrase_end(t, end_);
  const int32_t m = t < end_ ? context_.mention_at(t) : -1;
  const TokenRange name = m < 0 ? TokenRange{} : context_.document().mentions[m].name;
  for (TokenIndex i = t + 1; i < end; ++i) {
    if (completes_cue(i) && context_.is_preposition(i + 1)) return i;  // كشف الوزير | النقاب عن
    const int32_t q = context_.quotation_opened_at(i);  // من الميناء | «نحن باقون»
    if (q >= 0 && is_quoted_clause(context_, context_.document().quotations[q])) return i;
    if (q >= 0 && accuses_in_marks(i, context_.document().quotations[q])) return i;
    if (q >= 0 && calls_it_so() && end == context_.document().quotations[q].close + 1) return i;
    if (!name.contains(i) && ends_phrase(i)) return i;
    if (behind_kept_name(context_, i + 1) != kNoToken) return i;  // قال مسؤول | طلب عدم ذكر اسمه
    if (i == name.end && (names_addressee(i) || is_another_person(m, i))) return i;
  }
  return end;
}

TokenIndex ClauseScan::step_noun(TokenIndex t) {
  const bool of_them = is_part_of_them(t);  // وعد غالبيتهم | بالدعم
  const TokenIndex np_end = of_them ? t + 1 : noun_phrase_end(t);
  const TokenRange np{t, np_end};
  const Analysis& head = context_.word(t).best();
  const bool asked_for = takes(kBiNp) && !frame_.addressee.empty() &&
                         np.begin == frame_.addressee.end && head.lemma == kNoLemma &&
                         context_.word(t).key.starts_with("ب");
  const bool prefixed = context_.has_preposition_clitic(t) || context_.token(t).actor->prefixed() ||
                        is_unknown_with_bi(context_, t) || asked_for || is_threat(t);
  if (const ReportingEntry* noun = done_by_light_verb(t); noun != nullptr) {
    frame_.noun = noun;
    open(Opening::kObject, t + 1);
    return t + 1;
  }
  if (tells_what_stands_before(t)) {
    frame_.tells_before = true;
    return begin_ = t + 1;
  }
  if (!frame_.source.empty() && is_told_to(context_, t)) {
    if (frame_.addressee.empty()) frame_.addressee = {t, t + 1};
    return t + 1;
  }
  const bool thereby = t == begin_ && frame_.cue.form == CueForm::kParticiple && !takes(kBiNp) &&
                       context_.word(t).key == "بذلك";  // نافيا | بذلك ما تردد
  if (thereby) return begin_ = t + 1;
  const bool blames = prefixed && completes_cue(t) && entry_->act == Act::kAccuse;
  if (blames && context_.is_preposition(t + 1)) return step_company(t);  // ألقى باللوم | على
  if (prefixed && !is_name(t)) return step_clitic_phrase(np, head);
  if (context_.token(t).actor->demonstrative && np_end == t + 1) {
    const bool denies =
        takes(kNp) && frame_.cue.form == CueForm::kVerb && entry_->act == Act::kDeny;
    if (denies && object_ == kNoToken && context_.word(t).key == "ذلك") object_ = t;  // نفى ذلك
    return t + 1;
  }
  if (is_style_of_speaker(t)) return begin_ = t + 1;
  if (const TokenRange who = subject_behind_object(np); !who.empty()) {
    frame_.source = who;
    open(Opening::kObject, t);
    return t;
  }
  if (head.pos == Pos::kAdverb || context_.word(t).key == "كذلك") return t + 1;
  if (completes_cue(t)) return step_company(t);
  if (context_.word(t).key == "عدم" && completes_cue(t + 1)) return step_company(t + 1);  // فضّل
  if (tells_how(t)) return t + 1;
  if (is_naming(t)) return t + 1;
  return step_part(np);
}

TokenIndex ClauseScan::step_part(TokenRange np) {
  const TokenIndex t = np.begin, np_end = np.end;
  if (const ReportingEntry* noun = light_noun(t)) {
    frame_.noun = noun;
    if (entry_->needs_noun) return step_light_noun(t, *noun);
  }
  if (can_be_source(np) && !must_be_addressee(np)) {
    frame_.source = np;
    return np_end;
  }
  if (const TokenIndex clause = unknown_source_end(t); clause != kNoToken) {
    frame_.source = {frame_.source.empty() ? t : frame_.source.begin, clause};
    return clause;
  }
  if (is_enclosed_apposition(np) || is_further_subject(np)) {
    frame_.source.end = np_end;
    return np_end;
  }
  if (can_be_addressee(np)) {
    frame_.addressee = np;
    const bool must = (entry_->addressee & kMustAddressee) != 0;
    const bool words = must && np_end < end_ && is_qail(context_, np_end);  // خاطب الحضور | قائلا
    if (entry_->content_includes_addressee && !words) open(Opening::kObject, t);
    return np_end;
  }
  if (is_apposition(np) || is_apposition_before_object(np)) {
    frame_.source.end = np_end;
    return np_end;
  }
  if (takes(kNp) && object_ == kNoToken && can_be_object(np)) {
    open(Opening::kObject, t);
    return t;
  }
  if (is_thing_done_to(np)) frame_.acts_on_thing = true;
  ++frame_.skipped_phrases;
  return np_end;
}

TokenRange ClauseScan::subject_behind_object(TokenRange np) const {
  if (frame_.cue.form != CueForm::kVerb || np.begin != begin_ || !frame_.source.empty()) return {};
  if (!context_.token(np.begin).actor->demonstrative || !takes(kNp)) return {};
  const TokenIndex thing = np.begin + 1;
  if (thing >= end_ || !context_.word(thing).best().definite()) return {};
  // وأكد هذه الأنباء | المدير; not انتقد هذا التقرير | الوزير
  const bool document = context_.token(thing).actor->is(kDocumentRole) && entry_ != nullptr &&
                        !entry_->content_includes_addressee;
  const uint32_t others = document ? kNounRoles & ~kDocumentRole : kNounRoles;
  if (context_.token(thing).actor->is(others) || context_.mention_at(thing) >= 0) return {};
  TokenIndex who = thing + 1;
  if (const int32_t time = context_.time_at(who); time >= 0) {
    who = context_.document().times[time].tokens.end;
  } else if (context_.token(who).actor->is(kTimeRole)) {
    ++who;
  }
  if (who >= end_) return {};
  const bool somebody = context_.token(who).actor->is(kTitleRoles) ||
                        (context_.mention_at(who) >= 0 && actor_at(context_, who) != nullptr &&
                         actor_at(context_, who)->kind == ActorKind::kPerson);
  const bool can = somebody && !context_.token(who).actor->prefixed() &&
                   can_follow_as_subject(context_, *frame_.cue.analysis, who);
  return can ? TokenRange{who, noun_phrase_end(who)} : TokenRange{};
}

bool ClauseScan::only_tells() const {
  return entry_ != nullptr && (entry_->act == Act::kSay || entry_->act == Act::kConfirm);
}

// أوضح | ذلك, صرح | بذلك المتحدث: what stands in front of the verb is what was said.
bool ClauseScan::tells_what_stands_before(TokenIndex t) const {
  const std::string_view key = context_.word(t).key;
  const TokenIndex who = context_.is_quote(t + 1) ? t + 2 : t + 1;  // أوضح ذلك «فلان» مدير الهيئة
  const bool tells = only_tells() || (entry_ != nullptr && entry_->act == Act::kAnnounce);
  return t == frame_.cue.tokens.end && tells && (key == "ذلك" || key == "بذلك") && who < end_ &&
         (context_.token(who).actor->is(kTitleRoles) || is_name(who));
}

// شددت القوات | إجراءات التفتيش على الطريق: the verb says what was done to something.
bool ClauseScan::is_thing_done_to(TokenRange np) const {
  if (frame_.cue.form != CueForm::kVerb || takes(kNp) || frame_.source.empty()) return false;
  if (np.begin != frame_.source.end || context_.mention_at(np.begin) >= 0) return false;
  const Analysis& best = context_.word(np.begin).best();
  const bool noun = best.pos == Pos::kNoun || best.pos == Pos::kMasdar;
  return noun && best.proclitics == 0 && context_.time_at(np.begin) < 0 &&
         !context_.word(np.begin).key.ends_with("ا") &&
         !context_.token(np.begin).actor->is(kNounRoles | kTimeRole | kOccasionRole) &&
         !context_.token(np.end - 1).actor->is(kOccasionRole);  // مرات عدة, غير مرة
}

bool ClauseScan::tells_how(TokenIndex t) const {
  if (!takes(kInna)) return false;
  const bool title = context_.token(t).actor->is(kTitleRoles);  // متحدثا, a spokesman elsewhere
  const bool how = is_circumstance(context_, t) || (title && is_accusative(context_.document(), t));
  return how && quotation_ahead(context_, t + 1, end_);
}

const ReportingEntry* ClauseScan::done_by_light_verb(TokenIndex t) const {
  const Analysis& best = context_.word(t).best();
  const bool governs = t + 1 < end_ && context_.token(t + 1).kind == TokenKind::kWord &&
                       !context_.is_preposition(t + 1);
  if (!best.has(kBi) || best.pos != Pos::kMasdar || entry_ == nullptr || !entry_->needs_noun ||
      !governs) {
    return nullptr;
  }
  const ReportingEntry* noun = light_noun(t);
  return noun != nullptr && noun->act != Act::kSay ? noun : nullptr;
}

// أسمى آيات | الشكر, عظيم | شكره: where the words that make more of the noun begin.
TokenIndex ClauseScan::words_from(TokenIndex t) const {
  const TokenIndex first = std::max(begin_, frame_.source.end);
  while (t > first) {
    const Analysis& before = context_.word(t - 1).best();
    const bool noun = before.pos == Pos::kNoun || before.pos == Pos::kAdjective ||
                      before.pos == Pos::kMasdar || before.pos == Pos::kUnknown;
    if (!noun || before.definite() || before.proclitics != 0 || !before.enclitic.none()) break;
    if (context_.mention_at(t - 1) >= 0 || context_.mention_ending_at(t) >= 0) break;
    const ActorWord& word = *context_.token(t - 1).actor;  // not برقية تهنئة
    if (word.pronoun || word.is(kDocumentRole) || context_.word(t - 1).reporting) break;
    --t;
  }
  return t;
}

bool ClauseScan::governs_words(TokenIndex t) const {
  const Analysis& best = context_.word(t).best();
  if (best.definite() || !best.enclitic.none() || t + 1 >= end_) return false;
  const Analysis& next = context_.word(t + 1).best();
  return (next.pos == Pos::kNoun || next.pos == Pos::kMasdar) && next.proclitics == 0 &&
         context_.mention_at(t + 1) < 0;
}

bool ClauseScan::noun_governs(TokenIndex t, const ReportingEntry& noun) const {
  if (context_.is_mark(t, ':') || context_.is_quote(t)) return true;
  if (context_.complementizer(t) != Complementizer::kNone) return true;
  return (preposition_complement(context_.word(t).key) & noun.complements) != 0;
}

TokenIndex ClauseScan::step_light_noun(TokenIndex t, const ReportingEntry& noun) {
  const bool tells = noun.act == Act::kConfirm && (noun.complements & kNp) != 0;  // تأكيد
  if (tells && governs_words(t)) {
    open(Opening::kObject, t + 1);
    return t + 1;
  }
  if (tells && noun_governs(t + 1, noun)) {  // جدد التأكيد | على ضرورة, جدد تأكيده | أن
    complements_ |= noun.complements & ~kNp;
    if (object_ == kNoToken) object_ = words_from(t);
    return t + 1;
  }
  switch (noun.act) {
    case Act::kThank:
    case Act::kPraise:
    case Act::kWelcome:
    case Act::kRegret:
    case Act::kHope:
    case Act::kConfirm:
    case Act::kPromise:
    case Act::kCondemn:
      open(Opening::kObject, words_from(t));
      return t;
    case Act::kCriticise:
      if (context_.word(t).best().enclitic.none()) break;  // وجه انتقادات إلى
      open(Opening::kObject, t);  // أبدى | استغرابه من الخبر
      return t;
    case Act::kOffer:
      if (context_.morphology().lemma_text(*frame_.cue.analysis) != "أبدى") break;
      open(Opening::kObject, t);  // أبدى استعداده
      return t;
    default:
      break;
  }
  complements_ |= noun.complements & ~kNp;
  if (object_ == kNoToken) object_ = t;
  return t + 1;
}

bool ClauseScan::must_be_addressee(TokenRange np) const {
  if (entry_ == nullptr || (entry_->addressee & kAccAddressee) == 0 || np.begin != begin_) {
    return false;
  }
  if (is_part_of_them(np.begin)) return false;
  const bool must = (entry_->addressee & kMustAddressee) != 0;
  const int32_t m = context_.mention_at(np.begin);
  const bool named = m >= 0 && context_.document().mentions[m].name.size() > 1 &&
                     context_.complementizer(np.end) != Complementizer::kNone;
  if (!must && named) return false;  // وحذر الرئيس سالم القرشي بأن
  return (must || goes_on_to_ask(np)) && frame_.cue.analysis->enclitic.none() &&
         !is_nominative(context_, np.begin) &&
         (complement_at(context_.is_comma(np.end) ? np.end + 1 : np.end) ||
          (context_.word(np.end).key == "في" && complement_near(np.end)));
}

bool ClauseScan::goes_on_to_ask(TokenRange np) const {
  if (frame_.cue.form != CueForm::kVerb) return false;
  if (counts_people(np)) return false;  // طالب عشرات النواب بـ
  const TokenIndex cue = frame_.cue.tokens.begin;
  const bool first = cue == context_.sentence_at(cue).tokens.begin;
  const ActorWord& head = *context_.token(np.begin).actor;
  const bool all = head.is(kQuantifierRole);  // طالب جميع الأطراف بـ
  const bool audience = head.is(kPeopleRole) && head.is(kAddresseeRole);  // دعا المجتمع الدولي إلى
  const bool his = np.size() == 1 && head.is(kPeopleRole) && head.pronoun;  // دعا أنصاره إلى
  const bool likewise = cue > 0 && context_.word(cue - 1).key == "كما" &&  // كما دعا الأطراف إلى
                        head.is(kPeopleRole) && head.number == Number::kPlural && head.has(kAl) &&
                        frame_.cue.analysis->agreement.gender == kMasculine;
  return all || audience || his || likewise || (!first && frame_.cue.analysis->has(kWa));
}

bool ClauseScan::complement_near(TokenIndex t) const {
  constexpr TokenIndex kReach = 8;
  for (const TokenIndex last = std::min(end_, t + kReach); t < last; ++t) {
    if (complement_at(t)) return true;
    if (context_.is_comma(t) || context_.is_stop(t) || context_.is_finite_verb(t)) return false;
  }
  return false;
}

bool ClauseScan::complement_at(TokenIndex t) const {
  if (t >= end_) return false;
  if (context_.complementizer(t) != Complementizer::kNone) return true;
  const Analysis& best = context_.word(t).best();
  return takes(preposition_complement(context_.word(t).key)) || (best.has(kBi) && takes(kBiNp)) ||
         (best.has(kLi) && takes(kLiNp));
}

bool ClauseScan::is_apposition(TokenRange np) const {
  return !frame_.source.empty() && np.begin == frame_.source.end &&
         context_.token(np.begin).actor->is(kTitleRoles) && clause_ahead(context_, np.end, end_);
}

// أعلنت حركة النور | الجناح العسكري للحزب، مسؤوليتها عن: who she is, before what is hers.
bool ClauseScan::is_apposition_before_object(TokenRange np) const {
  if (frame_.source.empty() || np.begin != frame_.source.end || !takes(kNp)) return false;
  const ActorWord& head = *context_.token(np.begin).actor;
  const bool actor = head.is(kNounRoles) || (head.kind == WordClass::kName && head.roles == 0);
  if (context_.mention_ending_at(np.begin) < 0 || !actor || head.pronoun) return false;
  const TokenIndex object = context_.is_comma(np.end) ? np.end + 1 : np.end;
  if (object >= end_) return false;
  const Analysis& best = context_.word(object).best();
  return (best.pos == Pos::kMasdar || best.pos == Pos::kNoun) && best.proclitics == 0 &&
         best.enclitic.person == 3 && context_.mention_at(object) < 0;
}

bool ClauseScan::is_enclosed_apposition(TokenRange np) const {
  return !frame_.source.empty() && np.begin == frame_.source.end + 1 &&
         context_.is_comma(np.begin - 1) && context_.token(np.begin).actor->is(kTitleRoles) &&
         (np.end >= end_ || context_.token(np.end).kind == TokenKind::kPunctuation ||
          context_.complementizer(np.end) != Complementizer::kNone);
}

bool ClauseScan::is_further_subject(TokenRange np) const {
  if (frame_.cue.form != CueForm::kVerb || frame_.source.empty() || frame_.source_first)
    return false;
  if (np.begin != frame_.source.end + 1 || !context_.is_comma(np.begin - 1)) return false;
  if (!context_.token(np.begin).actor->joined() || context_.is_finite_verb(np.end)) return false;
  const Actor* first = actor_at(context_, frame_.source.begin);
  const Actor* next = actor_at(context_, np.begin);
  if (first == nullptr || next == nullptr || first->kind != next->kind) return false;
  // رئيس القسم، ومدير المركز، فلان: not two titles of one man
  const auto named = [&](TokenIndex t) {
    return !context_.document().mentions[context_.mention_at(t)].name.empty();
  };
  if (first->kind == ActorKind::kPerson && !(named(frame_.source.begin) && named(np.begin)))
    return false;
  return context_.is_comma(np.end) || complement_at(np.end);
}

bool ClauseScan::is_relaying(TokenIndex t) const {
  for (const Analysis& analysis : context_.word(t).analyses) {
    if (analysis.pos != Pos::kMasdar) continue;
    for (const ReportingEntry& row : context_.morphology().reporting_of(analysis)) {
      if (!row.relay.empty()) return context_.is_preposition(t + 1);
    }
  }
  return false;
}

TokenIndex ClauseScan::unknown_source_end(TokenIndex t) const {
  constexpr TokenIndex kLongest = 8;
  if (frame_.cue.form != CueForm::kVerb || !takes(kInna)) return kNoToken;
  const bool number = t == begin_ && context_.token(t).kind == TokenKind::kNumber;
  const bool name = t == frame_.source.end && context_.word(t).best().lemma == kNoLemma;
  if (!number && !name) return kNoToken;
  for (TokenIndex i = t; i < std::min(end_, t + kLongest); ++i) {
    if (context_.complementizer(i) != Complementizer::kNone) return i;
    const bool nominal = context_.token(i).kind != TokenKind::kPunctuation &&
                         !context_.is_finite_verb(i) && context_.time_at(i) < 0 &&
                         (number || !context_.is_preposition(i));
    if (!nominal && !context_.is_mark(i, '%')) return kNoToken;
  }
  return kNoToken;
}

bool ClauseScan::inna_behind_commas(TokenIndex t) const {
  constexpr TokenIndex kReach = 16;
  for (const TokenIndex last = std::min(end_, t + kReach); t < last; ++t) {
    if (context_.complementizer(t) != Complementizer::kNone) {
      return context_.document().token_text(t).starts_with("إ") && !context_.is_preposition(t - 1);
    }
    if (context_.is_stop(t) || context_.is_mark(t, ':') || context_.is_quote(t)) return false;
    if (context_.is_and_verb(t) || is_reporting_participle(context_, t)) return false;
  }
  return false;
}

bool ClauseScan::clause_is_content(TokenIndex t) const {
  if (!takes(kInna)) return false;
  for (; t < end_ && !context_.is_stop(t); ++t) {
    if (context_.complementizer(t) != Complementizer::kNone) {
      if (context_.is_preposition(t - 1)) return false;  // موقفه من أن
      return entry_->act == Act::kSay || context_.document().token_text(t).starts_with("إ");
    }
    const bool comma = context_.is_comma(t) &&  // قال فلان مدير الهيئة، في بيان، | إن
                       !(entry_->act == Act::kSay && frame_.cue.form == CueForm::kVerb &&
                         takes(kQuote) && inna_behind_commas(t));
    const bool other =
        comma || context_.is_mark(t, ':') || context_.is_and_verb(t) ||
        (context_.word(t).key.ends_with("ا") && is_reporting_participle(context_, t));
    if (other) return false;
  }
  return false;
}

bool ClauseScan::is_idea(TokenRange np) const {
  if (frame_.source.empty() || (entry_->addressee & kAccAddressee) != 0) return false;
  if (np.end >= end_ || context_.complementizer(np.end) != Complementizer::kBare) return false;
  const std::string_view that = context_.document().token_text(np.end);
  if (context_.mention_at(np.begin) >= 0 || !(that.starts_with("أ") || that.starts_with("ب")))
    return false;
  for (const Analysis& analysis : context_.word(np.begin).analyses) {
    if (analysis.lemma == kNoLemma || analysis.pos == Pos::kVerb) continue;
    if (analysis.pos == Pos::kMasdar) return true;
    if (!context_.morphology().reporting_of(analysis).empty()) return true;
  }
  return false;
}

// كشف المشرف المكلف مؤقتا، أن; أكدت تزامنا مع الغارات أنها: how or when, before the clause that is
// told.
bool ClauseScan::is_adverbial(TokenRange np) const {
  const Analysis& best = context_.word(np.begin).best();
  if (best.definite() || !context_.word(np.begin).key.ends_with("ا")) return false;
  if (context_.is_comma(np.end))
    return context_.complementizer(np.end + 1) != Complementizer::kNone;
  return best.pos == Pos::kMasdar && context_.is_preposition(np.end) &&
         (clause_ahead(context_, np.end, end_) || quotation_ahead(context_, np.end, end_));
}

bool ClauseScan::put_in_words_apart(TokenIndex t) const {
  if (entry_->act == Act::kSay || entry_->act == Act::kAnswer) return false;
  if (entry_->certainty != Certainty::kAlways && entry_->polarity == Polarity::kAsserted)
    return false;
  for (; t + 1 < end_ && !context_.is_stop(t) && !context_.is_mark(t, ':'); ++t) {
    if (is_qail(context_, t)) return content_follows(t + 1);
    if (context_.is_and_verb(t)) return false;
  }
  return false;
}

bool ClauseScan::can_be_object(TokenRange np) const {
  if (is_idea(np)) return true;
  if (clause_is_content(np.end) || is_adverbial(np)) return false;
  const bool met = context_.mention_at(np.begin) >= 0 && np.begin > begin_ &&
                   np.begin != frame_.source.end && is_governed(context_, np.begin);
  if (met) return false;  // أكد بعد لقائه | الرئيس «التزام بلاده»
  const bool apart = put_in_words_apart(np.end);
  if (!apart && quotation_behind_colon(context_, np.end, end_)) return false;
  if (!apart && takes(kQuote) && colon_ahead(context_, np.end, end_)) return false;
  if (is_relaying(np.begin) && entry_->act != Act::kDemand) return false;  // طلب | نقل تحياته
  if (np.begin == begin_ || np.begin == frame_.source.end) return true;
  const bool of_setting = takes(kQuote) && context_.is_finite_verb(np.begin - 1) &&
                          context_.word(np.begin - 1).best().enclitic.person == 3;
  if (of_setting && quotation_ahead(context_, np.end, end_))
    return false;  // قال في جلسة عقدتها | اللجنة «…»
  constexpr uint32_t kClauses = kAnna | kInna | kBiAnna | kIlaAnna | kAlaAnna | kAnAnna | kMinAnna;
  const bool deed = !takes(kClauses) &&  // طلب منه | تقديم دليل على أنه سافر
                    context_.word(np.begin).best().pos == Pos::kMasdar;
  return context_.word(np.begin).best().pos != Pos::kAdjective &&
         (deed || !clause_ahead(context_, np.end, end_));
}

const ReportingEntry* ClauseScan::light_noun(TokenIndex t) const {
  if (entry_ == nullptr || frame_.cue.form == CueForm::kNoun || t == 0) return nullptr;
  const int32_t m = context_.mention_at(t);  // نقل شكري, of سامح شكري
  if (m >= 0 && !context_.document().mentions[m].name.empty()) return nullptr;
  return light_noun_at(context_, t, context_.morphology().lemma(frame_.cue.analysis->lemma));
}

bool ClauseScan::is_naming(TokenIndex t) const {
  const Analysis& best = context_.word(t).best();
  if (best.pos != Pos::kMasdar || !best.definite()) return false;
  if (t == begin_ && best.agreement.number == kPlural) return false;  // تشير | التقديرات إلى أن
  if (context_.token(t).actor->is(kPeopleRole | kPartyRole | kBodyRole))
    return false;  // قالت المعارضة إن, قال الادعاء إن
  // أفاد التقرير بأن; not كرر الوزير | التأكيد أن
  if (t == begin_ && context_.token(t).actor->is(kDocumentRole)) return false;
  if (entry_ != nullptr && entry_->polarity == Polarity::kDenied) return false;  // نفى الأنباء بأن
  if (context_.token(t).actor->is(kStyleRole)) return false;  // أكد سعادته أن
  const TokenIndex next = context_.is_preposition(t + 1) ? t + 2 : t + 1;
  return !context_.morphology().reporting_of(best).empty() &&
         context_.complementizer(next) != Complementizer::kNone;
}

bool ClauseScan::completes_cue(TokenIndex t) const {
  if (entry_ == nullptr || entry_->needs_negated) return false;
  if (entry_->act == Act::kAnnounce && takes(kNp)) return false;  // تبنى | الهجوم, the content
  return context_.morphology().asks_for(*entry_, context_.word(t));
}

TokenIndex ClauseScan::step_company(TokenIndex t) {
  const TokenIndex next = t + 1;
  if (next + 1 < end_ && context_.is_preposition(next)) {
    if (context_.complementizer(next + 1) != Complementizer::kNone) {
      step_complementizer(next + 1);  // لفت الانتباه إلى أن
      return next;
    }
    open(Opening::kPreposition, next + 1);
  } else if (next < end_ && context_.token(next).kind == TokenKind::kWord &&
             context_.time_at(next) < 0 && !context_.is_finite_verb(next)) {
    open(Opening::kObject, next);
  } else if (object_ == kNoToken) {
    object_ = t;
  }
  return next;
}

bool ClauseScan::stands_by_source(TokenIndex t) const {
  TokenIndex i = frame_.source.end;
  while (i < t) {
    const int32_t time = context_.time_at(i);
    if (time < 0 && context_.word(i).best().pos != Pos::kAdverb) return false;
    i = time < 0 ? i + 1 : context_.document().times[time].tokens.end;
  }
  return i == t;
}

bool ClauseScan::is_threat(TokenIndex t) const {
  if (frame_.addressee.empty() || !takes(kBiNp) || takes(kNp)) return false;
  const Word& word = context_.word(t);
  if (word.best().proclitics != 0 || context_.mention_at(t) >= 0) return false;
  return std::any_of(word.analyses.begin(), word.analyses.end(), [](const Analysis& deed) {
    return deed.pos == Pos::kMasdar && deed.has(kBi);
  });
}

TokenIndex ClauseScan::step_clitic_phrase(TokenRange np, const Analysis& head) {
  if (is_naming(np.begin)) return np.begin + 1;
  const bool with_bi = head.has(kBi) || is_unknown_with_bi(context_, np.begin) ||
                       is_threat(np.begin) ||
                       (head.lemma == kNoLemma && context_.word(np.begin).key.starts_with("ب"));
  const bool to_do = entry_ == nullptr || (entry_->addressee & kAccAddressee) == 0 ||
                     !frame_.cue.analysis->enclitic.none() ||
                     ((is_deed(context_, np.begin) ||  // دعا | لجلسة طارئة
                       ((np.begin == begin_ || stands_by_source(np.begin)) &&
                        context_.token(np.begin).actor->is(kOccasionRole))) &&
                      context_.mention_at(np.begin) < 0);
  const bool with_li = head.has(kLi) || context_.token(np.begin).actor->has(kLi);
  const bool takes_it = (with_bi && takes(kBiNp)) || (with_li && takes(kLiNp) && to_do);
  const bool at_once = np.begin == begin_ || stands_by_source(np.begin);
  const bool clause_follows = takes(kBiAnna) && clause_ahead(context_, np.end, end_);
  if (takes_it && is_content_head(np.begin) && (at_once || !clause_follows) &&
      !stands_for_words(np)) {
    open(Opening::kPreposition, np.begin);
    return np.begin;
  }
  if (with_li && is_invited(np)) {
    frame_.addressee = np;
    return np.end;
  }
  const bool accused = with_li && frame_.cue.form == CueForm::kNoun && entry_ != nullptr &&
                       entry_->content_includes_addressee;
  if (accused && context_.mention_at(np.begin) >= 0) {  // اتهام المحكمة | للرئيس بارتكاب جرائم
    open(Opening::kPreposition, np.begin);
    return np.begin;
  }
  if (with_li && entry_ != nullptr && (entry_->addressee & kLiAddressee) != 0 &&
      frame_.addressee.empty()) {
    frame_.addressee = np;
  }
  ++frame_.skipped_phrases;
  return np.end;
}

// وجه الدعوة إلى الرئيس | لزيارة المدينة: who is asked to do what the next phrase tells.
bool ClauseScan::is_invited(TokenRange np) const {
  if (frame_.noun == nullptr || np.end >= end_ || !frame_.addressee.empty()) return false;
  if (frame_.noun->act != Act::kUrge && frame_.noun->act != Act::kDemand) return false;
  const Analysis& deed = context_.word(np.end).best();
  const bool to_do = deed.has(kLi) &&
                     (deed.pos == Pos::kMasdar || context_.token(np.end).actor->is(kOccasionRole));
  return to_do && (context_.mention_at(np.begin) >= 0 ||
                   context_.token(np.begin).actor->is(kNounRoles | kGroupRoles));
}

bool ClauseScan::stands_for_words(TokenRange np) {
  if (entry_ == nullptr || !entry_->needs_noun || !is_speech_noun(context_, np.begin)) return false;
  const ReportingEntry* noun = light_noun(np.begin);
  if (noun != nullptr) complements_ |= noun->complements & ~kNp;
  return words_given_later(np.begin) || clause_near(np.end);
}

// بعضهم, غالبيتهم; not عددهم
bool ClauseScan::is_part_of_them(TokenIndex t) const {
  const ActorWord& word = *context_.token(t).actor;
  return word.is(kQuantifierRole) && word.pronoun &&
         (context_.word(t).key.ends_with("هم") || context_.word(t).key.ends_with("هن")) &&
         !context_.word(t).key.starts_with("عدد");
}

bool ClauseScan::is_number(TokenIndex t) const {
  return context_.token(t).kind == TokenKind::kNumber ||
         context_.word(t).best().pos == Pos::kNumeral;
}

// Whether a number of people is meant: 500 متظاهر, مئات النواب, نحو 500 نائب.
bool ClauseScan::counts_people(TokenRange np) const {
  if (!is_number(np.begin) && !(is_number(np.begin + 1) && is_about(np.begin))) return false;
  for (TokenIndex t = np.begin + 1; t < np.end; ++t) {
    if (context_.token(t).actor->is(kTitleRoles | kPeopleRole)) return true;
  }
  return false;
}

// نحو, حوالي: a preposition that tells that the number behind it is not exact.
bool ClauseScan::is_about(TokenIndex t) const {
  return context_.is_preposition(t) && context_.token(t).actor->is(kQuantifierRole);
}

bool ClauseScan::can_be_source(TokenRange np) const {
  if (!frame_.source.empty()) return false;
  if (frame_.cue.form == CueForm::kParticiple) return is_subject_of_participle(np);
  if (is_circumstance(context_, np.begin) || has_pronoun_subject()) return false;
  const bool adjacent = np.begin == begin_ || np.begin == behind_relay_;
  if (frame_.cue.form == CueForm::kNoun && !adjacent) return false;
  if (!verb_allows_subject(*frame_.cue.analysis)) return false;
  const bool genitive = frame_.cue.form == CueForm::kNoun;  // قول المحللين
  if (genitive && frame_.cue.analysis->enclitic.person == 3) return false;  // اتهامه | الحكومة
  if (!genitive && !can_follow_as_subject(context_, *frame_.cue.analysis, np.begin)) return false;
  const int32_t m = context_.mention_at(np.begin);
  if (m >= 0 && names_addressed_outlet(np.begin)) return false;
  const bool acc = entry_ != nullptr && (entry_->addressee & kAccAddressee) != 0;
  if (acc && context_.word(np.begin).key == "الله") return false;  // دعا | الله أن
  if (!adjacent) {  // not عقب لقائه الحاكم فلان، | والقاضي علان
    return m >= 0 && !is_governed(context_, np.begin) && !context_.token(np.begin).actor->joined();
  }
  const ActorWord& head = *context_.token(np.begin).actor;
  if (head.demonstrative && content_follows(np.end)) return true;  // تؤكد هذه الدول أن
  const bool last_named = head.is(kBackRole) && head.has(kAl);     // أكد الأخير دعمه
  if (m >= 0 || head.is(kNounRoles) || last_named || is_nominative(context_, np.begin)) return true;
  if (is_crowd(np)) return true;
  if (head.kind == WordClass::kName && !head.is(kNisbaRole)) return !is_done_by(context_, np.begin);
  if (head.kind == WordClass::kNumber) return np.size() > 1 && content_follows(np.end);
  return is_telling_thing(np);
}

bool ClauseScan::is_crowd(TokenRange np) const {
  const ActorWord& head = *context_.token(np.begin).actor;
  const bool acc = entry_ != nullptr && (entry_->addressee & kAccAddressee) != 0;
  const Pos pos = context_.word(np.begin).best().pos;
  const bool told = !frame_.cue.analysis->enclitic.none();              // حثته أقلية
  const bool counted = pos == Pos::kAdjective || pos == Pos::kNumeral;  // أكثر من, اثنان من
  const bool counts = pos == Pos::kNoun || is_about(np.begin) || (counted && np.size() > 2);
  const bool another = np.end < end_ && context_.mention_at(np.end) >= 0 &&
                       !context_.token(np.end).actor->joined();  // دعت بعض الأطراف | الحكومة إلى
  const bool kept_back = frame_.cue.negated && takes(kNp) && !content_follows(np.end) &&
                         !complement_at(np.end);  // دون أن يحدد | عدد المشاركين
  const bool say = entry_ != nullptr && (entry_->addressee & kMustAddressee) == 0 &&
                   context_.complementizer(np.end) != Complementizer::kNone;  // يعد بعض الخبراء أن
  if (means_two(context_, np.begin) && (complement_at(np.end) || content_follows(np.end)))
    return true;  // أكد الاثنان أن, شدد كلاهما على
  if (is_part_of_them(np.begin) && !kept_back) return true;  // ووعد غالبيتهم بالدعم
  if (acc && frame_.cue.form != CueForm::kNoun && counts_people(np))
    return true;  // طالب نحو 500 متظاهر | الحكومة بتحسين الخدمات
  if (acc && another && head.is(kOccasionRole) && head.has(kAl))
    return true;  // دعا الاجتماع | نوريا إلى
  return head.is(kQuantifierRole) && counts && !kept_back &&
         (say || told || another || !can_be_addressee(np));
}

bool ClauseScan::is_telling_thing(TokenRange np) const {
  const Analysis& best = context_.word(np.begin).best();
  const bool told_of = is_speech_noun(context_, np.begin) && best.agreement.number == kPlural &&
                       frame_.cue.analysis->agreement.gender == kFeminine;
  if (told_of && (complement_at(np.end) || (best.definite() && complement_near(np.end)))) {
    return true;  // أفادت معلومات عن, تشير المعلومات المتوافرة في التقرير إلى
  }
  if (best.definite()) {  // وهو ما أكدته التطورات
    const bool participle = best.pos == Pos::kParticiple;
    const bool says = participle && takes(kInna) && clause_ahead(context_, np.end, end_);
    if (says) return true;  // قال المخترق في رسالته إن
    const bool it = !frame_.cue.analysis->enclitic.none();
    return (it && best.pos != Pos::kAdjective && !participle) || content_follows(np.end);
  }
  const bool people = np.size() > 1 && best.pos == Pos::kNoun && takes(kInna) &&
                      best.agreement.number == kPlural && is_nominative(context_, np.begin + 1);
  if (people && clause_ahead(context_, np.end, end_)) return true;  // قال حلفاء غربيون لنوريا إن
  // قالت رايس إن: a single word is the object of what follows only where it names a thing.
  const bool may_act =
      np.size() > 1 || !takes(kNp) || best.pos == Pos::kParticiple || best.pos == Pos::kUnknown;
  if (shows_as_document(np)) return true;
  return best.pos != Pos::kMasdar && may_act && content_follows(np.end);
}

bool ClauseScan::shows_as_document(TokenRange np) const {
  if (!takes(kAnna) || np.size() != 1 || np.end + 1 >= end_) return false;
  const Analysis& head = context_.word(np.begin).best();
  const Analysis& verb = context_.word(np.end).best();
  return (head.pos == Pos::kMasdar || head.pos == Pos::kNoun) && head.enclitic.none() &&
         head.proclitics == 0 && context_.is_finite_verb(np.end) && verb.proclitics == 0 &&
         verb.enclitic.person == 3 && verb.enclitic.gender == head.agreement.gender &&
         clause_ahead(context_, np.end + 1, end_);
}

// قال لوكالة الأنباء السيرافية | سانا: her name.
bool ClauseScan::names_addressed_outlet(TokenIndex t) const {
  const Mention& mention = context_.document().mentions[context_.mention_at(t)];
  if (!context_.document().actors[mention.actor].outlet || t == begin_) return false;
  if (t == behind_relay_) return true;
  return !frame_.addressee.empty() && t == frame_.addressee.end &&
         context_.token(frame_.addressee.begin).actor->is(kMediaRole);
}

bool ClauseScan::is_subject_of_participle(TokenRange np) const {
  if (np.begin != begin_ || np.end >= end_ || entry_ == nullptr) return false;
  if ((entry_->addressee & kAccAddressee) != 0 || entry_->content_includes_addressee) return false;
  const ActorWord& head = *context_.token(np.begin).actor;
  if (context_.mention_at(np.begin) < 0 || !head.has(kAl)) {
    const bool title = head.is(kTitleRoles) && context_.mention_at(np.begin) >= 0;
    if (!title) return false;
  }
  if (!can_follow_as_subject(context_, *frame_.cue.analysis, np.begin)) return false;
  const Analysis& next = context_.word(np.end).best();
  const bool noun = takes(kNp) && (next.pos == Pos::kNoun || next.pos == Pos::kMasdar);
  return complement_at(np.end) || (noun && next.proclitics == 0);
}

bool ClauseScan::is_style_of_speaker(TokenIndex t) const {
  const ActorWord& word = *context_.token(t).actor;
  if (frame_.cue.form != CueForm::kParticiple || t != begin_) return false;
  const bool thanks = entry_ == nullptr || entry_->content_includes_addressee ||
                      entry_->act == Act::kThank;  // شاكرا سموه
  return word.is(kStyleRole) && word.pronoun && !thanks;
}

bool ClauseScan::has_pronoun_subject() const {
  constexpr uint8_t kSpokenTo = kAccAddressee | kMinAddressee;
  if (frame_.cue.form != CueForm::kVerb || (entry_->addressee & kSpokenTo) == 0) return false;
  TokenIndex t = frame_.cue.tokens.begin;
  while (t > 0 && context_.has_pos(t - 1, Pos::kParticle)) --t;
  if (t == 0 || context_.complementizer(t - 1) != Complementizer::kPronoun) return false;
  const Agreement pronoun = context_.word(t - 1).best().enclitic;
  const Agreement verb = frame_.cue.analysis->agreement;
  return pronoun.person == 3 && pronoun.gender == verb.gender && pronoun.number == verb.number;
}

bool ClauseScan::verb_allows_subject(const Analysis& verb) {
  if (verb.pos != Pos::kVerb) return true;
  return verb.agreement.person != 1 && verb.agreement.person != 2 && verb.agreement.number <= 1;
}

bool ClauseScan::can_be_addressee(TokenRange np) const {
  if (entry_ == nullptr || (entry_->addressee & kAccAddressee) == 0) return false;
  if (!frame_.addressee.empty()) return false;
  const ActorWord& head = *context_.token(np.begin).actor;
  const bool must = (entry_->addressee & kMustAddressee) != 0;
  const bool audience = head.is(kPeopleRole) && head.is(kAddresseeRole);
  const bool asks = np.end < end_ && context_.word(np.end).best().pos == Pos::kMasdar;
  if (must && audience && asks) return true;  // ناشد الرئيس المجتمع الدولي | تقديم المساعدات
  return !takes(kNp) || context_.mention_at(np.begin) >= 0 || entry_->content_includes_addressee;
}

}  // namespace musnad
