#include "statements/content_end.h"

#include <algorithm>
#include <cmath>

#include "statements/clause_words.h"
#include "statements/outlets.h"

namespace musnad {
namespace {

// Bound that keeps reading linear in texts without full stops, in tokens; no real sentence reaches
// it.
constexpr TokenIndex kLongestContent = 1000;

// A quotation mark: an opening one, or the closing one of a name or of words.
std::string_view quote_name(const Context& context, TokenIndex t) {
  if (context.quotation_opened_at(t) >= 0) return "opening-quote";
  const int32_t q = t > 0 ? context.quotation_of(t - 1) : -1;
  const bool words = q >= 0 && context.document().quotations[q].tokens.size() >= kShortQuotation;
  return words ? "closing-quote" : "quote";
}

std::string_view mark_name(const Context& context, TokenIndex t) {
  if (context.is_comma(t)) return context.is_mark(t, 0x061B) ? "semicolon" : "comma";
  if (context.is_mark(t, '-') || context.is_mark(t, 0x2013)) return "dash";
  if (context.is_quote(t)) return quote_name(context, t);
  if (context.is_stop(t)) return context.is_mark(t + 1, '.') ? "pause" : "stop";
  if (context.token(t).kind == TokenKind::kPunctuation) return "mark";
  return "word";
}

// The first word at or behind `t`, `limit` when none is left.
TokenIndex next_word(const Context& context, TokenIndex t, TokenIndex limit) {
  while (t < limit && context.token(t).kind == TokenKind::kPunctuation) ++t;
  return t;
}

// The class of a word that may open what is no longer content.
std::string_view opener_name(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  switch (best.pos) {
    case Pos::kVerb:
      if (best.has(kWa) || best.has(kFa))
        return best.tense == Tense::kPerfect ? "and-past" : "and-present";
      return best.tense == Tense::kPerfect ? "past" : "present";
    case Pos::kParticiple:
      return "participle";
    case Pos::kPreposition:
      return "preposition";
    case Pos::kConjunction:
      return "conjunction";
    case Pos::kRelative:
      return "relative";
    case Pos::kComplementizer:
      return best.has(kWa) ? "and-that" : "that";
    case Pos::kNegation:
      return "negation";
    case Pos::kParticle:
      return "particle";
    case Pos::kPronoun:
      return best.has(kWa) ? "and-pronoun" : "pronoun";
    default:
      return best.has(kWa) ? "and-noun" : "noun";
  }
}

bool is_closed_class(const Analysis& analysis) {
  switch (analysis.pos) {
    case Pos::kPreposition:
    case Pos::kConjunction:
    case Pos::kRelative:
    case Pos::kParticle:
    case Pos::kComplementizer:
    case Pos::kNegation:
    case Pos::kPronoun:
    case Pos::kDemonstrative:
      return true;
    default:
      return false;
  }
}

std::string_view length_name(TokenIndex length) {
  if (length <= 1) return "1";
  if (length <= 3) return "3";
  if (length <= 6) return "6";
  if (length <= 12) return "12";
  if (length <= 24) return "24";
  return length <= 48 ? "48" : "more";
}

std::string_view frame_name(const Frame& frame) {
  const bool chained = frame.cue.analysis != nullptr &&
                       (frame.cue.analysis->has(kWa) || frame.cue.analysis->has(kFa));
  switch (frame.cue.form) {
    case CueForm::kVerb:
      if (frame.relative) return "relative-verb";
      if (chained) return frame.source.empty() ? "and-verb" : "and-verb-source";
      return frame.source.empty() ? "verb" : "verb-source";
    case CueForm::kParticiple:
      return chained ? "and-participle" : "participle";
    case CueForm::kNoun:
      return "noun";
    case CueForm::kPhrase:
      return "phrase";
    case CueForm::kColon:
      return "colon";
  }
  return "";
}

// How a further statement begins at or shortly behind `t`: with its cue, or with its source before
// it.
std::string_view frame_ahead(const Context& context, const FrameMap& frames, TokenIndex t,
                             TokenIndex limit) {
  constexpr TokenIndex kReach = 20;
  for (TokenIndex i = t; i < std::min(limit, t + kReach); ++i) {
    const int32_t f = frames.at(i);
    if (f < 0) {
      if (context.is_comma(i)) return "none";
      continue;
    }
    const Frame& frame = frames[f].frame;
    const TokenIndex begin = frame.source_first ? frame.source.begin : frame.cue.tokens.begin;
    if (frame.cue.after_turn && begin <= t + 4) return "turn";
    if (begin <= t) return frame.source_first ? "source" : "cue";
    if (begin == t + 1) return frame.source_first ? "word-source" : "word-cue";
    return begin <= t + 3 ? "near" : "far";
  }
  return "none";
}

// An indefinite noun of speech, as in في إشارة إلى, في تصريح لـ.
bool is_bare_speech_noun(const Context& context, TokenIndex t) {
  if (t >= context.size()) return false;
  const Analysis& best = context.word(t).best();
  return best.proclitics == 0 && best.pos != Pos::kVerb && is_speech_noun(context, t);
}

// Where a line ends in the credit of its photo or source, (رويترز), the bracket; else `limit`.
TokenIndex before_credit(const Context& context, TokenIndex begin, TokenIndex limit) {
  constexpr TokenIndex kLongestCredit = 4;
  TokenIndex t = limit;
  while (t > begin && context.is_stop(t - 1)) --t;
  if (t <= begin || !context.is_mark(t - 1, ')')) return limit;
  for (TokenIndex open = t - 1; open > begin && t - open <= kLongestCredit; --open) {
    if (!context.is_mark(open, '(')) continue;
    const int32_t m = context.mention_at(open + 1);
    const bool outlet =
        (m >= 0 && context.document().actors[context.document().mentions[m].actor].outlet) ||
        context.token(open + 1).actor->is(kMediaRole | kNisbaRole);
    return outlet ? open : limit;
  }
  return limit;
}

// لكنه قال, إلا أنها رفضت: he of whom the sentence told goes on.
bool opens_with_pronoun(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  const bool joins = best.pos == Pos::kConjunction || best.pos == Pos::kComplementizer;
  return joins && best.enclitic.person == 3 && context.is_finite_verb(t + 1);
}

// What stands behind a verb that may begin another clause: its subject or something else.
std::string_view behind_verb(const Context& context, TokenIndex t) {
  if (t >= context.size()) return "nothing";
  if (context.mention_at(t) >= 0) return "mention";
  if (context.complementizer(t) != Complementizer::kNone) return "that";
  if (context.is_preposition(t)) return "preposition";
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kVerb) return "verb";
  return best.definite() ? "the" : "other";
}

// بحسب X, وفق ما قال X: an attribution of what stands before begins here.
bool begins_attribution(const Context& context, const FrameMap& frames, TokenIndex t) {
  constexpr TokenIndex kLongestPhrase = 3;
  for (TokenIndex i = t; i < std::min(context.size(), t + 1 + kLongestPhrase); ++i) {
    const int32_t f = frames.at(i);
    if (f < 0) continue;
    const Cue& cue = frames[f].frame.cue;
    return cue.attribution == t || (cue.form == CueForm::kPhrase && cue.tokens.begin == t);
  }
  return false;
}

// Whether the content is no clause but a phrase: دعا إلى الحوار, أعلن استقالته.
bool is_phrase_content(const Frame& frame) {
  return frame.opening == Opening::kObject || frame.opening == Opening::kPreposition;
}

// A time or a preposition that goes with the cue as easily as with a noun before it: أعلن استقالته
// | أمس, أشار إلى الخلاف | خلال لقائه.
bool may_be_adjunct(const Context& context, TokenIndex t) {
  if (context.time_at(t) >= 0) return true;
  const Analysis& best = context.word(t).best();
  if (best.pos != Pos::kPreposition) return false;
  return best.enclitic.none() && preposition_complement(context.word(t).key) == 0;
}

// وذلك, من دون, في إشارة إلى: words that add the writer's remark to what was said.
bool opens_remark(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kDemonstrative) return best.has(kWa);
  if (best.pos == Pos::kNegation || best.pos == Pos::kPreposition) {
    const std::string& key = context.word(t).key;
    if (key == "دون" || key == "بدون" || key == "من") {
      return key != "من" || (t + 1 < context.size() && context.word(t + 1).key == "دون");
    }
    return best.pos == Pos::kPreposition && is_bare_speech_noun(context, t + 1);
  }
  return false;
}

