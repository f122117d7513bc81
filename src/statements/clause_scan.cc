#include "statements/clause_scan.h"

#include <algorithm>

#include "statements/clause_words.h"
#include "statements/outlets.h"
#include "statements/subject_before.h"

namespace musnad {
namespace {

// Furthest that a clause is searched for its content, in tokens; sentences are rarely longer.
constexpr TokenIndex kReach = 80;
// Walks from the cue to the right through source, addressee and adjuncts to the content.
class ClauseScan {
 public:
  ClauseScan(const Context& context, Frame& frame)
      : context_(context), frame_(frame), entry_(frame.cue.entry) {
    const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
    if (entry_ != nullptr) complements_ = entry_->complements;
    begin_ = frame.cue.tokens.end;
    end_ = std::min(sentence.end, begin_ + kReach);
  }

  void run() {
    TokenIndex t = begin_;
    while (t < end_ && frame_.opening == Opening::kNone && !stopped_) t = step(t);
    frame_.scan_end = t;
    if (frame_.opening == Opening::kNone) open_next_line(t);
    if (frame_.opening == Opening::kNone && object_ != kNoToken) open(Opening::kObject, object_);
  }

 private:
  bool takes(uint32_t complement) const { return (complements_ & complement) != 0; }

  void open(Opening opening, TokenIndex content_begin) {
    frame_.opening = opening;
    frame_.content_begin = content_begin;
  }

  TokenIndex stop(TokenIndex t) {
    stopped_ = true;
    return t;
  }

  // Reads what stands at `t`; returns where to go on.
  TokenIndex step(TokenIndex t) {
    const TokenIndex name = context_.is_quote(t) ? t + 1 : t;
    if (const auto relay = name < end_ ? outlet_relay_at(context_, name) : std::nullopt) {
      behind_relay_ = behind_marks(relay->name.end);  // أكد في بيان نشرته وكالة X
      return behind_relay_;
    }
    if (is_li(context_, t)) return t + 1;
    if (context_.token(t).kind == TokenKind::kPunctuation) return step_mark(t);
    if (const int32_t time = context_.time_at(t); time >= 0) {
      return context_.document().times[time].tokens.end;
    }
    if (context_.complementizer(t) != Complementizer::kNone) return step_complementizer(t);
    if (is_qail(context_, t) && t > frame_.cue.tokens.begin) return t + 1;
    if (t > begin_ && context_.is_comma(t - 1) && is_reporting_participle(context_, t))
      return stop(t);
    if (!frame_.relay.empty() && is_his_words(context_, t)) {
      frame_.cue.tokens = {t, t + 1};
      return t + 1;
    }
    if (is_name(t)) return step_noun(t);  // علي, not the preposition
    if (is_relative(t)) return skip_clause(t);
    if (is_question_word(t)) return step_question(t);
    if (begins_speech(t)) {
      open(Opening::kClause, t);
      return t;
    }
    if (context_.is_preposition(t)) return step_preposition(t);
    if (context_.is_finite_verb(t)) return step_verb(t);
    if (context_.word(t).best().pos == Pos::kConjunction && t > begin_) return step_conjunction(t);
    return step_noun(t);
  }

  // قال لقد ناقشنا: words given as they were spoken, with no mark or complementizer.
  bool begins_speech(TokenIndex t) const {
    constexpr uint32_t kSpoken = kInna | kQuote;
    if (frame_.cue.form != CueForm::kVerb || (complements_ & kSpoken) != kSpoken) return false;
    if (t != begin_ && t != frame_.source.end) return false;
    const Analysis& best = context_.word(t).best();
    return best.agreement.person == 1 ||
           (best.pos == Pos::kParticle && !clause_ahead(context_, t, end_));
  }

  // حيث, عندما: the clause that they open belongs to neither source nor content; others begin what
  // is no longer the cue's.
  TokenIndex step_conjunction(TokenIndex t) {
    return clause_ahead(context_, t + 1, end_) || quotation_ahead(context_, t + 1, end_)
               ? skip_clause(t)
               : stop(t);
  }

  // من is a preposition where nothing says otherwise.
  bool is_relative(TokenIndex t) const {
    return context_.has_pos(t, Pos::kRelative) && !context_.is_preposition(t) &&
           !is_question_word(t);
  }

  // Whether a mention begins here, without ب ل ك in front of it.
  bool is_name(TokenIndex t) const {
    return context_.mention_at(t) >= 0 && !context_.token(t).actor->prefixed();
  }

