#include "statements/clause_scan.h"

#include <algorithm>
#include <utility>

#include "actors/document_author.h"
#include "statements/clause_words.h"
#include "statements/outlets.h"
#include "statements/subject_before.h"

namespace musnad {
namespace {

// Furthest that a clause is searched for its content, in tokens; sentences are rarely longer.
constexpr TokenIndex kContentReach = 80;

}  // namespace

ClauseScan::ClauseScan(const Context& context, Frame& frame)
    : context_(context), frame_(frame), entry_(frame.cue.entry) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  if (entry_ != nullptr) complements_ = entry_->complements;
  begin_ = frame.cue.tokens.end;
  end_ = std::min(sentence.end, begin_ + kContentReach);
}

void ClauseScan::run() {
  TokenIndex t = begin_;
  while (t < end_ && frame_.opening == Opening::kNone && !stopped_) t = step(t);
  frame_.scan_end = t;
  if (his_words_ && frame_.relay.empty()) frame_.relay = std::exchange(frame_.source, {});
  if (frame_.opening == Opening::kNone) open_next_line(t);
  if (frame_.opening == Opening::kNone && object_ != kNoToken) open(Opening::kObject, object_);
}

void ClauseScan::open(Opening opening, TokenIndex content_begin) {
  frame_.opening = opening;
  frame_.content_begin = content_begin;
}

TokenIndex ClauseScan::stop(TokenIndex t) {
  stopped_ = true;
  return t;
}

TokenIndex ClauseScan::step(TokenIndex t) {
  const TokenIndex name = context_.is_quote(t) ? t + 1 : t;
  if (const auto relay = name < end_ ? outlet_relay_at(context_, name) : std::nullopt) {
    if (his_words_ && relay->tie == Tie::kCarried) frame_.relay = relay->name;
    behind_relay_ = behind_marks(relay->name.end);  // أكد في بيان نشرته وكالة X
    return behind_relay_;
  }
  if (const TokenRange issuer = issuer_at(t); !issuer.empty()) {
    frame_.source = issuer;
    return issuer.end;
  }
  if (is_attribute_of_cue(t)) return begin_ = t + 1;
  if (const TokenIndex name = behind_kept_name(context_, t + 1); name != kNoToken) return name;
  if (const TokenIndex behind = behind_attribute(t); behind != kNoToken) return behind;
  if (is_li(context_, t)) return t + 1;
  if (is_bi_before_words(t)) return t + 1;
  if (context_.token(t).kind == TokenKind::kPunctuation) return step_mark(t);
  const bool ago = context_.is_preposition(t) && context_.word(t).best().enclitic.none() &&
                   preposition_complement(context_.word(t).key) == 0;  // قبل | يومين
  if (const int32_t time = context_.time_at(ago ? t + 1 : t); time >= 0) {
    return context_.document().times[time].tokens.end;
  }
  if (context_.complementizer(t) != Complementizer::kNone && !is_name(t)) {  // not بان كي مون
    return step_complementizer(t);
  }
  if (t > begin_ && context_.makes_clear(t) && context_.word(t).best().has(kWa)) return stop(t);
  if (t == begin_ && says_on(context_, t)) return t + 1;  // مضى | يقول
  if (is_qail(context_, t) && t > frame_.cue.tokens.begin && !is_unreal()) return t + 1;
  if (const TokenIndex behind = behind_often(t); behind != kNoToken) return behind;
  if (const TokenIndex behind = behind_manner(t); behind != kNoToken) return behind;
  const bool said_of = context_.word(t).best().definite();  // ، المبعوث
  const bool deed = takes(kNp) && object_ == kNoToken &&    // ، مواصلة التعاون
                    context_.word(t).best().pos == Pos::kMasdar &&
                    context_.word(t + 1).best().definite() &&
                    context_.complementizer(t + 1) == Complementizer::kNone;
  if (t > begin_ && context_.is_comma(t - 1) && !said_of && !deed &&
      is_reporting_participle(context_, t))
    return stop(t);
  if (frame_.relayed) {
    if (const ReportingEntry* words = relayed_words(context_, t)) return step_words(t, *words);
  }
  if (may_be_verb(t)) {
    if (const TokenIndex behind = behind_aside(t); behind != kNoToken) return behind;
  }
  return is_name(t) ? step_noun(t) : step_word(t);  // علي, not the preposition
}

TokenIndex ClauseScan::step_word(TokenIndex t) {
  if (calls_what_is(t)) {
    open(Opening::kObject, t);
    return t;
  }
  if (is_relative(t)) {
    const bool told = frame_.cue.form == CueForm::kNoun || is_behind_quotation();
    if (told && is_reporting_verb(t + 1)) return stop(t);  // رأي الوزير | الذي قال إن
    if (const TokenIndex behind = behind_aside(t); behind != kNoToken) return behind;
    if (const TokenIndex behind = behind_relative(t); behind != kNoToken) return behind;
    const TokenIndex words = frame_.relayed ? relayed_words_ahead(t) : kNoToken;
    return words == kNoToken ? skip_clause(t) : words;
  }
  if (is_question_word(t)) return step_question(t);
  if (frame_.cue.negated && context_.word(t).key == "او" && t + 1 < end_ &&
      context_.word(t + 1).reporting && context_.has_pos(t + 1, Pos::kVerb)) {
    return begin_ = t + 2;  // لم تؤكد | أو تنف | مسؤوليتها
  }
  if (is_name_before_quotation(t)) {
    frame_.source = {t, t + 1};
    return t + 1;
  }
  if (begins_speech(t)) {
    open(Opening::kClause, t);
    return t;
  }
  if (context_.makes_clear(t)) return step_verb(t);  // تحدثوا إلى الوفد، | وبين أن
  if (context_.is_preposition(t)) {
    const bool people = is_about(t) && counts_people({t, noun_phrase_end(t)});
    return people ? step_noun(t) : step_preposition(t);
  }
  if (is_name_like_verb(t)) {
    frame_.source = {t, t + 1};
    return t + 1;
  }
  if (is_masdar_like_verb(t)) {  // نفى الوزير | تسلم وزارته الوثيقة
    open(Opening::kObject, t);
    return t;
  }
  if (context_.is_finite_verb(t)) return step_verb(t);
  const Analysis& best = context_.word(t).best();
  const bool aside = best.pos == Pos::kPronoun && best.has(kWa);  // وهو عضو في الوفد
  if ((best.pos == Pos::kConjunction || aside) && t > begin_) return step_conjunction(t);
  return step_noun(t);
}

