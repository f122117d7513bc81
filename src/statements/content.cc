#include "statements/content.h"

#include <algorithm>

#include "actors/document_author.h"
#include "statements/clause_words.h"
#include "statements/content_turns.h"
#include "statements/outlet_names.h"

namespace musnad {
namespace {

// Bounds that keep reading linear in texts without full stops, in tokens; no real sentence reaches
// them.
constexpr TokenIndex kLongestQuotation = 1000;
constexpr TokenIndex kLongestClauseBefore = 200;

// Whether a quotation before a cue was said: two words only where the sentence begins with them.
bool is_long_enough(const Context& context, const Quotation& quotation) {
  if (quotation.tokens.size() > 2) return true;
  return quotation.tokens.size() == 2 && quotation.open != kNoToken &&
         context.sentence_at(quotation.open).tokens.begin == quotation.open;
}

// The quotation that ends right before the cue, `، كما` and the like between them; -1 for none.
int32_t quotation_before(const Context& context, TokenIndex t) {
  constexpr TokenIndex kMostBetween = 3;
  const TokenIndex floor = t > kMostBetween ? t - kMostBetween : 0;
  while (t > floor && t > 0 && !context.is_quote(t - 1)) {
    const bool light = context.token(t - 1).kind == TokenKind::kPunctuation ||
                       context.has_pos(t - 1, Pos::kConjunction) ||
                       context.has_pos(t - 1, Pos::kRelative);
    if (!light) return -1;
    --t;
  }
  while (t > 0 && context.token(t - 1).kind == TokenKind::kPunctuation) {
    if (context.is_quote(t - 1) && t >= 2) {
      TokenIndex inside = t - 2;
      while (inside > 0 && context.token(inside).kind == TokenKind::kPunctuation) --inside;
      const int32_t q = context.quotation_of(inside);
      if (q >= 0 && context.document().quotations[q].tokens.end <= t - 1 &&
          is_long_enough(context, context.document().quotations[q])) {
        return q;
      }
    }
    --t;
  }
  return -1;
}

void append(const Context& context, TokenRange range, std::vector<TokenRange>& spans) {
  range = trim_content(context, range);
  if (!range.empty() && context.word(range.end - 1).key == "وذلك") {
    range = trim_content(context, {range.begin, range.end - 1});  // ، وذلك | حسبما أفادت الوكالة
  }
  if (!range.empty()) spans.push_back(range);
}

// «إن الزيارة قصيرة، | مؤكدا أن الوفد سيعود»: where within quotation marks the writer goes on, who
// set the second mark too late or not at all; else `end`.
TokenIndex writer_goes_on(const Context& context, const FrameMap& frames,
                          const Quotation& quotation, TokenIndex end) {
  const bool open = quotation.close == kNoToken;
  // «الوزير سالم القرشي استهل الجلسة، موضحا أن»: he of whom the speaker tells may have said that
  // too
  const TokenIndex first = quotation.tokens.begin;
  const Actor* whom = actor_at(context, first);
  const bool of_person = context.token(first).actor->is(kTitleRoles) ||
                         (whom != nullptr && whom->kind == ActorKind::kPerson);
  if (of_person && !open) return end;
  for (TokenIndex t = first + 1; t < end; ++t) {
    const int32_t i = frames.at(t);
    if (i < 0 || frames[i].frame.cue.tokens.begin != t) continue;
    const Frame& frame = frames[i].frame;
    const bool goes_on =
        frame.cue.form == CueForm::kParticiple && is_reporting_participle(context, t);
    const bool to_you = context.word(t + 1).key.ends_with("كم");  // متمنيا لكم التوفيق
    if (goes_on && !to_you && (open || context.is_comma(t - 1))) return t;
    const bool verb = frame.cue.form == CueForm::kVerb && context.is_and_verb(t) &&
                      frame.cue.analysis->agreement.person == 3 &&
                      frame.opening == Opening::kComplementizer;
    if (open && verb && frame.cue.analysis->tense == Tense::kPerfect) return t;
  }
  return end;
}

// Where a quotation ends: one that is never closed, before the next sentence that has a cue of its
// own.
TokenIndex quotation_end(const Context& context, const FrameMap& frames,
                         const Quotation& quotation) {
  if (quotation.tokens.empty()) return quotation.tokens.end;
  TokenIndex end = quotation.tokens.end;
  if (quotation.close == kNoToken) {
    end = std::min(end, quotation.tokens.begin + kLongestQuotation);
    const std::vector<Sentence>& sentences = context.document().sentences;
    for (size_t i = context.sentence_of(quotation.tokens.begin) + 1; i < sentences.size(); ++i) {
      const TokenIndex begin = sentences[i].tokens.begin;
      if (begin >= end) break;
      if (frames.at(begin) >= 0) {
        end = begin;
        break;
      }
    }
  }
  return writer_goes_on(context, frames, quotation, end);
}

// A quotation and those that go on with it after a paragraph break.
void append_quotation(const Context& context, const FrameMap& frames, int32_t q,
                      std::vector<TokenRange>& spans) {
  const std::vector<Quotation>& quotations = context.document().quotations;
  append(context, {quotations[q].tokens.begin, quotation_end(context, frames, quotations[q])},
         spans);
  constexpr size_t kReach = 64;  // quotations within one that are passed over
  for (size_t next = q + 1; next < quotations.size() && next <= q + kReach; ++next) {
    if (quotations[next].continues != q) continue;
    append(context, quotations[next].tokens, spans);
    q = static_cast<int32_t>(next);
  }
}

// كييف – «الواحة»: | قتل جندي, كما | أصيب ثلاثة: where a sentence begins behind where it came from,
// or behind the word that joins it to the one before.
TokenIndex behind_dateline(const Context& context, TokenRange sentence) {
  constexpr TokenIndex kLongest = 10;
  bool dash = false;
  for (TokenIndex t = sentence.begin; t < std::min(sentence.end, sentence.begin + kLongest); ++t) {
    const bool closes = t > sentence.begin && context.is_mark(t - 1, ')');
    dash = dash || context.is_mark(t, '-') || context.is_mark(t, 0x2013);
    if (closes && (dash || context.is_mark(t, 0x2014))) {  // العاصمة، البلد (CNN)-- | غادر الوزير
      while (t < sentence.end && context.token(t).kind == TokenKind::kPunctuation) ++t;
      return t;
    }
    if (context.is_finite_verb(t)) break;
    if (dash && context.is_mark(t, ':')) return t + 1;
  }
  const bool joined =
      context.word(sentence.begin).key == "كما" && context.is_finite_verb(sentence.begin + 1);
  return joined ? sentence.begin + 1 : sentence.begin;
}

// Where what tells of the words begins: before the speaker who stands in front, before جاء in كما
// جاء في بيان.
TokenIndex telling_begin(const Frame& frame) {
  if (frame.source_first) return frame.source.begin;
  return frame.cue.tokens.begin - (frame.cue.in_document ? 2 : 0);
}

// وتضمن الكتاب، بحسب X، «مقترحات», سقوط القتلى، حسب مراقبين، ونزوح السكان, وفي جلسة - وفقا للبيان -
// التقى الوزير: whether the clause that a phrase interrupts goes on behind the mark that closes it.
bool interrupts_clause(const Context& context, TokenRange before, TokenIndex mark) {
  const TokenIndex t = mark + 1;
  const TokenIndex end = context.sentence_at(mark).tokens.end;
  const bool closes =
      context.is_comma(mark) || context.is_mark(mark, '-') || context.is_mark(mark, 0x2013);
  if (!closes || t + 1 >= end || context.token(t).line_begin || before.empty()) return false;
  const int32_t q = context.quotation_opened_at(t);
  if (q >= 0) return context.document().quotations[q].tokens.size() > 1;
  bool has_verb = false;
  for (TokenIndex i = before.begin; i < before.end; ++i) {
    has_verb = has_verb || context.is_finite_verb(i);
  }
  if (!has_verb && context.is_preposition(before.begin)) return context.is_finite_verb(t);
  if (has_verb && context.token(t).kind == TokenKind::kNumber) return true;  // ، 55 ألف شخص
  const Analysis& best = context.word(t).best();
  if (has_verb && best.pos == Pos::kNumeral && best.proclitics == 0) return true;
  return best.has(kWa) && (best.pos == Pos::kNoun || best.pos == Pos::kMasdar) &&
         context.mention_at(t) < 0 && !context.token(t).actor->is(kNounRoles);
}

// «كما قال الرئيس أمس، | لن نغلق الباب»: what a quotation says behind the aside with which it
// begins.
void append_rest_of_quotation(const Context& context, const Frame& frame, int32_t quotation,
                              std::vector<TokenRange>& spans) {
  const TokenIndex end = std::min(context.sentence_at(frame.cue.tokens.begin).tokens.end,
                                  context.document().quotations[quotation].tokens.end);
  TokenIndex t = std::max(frame.cue.tokens.end, frame.source.end);
  while (t < end && !context.is_comma(t)) ++t;
  if (t < end) append(context, {t + 1, end}, spans);
}

// مناورات | انتقدتها نوريا: whether the pronoun of a verb with its subject stands for the
// indefinite noun before it.
bool tells_of_noun_before(const Context& context, const Frame& frame) {
  const TokenIndex cue = frame.cue.tokens.begin;
  if (frame.cue.form != CueForm::kVerb || frame.opening != Opening::kNone || cue == 0) return false;
  const Analysis& verb = *frame.cue.analysis;
  if (verb.enclitic.person != 3 || verb.proclitics != 0 || verb.tense != Tense::kPerfect)
    return false;
  if (frame.source.begin != frame.cue.tokens.end || frame.source.empty()) return false;
  const Analysis& noun = context.word(cue - 1).best();
  const bool nominal =
      noun.pos == Pos::kNoun || noun.pos == Pos::kMasdar || noun.pos == Pos::kAdjective;
  return nominal && !noun.definite() && noun.enclitic.none() &&
         context.token(cue - 1).kind == TokenKind::kWord && context.mention_ending_at(cue) < 0 &&
         !takes_up(context, cue - 1);  // وهو أمر | نفته الوزارة
}

// الاتفاق | الذي أعلنته الوزارة: the noun phrase on which a clause tells whose word it was; empty
// elsewhere.
TokenRange antecedent(const Context& context, const Frame& frame) {
  constexpr TokenIndex kLongest = 12;
  const TokenIndex cue = frame.cue.tokens.begin;
  const TokenIndex begin = context.sentence_at(cue).tokens.begin;
  if (frame.cue.form != CueForm::kVerb || cue < begin + 2) return {};
  const bool unmarked = tells_of_noun_before(context, frame);
  const Analysis& relative = context.word(cue - 1).best();
  if (!unmarked && (relative.pos != Pos::kRelative || relative.agreement.none())) return {};
  const Agreement pronoun = unmarked ? frame.cue.analysis->enclitic : relative.agreement;
  TokenIndex end = unmarked ? cue : cue - 1;
  if (context.is_comma(end - 1)) --end;
  if (end == begin || takes_up(context, end - 1)) return {};
  TokenIndex first = end;
  for (TokenIndex t = end; t > begin && end - t < kLongest;) {
    if (context.token(--t).kind == TokenKind::kPunctuation) break;
    const Analysis& noun = context.word(t).best();
    if (noun.pos == Pos::kPronoun) return {};  // وهو الادعاء الذي
    if (is_grammar_word(noun.pos) || context.is_finite_verb(t) || context.time_at(t) >= 0) break;
    const bool attribute = noun.pos == Pos::kAdjective || noun.pos == Pos::kNumeral;
    const bool many = noun.agreement.number == kPlural && pronoun.gender == kFeminine;
    const bool agrees =
        noun.agreement.gender == 0 || noun.agreement.gender == pronoun.gender || many;
    if (!attribute && (first == end || (agrees && context.noun_phrase_end(t, end) == end))) {
      first = t;
    }
    if (context.has_preposition_clitic(t)) break;
  }
  return {first, end};
}

// نفت الحكومة | ما قاله الوزير: what he said is not told, only what another said of it.
bool tells_of_what(const Context& context, const Frame& frame) {
  const TokenIndex verb = frame.cue.tokens.begin;
  return frame.cue.form == CueForm::kVerb && frame.cue.attribution == kNoToken && verb > 1 &&
         context.word(verb - 1).key == "ما" &&
         context.token(verb - 2).kind != TokenKind::kPunctuation && !takes_up(context, verb - 2) &&
         !context.has_pos(verb - 2, Pos::kDemonstrative);
}

// Content of an attribution that stands behind or inside its sentence: `A، بحسب X` and `A، وفق ما
// قال X`.
void append_clause_before(const Context& context, const FrameMap& frames, const Frame& frame,
                          std::vector<TokenRange>& spans) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  TokenIndex end = telling_begin(frame);
  TokenIndex begin =
      std::max(behind_dateline(context, sentence), end - std::min(end, kLongestClauseBefore));
  if (frame.cue.attribution != kNoToken) end = std::min(end, frame.cue.attribution);
  const int32_t around = context.quotation_of(frame.cue.tokens.begin);
  if (around >= 0) begin = std::max(begin, context.document().quotations[around].tokens.begin);
  for (TokenIndex t = begin; t < end; ++t) {
    const int32_t other =
        frames.at(t);  // a statement before it in the sentence keeps its own words
    if (other < 0 || frames[other].frame.cue.form == CueForm::kPhrase) continue;
    const TokenIndex own = frames[other].frame.content_begin;
    if ((own < end || own == kNoToken) && tells_of_what(context, frame)) return;
    begin = own != kNoToken && own > t && own < end ? own : t + 1;
  }
  while (end > begin &&
         (context.has_pos(end - 1, Pos::kRelative) || context.has_pos(end - 1, Pos::kConjunction) ||
          context.has_pos(end - 1, Pos::kPreposition) || takes_up(context, end - 1) ||
          context.token(end - 1).kind == TokenKind::kPunctuation)) {
    --end;
  }
  if (begin >= end && around >= 0) {
    append_rest_of_quotation(context, frame, around, spans);
    return;
  }
  if (const TokenRange noun = antecedent(context, frame); !noun.empty()) begin = noun.begin;
  // `A، بحسب X، B` ends here, `A بحسب X B` goes on
  const TokenIndex behind = std::max(frame.source.end, frame.cue.tokens.end);
  if (attributes_next_clause(context, frame)) {
    append(context, {behind + 1, content_limit(context, behind, -1)}, spans);
    return;
  }
  append(context, {begin, end}, spans);
  const bool whole =
      !frame.source.empty() ||  // not حسب | رأيهم
      (frame.cue.phrase != nullptr && frame.cue.phrase->next == FixedPhrase::Next::kNone &&
       !context.word(frame.cue.tokens.end - 1).best().enclitic.none());
  if (frame.cue.form != CueForm::kPhrase || !whole) return;
  if (interrupts_clause(context, {begin, end}, behind)) {
    append(context, {behind + 1, content_limit(context, behind + 1, -1)}, spans);
  } else if (behind < sentence.end && context.token(behind).kind != TokenKind::kPunctuation &&
             frames.at(behind) < 0 && context.word(behind).best().pos != Pos::kRelative &&
             author_behind_document(context.document(), behind) == kNoToken) {
    append(context, {behind, content_limit(context, behind, -1)}, spans);
  }
}

// A. صرح بذلك X: the sentence in front is what was said.
void append_sentence_before(const Context& context, TokenIndex t, std::vector<TokenRange>& spans) {
  if (t == 0) return;
  const TokenRange sentence = context.sentence_at(t - 1).tokens;
  append(context, {behind_dateline(context, sentence), sentence.end}, spans);
}

// قال «لم تكن لدينا خطة» | لمواجهة التهديدات: what the same clause says behind its quotation.
void append_rest_of_clause(const Context& context, const FrameMap& frames, const Frame& frame,
                           const LinearModel& end_model, std::vector<TokenRange>& spans) {
  const Quotation& quotation = context.document().quotations[frame.quotation];
  if (spans.empty() || spans.back().begin < quotation.tokens.begin) return;
  if (spans.back().end + 1 < quotation.tokens.end) return;  // the writer went on within it
  if (!goes_on_unquoted(context, frames, frame, quotation.close)) return;
  const TokenIndex begin = quotation.close + 1;
  const int32_t around = context.quotation_of(frame.cue.tokens.begin);
  const TokenIndex limit = content_limit(context, begin, around);
  if (begin >= limit) return;
  spans.back().end = choose_end(context, frames, frame, begin, limit, end_model);
}

// قال إن "A"، ولكنه "B"، و"C": the quotations that a conjunction alone joins to one; the last of
// them.
int32_t append_joined_quotations(const Context& context, const FrameMap& frames, int32_t q,
                                 std::vector<TokenRange>& spans) {
  const std::vector<Quotation>& quotations = context.document().quotations;
  for (;;) {
    TokenIndex t = quotations[q].close == kNoToken ? context.size() : quotations[q].close + 1;
    while (context.is_comma(t)) ++t;
    if (t + 1 >= context.size() || context.quotation_opened_at(t + 1) < 0) return q;
    const bool joins = context.document().token_text(t) == "و" ||
                       (context.has_pos(t, Pos::kConjunction) && context.word(t).best().has(kWa));
    if (!joins || context.token(t).line_begin) return q;
    q = context.quotation_opened_at(t + 1);
    append_quotation(context, frames, q, spans);
  }
}

// قال إن "A"، وإن B: a further clause with a complementizer of its own behind a quotation.
void append_further_clause(const Context& context, const FrameMap& frames, const Frame& frame,
                           const LinearModel& end_model, std::vector<TokenRange>& spans) {
  if (frame.quotation < 0) return;
  const TokenIndex open = context.document().quotations[frame.quotation].open;
  const bool that = open != kNoToken && open > 0 &&  // قال: إن "A"
                    context.complementizer(open - 1) != Complementizer::kNone;
  if (frame.opening != Opening::kComplementizer && !that) return;
  const int32_t last = append_joined_quotations(context, frames, frame.quotation, spans);
  const Quotation& quotation = context.document().quotations[last];
  if (quotation.close == kNoToken) return;
  TokenIndex t = quotation.close + 1;
  while (context.is_comma(t)) ++t;
  const TokenIndex end = context.sentence_at(quotation.close).tokens.end;
  if (t >= end || context.complementizer(t) == Complementizer::kNone) return;
  if (!context.word(t).best().has(kWa)) return;
  if (t + 1 < end && context.quotation_opened_at(t + 1) >= 0) {
    append_quotation(context, frames, context.quotation_opened_at(t + 1), spans);
    return;
  }
  const TokenIndex begin = context.complementizer(t) == Complementizer::kBare ? t + 1 : t;
  const TokenIndex limit = content_limit(context, begin, -1);
  append(context, {begin, choose_end(context, frames, frame, begin, limit, end_model)}, spans);
}

// إلى ذلك، | نفى, وفي الرياض، | نفى: a phrase with a preposition says when or where, not what was
// said.
bool follows_adverbial(const Context& context, const Frame& frame) {
  constexpr TokenIndex kLongest = 10;
  if (frame.cue.form != CueForm::kVerb || frame.cue.attribution != kNoToken) return false;
  const TokenIndex end = frame.source_first ? frame.source.begin : frame.cue.tokens.begin;
  const TokenRange words{context.sentence_at(end).tokens.begin, end};
  if (words.empty()) return false;
  if (words.size() > kLongest || !context.has_pos(words.begin, Pos::kPreposition)) return false;
  for (TokenIndex t = words.begin; t < words.end; ++t) {
    if (context.is_finite_verb(t) || context.quotation_of(t) >= 0) return false;
  }
  return true;
}

// Whether a frame with nothing behind it attributes what stands before it: `A، قال X`, وهو ما قاله
// X, كما قال X.
bool attributes_before(const Context& context, const Frame& frame) {
  if (frame.cue.form == CueForm::kPhrase || frame.cue.attribution != kNoToken) return true;
  if (frame.cue.form == CueForm::kParticiple) return false;  // ، مطالبا الدول …
  if (tells_of_noun_before(context, frame)) return true;
  const TokenIndex t = telling_begin(frame);
  const TokenIndex begin = context.sentence_at(t).tokens.begin;
  if (t == begin) return false;
  if (context.is_mark(t - 1, ':')) return false;  // المرجان – وكالات: قال الوزير …
  if (context.token(t - 1).kind == TokenKind::kPunctuation) return true;
  return context.has_pos(t - 1, Pos::kRelative) || context.has_pos(t - 1, Pos::kConjunction);
}

// قال: في ختام الجلسة، «نريد السلام»: the quotation with which a sentence ends, behind words that
// tell when or where he spoke; -1 for none.
int32_t quotation_behind_adjunct(const Context& context, const FrameMap& frames, TokenIndex begin) {
  const TokenIndex limit = content_limit(context, begin, -1);
  const Analysis& first = context.word(begin).best();
  if (first.pos != Pos::kPreposition || !first.enclitic.none() || first.has(kWa)) return -1;
  for (TokenIndex t = begin + 1; t < limit; ++t) {
    const int32_t q = context.quotation_opened_at(t);
    if (q >= 0 && context.document().quotations[q].tokens.size() >= kShortQuotation) {
      return context.document().quotations[q].tokens.end >= limit ? q : -1;
    }
    const int32_t f = frames.at(t);
    if (f >= 0 && frames[f].frame.cue.form != CueForm::kNoun) return -1;
    if (context.is_and_verb(t) || context.complementizer(t) != Complementizer::kNone) return -1;
  }
  return -1;
}

// Where the words behind cue and source begin; kNoToken where none are left in the sentence.
TokenIndex behind_source(const Context& context, const Frame& frame) {
  TokenIndex t = std::max(frame.cue.tokens.end, frame.source_first ? 0 : frame.source.end);
  const TokenIndex end = context.sentence_at(frame.cue.tokens.begin).tokens.end;
  while (t < end) {
    const int32_t time = context.time_at(t);
    if (time >= 0) {
      t = context.document().times[time].tokens.end;
    } else if (context.token(t).kind == TokenKind::kPunctuation) {
      ++t;
    } else {
      return t;
    }
  }
  return kNoToken;
}

// Whether a clause within the source tells what somebody kept back: المصدر الذي رفض ذكر اسمه.
bool withholds_aside(const Frame& frame) {
  if (!frame.source_first || frame.cue.entry == nullptr) return false;
  if (frame.opening != Opening::kObject && frame.opening != Opening::kPreposition) return false;
  return frame.cue.negated || frame.cue.withholds();
}

// نفى ذلك | باستمرار: whether the content only points at words told before.
bool is_pointer(const Context& context, const Frame& frame) {
  if (frame.opening != Opening::kObject || frame.cue.form != CueForm::kVerb) return false;
  if (frame.cue.entry->content_includes_addressee) return false;  // وصف ذلك بالجريمة
  const TokenIndex t = frame.content_begin;
  return context.word(t).key == "ذلك" && !context.word(t + 1).best().definite();
}

// أكد على ذلك | من قبل الوزير, أكد هذه الحصيلة | سالم القرشي: where who told stands behind what he
// told.
TokenIndex before_subject(const Context& context, const Frame& frame, TokenIndex begin,
                          TokenIndex limit) {
  if (frame.source_first || frame.source.begin <= begin) return limit;
  const bool agent = context.does(frame.source.begin - 1, kAgentWord);
  return agent ? frame.source.begin - 2 : context.before_time(frame.source.begin);
}

// Where the main clause goes on behind such an aside: before its verb, complementizer, colon or
// quotation.
TokenIndex aside_end(const Context& context, TokenIndex begin, TokenIndex limit) {
  for (TokenIndex t = begin + 1; t < limit; ++t) {
    if (context.is_mark(t, ':')) return t;
    const int32_t q = context.quotation_opened_at(t);
    if (q >= 0 && context.document().quotations[q].tokens.size() >= kShortQuotation) return t;
    if (is_grammar_word(context.word(t - 1).best().pos)) continue;
    if (context.is_finite_verb(t) && !context.is_and_verb(t)) return t;
    if (context.complementizer(t) != Complementizer::kNone) return t;
  }
  return limit;
}

// قال مسؤول طلب عدم نشر اسمه | إن: where what the subject of the relative clause said begins, whose
// verb stands before it.
TokenIndex main_clause(const Context& context, const Frame& frame, TokenIndex begin,
                       TokenIndex limit) {
  if (frame.opening != Opening::kObject && frame.opening != Opening::kPreposition) return limit;
  const TokenIndex subject = frame.source.begin;
  if (subject == 0 || !context.token(subject - 1).actor->reports) return limit;
  for (TokenIndex t = begin + 1; t < limit; ++t) {
    if (context.is_comma(t)) return limit;
    const bool inna = context.complementizer(t) != Complementizer::kNone &&
                      context.document().token_text(t).starts_with("إ");
    if (inna && !context.is_preposition(t - 1)) return t;
  }
  return limit;
}

}  // namespace