// بينما دعا الوزير إلى …، رغم قول الخبراء إن … فإن: a clause with which its sentence begins and
// that waits for the main one.
bool is_subordinate(const Context& context, const Frame& frame) {
  constexpr TokenIndex kReach = 3;
  constexpr std::string_view kOpeners[] = {"بينما", "رغم", "بعد", "بعدما", "عندما",
                                           "حينما", "منذ", "وقت", "ردا"};
  const TokenIndex cue = frame.source_first ? frame.source.begin : frame.cue.tokens.begin;
  const TokenIndex begin = context.sentence_at(cue).tokens.begin;
  if (cue == begin || cue - begin > kReach) return false;
  for (TokenIndex t = begin; t < cue; ++t) {
    const Word& word = context.word(t);
    const std::string_view stem = word.stem(word.best());
    if (std::find(std::begin(kOpeners), std::end(kOpeners), stem) != std::end(kOpeners))
      return true;
  }
  return false;
}

// Whether the main clause begins at `t`: behind a comma with its verb, or with ف.
bool opens_main_clause(const Context& context, TokenIndex t) {
  const Analysis& best = context.word(t).best();
  const bool grammar = best.pos == Pos::kComplementizer || best.pos == Pos::kParticle;
  if (best.has(kFa)) return grammar || best.pos == Pos::kVerb;
  return t > 0 && context.is_comma(t - 1) && best.pos == Pos::kVerb && !best.has(kWa);
}

