#include "statements/frame.h"

#include <algorithm>

namespace musnad {
namespace {

// Furthest that a clause is searched for its content, in tokens; sentences are rarely longer.
constexpr TokenIndex kReach = 80;
// Quotations shorter than this name things (صحيفة «الرأي») unless a colon or the cue itself brings
// them.
constexpr TokenIndex kShortQuotation = 4;

bool is_qail(const Context& context, TokenIndex t) {  // قائلا, قائلة, بالقول, بقوله
  for (const Analysis& analysis : context.word(t).analyses) {
    if (analysis.lemma == kNoLemma) continue;
    if (context.morphology().lemma(analysis.lemma).text != "قال") continue;
    if (analysis.pos == Pos::kParticiple) return true;
    if (analysis.pos == Pos::kMasdar && analysis.has(kBi)) return true;
  }
  return false;
}

uint32_t preposition_complement(std::string_view key) {
  if (key == "الي") return kIlaNp;
  if (key == "علي") return kAlaNp;
  if (key == "عن") return kAnNp;
  if (key == "من") return kMinNp;
  if (key == "في") return kFiNp;
  if (key == "حول" || key == "بشان") return kHawl;
  return 0;
}

// Walks from the cue to the right through source, addressee and adjuncts to the content.
class ForwardScan {
 public:
  ForwardScan(const Context& context, Frame& frame)
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
    if (context_.token(t).kind == TokenKind::kPunctuation) return step_mark(t);
    if (const int32_t time = context_.time_at(t); time >= 0) {
      return context_.document().times[time].tokens.end;
    }
    if (context_.complementizer(t) != Complementizer::kNone) return step_complementizer(t);
    if (is_qail(context_, t) && t > frame_.cue.tokens.begin) return t + 1;
    if (t > begin_ && context_.is_comma(t - 1) && is_reporting_participle(t)) return stop(t);
    if (!frame_.relay.empty() && is_his_words(t)) {
      frame_.cue.tokens = {t, t + 1};
      return t + 1;
    }
    if (is_name(t)) return step_noun(t);  // علي, not the preposition
    if (context_.has_pos(t, Pos::kRelative) && !is_question_word(t)) return skip_relative(t);
    if (is_question_word(t)) return step_question(t);
    if (context_.is_preposition(t)) return step_preposition(t);
    if (context_.is_finite_verb(t)) return step_verb(t);
    return step_noun(t);
  }

  // Whether a mention begins here, without ب ل ك in front of it.
  bool is_name(TokenIndex t) const {
    return context_.mention_at(t) >= 0 && !context_.token(t).actor->prefixed();
  }

  bool is_reporting_participle(TokenIndex t) const {
    for (const Analysis& analysis : context_.word(t).analyses) {
      const bool participle = analysis.pos == Pos::kParticiple && analysis.lemma != kNoLemma;
      if (participle && !context_.morphology().lemma(analysis.lemma).reporting.empty()) return true;
    }
    return false;
  }