bool runs_freely(const Context& context, const FrameMap& frames, const Frame& frame,
                 TokenIndex& begin) {
  if (frame.opening == Opening::kNone || frame.content_begin >= context.size()) return false;
  begin = frame.content_begin;
  if (frame.quotation < 0) return true;
  const Quotation& quotation = context.document().quotations[frame.quotation];
  if (quotation.close == kNoToken) return false;
  if (frame.opening == Opening::kColon && quotation.tokens.size() >= kShortQuotation) return false;
  const bool calls = frame.cue.entry != nullptr && frame.cue.entry->content_includes_addressee;
  if (calls && frame.opening == Opening::kPreposition && !frame.cue.analysis->enclitic.none())
    return false;  // التي وصفها بـ«الحاسمة» | تنتهي غدا
  if (frame.opening == Opening::kQuotation &&
      goes_on_unquoted(context, frames, frame, quotation.close))
    return false;  // the quotation whole, and what follows
  const TokenIndex after = quotation.close + 1;
  if (after >= context.sentence_at(quotation.tokens.end - 1).tokens.end) return false;
  const int32_t next = frames.at(after);  // بأن «الفلانية» أعلنت: a name
  const bool name = next >= 0 && frames[next].frame.source == quotation.tokens;
  if (context.token(after).kind == TokenKind::kPunctuation || (next >= 0 && !name)) return false;
  return quotation.tokens.size() < 12 && !context.is_and_verb(after);
}