bool ClauseScan::calls_somehow(TokenIndex t) const {
  if (t >= end_ || !context_.is_finite_verb(t)) return false;
  const Analysis& verb = context_.word(t).best();
  if (verb.enclitic.person != 3) return false;
  const auto& rows = context_.morphology().reporting_of(verb);
  return !rows.empty() && rows.front().content_includes_addressee;
}

// اعتبرت نوريا | ما حدث تدخلا, واصفا | ما حدث بأنه جريمة
bool ClauseScan::calls_what_is(TokenIndex t) const {
  if (context_.word(t).key != "ما") return false;
  // دان الوزير بشدة | ما وصفه بالجريمة: the object, wherever it stands
  if (takes(kNp) && !frame_.source.empty() && calls_somehow(t + 1)) return true;
  if (!entry_->content_includes_addressee) return false;
  const bool called_so = frame_.cue.form == CueForm::kParticiple && t == frame_.cue.tokens.end;
  return called_so || (takes(kNp) && t == frame_.source.end);
}

// العمري | البالغ من العمر 33 عاما, المري | المعروف بـ«أبو سالم», القرشي | المقيم في الساحل،
// مسؤولون | من بينهم الأمين العام: what more is told of the one who speaks; kNoToken where nothing
// is.
TokenIndex ClauseScan::behind_attribute(TokenIndex t) {
  constexpr TokenIndex kLongestAge = 6;
  if (frame_.source.empty() || t != frame_.source.end) return kNoToken;
  const std::string_view key = context_.word(t).key, next = context_.word(t + 1).key;
  if (key == "من" && next == "بينهم") return std::min(noun_phrase_end(t + 2), end_);
  if (key == "البالغ" || key == "البالغه") {
    for (TokenIndex i = t + 1; i < std::min(end_, t + kLongestAge); ++i) {
      const int32_t age = context_.time_at(i);
      if (age >= 0) return std::min(context_.document().times[age].tokens.end, end_);
    }
    return kNoToken;
  }
  const Analysis& best = context_.word(t).best();
  const bool lives = best.pos == Pos::kParticiple && best.definite() && best.proclitics == kAl &&
                     context_.is_preposition(t + 1) && frame_.cue.form == CueForm::kVerb &&
                     best.agreement.number <= 1 && context_.mention_at(t) < 0 &&
                     best.agreement.gender == frame_.cue.analysis->agreement.gender;
  if (lives) return skip_clause(t);
  if (!context_.does(t, kCalledWord) || !context_.is_quote(t + 2) ||
      context_.document().token_text(t + 1) != "بـ")
    return kNoToken;
  const int32_t q = context_.quotation_opened_at(t + 2);
  const bool closed = q >= 0 && context_.document().quotations[q].close != kNoToken;
  return closed ? std::min(context_.document().quotations[q].close + 1, end_) : kNoToken;
}

// وقال | شريف "لدينا الرغبة": the only word between a verb of speech and what was said.
bool ClauseScan::is_name_before_quotation(TokenIndex t) const {
  if (frame_.cue.form != CueForm::kVerb || t != begin_ || !frame_.source.empty()) return false;
  if ((complements_ & (kInna | kQuote)) != (kInna | kQuote) || has_pronoun_subject()) return false;
  const int32_t q = context_.quotation_opened_at(t + 1);
  if (q < 0 || context_.document().quotations[q].tokens.size() < kShortQuotation) return false;
  const Analysis& best = context_.word(t).best();
  const bool noun =
      best.pos == Pos::kNoun || best.pos == Pos::kAdjective || best.pos == Pos::kUnknown;
  return noun && best.proclitics == 0 && best.enclitic.none() &&
         !context_.token(t).actor->is(kTimeRole | kOccasionRole | kDocumentRole) &&
         !context_.word(t).key.ends_with("ا");  // قال مازحا
}

bool ClauseScan::begins_speech(TokenIndex t) const {
  constexpr uint32_t kSpoken = kInna | kQuote;
  if (frame_.cue.form != CueForm::kVerb || (complements_ & kSpoken) != kSpoken) return false;
  if (t != begin_ && t != frame_.source.end) return false;
  const Analysis& best = context_.word(t).best();
  if (best.pos == Pos::kPreposition) return false;  // لي, a name as well
  const bool to_come = best.pos == Pos::kVerb && best.has(kSa);  // وأضاف | ستكون الساعات حاسمة
  return best.agreement.person == 1 || (to_come && !clause_ahead(context_, t, end_)) ||
         (best.pos == Pos::kParticle && !clause_ahead(context_, t, end_));
}

TokenIndex ClauseScan::behind_pronoun_aside(TokenIndex t) const {
  constexpr TokenIndex kLongest = 20;
  if (frame_.source.empty() || !takes(kBiNp) || entry_->content_includes_addressee) return kNoToken;
  if (context_.word(t).best().pos != Pos::kPronoun) return kNoToken;
  if (t != frame_.source.end && !(context_.is_comma(t - 1) && t == frame_.source.end + 1))
    return kNoToken;
  for (TokenIndex i = t + 1; i < std::min(end_, t + kLongest); ++i) {
    if (context_.is_stop(i) || context_.is_and_verb(i)) return kNoToken;
    const Analysis& best = context_.word(i).best();
    if (best.has(kBi) && best.pos == Pos::kMasdar && context_.mention_at(i) < 0) return i;
  }
  return kNoToken;
}