// دون أن يذكر, من دون أن يسمي, مع التأكيد على: what he kept back or went on to say.
bool adds_statement(const Context& context, const FrameMap& frames, TokenIndex t) {
  const auto cue_at = [&](TokenIndex i) -> const Cue* {
    return frames.at(i) < 0 ? nullptr : &frames[frames.at(i)].frame.cue;
  };
  if (context.word(t).key == "مع") {
    const Cue* cue = cue_at(t + 1);
    return cue != nullptr && cue->form == CueForm::kNoun && cue->analysis->has(kAl);
  }
  if (context.word(t).key == "من" && t + 1 < context.size()) ++t;
  const Cue* cue = context.word(t).key == "دون" ? cue_at(t + 2) : nullptr;
  return cue != nullptr && cue->negated;
}

bool is_boundary(const Context& context, const FrameMap& frames, const Frame& frame, TokenIndex t) {
  if (context.is_comma(t - 1) || context.is_quote(t - 1)) return false;  // the mark is the boundary
  if (context.token(t).kind == TokenKind::kPunctuation) return !context.is_mark(t, '%');
  if (frames.at(t) >= 0 && (t == 0 || frames.at(t - 1) != frames.at(t))) return true;
  if (begins_attribution(context, frames, t)) return true;
  if (context.is_and_verb(t)) return true;
  if (opens_main_clause(context, t) && is_subordinate(context, frame)) return true;
  if (is_phrase_content(frame) && may_be_adjunct(context, t)) return true;
  if (opens_remark(context, t) || adds_statement(context, frames, t)) return true;
  const Pos pos = context.word(t).best().pos;
  return pos == Pos::kConjunction || pos == Pos::kRelative;
}

}  // namespace

TokenRange trim_content(const Context& context, TokenRange range) {
  const auto is_edge = [&](TokenIndex t) {
    return context.token(t).kind == TokenKind::kPunctuation && !context.is_mark(t, '%') &&
           !context.is_mark(t, ')');
  };
  while (!range.empty() && is_edge(range.end - 1)) --range.end;
  while (!range.empty() && context.token(range.begin).kind == TokenKind::kPunctuation &&
         !context.is_mark(range.begin, '(')) {
    ++range.begin;
  }
  return range;
}