std::vector<TokenRange> find_content(const Context& context, const FrameMap& frames,
                                     const Frame& frame, const LinearModel& end_model) {
  std::vector<TokenRange> spans;
  if (frame.tells_before &&
      context.sentence_at(frame.cue.tokens.begin).tokens.begin == frame.cue.tokens.begin) {
    append_sentence_before(context, frame.cue.tokens.begin, spans);
    return spans;
  }
  if (frame.opening == Opening::kColon && frame.quotation < 0) {
    const int32_t q = quotation_behind_adjunct(context, frames, frame.content_begin);
    if (q >= 0 && context.is_comma(context.document().quotations[q].open - 1)) {
      append_quotation(context, frames, q, spans);
      return spans;
    }
  }
  TokenIndex begin = kNoToken;
  const int32_t around = context.quotation_of(frame.cue.tokens.begin);
  if (runs_freely(context, frames, frame, begin)) {
    TokenIndex limit = content_limit(context, begin, around);
    if (withholds_aside(frame)) limit = aside_end(context, begin, limit);
    if (keeps_own_name(context, frame) || is_pointer(context, frame)) limit = begin + 1;
    const TokenRange wish = wish_to_stay_unnamed(context, frame.cue);
    if (!wish.empty()) limit = wish.end;
    limit = std::min(limit, before_subject(context, frame, begin, limit));
    if (frame.relative) limit = main_clause(context, frame, begin, limit);
    if (limit > begin) {
      append(context, {begin, choose_end(context, frames, frame, begin, limit, end_model)}, spans);
    }
    return spans;
  }
  const int32_t before = quotation_before(context, telling_begin(frame));
  const bool goes_on = frame.cue.analysis != nullptr &&
                       (frame.cue.analysis->has(kWa) || frame.cue.analysis->has(kFa));
  const bool own_words =
      frame.opening == Opening::kComplementizer ||
      (frame.opening != Opening::kNone && frame.cue.form == CueForm::kParticiple) ||
      (frame.opening == Opening::kPreposition && frame.cue.form == CueForm::kNoun);
  const bool answers = frame.cue.entry != nullptr && frame.cue.entry->act == Act::kAnswer &&
                       frame.quotation >= 0;  // ردا على سؤال «A؟» أجاب: «B»
  const bool apart = frame.quotation >= 0 && before >= 0 &&  // «A». كما طالب الوزير «B»
                     (context.is_stop(context.document().quotations[before].close + 1) ||
                      context.token(telling_begin(frame)).line_begin);  // «A» ¶ طالب الوزير «B»
  const bool split =
      !apart && before >= 0 && before != around && !goes_on && !own_words && !answers;
  if (split) append_quotation(context, frames, before, spans);
  if (frame.quotation >= 0 && frame.opening != Opening::kNone) {
    append_quotation(context, frames, frame.quotation, spans);
    append_rest_of_clause(context, frames, frame, end_model, spans);
  }
  if (!spans.empty()) {
    append_further_clause(context, frames, frame, end_model, spans);
    return spans;
  }
  const bool before_it = attributes_before(context, frame);
  if (!before_it || follows_adverbial(context, frame)) {
    if (begin = behind_source(context, frame); begin != kNoToken) {
      const int32_t q = quotation_behind_adjunct(context, frames, begin);
      if (q >= 0) {
        append_quotation(context, frames, q, spans);
        return spans;
      }
      const TokenIndex limit = content_limit(context, begin, around);
      append(context, {begin, choose_end(context, frames, frame, begin, limit, end_model)}, spans);
    }
  }
  if (before_it && spans.empty()) append_clause_before(context, frames, frame, spans);
  return spans;
}

}  // namespace musnad