TokenIndex ClauseScan::step_conjunction(TokenIndex t) {
  if (const TokenIndex deed = behind_pronoun_aside(t); deed != kNoToken) {
    open(Opening::kPreposition, deed);
    return deed;
  }
  return clause_ahead(context_, t + 1, end_) || quotation_ahead(context_, t + 1, end_)
             ? skip_clause(t)
             : stop(t);
}

bool ClauseScan::is_behind_quotation() const {
  TokenIndex t = frame_.cue.tokens.begin;
  if (frame_.cue.form != CueForm::kVerb || frame_.cue.analysis->proclitics != 0) return false;
  while (t > 0 && context_.is_comma(t - 1)) --t;
  return t > 0 && context_.is_quote(t - 1) && context_.quotation_opened_at(t - 1) < 0;
}

bool ClauseScan::is_relative(TokenIndex t) const {
  return context_.has_pos(t, Pos::kRelative) && !context_.is_preposition(t) && !is_question_word(t);
}

bool ClauseScan::is_name(TokenIndex t) const {
  const int32_t m = context_.mention_at(t);
  if (m < 0) return false;
  if (!context_.token(t).actor->prefixed()) return true;
  const Document& document = context_.document();  // بادي, of راجح بادي
  return t == begin_ && document.mentions[m].tokens.size() == 1 &&
         std::string_view(document.actors[document.mentions[m].actor].name)
             .ends_with(document.token_text(t));
}

TokenIndex ClauseScan::step_mark(TokenIndex t) {
  const char32_t mark = context_.token(t).mark;
  if (is_colon(context_, t)) {
    const bool stray = t == begin_ || t == frame_.source.end;  // أعرب الوزير: عن قلقه
    if (stray && t + 1 < end_ && takes(preposition_complement(context_.word(t + 1).key)))
      return t + 1;
    open(Opening::kColon, behind_opening_mark(t + 1));
    return t + 1;
  }
  if (const int32_t q = context_.quotation_opened_at(t); q >= 0) return step_quotation(t, q);
  if (mark == '/' && t == frame_.source.end && t + 1 < end_) {  // قناة الواحة/راديو الساحل
    return frame_.source.end = noun_phrase_end(t + 1);
  }
  if (mark == '(' || mark == '[') return behind_bracket(context_, t, end_);
  if (mark == '-' || mark == 0x2013) return behind_dashes(context_, t, end_);
  if (context_.is_stop(t)) return stop(t);
  if (context_.is_comma(t)) {
    if (const TokenIndex behind = behind_adjunct(t); behind != kNoToken) return behind;
  }
  return t + 1;
}

TokenIndex ClauseScan::behind_marks(TokenIndex t) const {
  while (t < end_ && (context_.is_quote(t) || context_.is_mark(t, ')')) &&
         context_.quotation_opened_at(t) < 0) {
    ++t;
  }
  return std::min(t, end_);
}

TokenIndex ClauseScan::behind_opening_mark(TokenIndex t) {
  while (t < context_.size() && context_.complementizer(t) == Complementizer::kBare) ++t;
  const bool colon = context_.is_mark(t, ':') && context_.quotation_opened_at(t + 1) >= 0;
  if (colon) ++t;  // قال إن: «…»
  if (t < context_.size() && context_.quotation_opened_at(t) >= 0) {
    frame_.quotation = context_.quotation_opened_at(t);
    return context_.document().quotations[frame_.quotation].tokens.begin;
  }
  return t;
}

TokenIndex ClauseScan::step_quotation(TokenIndex t, int32_t q) {
  const Quotation& quotation = context_.document().quotations[q];
  const bool at_once = t == begin_ || t == frame_.source.end || is_qail(context_, t - 1);
  if (context_.time_at(t + 1) >= 0 && quotation.close != kNoToken &&
      context_.document().times[context_.time_at(t + 1)].tokens.end == quotation.close) {
    return std::min(quotation.close + 1, end_);  // قال «أمس الأول» إن
  }
  if (t > 0 && context_.document().token_text(t - 1) == "بـ" && takes(kBiNp) &&
      quotation.close != kNoToken && !quotation.tokens.empty()) {
    frame_.quotation = q;  // ندد بـ«محاولة أكيدة»
    open(Opening::kPreposition, quotation.tokens.begin);
    return t + 1;
  }
  if (t == begin_ && entry_->content_includes_addressee && frame_.cue.form != CueForm::kVerb &&
      quotation.close != kNoToken) {
    open(Opening::kObject, quotation.tokens.begin);  // متهما «قوى سوداء» بنشر الدعاية
    return t + 1;
  }
  if (quotes_addressee(quotation, at_once)) {
    frame_.addressee = quotation.tokens;
    return quotation.close + 1;
  }
  if (!at_once && names_occasion(t, quotation)) return quotation.close + 1;
  if (names_source(quotation)) {
    frame_.source.end = quotation.close + 1;
    return frame_.source.end;
  }
  const bool spoken_of = !frame_.source.empty() || !frame_.cue.analysis->enclitic.none();
  const bool put_so = t > 0 && is_qail(context_, t - 1) && quotation.close != kNoToken;
  const bool is_content =
      quotation.tokens.size() >= kShortQuotation || put_so ||  // معقبا بقوله «القرار بيدهم»
      (at_once && spoken_of && !is_outlet_name(t) && !names_outlet(quotation)) ||
      is_said(t, quotation);
  constexpr TokenIndex kLongestName = 8;
  if (is_content && (quotation.tokens.size() > kLongestName || !follows_preposition(t))) {
    frame_.quotation = q;
    open(Opening::kQuotation, quotation.tokens.begin);
    return t + 1;
  }
  if (frame_.source.empty() && at_once && frame_.cue.form != CueForm::kParticiple &&
      !quotation.tokens.empty()) {
    frame_.source = quotation.tokens;  // علمت «الرأي» من مصادر
    return behind_further_name(quotation, t);
  }
  return quotation.close != kNoToken ? std::min(quotation.close + 1, end_) : t + 1;
}