  TokenIndex step_mark(TokenIndex t) {
    const char32_t mark = context_.token(t).mark;
    if (mark == ':') {
      open(Opening::kColon, behind_opening_mark(t + 1));
      return t + 1;
    }
    if (const int32_t q = context_.quotation_opened_at(t); q >= 0) return step_quotation(t, q);
    if (mark == '(' || mark == '[') return skip_bracket(t);
    if ((mark == '-' || mark == 0x2013) && t > begin_) return skip_dashes(t);
    if (context_.is_stop(t)) return stop(t);
    return t + 1;
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

  TokenIndex skip_bracket(TokenIndex t) const {
    const char32_t closing = context_.token(t).mark == '(' ? ')' : ']';
    for (TokenIndex i = t + 1; i < end_; ++i) {
      if (context_.is_mark(i, closing)) return i + 1;
    }
    return t + 1;
  }

  TokenIndex skip_dashes(TokenIndex t) const {
    constexpr TokenIndex kLongestAside = 15;
    for (TokenIndex i = t + 1; i < std::min(end_, t + kLongestAside); ++i) {
      if (context_.is_mark(i, context_.token(t).mark)) return i + 1;
    }
    return t + 1;
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
    if (quotation_behind_colon(t)) return t + 1;  // the question that the quotation answers
    open(Opening::kMatter, t);
    return t;
  }

  TokenIndex skip_relative(TokenIndex t) {
    ++frame_.skipped_phrases;
    TokenIndex i = t + 1;
    while (i < end_ && !context_.is_comma(i) && !context_.is_mark(i, ':') &&
           !context_.is_quote(i) && context_.complementizer(i) == Complementizer::kNone &&
           !takes(preposition_complement(context_.word(i).key))) {
      ++i;
    }
    return i;
  }

  TokenIndex step_preposition(TokenIndex t) {
    const TokenIndex next = t + 1;
    if (!context_.word(t).best().enclitic.none()) return next;  // به, فيه
    if (entry_ != nullptr && !entry_->relay.empty() && context_.word(t).key == entry_->relay &&
        frame_.relay.empty() && next < end_) {
      return step_relayed(next);
    }
    if (next < end_ && context_.complementizer(next) != Complementizer::kNone) return next;
    if (takes(preposition_complement(context_.word(t).key)) && next < end_ &&
        is_content_head(next)) {
      if (is_question_word(next) && !quotation_behind_colon(next)) return step_question(next);
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

  bool is_his_words(TokenIndex t) const {  // قوله, قولها, قولهم
    for (const Analysis& analysis : context_.word(t).analyses) {
      if (analysis.lemma == kNoLemma || analysis.enclitic.none() || analysis.pos == Pos::kVerb)
        continue;
      for (const ReportingEntry& entry : context_.morphology().lemma(analysis.lemma).reporting) {
        if ((entry.complements & kInna) != 0) return true;
      }
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
    const Analysis& verb = context_.word(t).best();
    if (verb.has(kWa) || verb.has(kFa)) return stop(t);
    ++frame_.skipped_verbs;
    return frame_.skipped_verbs > 2 ? stop(t) : t + 1;
  }

  TokenIndex noun_phrase_end(TokenIndex t) const { return context_.noun_phrase_end(t, end_); }

  TokenIndex step_noun(TokenIndex t) {
    const TokenIndex np_end = noun_phrase_end(t);
    const TokenRange np{t, np_end};
    if (context_.document().token_text(t) == "لـ") return t + 1;  // لـ"الوطن"
    const Analysis& head = context_.word(t).best();
    const bool prefixed = head.has(kBi) || head.has(kLi) || head.has(kKa);
    if (prefixed && !is_name(t)) return step_clitic_phrase(np, head);
    if (context_.token(t).actor->demonstrative && np_end == t + 1) return t + 1;  // أوضح ذلك
    if (head.pos == Pos::kAdverb) return t + 1;
    if (can_be_source(np)) {
      frame_.source = np;
      return np_end;
    }
    if (can_be_addressee(np)) {
      frame_.addressee = np;
      if (entry_->content_includes_addressee) open(Opening::kObject, t);
      return np_end;
    }
    if (const ReportingEntry* noun = light_noun(t)) {
      complements_ |= noun->complements & ~kNp;
      if (object_ == kNoToken) object_ = t;
      return t + 1;
    }
    if (takes(kNp) && object_ == kNoToken && can_be_object(np)) {
      open(Opening::kObject, t);
      return t;
    }
    ++frame_.skipped_phrases;
    return np_end;
  }

  // An object stands by its verb or its subject; further off it is one only if no clause follows.
  bool can_be_object(TokenRange np) const {
    if (quotation_behind_colon(np.end)) return false;
    if (np.begin == begin_ || np.begin == frame_.source.end) return true;
    return context_.word(np.begin).best().pos != Pos::kAdjective && !clause_ahead(np.end);
  }

  // Whether a complementizer follows before the clause ends.
  bool clause_ahead(TokenIndex t) const {
    for (; t < end_ && !context_.is_stop(t); ++t) {
      if (context_.complementizer(t) != Complementizer::kNone) return true;
      const Analysis& best = context_.word(t).best();
      if (best.pos == Pos::kVerb && (best.has(kWa) || best.has(kFa))) return false;
    }
    return false;
  }

  // The entry of a speech noun that forms one predicate with the verb (وجه اتهامات, جدد دعوته).
  const ReportingEntry* light_noun(TokenIndex t) const {
    if (entry_ == nullptr || frame_.cue.form != CueForm::kVerb) return nullptr;
    const std::string& verb = context_.morphology().lemma(frame_.cue.analysis->lemma).text;
    for (const Analysis& analysis : context_.word(t).analyses) {
      if (analysis.lemma == kNoLemma || analysis.pos == Pos::kVerb) continue;
      for (const ReportingEntry& entry : context_.morphology().lemma(analysis.lemma).reporting) {
        if (std::find(entry.light_verbs.begin(), entry.light_verbs.end(), verb) !=
            entry.light_verbs.end()) {
          return &entry;
        }
      }
    }
    return nullptr;
  }

  bool quotation_behind_colon(TokenIndex t) const {
    for (; t + 1 < end_; ++t) {
      if (context_.is_mark(t, ':') && context_.quotation_opened_at(t + 1) >= 0) return true;
    }
    return false;
  }

  TokenIndex step_clitic_phrase(TokenRange np, const Analysis& head) {
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
    if (frame_.cue.form == CueForm::kNoun && np.begin != begin_) return false;
    if (frame_.cue.analysis != nullptr && !verb_allows_subject(*frame_.cue.analysis)) return false;
    const int32_t m = context_.mention_at(np.begin);
    if (np.begin != begin_) return m >= 0 && agrees(context_.document().mentions[m]);
    const ActorWord& head = *context_.token(np.begin).actor;
    if (m >= 0 || head.is(kNounRoles)) return true;
    if (head.kind == WordClass::kName && !head.is(kNisbaRole)) return true;
    const Analysis& best = context_.word(np.begin).best();
    if (best.definite()) return content_follows(np.end);
    return best.pos != Pos::kMasdar && (np.size() > 1 || !takes(kNp)) && content_follows(np.end);
  }

  // A verb that carries its own subject (قالوا, قلنا, قالا) has none behind it.
  static bool verb_allows_subject(const Analysis& verb) {
    if (verb.pos != Pos::kVerb) return true;
    return verb.agreement.person != 1 && verb.agreement.person != 2 && verb.agreement.number <= 1;
  }

  bool agrees(const Mention& mention) const {
    const Analysis* verb = frame_.cue.analysis;
    if (verb == nullptr || verb->pos != Pos::kVerb) return true;
    const Actor& actor = context_.document().actors[mention.actor];
    if (actor.kind != ActorKind::kPerson || actor.gender == Gender::kUnknown) return true;
    return verb->agreement.gender == 0 ||
           (verb->agreement.gender == 2) == (actor.gender == Gender::kFeminine);
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
  bool stopped_ = false;
};

bool is_relative(const Context& context, TokenIndex t) {
  const std::string& key = context.word(t).key;
  return key.starts_with("الذي") || key.starts_with("التي") || key == "اللذان" || key == "اللتان" ||
         key == "اللواتي" || key == "والذي" || key == "والتي";
}

// Words that may stand between a subject and its verb: قد, كان, لا يزال, an adverb.
bool is_light(const Context& context, TokenIndex t) {
  const std::string& key = context.word(t).key;
  return context.has_pos(t, Pos::kParticle) || context.has_pos(t, Pos::kNegation) ||
         context.has_pos(t, Pos::kAdverb) || key == "كان" || key == "كانت" || key == "كانوا" ||
         key == "يزال" || key == "تزال" || key == "ايضا";
}

// Whether a preposed subject may begin at `t`: what stands before it begins a clause.
bool begins_clause(const Context& context, TokenIndex t, TokenRange sentence) {
  if (t == sentence.begin) return true;
  const TokenIndex p = t - 1;
  const Token& before = context.token(p);
  if (before.kind == TokenKind::kPunctuation) return true;
  if (context.complementizer(p) != Complementizer::kNone) return true;
  if (context.has_pos(p, Pos::kConjunction) || context.has_pos(p, Pos::kParticle)) return true;
  if (is_light(context, p)) return true;
  return context.word(t).best().has(kWa) || context.word(t).best().has(kFa);
}

// A noun phrase that ends right before `end` and can be the subject or antecedent of the cue.
TokenRange phrase_before(const Context& context, TokenIndex end, TokenRange sentence,
                         bool relative) {
  if (end <= sentence.begin) return {};
  const int32_t m = context.mention_ending_at(end);
  if (m < 0) return {};
  const TokenRange range = context.document().mentions[m].tokens;
  if (range.begin < sentence.begin) return {};
  if (!relative && !begins_clause(context, range.begin, sentence)) return {};
  return range;
}

// Looks to the left for a subject in front of its verb, or for the antecedent of its relative
// clause.
void scan_backward(const Context& context, Frame& frame) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  TokenIndex t = frame.cue.tokens.begin;
  while (t > sentence.begin && is_light(context, t - 1)) --t;
  if (t > sentence.begin && is_relative(context, t - 1)) {
    frame.relative = true;
    --t;
    if (t > sentence.begin && context.is_comma(t - 1)) --t;
  } else if (frame.cue.form == CueForm::kVerb && frame.cue.analysis->has(kWa)) {
    return;
  }
  while (t > sentence.begin && (context.is_comma(t - 1) || context.is_quote(t - 1) ||
                                context.is_mark(t - 1, ')') || context.is_mark(t - 1, '-'))) {
    --t;
  }
  frame.source = phrase_before(context, t, sentence, frame.relative);
  frame.source_first = !frame.source.empty();
}

// بحسب X, وفقا لـ X: the phrase names its source; the content is the clause that it goes with.
void parse_phrase(const Context& context, Frame& frame) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  TokenIndex t = frame.cue.tokens.end;
  while (t < sentence.end && context.is_quote(t)) ++t;
  if (t >= sentence.end) return;
  frame.source = {t, context.noun_phrase_end(t, sentence.end)};
  frame.scan_end = frame.source.end;
  for (TokenIndex i = sentence.begin; i < frame.cue.tokens.begin; ++i) {
    if (context.token(i).kind != TokenKind::kPunctuation) return;
  }
  t = frame.source.end;  // at the head of its sentence: what follows is the content
  while (t < sentence.end && (context.is_comma(t) || context.is_quote(t))) ++t;
  if (context.complementizer(t) == Complementizer::kBare) ++t;
  if (t >= sentence.end) return;
  frame.opening = Opening::kClause;
  frame.content_begin = t;
}

// `بيسكوف: …`: the words before the colon name the source.
void parse_colon(const Context& context, Frame& frame) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  TokenIndex t = sentence.begin;
  while (context.is_quote(t)) ++t;
  if (const int32_t m = context.mention_at(t); m >= 0) {
    frame.source = context.document().mentions[m].tokens;
    frame.source.end = std::min(frame.source.end, frame.cue.tokens.begin);
  } else {
    frame.source = {t, frame.cue.tokens.begin};
    while (frame.source.size() > 1 && context.is_quote(frame.source.end - 1)) --frame.source.end;
  }
  frame.source_first = true;
  frame.opening = Opening::kColon;
  frame.content_begin = frame.cue.tokens.end;
  const int32_t q =
      frame.content_begin < context.size() ? context.quotation_opened_at(frame.content_begin) : -1;
  if (q >= 0) {
    frame.quotation = q;
    frame.content_begin = context.document().quotations[q].tokens.begin;
  }
}

}  // namespace

Frame parse_frame(const Context& context, const Cue& cue) {
  Frame frame;
  frame.cue = cue;
  frame.scan_end = cue.tokens.end;
  if (cue.form == CueForm::kPhrase) {
    parse_phrase(context, frame);
  } else if (cue.form == CueForm::kColon) {
    parse_colon(context, frame);
  } else {
    ForwardScan(context, frame).run();
    const TokenIndex begin = context.sentence_at(cue.tokens.begin).tokens.begin;
    if (cue.attribution != kNoToken &&
        cue.attribution > begin) {  // what stands before is the content
      frame.opening = Opening::kNone;
      frame.content_begin = kNoToken;
      frame.quotation = -1;
    }
    if (frame.source.empty() && cue.form == CueForm::kVerb) scan_backward(context, frame);
  }
  return frame;
}

}  // namespace musnad