  TokenIndex step_mark(TokenIndex t) {
    const char32_t mark = context_.token(t).mark;
    if (mark == ':') {
      open(Opening::kColon, behind_opening_mark(t + 1));
      return t + 1;
    }
    if (const int32_t q = context_.quotation_opened_at(t); q >= 0) return step_quotation(t, q);
    if (mark == '(' || mark == '[') return behind_bracket(context_, t, end_);
    if ((mark == '-' || mark == 0x2013) && t > begin_) return behind_dashes(context_, t, end_);
    if (context_.is_stop(t)) return stop(t);
    return t + 1;
  }

  TokenIndex behind_marks(TokenIndex t) const {
    while (t < end_ && (context_.is_quote(t) || context_.is_mark(t, ')'))) ++t;
    return std::min(t, end_);
  }

  // Past a colon: the token behind an opening quotation mark, if one follows.
  TokenIndex behind_opening_mark(TokenIndex t) {
    while (t < context_.size() && context_.complementizer(t) == Complementizer::kBare) ++t;
    if (t < context_.size() && context_.quotation_opened_at(t) >= 0) {
      frame_.quotation = context_.quotation_opened_at(t);
      return context_.document().quotations[frame_.quotation].tokens.begin;
    }
    return t;
  }

  TokenIndex step_quotation(TokenIndex t, int32_t q) {
    const Quotation& quotation = context_.document().quotations[q];
    const bool at_once = t == begin_ || t == frame_.source.end;
    const bool is_content = quotation.tokens.size() >= kShortQuotation ||
                            (at_once && !frame_.source.empty() && !is_outlet_name(t));
    if (is_content && !follows_preposition(t)) {
      frame_.quotation = q;
      open(Opening::kQuotation, quotation.tokens.begin);
      return t + 1;
    }
    if (frame_.source.empty() && at_once && frame_.cue.form != CueForm::kParticiple &&
        !quotation.tokens.empty()) {
      frame_.source = quotation.tokens;  // علمت «الرأي» من مصادر
    }
    return quotation.close != kNoToken ? std::min(quotation.close + 1, end_) : t + 1;
  }

  bool is_outlet_name(TokenIndex t) const {
    const int32_t m = context_.mention_at(t + 1);
    return m >= 0 && context_.document().actors[context_.document().mentions[m].actor].outlet;
  }

  bool follows_preposition(TokenIndex t) const {
    if (t == 0 || t == begin_) return false;
    return context_.is_preposition(t - 1) || context_.document().token_text(t - 1).ends_with("ـ");
  }

  TokenIndex step_complementizer(TokenIndex t) {
    if (context_.complementizer(t) == Complementizer::kPronoun) {
      open(Opening::kComplementizer, t);
      drop_dummy_pronoun(t);
      return t;
    }
    open(Opening::kComplementizer, behind_opening_mark(t + 1));
    return t + 1;
  }

  // A dummy أنه before a wholly quoted sentence is not content.
  void drop_dummy_pronoun(TokenIndex t) {
    TokenIndex next = t + 1;
    if (context_.is_mark(next, ':')) ++next;
    if (next >= context_.size() || context_.quotation_opened_at(next) < 0) return;
    const int32_t q = context_.quotation_opened_at(next);
    if (context_.document().quotations[q].tokens.size() < kShortQuotation) return;
    frame_.quotation = q;
    frame_.content_begin = context_.document().quotations[q].tokens.begin;
  }

  bool is_question_word(TokenIndex t) const {
    const std::string& key = context_.word(t).key;
    if (key == "عما" || key == "كيف" || key == "لماذا" || key == "متي" || key == "هل") return true;
    if (key == "ما" || key == "من") return frame_.cue.negated || next_is_if(t);
    return false;
  }
  bool next_is_if(TokenIndex t) const {
    return t + 1 < context_.size() && context_.word(t + 1).key == "اذا";
  }

  TokenIndex step_question(TokenIndex t) {
    if (quotation_behind_colon(context_, t, end_))
      return t + 1;  // the question that the quotation answers
    open(Opening::kMatter, t);
    return t;
  }

  // Past a subordinate clause: to the mark, complementizer or preposition that the cue waits for,
  // or the verbal noun behind a word of time.
  TokenIndex skip_clause(TokenIndex t) {
    ++frame_.skipped_phrases;
    TokenIndex i = t + 1;
    while (i < end_ && !context_.is_comma(i) && !context_.is_mark(i, ':') &&
           !context_.is_quote(i) && !is_awaited(i)) {
      const int32_t time = context_.time_at(i);
      i = time < 0 ? i + 1 : context_.document().times[time].tokens.end;
      if (time >= 0 && takes(kNp) && i < end_ && context_.word(i).best().pos == Pos::kMasdar)
        return i;
    }
    return i;
  }