TokenIndex ClauseScan::behind_further_name(const Quotation& first, TokenIndex t) const {
  constexpr TokenIndex kLongestName = 5;
  if (first.close == kNoToken) return t + 1;
  const TokenIndex open = first.close + 2;
  const bool joined = open < end_ && context_.document().token_text(open - 1) == "و";
  const int32_t q = joined ? context_.quotation_opened_at(open) : -1;
  if (q < 0) return std::min(first.close + 1, end_);
  const Quotation& second = context_.document().quotations[q];
  const bool name = second.close != kNoToken && second.tokens.size() <= kLongestName &&
                    clause_ahead(context_, second.close + 1, end_);
  return std::min((name ? second.close : first.close) + 1, end_);
}

// أوضحت مجلة «الواحة» في تقرير أن: her name, behind the noun.
bool ClauseScan::names_outlet(const Quotation& quotation) const {
  if (frame_.source.size() != 1 || quotation.close == kNoToken) return false;
  return context_.token(frame_.source.begin).actor->is(kMediaRole) &&
         clause_ahead(context_, quotation.close + 1, end_);
}

bool ClauseScan::is_said(TokenIndex t, const Quotation& quotation) const {
  if (!takes(kQuote) || quotation.close == kNoToken || is_outlet_name(t)) return false;
  const TokenIndex cue = frame_.cue.tokens.begin, next = quotation.close + 1;
  if (clause_ahead(context_, next, end_)) return false;  // أكد «آل صافي» أن
  const bool at_once = t == begin_ || is_qail(context_, t - 1);
  if (is_quoted_clause(context_, quotation)) return at_once || !frame_.source.empty();
  const bool opens = t == begin_ && cue == context_.sentence_at(cue).tokens.begin;
  return opens && quotation.tokens.size() > 1 && context_.mention_at(t + 1) < 0 &&
         (next >= end_ || context_.is_stop(next));
}

bool ClauseScan::is_bi_before_words(TokenIndex t) const {
  if (!takes(kBiNp) || context_.document().token_text(t) != "بـ") return false;
  const int32_t q = context_.quotation_opened_at(t + 1);
  if (q < 0) return false;
  const TokenIndex next = context_.document().quotations[q].tokens.end + 1;
  if (context_.mention_at(next) >= 0 || context_.token(next).actor->kind == WordClass::kName)
    return false;
  return entry_->content_includes_addressee || !frame_.addressee.empty() ||
         context_.token(next).kind == TokenKind::kPunctuation;
}

bool ClauseScan::quotes_addressee(const Quotation& quotation, bool at_once) const {
  constexpr TokenIndex kLongestName = 3;
  if (!at_once || frame_.source.empty() || quotation.close == kNoToken) return false;
  if (quotation.tokens.size() > kLongestName) return false;
  if ((entry_->addressee & kAccAddressee) == 0 || entry_->content_includes_addressee) return false;
  return frame_.addressee.empty() && complement_at(quotation.close + 1);
}

bool ClauseScan::names_occasion(TokenIndex t, const Quotation& quotation) const {
  constexpr TokenIndex kLongestName = 8;
  if (quotation.close == kNoToken || context_.token(t - 1).kind != TokenKind::kWord) return false;
  if (quotation.tokens.size() > kLongestName || is_quoted_clause(context_, quotation)) return false;
  return words_behind_colon(quotation.close + 1);
}

bool ClauseScan::words_behind_colon(TokenIndex t) const {
  for (; t < end_ && !context_.is_stop(t); ++t) {
    if (context_.is_mark(t, ':')) {
      return context_.complementizer(t + 1) != Complementizer::kNone ||
             context_.quotation_opened_at(t + 1) >= 0;
    }
    if (context_.quotation_opened_at(t) >= 0 || is_reporting_verb(t)) return false;
    if (context_.complementizer(t) != Complementizer::kNone) return false;
  }
  return false;
}

bool ClauseScan::names_source(const Quotation& quotation) const {
  constexpr TokenIndex kLongestName = 2;
  if (is_quoted_clause(context_, quotation)) return false;
  if (frame_.source.empty() || quotation.open != frame_.source.end || quotation.close == kNoToken)
    return false;
  if (quotation.tokens.size() > kLongestName || quotation.close + 1 >= end_) return false;
  const ActorWord& last = *context_.token(frame_.source.end - 1).actor;
  const bool titled = frame_.source.size() == 1 && last.is(kTitleRoles | kHonorificRoles);
  const TokenIndex next = quotation.close + 1;
  return titled && !entry_->content_includes_addressee && !context_.is_stop(next) &&
         !context_.is_comma(next);
}

bool ClauseScan::is_outlet_name(TokenIndex t) const {
  const int32_t m = context_.mention_at(t + 1);
  return m >= 0 && context_.document().actors[context_.document().mentions[m].actor].outlet;
}

bool ClauseScan::follows_preposition(TokenIndex t) const {
  if (t == 0 || t == begin_) return false;
  return context_.is_preposition(t - 1) || context_.document().token_text(t - 1).ends_with("ـ");
}

TokenIndex ClauseScan::step_complementizer(TokenIndex t) {
  if (context_.word(t).best().has(kWa)) return stop(t);  // تهدد الاستقرار | وأن: another's clause
  if (context_.complementizer(t) == Complementizer::kPronoun) {
    open(Opening::kComplementizer, t);
    drop_dummy_pronoun(t);
    return t;
  }
  open(Opening::kComplementizer, behind_opening_mark(t + 1));
  return t + 1;
}

