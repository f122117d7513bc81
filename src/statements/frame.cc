#include "statements/frame.h"

#include <algorithm>

#include "actors/document_author.h"
#include "statements/clause_scan.h"
#include "statements/clause_words.h"
#include "statements/outlets.h"
#include "statements/subject_before.h"

namespace musnad {
namespace {

// وفق تصريحات مصدر، لم يذكر اسمه، | من الوفد: behind a clause on the source between commas; `t`
// where none stands there.
TokenIndex behind_clause_on_source(const Context& context, TokenIndex t, TokenIndex end) {
  constexpr TokenIndex kLongest = 12;
  if (!context.is_comma(t) || t + 1 >= end) return t;
  const Pos pos = context.word(t + 1).best().pos;
  if (pos != Pos::kNegation && pos != Pos::kRelative) return t;
  for (TokenIndex i = t + 1; i < std::min(end, t + kLongest); ++i) {
    if (context.is_comma(i)) return i;
  }
  return t;
}

// At the head of its sentence, behind the source of a phrase: what follows is the content, from فإن
// on where the source has further words of its own (وفقا لبيان صدر عن الوزارة، فإن …), else from
// the comma on (وفقا لتقرير أعدته الوزارة، تراجعت …).
TokenIndex behind_adjuncts(const Context& context, TokenIndex t, TokenIndex end) {
  constexpr TokenIndex kReach = 16, kFarReach = 28;
  const TokenIndex aside = behind_clause_on_source(context, t, end);
  for (TokenIndex i = aside; i < std::min(end, aside + kFarReach); ++i) {
    const bool so =
        context.word(i).best().has(kFa) && (context.complementizer(i) != Complementizer::kNone ||
                                            context.has_pos(i, Pos::kParticle));  // فقد
    if (so) return i;
  }
  const bool relayed = context.word(t).key == "نقلا";  // وفق بيان الوزارة نقلا عن الشركة، بلغ
  if (!relayed && author_behind_document(context.document(), t) == kNoToken) return t;
  TokenIndex i = t;
  while (i < std::min(end, t + kReach) && !context.is_comma(i)) ++i;
  return i < end && context.is_comma(i) ? i : t;
}

// نقلا عن مصدر أمني قوله إن: what follows is what the source said, with a cue of its own.
bool take_relayed_words(const Context& context, Frame& frame, TokenIndex end) {
  TokenIndex t = frame.source.end;
  if (context.is_comma(t)) ++t;
  if (frame.source.empty() || t + 1 >= end) return false;
  const ReportingEntry* words = relayed_words(context, t);
  if (words == nullptr) return false;
  TokenIndex begin = t + 1;
  if (context.is_mark(begin, ':')) ++begin;
  const bool clause = begin < end && context.complementizer(begin) != Complementizer::kNone;
  if (!clause && begin == t + 1) return false;
  frame.cue.tokens = {t, t + 1};
  frame.noun = words;
  frame.relayed = true;
  frame.opening = clause ? Opening::kComplementizer : Opening::kColon;
  frame.content_begin =
      clause && context.complementizer(begin) == Complementizer::kBare ? begin + 1 : begin;
  frame.scan_end = frame.content_begin;
  return true;
}

// Whether a noun of speech that is no document stands before the one whose words they are.
bool is_words_of_another(const Context& context, TokenIndex t) {
  if (!is_speech_noun(context, t) || context.token(t).actor->is(kDocumentRole)) return false;
  const Analysis& best = context.word(t).best();
  if (best.definite() || !best.enclitic.none()) return false;
  return context.mention_at(t + 1) >= 0 || context.token(t + 1).actor->is(kTitleRoles);
}

// ، فحسب الشرطة بلغ العدد تسعة: whether a clause of its own begins with a phrase of attribution.
bool begins_clause_with_fa(const Context& context, TokenIndex t) {
  const std::string_view text = context.document().token_text(t);
  return t > 0 && context.is_comma(t - 1) && text.starts_with("ف") && !text.starts_with("في");
}

// بحسب X, وفقا لـ X: the phrase names its source; the content is the clause that it goes with.
void parse_phrase(const Context& context, Frame& frame) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  TokenIndex t = frame.cue.tokens.end;
  const bool governs = frame.cue.phrase->next != FixedPhrase::Next::kNone;
  if (governs && context.is_preposition(t)) ++t;  // نقلا عن
  while (t < sentence.end && context.is_quote(t)) ++t;
  const bool opens = context.word(t - 1).best().enclitic.none();  // not على حد قوله
  if (opens && is_words_of_another(context, t)) ++t;  // بحسب تصريحات | مسؤولين أجانب
  if (t >= sentence.end) return;
  const bool his_words = opens && is_speech_noun(context, t) &&
                         context.word(t).best().enclitic.person == 3;  // وحسب أقواله فقد
  if (his_words) ++t;
  const bool names_pronoun = !context.word(t - 1).best().enclitic.none();  // على حد قوله
  if (!names_pronoun) frame.source = {t, context.noun_phrase_end(t, sentence.end)};
  frame.scan_end = std::max(t, frame.source.end);
  if (governs && take_relayed_words(context, frame, sentence.end)) return;
  const bool turns = begins_clause_with_fa(context, frame.cue.tokens.begin);
  for (TokenIndex i = sentence.begin; i < frame.cue.tokens.begin && !turns; ++i) {
    if (context.token(i).kind != TokenKind::kPunctuation) return;
  }
  t = behind_adjuncts(context, frame.scan_end, sentence.end);
  while (t < sentence.end && (context.is_comma(t) || context.is_quote(t))) ++t;
  if (context.complementizer(t) == Complementizer::kBare) ++t;
  if (t >= sentence.end) return;
  frame.quotation = context.quotation_opened_at(t);  // وحسب قولها فإن "A. B"
  frame.opening = Opening::kClause;
  frame.content_begin = t;
}

// القرشي | لـ«الواحة»: …, القرشي | للنواب: …: where the words that name the speaker end, before
// whom he spoke to.
TokenIndex before_addressee(const Context& context, TokenRange name) {
  for (TokenIndex t = name.begin + 1; t < name.end; ++t) {
    if (is_li(context, t) || context.word(t).best().has(kLi)) return t;
  }
  return name.end;
}

// `بيسكوف: …`: the words before the colon name the source.
void parse_colon(const Context& context, Frame& frame) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  TokenIndex t = context.behind_pause(sentence.begin, frame.cue.tokens.begin);
  while (context.is_quote(t)) ++t;
  if (const int32_t m = context.mention_at(t); m >= 0) {
    frame.source = context.document().mentions[m].tokens;
    frame.source.end = std::min(frame.source.end, frame.cue.tokens.begin);
    const TokenIndex next = frame.source.end;  // فلان وعلان: …
    const int32_t second = next < frame.cue.tokens.begin ? context.mention_at(next) : -1;
    const bool joined = second >= 0 && context.word(next).best().has(kWa);
    if (joined && context.document().mentions[second].tokens.end == frame.cue.tokens.begin) {
      frame.source.end = frame.cue.tokens.begin;
    }
  } else {
    frame.source = {t, frame.cue.tokens.begin};
    frame.source.end = before_addressee(context, frame.source);
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

// المهلة التي أعلنت عنها | النقابات: the same with the pronoun behind a preposition of the verb.
bool tells_of_relative(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin, with = cue.tokens.end;
  if (cue.form != CueForm::kVerb || t < 2 || frame.opening == Opening::kComplementizer)
    return false;
  if (cue.entry->act == Act::kSay) return false;  // التي يقول عنها الخبير «…»
  const Analysis& relative = context.word(t - 1).best();
  if (relative.pos != Pos::kRelative || relative.agreement.none() || frame.source.empty())
    return false;
  const Word& behind = context.word(with);
  return frame.source.begin == with + 1 && context.is_preposition(with) &&
         behind.best().enclitic.person == 3 &&
         behind.best().enclitic.gender == relative.agreement.gender &&
         (preposition_complement(behind.stem(behind.best())) & cue.entry->complements) != 0;
}

// وهو ما أكده الوزير, الاتفاق الذي أعلنته الوزارة: the pronoun stands for what was said, before the
// verb.
bool tells_what_stands_before(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  if (tells_of_relative(context, frame)) return true;
  if (cue.form != CueForm::kVerb || cue.analysis->enclitic.person != 3) return false;
  if ((cue.entry->addressee & kAccAddressee) != 0 || cue.entry->content_includes_addressee)
    return false;
  if (t <= context.sentence_at(t).tokens.begin + 1 || !context.has_pos(t - 1, Pos::kRelative))
    return false;
  const bool marked = !context.word(t - 1).best().agreement.none();  // الذي, not ما
  const TokenIndex open = frame.source.end;  // القرار الذي أعلنه الوزير | «لا يؤثر علينا»
  if (marked && frame.opening == Opening::kQuotation && !frame.source_first)
    return context.quotation_opened_at(open) == frame.quotation && frame.quotation >= 0;
  return frame.opening == Opening::kObject || frame.opening == Opening::kPreposition;
}

// Whether a verb behind كما goes on with more words (كما قال إن), and does not say whose those
// before it were (كما قال الوزير) or how words around it came (كما نقل عنه مصدر).
bool goes_on_with_words(const Frame& frame) {
  if (!frame.cue.may_go_on || frame.opening == Opening::kNone) return false;
  const bool his = frame.relayed && frame.source.empty() && frame.noun == nullptr;
  return !his || frame.relay.empty();
}

// تم التأكيد على ذلك من قبل الوزير, اتهامه من جانب الرئيس: who did what is told without a subject;
// empty where nobody is named so.
TokenRange agent_of(const Context& context, const Cue& cue) {
  constexpr TokenIndex kReach = 24;
  const bool passive = cue.form == CueForm::kVerb && cue.analysis->passive;
  const bool noun = cue.form == CueForm::kNoun &&
                    (comes_about(context, cue) || cue.analysis->enclitic.person == 3);
  if (!passive && !noun) return {};
  const TokenIndex sentence_end = context.sentence_at(cue.tokens.begin).tokens.end;
  const TokenIndex end = std::min(sentence_end, cue.tokens.end + kReach);
  for (TokenIndex t = cue.tokens.end; t + 2 < end; ++t) {
    if (context.is_comma(t) || context.is_stop(t) || context.is_and_verb(t)) return {};
    if (context.word(t).key != "من" || !context.does(t + 1, kAgentWord)) continue;
    const bool somebody =
        context.mention_at(t + 2) >= 0 || context.token(t + 2).actor->is(kNounRoles);
    return somebody ? TokenRange{t + 2, context.noun_phrase_end(t + 2, sentence_end)}
                    : TokenRange{};
  }
  return {};
}

void take_source(Frame& frame, const SubjectBefore& subject) {
  frame.source = subject.phrase;
  frame.source_first = true;
  frame.relative = subject.relative;
}

// A cue with a word of its own: verb, participle or noun.
void parse_clause(const Context& context, Frame& frame) {
  const Cue& cue = frame.cue;
  SubjectBefore before;
  if (cue.form == CueForm::kVerb) before = find_subject_before(context, cue);
  if (before.relative && is_therein(context, cue.tokens.end)) before = {};
  if (before.close) take_source(frame, before);
  scan_clause(context, frame);
  const TokenRange wish = wish_to_stay_unnamed(context, cue);
  if (!wish.empty() && frame.source.begin == wish.begin) frame.source = {};
  const bool subject = !frame.source.empty() || !frame.relay.empty();
  if (!subject && !before.phrase.empty()) take_source(frame, before);
  if (frame.source.empty()) frame.source = agent_of(context, cue);
  if (!wish.empty()) {
    frame.opening = Opening::kObject;
    frame.content_begin = wish.begin;
    frame.quotation = -1;
  }
  if (goes_on_with_words(frame)) frame.cue.attribution = kNoToken;
  const TokenIndex begin = context.sentence_at(cue.tokens.begin).tokens.begin;
  const bool attributes = cue.attribution != kNoToken && cue.attribution > begin &&
                          !begins_clause_with_fa(context, cue.attribution);
  if (!attributes && !tells_what_stands_before(context, frame)) return;
  frame.opening = Opening::kNone;  // what stands before is the content
  frame.content_begin = kNoToken;
  frame.quotation = -1;
}

}  // namespace

namespace {

// برأي (…), نقلت عن "…: marks alone are nobody.
bool has_word(const Context& context, TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (context.token(t).kind != TokenKind::kPunctuation) return true;
  }
  return false;
}

}  // namespace

Frame parse_frame(const Context& context, const Cue& cue) {
  Frame frame;
  frame.cue = cue;
  frame.scan_end = cue.tokens.end;
  switch (cue.form) {
    case CueForm::kPhrase:
      parse_phrase(context, frame);
      break;
    case CueForm::kColon:
      parse_colon(context, frame);
      break;
    default:
      parse_clause(context, frame);
  }
  if (!has_word(context, frame.source)) frame.source = {};
  return frame;
}

bool keeps_own_name(const Context& context, const Frame& frame) {
  if (!frame.cue.withholds()) return false;
  if (frame.opening != Opening::kObject && frame.opening != Opening::kPreposition) return false;
  const Analysis& best = context.word(frame.content_begin).best();
  return best.pos == Pos::kNoun && best.enclitic.person == 3;
}

}  // namespace musnad
