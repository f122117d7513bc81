#include "statements/cue_features.h"

#include "statements/clause_words.h"

namespace musnad {
namespace {

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

// Names that take in the form of the cue, for evidence that means other things of each form.
FeatureGroup source_opening_group(CueForm form) {
  static constexpr FeatureGroup kNames[] = {"verb-source-opening", "participle-source-opening",
                                            "noun-source-opening", "phrase-source-opening",
                                            "colon-source-opening"};
  return kNames[static_cast<size_t>(form)];
}

// The words of grammar on either side: إذا قال, قد يقول, حسابه عبر.
void neighbour_features(const Context& context, const Cue& cue, Features& features) {
  const TokenIndex t = cue.tokens.begin;
  const std::string_view form = form_name(cue.form);
  if (t > 0 && context.sentence_at(t).tokens.begin < t &&
      is_grammar_word(context.word(t - 1).best().pos)) {
    features.add("word-before", context.word(t - 1).key, form);
  }
  const TokenIndex next = cue.tokens.end;
  if (next < context.size() && is_grammar_word(context.word(next).best().pos)) {
    features.add("word-behind", context.word(next).key, form);
  }
}

// What stands before a colon: a name and little else, or a dateline (جدة – واس:) or a clause.
void colon_features(const Context& context, TokenIndex colon, Features& features) {
  const Sentence& sentence = context.sentence_at(colon);
  bool dash = false, verb = false, mention = false;
  for (TokenIndex t = sentence.tokens.begin; t < colon; ++t) {
    dash |= context.is_mark(t, '-') || context.is_mark(t, 0x2013);
    verb |= context.is_finite_verb(t);
    mention |= context.mention_at(t) >= 0;
  }
  const std::string_view line = sentence.paragraph == 0 ? "headline" : "line";
  features.add_count("words-before-colon", colon - sentence.tokens.begin, 6);
  features.add("colon-line", line);
  if (dash) features.add("dash-before-colon", line);
  if (verb) features.add("verb-before-colon", line);
  if (mention) features.add("mention-before-colon", line);
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
  const Analysis& before = context.word(p).best();
  if (before.pos == Pos::kPronoun && before.has(kWa)) return "and-he";  // وهو يشير إلى الخريطة
  if (context.is_preposition(p)) return "preposition";
  if (context.has_pos(p, Pos::kNegation)) return "negation";
  if (context.has_pos(p, Pos::kConjunction)) return "conjunction";
  if (context.mention_ending_at(t) >= 0) return "mention";
  if (context.is_finite_verb(p)) return "verb";
  return "word";
}

// What the content of a phrase is called by: something said, a doing, a name, another thing.
std::string_view object_name(const Context& context, TokenIndex t) {
  if (t >= context.size()) return "none";
  const Analysis& best = context.word(t).best();
  if (!context.morphology().reporting_of(best).empty()) return "speech";
  if (context.token(t).actor->demonstrative) return "this";
  if (context.mention_at(t) >= 0) return "mention";
  if (best.pos == Pos::kMasdar) return "doing";
  return best.lemma == kNoLemma ? "unknown" : "thing";
}

void word_features(const Context& context, const Frame& frame, Features& features) {
  const Cue& cue = frame.cue;
  const Analysis& analysis = *cue.analysis;
  const std::string_view form = form_name(cue.form);
  const std::string_view opening = opening_name(frame.opening);
  const std::string_view lemma = context.morphology().lemma_text(analysis);
  const std::string_view certainty = certainty_name(cue.entry->certainty);
  features.add("lemma", lemma, form);
  features.add("certainty", certainty, form);
  features.add("certainty-opening", certainty, opening);
  features.add("certainty-source", certainty, source_name(context, frame));
  if (cue.entry->needs_clause) features.add("needs-clause", opening);
  if (cue.entry->needs_negated && cue.negated) features.add("needed-negation");
  if (cue.entry->asks_for_words()) features.add("needed-phrase", form);
  if (frame.opening == Opening::kObject || frame.opening == Opening::kPreposition) {
    features.add("object", object_name(context, frame.content_begin), certainty);
  }
  if (frame.opening == Opening::kComplementizer && !frame.source.empty()) {
    features.add("whole-clause", form, certainty);
  }
  if (cue.in_document) features.add("stands-in", opening);
  if (cue.form == CueForm::kVerb && !analysis.enclitic.none() && cue.tokens.begin >= 2 &&
      context.has_pos(cue.tokens.begin - 1, Pos::kRelative)) {
    const Pos before = context.word(cue.tokens.begin - 2).best().pos;
    const bool this_is = before == Pos::kPronoun || before == Pos::kDemonstrative;
    features.add("relative-to-words", this_is ? "this-is" : "other", opening);
  }
  if (frame.noun != nullptr) features.add("noun-of-speech", certainty_name(frame.noun->certainty));
  features.add("tense", tense_name(analysis), form);
  if (analysis.has(kWa) || analysis.has(kFa)) features.add("and", form, opening);
  if (analysis.has(kSa)) features.add("future");
  if (analysis.has(kBi) || analysis.has(kLi) || analysis.has(kKa)) features.add("clitic", form);
  if (analysis.definite()) features.add("definite", form);
  if (!analysis.enclitic.none()) features.add("enclitic", form, opening);
  if (analysis.agreement.person == 1) features.add("first-person");
  if (cue.entry->noun) features.add("noun-row");
  if (analysis.passive) features.add("passive", form);
  const bool must_address = (cue.entry->addressee & kMustAddressee) != 0;
  if (must_address && frame.addressee.empty() && analysis.enclitic.none()) {
    features.add("nobody-addressed", form, opening);
  }
  const Word& word = context.word(cue.tokens.begin);
  if (&analysis == &word.best()) return;
  // بين, عبر: a word of grammar is seldom the verb that is spelled alike.
  const bool grammar = is_grammar_word(word.best().pos);
  const bool adjacent = !frame.source.empty() && frame.source.begin == cue.tokens.end;
  features.add(grammar ? FeatureGroup("word-of-grammar") : FeatureGroup("second-reading"), form,
               adjacent ? "source" : before_name(context, cue.tokens.begin));
  if (grammar) features.add("word-of-grammar-opening", opening);
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
  features.add(source_opening_group(cue.form), source, opening);
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
  if (cue.form == CueForm::kColon) {
    colon_features(context, t, features);
  } else {
    neighbour_features(context, cue, features);
  }
  if (t > 0 && context.is_subjunctive(t - 1)) features.add("subjunctive");
  if (frame.opening == Opening::kNone) {
    features.add("nothing-follows", before_name(context, t), source);
    if (frame.scan_end >= context.sentence_at(t).tokens.end)
      features.add("ends-sentence", form, source);
  }
  if (cue.attribution != kNoToken) features.add("attribution-clause", form);
  if (cue.form == CueForm::kPhrase) features.add("phrase", cue.phrase->keys.front(), source);
}

}  // namespace musnad