void ClauseScan::drop_dummy_pronoun(TokenIndex t) {
  TokenIndex next = t + 1;
  if (context_.is_mark(next, ':')) ++next;
  if (next >= context_.size() || context_.quotation_opened_at(next) < 0) return;
  const int32_t q = context_.quotation_opened_at(next);
  if (context_.document().quotations[q].tokens.size() < kShortQuotation) return;
  frame_.quotation = q;
  frame_.content_begin = context_.document().quotations[q].tokens.begin;
}

bool ClauseScan::is_question_word(TokenIndex t) const {
  if (context_.does(t, kQuestionWord)) return true;
  const std::string_view key = context_.word(t).key;
  const bool withheld = frame_.cue.negated && frame_.cue.form == CueForm::kVerb;
  if (key == "ما" || key == "من") return withheld || next_is_if(t);
  return false;
}

bool ClauseScan::next_is_if(TokenIndex t) const {
  return t + 1 < context_.size() && context_.word(t + 1).key == "اذا";
}

TokenIndex ClauseScan::step_question(TokenIndex t) {
  if (quotation_behind_colon(context_, t, end_))
    return t + 1;  // the question that the quotation answers
  open(Opening::kMatter, t);
  return t;
}

TokenIndex ClauseScan::skip_clause(TokenIndex t) {
  ++frame_.skipped_phrases;
  TokenIndex i = t + 1;
  while (i < end_ && !context_.is_comma(i) && !context_.is_mark(i, ':') && !context_.is_quote(i) &&
         !is_awaited(i)) {
    const int32_t time = context_.time_at(i);
    i = time < 0 ? i + 1 : context_.document().times[time].tokens.end;
    if (time >= 0 && takes(kNp) && i < end_ && context_.word(i).best().pos == Pos::kMasdar)
      return i;
    if (i < end_ && (is_asked_to_do(i) || is_only_deed_with_bi(i))) return i;
  }
  return i;
}

bool ClauseScan::is_asked_to_do(TokenIndex t) const {
  if (!takes(kLiNp) || (entry_->addressee & kAccAddressee) == 0 || frame_.source.empty())
    return false;
  const ActorWord& whom = *context_.token(t - 1).actor;
  return is_masdar_with(t, kLi) && whom.pronoun && whom.is(kTitleRoles | kGroupRoles) &&
         !whom.joined() && !whom.prefixed();
}

bool ClauseScan::is_masdar_with(TokenIndex t, Proclitic proclitic) const {
  const Analysis& best = context_.word(t).best();
  return best.pos == Pos::kMasdar && best.has(proclitic) && context_.mention_at(t) < 0;
}

bool ClauseScan::is_only_deed_with_bi(TokenIndex t) const {
  if (!takes(kBiNp) || !is_masdar_with(t, kBi)) return false;
  if (frame_.cue.form != CueForm::kVerb || frame_.source.empty()) return false;
  if (entry_->act != Act::kDemand || entry_->certainty != Certainty::kAlways) return false;
  for (TokenIndex i = t + 1; i < end_ && !context_.is_stop(i); ++i) {
    const bool other = is_masdar_with(i, kBi) || complement_at(i);
    if (other && !context_.word(i).best().has(kLi)) return false;
  }
  return true;
}

bool ClauseScan::is_awaited(TokenIndex t) const {
  const bool relays = frame_.cue.form == CueForm::kVerb && !entry_->relay.empty();
  if (relays && !frame_.relayed && !frame_.source.empty() &&
      context_.word(t).key == entry_->relay) {
    return true;  // نقل النائب وهو عضو في الوفد | عن الوزير قوله
  }
  if (frame_.relayed && relayed_words(context_, t) != nullptr) return true;  // وهو خبير | قوله
  if (takes(preposition_complement(context_.word(t).key))) return true;
  return context_.complementizer(t) != Complementizer::kNone &&
         (takes(kAn) || !context_.is_subjunctive(t));
}

TokenIndex ClauseScan::step_preposition(TokenIndex t) {
  const TokenIndex next = t + 1;
  const bool bound = !frame_.cue.analysis->enclitic.none();  // نقلته الوكالة | عن الوزير
  const bool near = !bound || t == begin_ || t == frame_.source.end;
  const bool relays = frame_.cue.form == CueForm::kVerb && !entry_->relay.empty() && near;
  if (!context_.word(t).best().enclitic.none()) return step_bound_preposition(t, relays);
  if (relays && context_.word(t).key == entry_->relay && !frame_.relayed && next < end_) {
    return step_relayed(next);
  }
  const bool by_mouth =
      relays && context_.word(t).key == "علي" && context_.word(next).key == "لسان";
  if (by_mouth && !frame_.relayed && next + 1 < end_) {  // نقلت الوكالة على لسان | الوزير قوله
    return step_relayed(next + 1);
  }
  if (next < end_ && context_.complementizer(next) != Complementizer::kNone) {
    const bool governed = preposition_complement(context_.word(t).key) != 0;
    const bool later =
        clause_ahead(context_, next + 1, end_) || quotation_ahead(context_, next + 1, end_);
    return governed || !later ? next : skip_clause(next);  // بعد أن
  }
  if (next < end_ && context_.token(next).actor->is(kTimeRole) && is_content_head(next) &&
      context_.word(t).key == "علي") {
    return next + 1;  // لم ترد الشركة | على الفور | على طلب للتعليق
  }
  if (context_.word(t - 1).key == "بما")
    return std::max(noun_phrase_end(next), next);  // بما في ذلك
  if (next < end_ && completes_cue(next)) {
    const bool brings = takes(preposition_complement(context_.word(t).key)) &&
                        entry_->polarity != Polarity::kWithheld;
    if (!brings) return step_company(next);  // امتنع عن الخوض في
    open(Opening::kPreposition, next);       // قلل | من أهمية الخلاف
    return next;
  }
  if (const TokenIndex behind = behind_asked_number(t); behind != kNoToken) {
    frame_.addressee = {next, behind};
    return behind;
  }
  if (names_speaker_of_noun(t)) {
    frame_.source = {next, noun_phrase_end(next)};
    return frame_.source.end;
  }
  if (context_.word(t).key == "الي" && next < end_) {
    const TokenRange np{next, noun_phrase_end(next)};
    if (is_invited(np)) {
      frame_.addressee = np;
      return np.end;
    }
  }
  if (next < end_ && context_.word(next).key == "القول" &&
      (is_naming(next) || content_follows(next + 1)))
    return next + 1;  // خلص إلى القول | إن
  if (brings_content(t)) {
    if (is_question_word(next)) return step_question(next);
    open(Opening::kPreposition, next);
    return next;
  }
  ++frame_.skipped_phrases;
  beside_ = {next, std::max(noun_phrase_end(next), next)};
  return beside_.end;
}

