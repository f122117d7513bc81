#include "statements/decide.h"

#include <cmath>

namespace musnad {
namespace {

// Frames above this probability are kept; a little below one half, since what is missed and what is
// too much count the same and the fitted probabilities lean to no.
constexpr float kThreshold = 0.4F;

std::string_view form_name(CueForm form) {
  static constexpr std::string_view kNames[] = {"verb", "participle", "noun", "phrase", "colon"};
  return kNames[static_cast<size_t>(form)];
}

std::string_view opening_name(Opening opening) {
  static constexpr std::string_view kNames[] = {"none",      "that",        "whether", "colon",
                                                "quotation", "preposition", "object",  "clause"};
  return kNames[static_cast<size_t>(opening)];
}

std::string_view certainty_name(Certainty certainty) {
  static constexpr std::string_view kNames[] = {"always", "often", "seldom"};
  return kNames[static_cast<size_t>(certainty)];
}

std::string_view kind_name(ActorKind kind) {
  static constexpr std::string_view kNames[] = {"person", "organization", "state",
                                                "place",  "group",        "unnamed"};
  return kNames[static_cast<size_t>(kind)];
}

// What the source is: the kind of its actor, a bare phrase, or left out.
std::string_view source_name(const Context& context, const Frame& frame) {
  if (frame.source.empty()) return "none";
  const int32_t m = context.mention_at(frame.source.begin);
  if (m < 0) return "phrase";
  return kind_name(context.document().actors[context.document().mentions[m].actor].kind);
}

std::string_view tense_name(const Analysis& analysis) {
  switch (analysis.tense) {
    case Tense::kPerfect:
      return "perfect";
    case Tense::kImperfect:
      return "imperfect";
    case Tense::kImperative:
      return "imperative";
    case Tense::kNone:
      break;
  }
  return "none";
}

std::string_view before_name(const Context& context, TokenIndex t) {
  if (t == 0 || context.token(t).line_begin) return "line";
  if (context.sentence_at(t).tokens.begin == t) return "sentence";
  const TokenIndex p = t - 1;
  if (context.is_comma(p)) return "comma";
  if (context.is_quote(p)) return "quote";
  if (context.token(p).kind == TokenKind::kPunctuation) return "mark";
  if (context.complementizer(p) != Complementizer::kNone) return "that";
  if (context.has_pos(p, Pos::kRelative)) return "relative";
  if (context.is_preposition(p)) return "preposition";
  if (context.has_pos(p, Pos::kNegation)) return "negation";
  if (context.has_pos(p, Pos::kConjunction)) return "conjunction";
  if (context.mention_ending_at(t) >= 0) return "mention";
  if (context.is_finite_verb(p)) return "verb";
  return "word";
}

void word_features(const Context& context, const Frame& frame, Features& features) {
  const Cue& cue = frame.cue;
  const Analysis& analysis = *cue.analysis;
  const std::string_view form = form_name(cue.form);
  const std::string_view opening = opening_name(frame.opening);
  const std::string_view lemma = context.morphology().lemma(analysis.lemma).text;
  const std::string_view certainty = certainty_name(cue.entry->certainty);
  features.add("lemma", lemma, form);
  features.add("certainty", certainty, form);
  features.add("certainty-opening", certainty, opening);
  features.add("certainty-source", certainty, source_name(context, frame));
  if (cue.entry->needs_clause) features.add("needs-clause", opening);
  if (cue.entry->needs_negated && cue.negated) features.add("needed-negation");
  if (!cue.entry->needs_phrase.empty()) features.add("needed-phrase", form);
  features.add("tense", tense_name(analysis), form);
  if (analysis.has(kWa) || analysis.has(kFa)) features.add("and", form, opening);
  if (analysis.has(kSa)) features.add("future");
  if (analysis.has(kBi) || analysis.has(kLi) || analysis.has(kKa)) features.add("clitic", form);
  if (analysis.definite()) features.add("definite", form);
  if (!analysis.enclitic.none()) features.add("enclitic", form, opening);
  if (analysis.agreement.person == 1) features.add("first-person");
  if (cue.entry->noun) features.add("noun-row");
  if (&analysis == &context.word(cue.tokens.begin).best()) return;
  const bool adjacent = !frame.source.empty() && frame.source.begin == cue.tokens.end;
  features.add("second-reading", form,
               adjacent ? "source" : before_name(context, cue.tokens.begin));
}

}  // namespace

void cue_features(const Context& context, const Frame& frame, Features& features) {
  const Cue& cue = frame.cue;
  const TokenIndex t = cue.tokens.begin;
  const std::string_view form = form_name(cue.form);
  const std::string_view opening = opening_name(frame.opening);
  const std::string_view source = source_name(context, frame);
  features.add("form", form);
  features.add("opening", opening, form);
  features.add("source", source, form);
  features.add("source-opening", source, opening);
  features.add("before", before_name(context, t), form);
  const bool adjacent = !frame.source.empty() && frame.source.begin == cue.tokens.end;
  if (adjacent) features.add("adjacent-source", source, form);
  if (frame.content_begin != kNoToken && frame.content_begin <= cue.tokens.end + 2) {
    features.add("opens-at-once", opening, form);
  }
  if (cue.after_turn) features.add("after-turn", form);
  if (frame.source_first) features.add("source-first", form, opening);
  if (frame.relative) features.add("relative", form, opening);
  if (!frame.relay.empty()) features.add("relayed", opening);
  if (!frame.addressee.empty()) features.add("addressee", form, opening);
  if (cue.negated) features.add("negated", form);
  const bool headline = context.sentence_at(t).paragraph == 0;
  if (headline) features.add("headline", form, source);
  if (context.quotation_of(t) >= 0) features.add("quoted", form);
  if (frame.quotation >= 0) features.add("opens-quotation", form);
  features.add_count("skipped-phrases", frame.skipped_phrases, 3);
  features.add_count("skipped-verbs", frame.skipped_verbs, 3);
  if (cue.analysis != nullptr) word_features(context, frame, features);
  if (frame.opening == Opening::kNone) {
    features.add("nothing-follows", before_name(context, t), source);
    if (frame.scan_end >= context.sentence_at(t).tokens.end)
      features.add("ends-sentence", form, source);
  }
  if (cue.attribution != kNoToken) features.add("attribution-clause", form);
  if (cue.form == CueForm::kPhrase) features.add("phrase", cue.phrase->keys.front(), source);
}

namespace {

// `بيسكوف: …` at the head of a line: all that stands before the colon names one person.
bool is_named_line(const Context& context, const Frame& frame) {
  if (frame.cue.form != CueForm::kColon || frame.source.empty()) return false;
  const int32_t m = context.mention_at(frame.source.begin);
  if (m < 0) return false;
  const Mention& mention = context.document().mentions[m];
  TokenIndex end = mention.tokens.end;
  while (context.is_quote(end)) ++end;
  return end == frame.cue.tokens.begin && !mention.name.empty() &&
         context.document().actors[mention.actor].kind == ActorKind::kPerson;
}

}  // namespace

bool is_certain(const Context& context, const Frame& frame) {
  if (is_named_line(context, frame)) return true;
  if (!frame.relay.empty()) return true;
  const bool withheld =
      frame.cue.entry != nullptr && frame.cue.entry->needs_negated && frame.cue.negated;
  if (withheld && frame.opening != Opening::kNone && !frame.source.empty()) return true;
  if (frame.cue.form != CueForm::kPhrase || frame.source.empty()) return false;
  if (!frame.cue.phrase->names_speaker) return false;
  return context.mention_at(frame.source.begin) >= 0 ||
         context.token(frame.source.begin).actor->is(kDocumentRole);
}

std::vector<ScoredFrame> decide_frames(const Context& context, const std::vector<Cue>& cues,
                                       const LinearModel& model) {
  std::vector<ScoredFrame> kept;
  Features features;
  for (const Cue& cue : cues) {
    Frame frame = parse_frame(context, cue);
    features.clear();
    cue_features(context, frame, features);
    const auto probability = static_cast<float>(1 / (1 + std::exp(-model.score(features))));
    if (probability <= kThreshold && !is_certain(context, frame)) continue;
    if (!kept.empty() && kept.back().frame.cue.tokens.overlaps(frame.cue.tokens)) {
      const bool better = kept.back().frame.relay.empty() && kept.back().probability < probability;
      if (better) kept.back() = {std::move(frame), probability};
    } else {
      kept.push_back({std::move(frame), probability});
    }
  }
  return kept;
}

}  // namespace musnad