  bool is_awaited(TokenIndex t) const {
    if (takes(preposition_complement(context_.word(t).key))) return true;
    return context_.complementizer(t) != Complementizer::kNone &&
           (takes(kAn) || !context_.is_subjunctive(t));
  }

  TokenIndex step_preposition(TokenIndex t) {
    const TokenIndex next = t + 1;
    if (!context_.word(t).best().enclitic.none()) return next;  // به, فيه
    const bool relays = frame_.cue.form == CueForm::kVerb && !entry_->relay.empty();
    if (relays && context_.word(t).key == entry_->relay && frame_.relay.empty() && next < end_) {
      return step_relayed(next);
    }
    if (next < end_ && context_.complementizer(next) != Complementizer::kNone) return next;
    if (next < end_ && completes_cue(next)) return step_company(next);
    if (takes(preposition_complement(context_.word(t).key)) && next < end_ &&
        is_content_head(next) && !words_given_later(next) &&
        !quotation_behind_colon(context_, next, end_)) {
      if (is_question_word(next)) return step_question(next);
      open(Opening::kPreposition, next);
      return next;
    }
    ++frame_.skipped_phrases;
    return std::max(noun_phrase_end(next), next);
  }

  // نقلت رويترز عن X قوله: X speaks, the subject relays; قوله, if it stands there, is the cue.
  TokenIndex step_relayed(TokenIndex t) {
    const TokenIndex np_end = noun_phrase_end(t);
    frame_.relay = frame_.source;
    frame_.source = {t, np_end};
    return np_end;
  }

  // علق على الخبر بالقول إن: the words themselves follow, the phrase only tells what they are
  // about.
  bool words_given_later(TokenIndex t) const {
    for (; t + 1 < end_ && !context_.is_stop(t); ++t) {
      if (context_.is_and_verb(t)) return false;
      if (context_.is_comma(t) && !is_qail(context_, t + 1)) return false;
      if (is_qail(context_, t)) return content_follows(t + 1);
    }
    return false;
  }

  // Whether the object of a preposition can be what was said, and not the place or medium.
  bool is_content_head(TokenIndex t) const {
    const int32_t m = context_.mention_at(t);
    if (m < 0) return true;
    return !context_.document().actors[context_.document().mentions[m].actor].outlet;
  }

  TokenIndex step_verb(TokenIndex t) {
    if (context_.is_and_verb(t) || (t == begin_ && is_reporting_verb(t))) return stop(t);
    ++frame_.skipped_verbs;
    return frame_.skipped_verbs > 2 ? stop(t) : t + 1;
  }

  // مضى يقول إن: what follows is what the second verb tells.
  bool is_reporting_verb(TokenIndex t) const {
    const Analysis& best = context_.word(t).best();
    if (best.lemma == kNoLemma) return false;
    const std::vector<ReportingEntry>& rows = context_.morphology().lemma(best.lemma).reporting;
    return std::any_of(rows.begin(), rows.end(), [](const ReportingEntry& row) {
      return row.certainty == Certainty::kAlways;
    });
  }

  TokenIndex noun_phrase_end(TokenIndex t) const { return context_.noun_phrase_end(t, end_); }

  TokenIndex step_noun(TokenIndex t) {
    const TokenIndex np_end = noun_phrase_end(t);
    const TokenRange np{t, np_end};
    const Analysis& head = context_.word(t).best();
    const bool prefixed = head.has(kBi) || head.has(kLi) || head.has(kKa);
    if (prefixed && !is_name(t)) return step_clitic_phrase(np, head);
    if (context_.token(t).actor->demonstrative && np_end == t + 1) return t + 1;  // أوضح ذلك
    if (head.pos == Pos::kAdverb) return t + 1;
    if (completes_cue(t)) return step_company(t);
    if (is_naming(t)) return t + 1;
    if (const ReportingEntry* noun = light_noun(t)) {
      frame_.noun = noun;
      if (entry_->needs_noun) return step_light_noun(t, *noun);
    }
    if (can_be_source(np) && !must_be_addressee(np)) {
      frame_.source = np;
      return np_end;
    }
    if (can_be_addressee(np)) {
      frame_.addressee = np;
      if (entry_->content_includes_addressee) open(Opening::kObject, t);
      return np_end;
    }
    if (is_apposition(np)) {
      frame_.source.end = np_end;
      return np_end;
    }
    if (takes(kNp) && object_ == kNoToken && can_be_object(np)) {
      open(Opening::kObject, t);
      return t;
    }
    ++frame_.skipped_phrases;
    return np_end;
  }