FrameMap::FrameMap(const Context& context, const std::vector<ScoredFrame>& frames)
    : frames_(frames), at_(context.size(), -1) {
  for (size_t i = 0; i < frames.size(); ++i) {
    if (frames[i].doubtful) continue;
    const TokenRange cue = frames[i].frame.cue.tokens;
    for (TokenIndex t = cue.begin; t < cue.end; ++t) at_[t] = static_cast<int32_t>(i);
    const TokenRange relay = frames[i].frame.relay;  // ونقلت | رويترز عن الوزير قوله
    if (!relay.empty() && relay.begin > 0) at_[relay.begin - 1] = static_cast<int32_t>(i);
  }
}

namespace {

// Where a quotation that is opened between `begin` and `limit` runs on over further sentences, its
// end; else `limit`.
TokenIndex behind_open_quotation(const Context& context, TokenIndex begin, TokenIndex limit) {
  constexpr TokenIndex kFurthest = 300;
  const int32_t q = limit > begin ? context.quotation_of(limit - 1) : -1;
  if (q < 0) return limit;
  const Quotation& quotation = context.document().quotations[q];
  const bool closed = quotation.close != kNoToken && quotation.close < limit + kFurthest;
  const bool opened = quotation.open != kNoToken && quotation.open > begin;
  return closed && opened ? std::max(limit, quotation.close) : limit;
}

}  // namespace

TokenIndex content_limit(const Context& context, TokenIndex begin, int32_t quotation_of_cue) {
  TokenIndex limit = std::min(context.sentence_at(begin).tokens.end, begin + kLongestContent);
  limit = behind_open_quotation(context, begin, before_credit(context, begin, limit));
  if (quotation_of_cue >= 0) {
    limit = std::min(limit, context.document().quotations[quotation_of_cue].tokens.end);
  }
  return std::max(trim_content(context, {begin, limit}).end, begin);
}

std::vector<TokenIndex> content_boundaries(const Context& context, const FrameMap& frames,
                                           const Frame& frame, TokenIndex begin, TokenIndex limit) {
  std::vector<TokenIndex> boundaries;
  for (TokenIndex t = begin + 1; t < limit; ++t) {
    if (is_boundary(context, frames, frame, t)) boundaries.push_back(t);
  }
  boundaries.push_back(limit);
  return boundaries;
}

void end_features(const Context& context, const FrameMap& frames, const Frame& frame,
                  TokenIndex begin, TokenIndex boundary, TokenIndex limit, Features& features) {
  const TokenIndex next = next_word(context, boundary, limit);
  const std::string_view mark = mark_name(context, boundary);
  features.add("bias");
  features.add("mark", mark);
  features.add("length", length_name(boundary - begin));
  features.add("length", length_name(boundary - begin), mark);
  if (context.quotation_of(boundary) != context.quotation_of(begin))
    features.add("other-quotation", mark);
  if (next >= limit) {
    features.add("nothing-follows", mark);
    return;
  }
  const std::string_view opener = opener_name(context, next);
  features.add("next", opener, mark);
  features.add("rest", length_name(limit - next), mark);
  if (is_closed_class(context.word(next).best())) {
    features.add("word", context.word(next).key, mark);
    if (next + 1 < limit && context.word(next + 1).best().proclitics == 0)
      features.add("words", context.word(next).key, context.word(next + 1).key);
  }
  if (const int32_t f = frames.at(next); f >= 0) {
    features.add("cue", frame_name(frames[f].frame));
    features.add("cue-mark", frame_name(frames[f].frame), mark);
  } else if (next + 1 < limit && frames.at(next + 1) >= 0) {
    const std::string_view cue = frame_name(frames[frames.at(next + 1)].frame);
    features.add("cue-next", cue, mark);
    if (is_closed_class(context.word(next).best()))
      features.add("cue-behind-word", cue, context.word(next).key);
  } else {
    features.add("no-cue", opener);
  }
  features.add("clause-of-frame", frame_ahead(context, frames, next, limit), mark);
  features.add("of", frame_name(frame), mark);
  if (frame.opening == Opening::kColon) features.add("colon", mark, opener);
  if (opens_remark(context, next)) features.add("remark", mark);
  if (begins_attribution(context, frames, next)) features.add("attribution", mark);
  if (opens_with_pronoun(context, next))
    features.add("pronoun-clause", frames.at(next + 1) >= 0 ? "cue" : "verb");
  if (context.is_finite_verb(next))
    features.add("verb-and", opener, behind_verb(context, next + 1));
  if (is_phrase_content(frame)) {
    features.add("phrase-content", mark, opener);
    if (context.time_at(next) >= 0) features.add("phrase-content-time", mark);
  }
}

