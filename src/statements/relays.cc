#include "statements/relays.h"

#include <algorithm>

#include "actors/coreference.h"

namespace musnad {
namespace {

// Quotation marks around more words than this hold no name of an outlet.
constexpr TokenIndex kLongestName = 6;
// Furthest from its cue or content that a relay is looked for, in tokens: keeps texts without full
// stops linear.
constexpr TokenIndex kRelayReach = 200;

// إلى, مع, على, عبر: prepositions that bring in the outlet that was spoken to.
bool is_addressing(const Context& context, TokenIndex t) {
  if (!context.is_preposition(t)) return false;
  const std::string& key = context.word(t).key;
  return key == "الي" || key == "مع" || key == "علي" || key == "عبر";
}

// Whether a token stands in a quotation that the cue does not stand in.
bool is_quoted_apart(const Context& context, const Frame& frame, TokenIndex t) {
  return context.quotation_of(t) >= 0 &&
         context.quotation_of(t) != context.quotation_of(frame.cue.tokens.begin);
}

const Actor* actor_at(const Context& context, TokenIndex t) {
  const int32_t m = context.mention_at(t);
  return m < 0 ? nullptr : &context.document().actors[context.document().mentions[m].actor];
}

bool is_li(const Context& context, TokenIndex t) {
  return context.word(t).best().has(kLi) || context.document().token_text(t) == "لـ";
}

// The noun phrase that a phrase of attribution names, as its entry says it is attached. Empty where
// nobody is named (وفقا للقانون).
TokenRange name_behind(const Context& context, const FixedPhrase& phrase, TokenIndex t) {
  constexpr TokenIndex kReach = 4;  // في تصريح خاص لـ…
  const TokenIndex end = context.sentence_at(t - 1).tokens.end;
  if (phrase.next == FixedPhrase::Next::kLi) {
    const TokenIndex stop = std::min(end, t + kReach);
    while (t < stop && !is_li(context, t)) ++t;
    if (t >= stop) return {};
    if (context.document().token_text(t) == "لـ") ++t;
  } else if (phrase.next != FixedPhrase::Next::kNone && t < end && context.is_preposition(t)) {
    ++t;
  }
  const bool quoted = t < end && context.quotation_opened_at(t) >= 0;
  while (t < end && context.is_quote(t)) ++t;
  if (t >= end || context.token(t).kind == TokenKind::kPunctuation) return {};
  const Actor* actor = actor_at(context, t);
  const bool relays = actor != nullptr && (actor->outlet || actor->kind == ActorKind::kPerson);
  const bool media = context.token(t).actor->is(kMediaRole | kSourceRole);
  if (!relays && !quoted && !media) return {};
  return {t, context.noun_phrase_end(t, end)};
}

void add_relay(Document& document, TokenRange name, const Frame& frame,
               std::vector<ActorIndex>& via) {
  if (name.overlaps(frame.source) && !frame.source.empty()) return;
  const ActorIndex actor = actor_for_outlet(document, name);
  if (std::find(via.begin(), via.end(), actor) == via.end()) via.push_back(actor);
}

// The part of the clause beside the content: from the cue to the content, or to the sentence's end.
TokenRange beside(const Context& context, const Frame& frame) {
  TokenRange region = context.sentence_at(frame.cue.tokens.begin).tokens;
  region.begin = frame.cue.tokens.end;
  region.end = std::min(region.end, region.begin + kRelayReach);
  if (frame.content_begin != kNoToken) region.end = std::max(frame.content_begin, region.begin);
  return region;
}

// لرويترز, إلى "الوطن", لقناة X between the cue and its content.
void add_direct_relays(Document& document, const Context& context, const Frame& frame,
                       std::vector<ActorIndex>& via) {
  if (frame.cue.form == CueForm::kColon || frame.cue.form == CueForm::kPhrase) return;
  const TokenRange region = beside(context, frame);
  for (TokenIndex t = region.begin; t < region.end; ++t) {
    if (!frame.source.empty() && t == frame.source.begin) continue;
    const bool behind_clitic = t > 0 && context.document().token_text(t - 1).ends_with("ـ");
    if (const int32_t q = context.quotation_opened_at(t); q >= 0 && behind_clitic) {
      const TokenRange name = document.quotations[q].tokens;
      if (!name.empty() && name.size() <= kLongestName) add_relay(document, name, frame, via);
      continue;
    }
    TokenIndex p = t;
    while (p > region.begin && context.is_quote(p - 1)) --p;
    const bool to = context.has_preposition_clitic(t) || (p > 0 && is_addressing(context, p - 1));
    if (!to || context.token(t).kind == TokenKind::kPunctuation) continue;
    const Actor* actor = actor_at(context, t);
    const bool outlet =
        (actor != nullptr && actor->outlet) || context.token(t).actor->is(kMediaRole);
    if (outlet) add_relay(document, {t, context.noun_phrase_end(t, region.end)}, frame, via);
  }
}

// Whether a phrase stands between cue and content, right behind the content, or before the cue.
bool goes_with(const Context& context, const Relay& relay, const Frame& frame,
               const std::vector<TokenRange>& content) {
  constexpr TokenIndex kMarks = 4;  // closing quotation mark, comma
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  if (relay.phrase.begin >= frame.cue.tokens.end) {
    if (frame.content_begin != kNoToken && relay.phrase.begin < frame.content_begin) return true;
    for (TokenRange range : content) {
      if (range.contains(relay.phrase.begin))
        return !is_quoted_apart(context, frame, relay.phrase.begin);
    }
    return !content.empty() && relay.phrase.begin >= content.back().end &&
           relay.phrase.begin <= content.back().end + kMarks;
  }
  return sentence.contains(relay.phrase.begin) && frame.cue.form != CueForm::kParticiple;
}

}  // namespace

std::vector<Relay> find_relays(const Context& context, const FixedPhrases& phrases) {
  std::vector<Relay> relays;
  for (TokenIndex t = 0; t < context.size(); ++t) {
    if (context.token(t).kind != TokenKind::kWord) continue;
    const FixedPhrase* phrase = phrases.match(context.document(), t);
    if (phrase == nullptr || phrase->kind != FixedKind::kAttribution) continue;
    if (phrase->clause != FixedPhrase::Clause::kNever || !phrase->names_relay) continue;
    const auto end = static_cast<TokenIndex>(t + phrase->keys.size());
    const TokenRange name = name_behind(context, *phrase, end);
    if (!name.empty()) relays.push_back({{t, name.end}, name});
    t = end - 1;
  }
  return relays;
}

bool goes_with_other(const Context& context, const std::vector<ScoredFrame>& frames,
                     const Frame& phrase) {
  const TokenIndex begin = phrase.cue.tokens.begin;
  uint32_t sentence = context.sentence_of(begin);
  TokenIndex from = begin;
  TokenIndex before = begin;  // behind a quotation, the statement began where the quotation did
  while (before > 0 && context.token(before - 1).kind == TokenKind::kPunctuation) {
    --before;
    const int32_t q = before > 0 ? context.quotation_of(before - 1) : -1;
    if (q < 0) continue;
    from = std::min(from, context.document().quotations[q].tokens.begin);
    sentence = std::min(sentence, context.sentence_of(from));
  }
  const TokenIndex first = from - std::min(from, kRelayReach);
  auto frame = std::partition_point(frames.begin(), frames.end(), [&](const ScoredFrame& f) {
    const TokenIndex cue = f.frame.cue.tokens.begin;
    return cue < first || context.sentence_of(cue) < sentence;
  });
  for (; frame != frames.end(); ++frame) {
    const Frame& other = frame->frame;
    if (context.sentence_of(other.cue.tokens.begin) > context.sentence_of(begin)) break;
    if (other.cue.tokens.begin > begin + kRelayReach) break;
    if (other.cue.form == CueForm::kVerb && !other.relative && other.cue.attribution == kNoToken)
      return true;
    if (other.cue.tokens.begin < begin && other.cue.form == CueForm::kParticiple) return true;
  }
  return false;
}

std::vector<ActorIndex> relay_actors(Document& document, const Context& context,
                                     std::vector<Relay>& relays, const Frame& frame,
                                     const std::vector<TokenRange>& content) {
  std::vector<ActorIndex> via;
  if (!frame.relay.empty()) add_relay(document, frame.relay, frame, via);
  add_direct_relays(document, context, frame, via);
  if (frame.cue.form == CueForm::kPhrase) return via;
  const TokenIndex cue = frame.cue.tokens.begin;
  const TokenRange sentence = context.sentence_at(cue).tokens;
  const TokenIndex from = std::max(sentence.begin, cue - std::min(cue, kRelayReach));
  const TokenIndex to =
      content.empty() ? std::min(sentence.end, cue + kRelayReach) : content.back().end + 5;
  auto relay = std::partition_point(relays.begin(), relays.end(),
                                    [&](const Relay& r) { return r.phrase.begin < from; });
  for (; relay != relays.end() && relay->phrase.begin < to; ++relay) {
    if (relay->taken || !goes_with(context, *relay, frame, content)) continue;
    relay->taken = true;
    add_relay(document, relay->name, frame, via);
  }
  return via;
}

TokenRange question_of(const Context& context, const FixedPhrases& phrases, const Frame& frame) {
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  constexpr TokenIndex kReach = 60;
  TokenIndex begin = sentence.begin;
  const TokenIndex cue = frame.cue.tokens.begin;
  if (cue - begin > kReach) begin = cue - kReach;
  const TokenIndex end = frame.content_begin == kNoToken ? cue : std::max(cue, frame.content_begin);
  for (TokenIndex t = begin; t < end; ++t) {
    const FixedPhrase* phrase = phrases.match(context.document(), t);
    if (phrase == nullptr || phrase->kind != FixedKind::kSceneQuestion) continue;
    TokenRange question{static_cast<TokenIndex>(t + phrase->keys.size()), end};
    for (TokenIndex i = question.begin; i < question.end; ++i) {
      const bool ends = context.is_comma(i) || context.is_mark(i, ':') || i == cue ||
                        context.quotation_opened_at(i) >= 0;
      if (ends) question.end = i;
    }
    return question;
  }
  return {};
}

std::string time_of(const Context& context, const Frame& frame) {
  const std::vector<TimeExpression>& times = context.document().times;
  const TokenRange region = beside(context, frame);
  const auto first = std::partition_point(times.begin(), times.end(), [&](const TimeExpression& x) {
    return x.tokens.begin < region.begin;
  });
  for (auto time = first; time != times.end() && time->tokens.begin < region.end; ++time) {
    if (time->type == TimeType::kDate || time->type == TimeType::kTime) return time->value;
  }
  return "";
}

}  // namespace musnad