  // What a noun of speech governs is the content (جدد دعوته | إلى الحوار); a feeling or stand is
  // itself part of it (قدم | شكره للوسطاء, جدد | تمسكه بالاتفاق).
  TokenIndex step_light_noun(TokenIndex t, const ReportingEntry& noun) {
    switch (noun.act) {
      case Act::kThank:
      case Act::kPraise:
      case Act::kWelcome:
      case Act::kRegret:
      case Act::kHope:
      case Act::kConfirm:
      case Act::kPromise:
      case Act::kCondemn:
        open(Opening::kObject, t);
        return t;
      default:
        break;
    }
    complements_ |= noun.complements & ~kNp;
    if (object_ == kNoToken) object_ = t;
    return t + 1;
  }

  // حث الوزراء على: the only noun phrase of a verb that does not go without somebody spoken to.
  bool must_be_addressee(TokenRange np) const {
    return entry_ != nullptr && (entry_->addressee & kMustAddressee) != 0 && np.begin == begin_ &&
           frame_.cue.analysis->enclitic.none() && !is_nominative(context_, np.begin) &&
           complement_at(context_.is_comma(np.end) ? np.end + 1 : np.end);
  }

  // Whether what the lemma takes as its content stands at `t`.
  bool complement_at(TokenIndex t) const {
    if (t >= end_) return false;
    if (context_.complementizer(t) != Complementizer::kNone) return true;
    const Analysis& best = context_.word(t).best();
    return takes(preposition_complement(context_.word(t).key)) || (best.has(kBi) && takes(kBiNp)) ||
           (best.has(kLi) && takes(kLiNp));
  }

  // قال سالم القرشي عضو الوفد إن: a title behind the name belongs to the source.
  bool is_apposition(TokenRange np) const {
    return !frame_.source.empty() && np.begin == frame_.source.end &&
           context_.token(np.begin).actor->is(kTitleRoles) && clause_ahead(context_, np.end, end_);
  }

  // نقلا عن: how the words came, not what they say.
  bool is_relaying(TokenIndex t) const {
    for (const Analysis& analysis : context_.word(t).analyses) {
      if (analysis.lemma == kNoLemma || analysis.pos != Pos::kMasdar) continue;
      for (const ReportingEntry& row : context_.morphology().lemma(analysis.lemma).reporting) {
        if (!row.relay.empty()) return context_.is_preposition(t + 1);
      }
    }
    return false;
  }

  // An object stands by its verb or its subject; further off it is one only if no clause follows.
  bool can_be_object(TokenRange np) const {
    if (quotation_behind_colon(context_, np.end, end_)) return false;
    if (is_relaying(np.begin)) return false;
    if (np.begin == begin_ || np.begin == frame_.source.end) return true;
    return context_.word(np.begin).best().pos != Pos::kAdjective &&
           !clause_ahead(context_, np.end, end_);
  }

  // The entry of a speech noun that forms one predicate with the cue.
  const ReportingEntry* light_noun(TokenIndex t) const {
    if (entry_ == nullptr || frame_.cue.form == CueForm::kNoun || t == 0) return nullptr;
    return light_noun_at(context_, t, context_.morphology().lemma(frame_.cue.analysis->lemma));
  }

  // كرر القول إن, اكتفى بالإشارة إلى أن: a noun that only says once more that somebody speaks.
  bool is_naming(TokenIndex t) const {
    const Analysis& best = context_.word(t).best();
    if (best.pos != Pos::kMasdar || !best.definite() || best.lemma == kNoLemma) return false;
    const TokenIndex next = context_.is_preposition(t + 1) ? t + 2 : t + 1;
    return !context_.morphology().lemma(best.lemma).reporting.empty() &&
           context_.complementizer(next) != Complementizer::kNone;
  }

  // A word that the row of the cue asks for: كشف النقاب, رفض ذكر اسمه.
  bool completes_cue(TokenIndex t) const {
    if (entry_ == nullptr || entry_->needs_negated) return false;
    const std::vector<std::string>& keys = entry_->needs_phrase;
    return std::find(keys.begin(), keys.end(), context_.word(t).key) != keys.end();
  }