namespace {

// لكنه أكد أن, إلا أنها رفضت, والذي أعلنه: the writer goes on with what he said next.
bool tells_on(const Context& context, const FrameMap& frames, TokenIndex t) {
  const bool except = context.word(t).key == "الا" || context.word(t).key == "غير";
  if (except) ++t;
  if (t + 1 >= context.size() || frames.at(t + 1) < 0) return false;
  if (frames[frames.at(t + 1)].frame.cue.form != CueForm::kVerb) return false;
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kRelative) return best.has(kWa);
  const bool joins = except ? best.pos == Pos::kComplementizer : best.pos == Pos::kConjunction;
  return joins && best.enclitic.person == 3;
}

// وتعدها امتدادا, ووصفها بأنها: the speaker goes on to say what he calls the same.
bool calls_it_next(const FrameMap& frames, TokenIndex t) {
  if (frames.at(t) < 0) return false;
  const Cue& cue = frames[frames.at(t)].frame.cue;
  return cue.form == CueForm::kVerb && cue.entry->content_includes_addressee &&
         cue.analysis->has(kWa) && cue.analysis->enclitic.person == 3 &&
         cue.analysis->agreement.number <= 1;
}

// في إشارة إلى, وهو ما أثار: what the writer says of the words he reports.
bool remarks_on_words(const Context& context, TokenIndex t) {
  if (t + 2 >= context.size()) return false;
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kPronoun) {
    return best.has(kWa) && context.word(t + 1).key == "ما" && !context.is_comma(t - 1);
  }
  return context.word(t).key == "في" && is_bare_speech_noun(context, t + 1) &&
         context.word(t + 2).key == "الي";
}

// أعلن استقالته | أمس: a day right behind a noun with its pronoun is when he spoke.
bool is_day_of_speech(const Context& context, const Frame& frame, TokenIndex t) {
  constexpr TokenIndex kLongest = 2;
  if (frame.opening != Opening::kObject || t - frame.content_begin > kLongest) return false;
  if (frame.cue.entry == nullptr || frame.cue.entry->act != Act::kAnnounce) return false;
  return context.time_at(t) >= 0 && context.word(t - 1).best().enclitic.person == 3;
}

// وأدعو إلى: only he whose words these are speaks of himself.
bool speaks_of_himself(const Context& context, TokenIndex t) {
  return context.is_finite_verb(t) && context.word(t).best().agreement.person == 1;
}

// ، من جهته قال الوزير: nobody's words go on over the turn to another speaker.
bool turns_to_another(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex boundary, TokenIndex limit) {
  const TokenIndex next = next_word(context, boundary, limit);
  if (next < limit && (tells_on(context, frames, next) || remarks_on_words(context, next) ||
                       calls_it_next(frames, next) || is_day_of_speech(context, frame, next))) {
    return true;
  }
  if (next < limit && adds_statement(context, frames, next)) return true;
  if (next < limit && opens_main_clause(context, next) && is_subordinate(context, frame))
    return true;
  return frame_ahead(context, frames, next, limit) == "turn";
}

}  // namespace

TokenIndex choose_end(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex begin, TokenIndex limit, const LinearModel& model) {
  Features features;
  double survived = 0, best = -1e300;  // logarithms
  TokenIndex best_end = limit;
  for (TokenIndex boundary : content_boundaries(context, frames, frame, begin, limit)) {
    double stop = 0, go_on = -1e300;
    if (boundary != limit && speaks_of_himself(context, next_word(context, boundary, limit)))
      continue;
    if (boundary != limit && !turns_to_another(context, frames, frame, boundary, limit)) {
      features.clear();
      end_features(context, frames, frame, begin, boundary, limit, features);
      const double score = model.score(features);
      stop = -std::log1p(std::exp(-score));
      go_on = -std::log1p(std::exp(score));
    }
    if (survived + stop > best) {
      best = survived + stop;
      best_end = boundary;
    }
    survived += go_on;
    if (survived < best) break;
  }
  return best_end;
}

}  // namespace musnad