TokenIndex ClauseScan::behind_asked_number(TokenIndex t) const {
  if ((entry_->addressee & kMinAddressee) == 0 || context_.word(t).key != "من") return kNoToken;
  TokenIndex i = is_about(t + 1) ? t + 2 : t + 1;
  if (!is_number(i)) return kNoToken;
  while (i < end_ && is_number(i)) ++i;
  return i + 1 < end_ && context_.token(i).kind == TokenKind::kWord ? i + 1 : kNoToken;
}

TokenIndex ClauseScan::step_bound_preposition(TokenIndex t, bool relays) {
  const TokenIndex next = t + 1;
  const bool his = relays && context_.word(t).stem(context_.word(t).best()) == entry_->relay;
  if (his) frame_.relayed = his_words_ = true;  // نقلت عنه الصحيفة قوله
  const bool therein = is_therein(context_, t);  // نقل فيه سموه التحيات, not هنأ فيها القيادة
  const bool subject = (entry_->addressee & kAccAddressee) == 0 && context_.mention_at(next) < 0 &&
                       context_.token(next).actor->is(kTitleRoles | kStyleRole);
  if (t == begin_ && (!therein || subject)) behind_relay_ = next;
  return next;
}

bool ClauseScan::brings_content(TokenIndex t) const {
  const TokenIndex next = t + 1;
  if (!takes(preposition_complement(context_.word(t).key)) || next >= end_) return false;
  const bool of_speech = t > begin_ && context_.is_preposition(t - 2) &&
                         is_speech_noun(context_, t - 1);  // قال في حديثه | عن اليمن إن
  return is_content_head(next) && !(of_speech && clause_ahead(context_, next, end_)) &&
         !words_given_later(next) && !is_beside_clause(t) && !clause_is_content(next) &&
         !quotation_behind_colon(context_, next, end_);
}

bool ClauseScan::is_beside_clause(TokenIndex t) const {
  if (context_.word(t).key == "في" && context_.token(t + 1).actor->is(kOccasionRole)) {
    return clause_ahead(context_, t + 1, end_);
  }
  if (is_relaying(t - 1)) return clause_ahead(context_, t + 1, end_);
  if (context_.word(t).key == "عن" && takes(kBiAnna)) {  // طلب عدم الكشف عن هويته | بأن
    TokenIndex next = noun_phrase_end(t + 1);
    if (context_.is_comma(next)) ++next;
    return context_.complementizer(next) != Complementizer::kNone &&
           context_.word(next).best().has(kBi);
  }
  if (context_.word(t).key != "علي" || !takes(kAnna | kAlaAnna)) return false;
  TokenIndex i = noun_phrase_end(t + 1);
  const Analysis& head = context_.word(t + 1).best();
  if (i == t + 2 && head.enclitic.none()) return false;  // أكد على حقيقة أن
  if (head.pos == Pos::kMasdar) return false;            // شدد على إدراكه أن
  while (i < end_ && context_.is_preposition(i) && context_.word(i).key != "علي") {  // في «فيسبوك»
    i = behind_marks(noun_phrase_end(behind_marks(i + 1)));
  }
  // على متن الطائرة التي أقلته أن: a relative clause that needs no more
  if (takes(kAnna) && is_relative(i) && context_.is_finite_verb(i + 1) &&
      !context_.word(i + 1).best().enclitic.none()) {
    return clause_ahead(context_, i + 2, end_);
  }
  const bool comma = context_.is_comma(i);
  if (comma) ++i;
  if (i + 1 < end_ && context_.word(i).key == "علي" && takes(kAlaAnna))
    ++i;
  else if (comma || !takes(kAnna))
    return false;
  return context_.complementizer(i) != Complementizer::kNone && !context_.is_subjunctive(i) &&
         !context_.word(i).best().has(kWa);
}

bool ClauseScan::names_speaker_of_noun(TokenIndex t) const {
  const std::string_view key = context_.word(t).key;
  if (frame_.cue.form != CueForm::kNoun || !frame_.source.empty() || t != begin_) return false;
  if (key != "من" && !(key == "عن" && frame_.cue.negated)) return false;
  if (t + 1 >= end_) return false;
  const bool somebody =
      context_.mention_at(t + 1) >= 0 || context_.token(t + 1).actor->is(kNounRoles);
  if (!somebody || frame_.cue.negated || !takes(preposition_complement(key))) return somebody;
  // تحذيرات من الخبراء | من الفيضان, بأن السد مهدد: what is warned of stands behind who warns
  const TokenIndex behind = noun_phrase_end(t + 1);
  return behind < end_ && (context_.word(behind).key == key ||
                           context_.complementizer(behind) != Complementizer::kNone);
}

TokenRange ClauseScan::issuer_at(TokenIndex t) const {
  if (t != begin_ || frame_.cue.form != CueForm::kNoun || !frame_.source.empty()) return {};
  if (!entry_->document) return {};
  TokenIndex issuer = author_behind_document(context_.document(), t);
  if (issuer == kNoToken && context_.token(t).actor->has(kLi) && !is_sent()) issuer = t;
  if (issuer == kNoToken || issuer >= end_) return {};
  const bool somebody =
      context_.mention_at(issuer) >= 0 || context_.token(issuer).actor->is(kNounRoles);
  return somebody ? TokenRange{issuer, noun_phrase_end(issuer)} : TokenRange{};
}