  // What such a word governs is the content; where it governs nothing, the word itself is.
  TokenIndex step_company(TokenIndex t) {
    const TokenIndex next = t + 1;
    if (next + 1 < end_ && context_.is_preposition(next)) {
      open(Opening::kPreposition, next + 1);
    } else if (next < end_ && context_.token(next).kind == TokenKind::kWord &&
               context_.time_at(next) < 0 && !context_.is_finite_verb(next)) {
      open(Opening::kObject, next);
    } else if (object_ == kNoToken) {
      object_ = t;
    }
    return next;
  }

  TokenIndex step_clitic_phrase(TokenRange np, const Analysis& head) {
    if (is_naming(np.begin)) return np.begin + 1;
    const bool takes_it = (head.has(kBi) && takes(kBiNp)) || (head.has(kLi) && takes(kLiNp));
    if (takes_it && is_content_head(np.begin)) {
      open(Opening::kPreposition, np.begin);
      return np.begin;
    }
    if (head.has(kLi) && entry_ != nullptr && (entry_->addressee & kLiAddressee) != 0 &&
        frame_.addressee.empty()) {
      frame_.addressee = np;
    }
    ++frame_.skipped_phrases;
    return np.end;
  }

  bool can_be_source(TokenRange np) const {
    if (!frame_.source.empty() || frame_.cue.form == CueForm::kParticiple) return false;
    const bool adjacent = np.begin == begin_ || np.begin == behind_relay_;
    if (frame_.cue.form == CueForm::kNoun && !adjacent) return false;
    if (!verb_allows_subject(*frame_.cue.analysis)) return false;
    if (!can_follow_as_subject(context_, *frame_.cue.analysis, np.begin)) return false;
    const int32_t m = context_.mention_at(np.begin);
    if (!adjacent) return m >= 0;
    const ActorWord& head = *context_.token(np.begin).actor;
    if (m >= 0 || head.is(kNounRoles) || is_nominative(context_, np.begin)) return true;
    const Pos pos = context_.word(np.begin).best().pos;
    if (head.is(kQuantifierRole) && pos == Pos::kNoun && !can_be_addressee(np)) return true;
    if (head.kind == WordClass::kName && !head.is(kNisbaRole)) return true;
    const Analysis& best = context_.word(np.begin).best();
    if (best.definite()) return content_follows(np.end);
    // قالت رايس إن: a single word is the object of what follows only where it names a thing.
    const bool may_act =
        np.size() > 1 || !takes(kNp) || best.pos == Pos::kParticiple || best.pos == Pos::kUnknown;
    return best.pos != Pos::kMasdar && may_act && content_follows(np.end);
  }

  // A verb that carries its own subject (قالوا, قلنا, قالا) has none behind it.
  static bool verb_allows_subject(const Analysis& verb) {
    if (verb.pos != Pos::kVerb) return true;
    return verb.agreement.person != 1 && verb.agreement.person != 2 && verb.agreement.number <= 1;
  }

  bool content_follows(TokenIndex t) const {
    if (context_.is_comma(t)) ++t;
    if (t >= end_) return false;
    if (context_.is_preposition(t) && t + 1 < end_) ++t;
    return context_.complementizer(t) != Complementizer::kNone || context_.is_mark(t, ':') ||
           context_.quotation_opened_at(t) >= 0;
  }

  bool can_be_addressee(TokenRange np) const {
    if (entry_ == nullptr || (entry_->addressee & kAccAddressee) == 0) return false;
    if (!frame_.addressee.empty()) return false;
    return !takes(kNp) || context_.mention_at(np.begin) >= 0 || entry_->content_includes_addressee;
  }

  // `قال:` at the end of its line: the content is the next line.
  void open_next_line(TokenIndex t) {
    if (t < end_ || t == 0 || !context_.is_mark(t - 1, ':') || t >= context_.size()) return;
    open(Opening::kColon, behind_opening_mark(t));
  }

  const Context& context_;
  Frame& frame_;
  const ReportingEntry* entry_;
  uint32_t complements_ = 0;      // of the cue, and of a speech noun that it forms a predicate with
  TokenIndex object_ = kNoToken;  // that noun: the content itself if nothing else is
  TokenIndex begin_ = 0, end_ = 0;
  TokenIndex behind_relay_ = kNoToken;  // the last one that was passed over
  bool stopped_ = false;
};

}  // namespace

void scan_clause(const Context& context, Frame& frame) { ClauseScan(context, frame).run(); }

}  // namespace musnad
