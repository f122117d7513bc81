#include "statements/end_features.h"

#include "statements/clause_words.h"
#include "statements/content_turns.h"
#include "statements/phrase_end.h"

namespace musnad {
namespace {

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

}  // namespace

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

}  // namespace musnad