bool ClauseScan::is_sent() const {
  const std::vector<std::string>& verbs = entry_->light_verbs;
  return std::find(verbs.begin(), verbs.end(), "بعث") != verbs.end() ||
         std::find(verbs.begin(), verbs.end(), "أرسل") != verbs.end();
}

bool ClauseScan::is_attribute_of_cue(TokenIndex t) const {
  if (t != begin_ || frame_.cue.form != CueForm::kNoun || context_.mention_at(t) >= 0) return false;
  const ActorWord& word = *context_.token(t).actor;
  return word.kind == WordClass::kAdjective &&
         word.proclitics == (frame_.cue.analysis->definite() ? kAl : 0) &&
         !word.is(kNounRoles | kNisbaRole) && !word.pronoun;
}

TokenIndex ClauseScan::step_relayed(TokenIndex t) {
  TokenIndex np_end = t + 1;
  for (const TokenIndex end = noun_phrase_end(t); np_end < end; ++np_end) {
    if (relayed_words(context_, np_end) != nullptr) break;  // عن دبلوماسيين | قولهم
  }
  frame_.relayed = true;
  frame_.relay = frame_.source;
  frame_.source = {t, np_end};
  return np_end;
}

TokenIndex ClauseScan::relayed_words_ahead(TokenIndex t) const {
  constexpr TokenIndex kReach = 24;
  for (TokenIndex i = t + 1; i < std::min(end_, t + kReach); ++i) {
    if (context_.is_and_verb(i)) return kNoToken;
    if (relayed_words(context_, i) != nullptr) return i;
  }
  return kNoToken;
}

TokenIndex ClauseScan::step_words(TokenIndex t, const ReportingEntry& words) {
  frame_.cue.tokens = {t, t + 1};
  frame_.noun = &words;
  complements_ |= words.complements;
  begin_ = t + 1;
  return begin_;
}

bool ClauseScan::words_given_later(TokenIndex t) const {
  if (entry_->act != Act::kSay && entry_->act != Act::kAnswer) return false;  // حذر من X قائلا إن
  for (; t + 1 < end_ && !context_.is_stop(t); ++t) {
    if (is_qail(context_, t)) return content_follows(t + 1);
    if (context_.is_and_verb(t)) return false;
    if (context_.is_comma(t) && !is_qail(context_, t + 1)) return false;
  }
  return false;
}

bool ClauseScan::is_content_head(TokenIndex t) const {
  const int32_t m = context_.mention_at(t);
  if (m < 0) return true;
  return !context_.document().actors[context_.document().mentions[m].actor].outlet;
}

TokenIndex ClauseScan::step_verb(TokenIndex t) {
  const bool place =  // قال الوزير، بعد زيارته الجبيل | وينبع: إن
      takes(kInna) && !frame_.source.empty() && words_behind_colon(t);
  if (context_.is_and_verb(t) && !place) return stop(t);
  const bool once_more = t == frame_.source.end && says_on(context_, t) &&
                         frame_.cue.form == CueForm::kVerb && entry_->act == Act::kSay &&
                         entry_->certainty == Certainty::kAlways;  // وأضاف الوزير | يقول: …
  if (once_more && content_follows(t + 1)) return t + 1;
  if (t == begin_ && is_reporting_verb(t)) return stop(t);
  if (frame_.cue.form == CueForm::kNoun && object_ == kNoToken && t != begin_) return stop(t);
  const bool of_source = t == frame_.source.end && t > begin_ &&
                         !context_.word(frame_.source.begin).best().definite() &&
                         context_.word(t).best().enclitic.person == 3;
  if (of_source) return skip_clause(t);  // أوضح تقرير | كتبه الباحث أن
  if (const TokenIndex behind = behind_document(t); behind != kNoToken) return behind;
  ++frame_.skipped_verbs;
  return frame_.skipped_verbs > 2 ? stop(t) : t + 1;
}

TokenIndex ClauseScan::behind_document(TokenIndex t) const {
  constexpr TokenIndex kLongest = 12;
  if (t != beside_.end || beside_.empty()) return kNoToken;
  if (!context_.token(beside_.begin).actor->is(kDocumentRole)) return kNoToken;
  const Analysis& noun = context_.word(beside_.begin).best();
  if (noun.definite() || !noun.enclitic.none()) return kNoToken;
  for (TokenIndex i = t + 1; i < std::min(end_, t + kLongest); ++i) {
    if (context_.is_comma(i)) return i + 1;
    const bool words = context_.complementizer(i) != Complementizer::kNone || context_.is_stop(i) ||
                       context_.is_mark(i, ':') || context_.is_and_verb(i) ||
                       light_noun(i) != nullptr;
    if (words) return kNoToken;
  }
  return kNoToken;
}

TokenIndex ClauseScan::behind_often(TokenIndex t) const {
  if (t != begin_ && t != frame_.source.end) return kNoToken;
  const bool more = context_.word(t).key == "اكثر" && context_.word(t + 1).key == "من";
  const TokenIndex time = more ? t + 2 : t + 1;
  if (!more && context_.word(t).key != "غير") return kNoToken;
  return time < end_ && context_.word(time).key == "مره" ? time + 1 : kNoToken;
}

