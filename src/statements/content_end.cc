#include "statements/content_end.h"

#include <algorithm>
#include <cmath>

#include "statements/clause_words.h"
#include "statements/content_turns.h"
#include "statements/end_features.h"
#include "statements/phrase_end.h"

namespace musnad {
namespace {

// Bound that keeps reading linear in texts without full stops, in tokens; no real sentence reaches
// it.
constexpr TokenIndex kLongestContent = 1000;

// Where a line ends in the credit of its photo or source, (رويترز), the bracket; else `limit`.
TokenIndex before_credit(const Context& context, TokenIndex begin, TokenIndex limit) {
  constexpr TokenIndex kLongestCredit = 6;  // (رويترز - أرشيف)
  TokenIndex t = limit;
  while (t > begin && context.is_stop(t - 1)) --t;
  if (t <= begin || !context.is_mark(t - 1, ')')) return limit;
  for (TokenIndex open = t - 1; open > begin && t - open <= kLongestCredit; --open) {
    if (!context.is_mark(open, '(')) continue;
    const int32_t m = context.mention_at(open + 1);
    const bool outlet =
        (m >= 0 && context.document().actors[context.document().mentions[m].actor].outlet) ||
        context.token(open + 1).actor->is(kMediaRole | kNisbaRole) ||
        context.word(open + 1).key == "ارشيف";
    return outlet ? open : limit;
  }
  return limit;
}

// Where the credit of a photo from the archive, (رويترز - أرشيف), parts a caption from the text
// that runs on behind it, the bracket; else `limit`.
TokenIndex before_archive_credit(const Context& context, TokenIndex begin, TokenIndex limit) {
  constexpr TokenIndex kLongestCredit = 5;
  for (TokenIndex t = begin + 1; t + 1 < limit; ++t) {
    if (context.word(t).key != "ارشيف" || !context.is_mark(t + 1, ')')) continue;
    TokenIndex open = t;
    while (open > begin && t - open < kLongestCredit && !context.is_mark(open, '(')) --open;
    if (context.is_mark(open, '(')) return open;
  }
  return limit;
}

// تناقض | تصريحات الوزراء, عن | اتهاماتهم: a noun of speech that belongs to the word before it.
bool completes_noun(const Context& context, const FrameMap& frames, TokenIndex t) {
  if (frames.at(t) < 0 || t == 0 || context.token(t - 1).kind != TokenKind::kWord) return false;
  const Cue& cue = frames[frames.at(t)].frame.cue;
  if (cue.form != CueForm::kNoun || cue.tokens.begin != t || cue.analysis->proclitics != 0)
    return false;
  const Analysis& before = context.word(t - 1).best();
  const bool noun = before.pos == Pos::kNoun || before.pos == Pos::kMasdar;
  return noun && !before.definite() && before.enclitic.none();
}

bool is_boundary(const Context& context, const FrameMap& frames, const Frame& frame, TokenIndex t) {
  if (context.is_comma(t - 1) || context.is_quote(t - 1)) return false;  // the mark is the boundary
  if (context.token(t).kind == TokenKind::kPunctuation) return !context.is_mark(t, '%');
  if (completes_noun(context, frames, t)) return false;
  if (frames.at(t) >= 0 && (t == 0 || frames.at(t - 1) != frames.at(t))) return true;
  if (begins_attribution(context, frames, t)) return true;
  if (context.is_and_verb(t)) return true;
  if (opens_main_clause(context, t) && is_subordinate(context, frame)) return true;
  if (is_phrase_content(frame) && may_be_adjunct(context, t)) return true;
  if (is_day_of_speech(context, frame, t)) return true;
  if (speaks_next_in_headline(context, frames, frame, t)) return true;
  if (is_phrase_content(frame) && says_meanwhile(context, frame, t)) return true;
  if (opens_remark(context, t) || adds_statement(context, frames, t)) return true;
  const Analysis& best = context.word(t).best();
  if (best.pos == Pos::kNegation) return best.has(kWa) && frames.at(t + 1) >= 0;  // ولم يذكر
  if (best.pos == Pos::kPronoun || best.pos == Pos::kParticle) return best.has(kWa);  // وهو, وقد
  if (best.pos == Pos::kComplementizer) return best.has(kFa);                         // فإنه
  return best.pos == Pos::kConjunction || best.pos == Pos::kRelative;
}

}  // namespace

TokenRange trim_content(const Context& context, TokenRange range) {
  const auto is_edge = [&](TokenIndex t) {
    return context.token(t).kind == TokenKind::kPunctuation && !context.is_mark(t, '%') &&
           !context.is_mark(t, ')');
  };
  const auto ends = [&](TokenIndex t) {  // قريبا لكن | دون أن يحدد موعدا
    return is_edge(t) || (t > range.begin && context.stem_does(t, kButWord) &&
                          context.word(t).best().enclitic.none());
  };
  while (!range.empty() && ends(range.end - 1)) --range.end;
  while (!range.empty() && context.token(range.begin).kind == TokenKind::kPunctuation &&
         !context.is_mark(range.begin, '(')) {
    ++range.begin;
  }
  return range;
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
  limit = before_archive_credit(context, begin, limit);
  return std::max(trim_content(context, {begin, limit}).end, begin);
}

TokenIndex next_boundary(const Context& context, const FrameMap& frames, const Frame& frame,
                         TokenIndex t, TokenIndex limit) {
  while (t < limit && !is_boundary(context, frames, frame, t)) ++t;
  return std::min(t, limit);
}

namespace {

// أن الخطة التي أعدت أمس، | لن تنفذ: behind a subject and its relative clauses the predicate that
// it waits for.
bool awaits_predicate(const Context& context, const Frame& frame, TokenIndex begin,
                      TokenIndex boundary, TokenIndex next) {
  const bool clause = frame.opening == Opening::kComplementizer ||
                      context.complementizer(begin - 1) != Complementizer::kNone;  // قال: إن
  if (!clause || !context.is_comma(boundary)) return false;
  const Analysis& predicate = context.word(next).best();
  const bool verb = context.is_finite_verb(next) && !predicate.has(kFa);
  if (!verb && predicate.pos != Pos::kNegation) return false;
  if (predicate.has(kWa) || !context.word(begin).best().definite()) return false;
  int waiting = 1;  // for verbs: the subject and each relative pronoun
  for (TokenIndex t = begin; t < boundary; ++t) {
    if (context.word(t).best().pos == Pos::kRelative) ++waiting;
    if (context.is_finite_verb(t)) --waiting;
    const Analysis& best = context.word(t).best();
    const bool predicate_noun = best.proclitics == 0 && t > begin &&
                                (best.pos == Pos::kAdjective || best.pos == Pos::kParticiple);
    if (predicate_noun || best.pos == Pos::kNegation) return false;
  }
  return waiting > 0;
}

// ستشهد، | في الصيف، مواجهة: an aside right behind a verb.
bool is_aside_of_verb(const Context& context, TokenIndex boundary, TokenIndex next) {
  constexpr TokenIndex kLongest = 6;
  if (!context.is_comma(boundary) || boundary == 0 || !context.is_finite_verb(boundary - 1)) {
    return false;
  }
  if (!context.is_preposition(next) || context.word(next).best().has(kWa)) return false;
  TokenIndex time_end = next;  // منذ شهر ونصف
  for (TokenIndex t = next; t < std::min(context.size(), next + kLongest); ++t) {
    if (const int32_t time = context.time_at(t); time >= 0) {
      time_end = context.document().times[time].tokens.end;
    }
    if (context.is_comma(t)) return true;
    if (context.is_stop(t) || (context.is_finite_verb(t) && t >= time_end)) return false;
  }
  return false;
}

// يستنكر | ويشجب الدور: two verbs with one object, before it.
bool is_between_verbs(const Context& context, const FrameMap& frames, TokenIndex boundary) {
  if (boundary == 0 || !context.is_and_verb(boundary) || !context.is_finite_verb(boundary - 1))
    return false;
  const Tense tense = context.word(boundary).best().tense;
  if (tense != context.word(boundary - 1).best().tense) return false;
  return tense == Tense::kImperfect || frames.at(boundary) < 0;
}

// أن الزيارة «أوصلت رسالة | مفادها أن المدينة آمنة»: within words that are quoted whole.
bool is_within_quotation(const Context& context, TokenIndex begin, TokenIndex boundary,
                         TokenIndex limit) {
  const int32_t q = context.quotation_of(boundary);
  if (q < 0) return false;
  const Quotation& quotation = context.document().quotations[q];
  return quotation.open != kNoToken && quotation.open >= begin && quotation.close != kNoToken &&
         quotation.close <= limit;
}

// ضد سالم القرشي، | قائد القوات الشرقية بتهمة: the title behind a name, which the same phrase takes
// in.
bool is_inside_name(const Context& context, const FrameMap& frames, TokenIndex boundary,
                    TokenIndex limit) {
  constexpr TokenIndex kReach = 12;
  if (!context.is_comma(boundary)) return false;
  for (TokenIndex t = boundary; t > 0 && boundary - t < kReach; --t) {
    const int32_t m = context.mention_at(t - 1);
    if (m < 0) continue;
    const Mention& mention = context.document().mentions[m];
    return mention.tokens.end > boundary + 1 && mention.name.end <= boundary &&
           frame_ahead(context, frames, boundary + 1, limit) == "none";
  }
  return false;
}

// قلق بلاده | مما وصفه بالخروق, ينهي ما | وصفه بالجمود: what he calls a thing of which he speaks.
bool calls_what_he_tells(const Context& context, const FrameMap& frames, TokenIndex next) {
  const std::string_view key = context.word(next).key;
  const bool relative = key == "ما" || key == "مما" || key == "لما" || key == "بما" || key == "عما";
  if (!relative && (next == 0 || !context.word(next - 1).key.ends_with("ما"))) return false;
  const int32_t f = frames.at(relative ? next + 1 : next);
  if (f < 0 || frames[f].frame.cue.form != CueForm::kVerb) return false;
  const Frame& frame = frames[f].frame;
  return frame.cue.entry->content_includes_addressee && frame.source.empty() &&
         frame.cue.analysis->enclitic.person == 3;
}

// الخطاب الذي ألقاه أمس | وتوعد خلاله: still the clause that tells what kind of speech.
bool is_of_relative_clause(const Context& context, TokenIndex begin, TokenIndex boundary) {
  if (!context.is_and_verb(boundary) || !is_therein(context, boundary + 1)) return false;
  for (TokenIndex t = begin; t < boundary; ++t) {
    if (context.word(t).best().pos == Pos::kRelative) return true;
  }
  return false;
}

// Whether what stands behind a boundary is surely still of the words before it.
bool surely_goes_on(const Context& context, const FrameMap& frames, const Frame& frame,
                    TokenIndex begin, TokenIndex boundary, TokenIndex limit) {
  const TokenIndex next = next_word(context, boundary, limit);
  return speaks_of_himself(context, next) || calls_what_he_tells(context, frames, next) ||
         is_inside_name(context, frames, boundary, limit) ||
         awaits_predicate(context, frame, begin, boundary, next) ||
         is_aside_of_verb(context, boundary, next) || is_between_verbs(context, frames, boundary) ||
         is_of_relative_clause(context, begin, boundary);
}

}  // namespace

TokenIndex choose_end(const Context& context, const FrameMap& frames, const Frame& frame,
                      TokenIndex begin, TokenIndex limit, const LinearModel& model) {
  Features features;
  double survived = 0, best = -1e300;  // logarithms
  TokenIndex best_end = limit;
  for (TokenIndex boundary = begin; boundary < limit;) {
    boundary = next_boundary(context, frames, frame, boundary + 1, limit);
    double stop = 0, go_on = -1e300;
    if (boundary != limit && (surely_goes_on(context, frames, frame, begin, boundary, limit) ||
                              is_within_quotation(context, begin, boundary, limit))) {
      continue;
    }
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