TokenIndex ClauseScan::behind_manner(TokenIndex t) const {
  constexpr TokenIndex kLongest = 10;
  if (frame_.cue.form != CueForm::kVerb || frame_.source.empty() || t == 0) return kNoToken;
  const Analysis& best = context_.word(t).best();
  if (!context_.is_comma(t - 1) || !context_.has_pos(t, Pos::kParticiple)) return kNoToken;
  if (best.definite() || best.proclitics != 0 || !is_accusative(context_.document(), t))
    return kNoToken;
  for (TokenIndex i = t + 1; i < std::min(end_, t + kLongest); ++i) {
    if (context_.is_comma(i)) {
      const bool words = context_.complementizer(i + 1) != Complementizer::kNone &&
                         !context_.word(i + 1).best().has(kWa);
      return words || context_.quotation_opened_at(i + 1) >= 0 ? i + 1 : kNoToken;
    }
    const bool others = context_.complementizer(i) != Complementizer::kNone ||
                        context_.is_stop(i) || context_.is_mark(i, ':') || context_.is_quote(i) ||
                        context_.is_and_verb(i);
    if (others) return kNoToken;
  }
  return kNoToken;
}

TokenIndex ClauseScan::behind_aside(TokenIndex t) const {
  constexpr TokenIndex kLongest = 16;
  if (!takes(kInna) || frame_.source.empty() || t != frame_.source.end + 1 ||
      !context_.is_comma(t - 1))
    return kNoToken;
  for (TokenIndex i = t + 1; i < std::min(end_, t + kLongest); ++i) {
    if (context_.complementizer(i) != Complementizer::kNone || context_.is_stop(i)) return kNoToken;
    if (context_.is_comma(i)) return clause_near(i + 1) ? i + 1 : kNoToken;
  }
  return kNoToken;
}

TokenIndex ClauseScan::behind_adjunct(TokenIndex comma) const {
  constexpr TokenIndex kLongest = 14;
  const bool called =
      (entry_->addressee & kAccAddressee) != 0 || entry_->content_includes_addressee;
  if (frame_.cue.form != CueForm::kVerb || !called || comma != frame_.source.end) return kNoToken;
  const TokenIndex first = comma + 1;
  if (first >= end_ || !context_.is_preposition(first)) return kNoToken;
  if (takes(preposition_complement(context_.word(first).key))) return kNoToken;
  for (TokenIndex t = first; t < std::min(end_, first + kLongest); ++t) {
    if (context_.is_comma(t)) return t + 1;
    if (context_.is_finite_verb(t) || context_.is_stop(t) || context_.is_quote(t) ||
        context_.complementizer(t) != Complementizer::kNone) {
      return kNoToken;
    }
  }
  return kNoToken;
}

TokenIndex ClauseScan::behind_relative(TokenIndex t) const {
  constexpr TokenIndex kLongest = 24;
  if (frame_.cue.form != CueForm::kVerb || frame_.source.empty()) return kNoToken;
  if (t != frame_.source.end + 1 || !context_.is_comma(t - 1)) return kNoToken;
  for (TokenIndex i = t + 1; i < std::min(end_, t + kLongest); ++i) {
    if (context_.is_stop(i)) return kNoToken;
    const bool taken = context_.is_comma(i) && complement_at(i + 1);
    if (taken && !context_.word(i + 1).best().has(kWa)) return i + 1;
  }
  return kNoToken;
}

bool ClauseScan::is_masdar_like_verb(TokenIndex t) const {
  if (!takes(kNp) || frame_.cue.form != CueForm::kVerb) return false;
  const bool headline = t == begin_ && context_.sentence_of(t) == 0;  // القرشي ينفي | تدخل بلاده
  if (!headline && t != frame_.source.end) return false;
  if (!context_.is_finite_verb(t) || is_reporting_verb(t) ||
      context_.word(t).best().proclitics != 0)
    return false;
  const auto& analyses = context_.word(t).analyses;
  return std::any_of(analyses.begin(), analyses.end(), [](const Analysis& analysis) {
    return analysis.pos == Pos::kMasdar && analysis.proclitics == 0;
  });
}

bool ClauseScan::is_name_like_verb(TokenIndex t) const {
  return t == begin_ && frame_.source.empty() && frame_.cue.form == CueForm::kVerb &&
         takes(kInna) && context_.word(t).best().has(kFa) && content_follows(t + 1);
}

bool ClauseScan::may_be_verb(TokenIndex t) const {
  return context_.has_pos(t, Pos::kVerb) && context_.mention_at(t) < 0 &&
         !context_.token(t).actor->is(kNounRoles);
}

bool ClauseScan::clause_near(TokenIndex t) const {
  constexpr TokenIndex kReach = 8;
  for (const TokenIndex last = std::min(end_, t + kReach); t < last; ++t) {
    if (context_.complementizer(t) != Complementizer::kNone || context_.is_mark(t, ':'))
      return true;
    if (context_.is_comma(t) || context_.is_stop(t) || context_.is_finite_verb(t)) return false;
  }
  return false;
}

bool ClauseScan::is_reporting_verb(TokenIndex t) const {
  const auto& rows = context_.morphology().reporting_of(context_.word(t).best());
  return std::any_of(rows.begin(), rows.end(),
                     [](const ReportingEntry& row) { return row.certainty == Certainty::kAlways; });
}

bool ClauseScan::content_follows(TokenIndex t) const {
  if (context_.is_comma(t)) ++t;
  if (t >= end_) return false;
  if (context_.is_preposition(t) && t + 1 < end_) ++t;
  return context_.complementizer(t) != Complementizer::kNone || context_.is_mark(t, ':') ||
         context_.quotation_opened_at(t) >= 0;
}

bool ClauseScan::is_unreal() const {
  const TokenIndex cue = frame_.cue.tokens.begin;
  return cue > 0 && context_.is_subjunctive(cue - 1);
}

void ClauseScan::open_next_line(TokenIndex t) {
  if (t < end_ || t == 0 || !context_.is_mark(t - 1, ':') || t >= context_.size()) return;
  open(Opening::kColon, behind_opening_mark(t));
}

void scan_clause(const Context& context, Frame& frame) { ClauseScan(context, frame).run(); }

}  // namespace musnad
