#include "statements/relays.h"

#include <algorithm>

#include "actors/coreference.h"

namespace musnad {
namespace {

// Quotation marks around more words than this hold no name of an outlet.
constexpr TokenIndex kLongestName = 6;

// The noun phrase behind a phrase of attribution, quotation marks skipped.
TokenRange name_behind(const Context& context, TokenIndex t) {
  const TokenIndex end = context.sentence_at(t - 1).tokens.end;
  while (t < end && (context.is_quote(t) || context.document().token_text(t) == "لـ")) ++t;
  if (t >= end || context.token(t).kind == TokenKind::kPunctuation) return {};
  return {t, context.noun_phrase_end(t, end)};
}

// Whether a statement of the same sentence has a verb of its own that the phrase goes with.
bool has_company(const Context& context, const std::vector<ScoredFrame>& frames, TokenIndex phrase) {
  const uint32_t sentence = context.sentence_of(phrase);
  auto frame = std::partition_point(frames.begin(), frames.end(), [&](const ScoredFrame& f) {
    return context.sentence_of(f.frame.cue.tokens.begin) < sentence;
  });
  for (; frame != frames.end(); ++frame) {
    const Cue& cue = frame->frame.cue;
    if (context.sentence_of(cue.tokens.begin) != sentence) break;
    if (cue.form == CueForm::kVerb && !frame->frame.relative) return true;
    if (cue.tokens.begin < phrase && cue.form == CueForm::kParticiple) return true;
  }
  return false;
}

bool is_outlet(const Context& context, TokenIndex t) {
  const int32_t m = context.mention_at(t);
  return m >= 0 && context.document().actors[context.document().mentions[m].actor].outlet;
}

void add_relay(Document& document, TokenRange name, std::vector<ActorIndex>& via) {
  const ActorIndex actor = actor_for_outlet(document, name);
  if (std::find(via.begin(), via.end(), actor) == via.end()) via.push_back(actor);
}

// The part of the clause beside the content: from the cue to the content, or to the sentence's end.
TokenRange beside(const Context& context, const Frame& frame) {
  TokenRange region = context.sentence_at(frame.cue.tokens.begin).tokens;
  region.begin = frame.cue.tokens.end;
  if (frame.content_begin != kNoToken) region.end = std::max(frame.content_begin, region.begin);
  return region;
}

// لرويترز, إلى "الوطن", مع قناة X between the cue and its content.
void add_direct_relays(Document& document, const Context& context, const Frame& frame,
                       std::vector<ActorIndex>& via) {
  if (frame.cue.form == CueForm::kColon || frame.cue.form == CueForm::kPhrase) return;
  const TokenRange region = beside(context, frame);
  for (TokenIndex t = region.begin; t < region.end; ++t) {
    if (frame.source.contains(t)) continue;
    const bool behind_clitic = t > 0 && context.document().token_text(t - 1).ends_with("ـ");
    if (const int32_t q = context.quotation_opened_at(t); q >= 0 && behind_clitic) {
      const TokenRange name = document.quotations[q].tokens;
      if (!name.empty() && name.size() <= kLongestName) add_relay(document, name, via);
      continue;
    }
    TokenIndex p = t;
    while (p > region.begin && context.is_quote(p - 1)) --p;
    const bool oblique = context.has_preposition_clitic(t) || (p > 0 && context.is_preposition(p - 1));
    if (oblique && is_outlet(context, t)) {
      add_relay(document, document.mentions[context.mention_at(t)].tokens, via);
    }
  }
}

}  // namespace

std::vector<Relay> take_relays(const Context& context, const FixedPhrases& phrases,
                               std::vector<ScoredFrame>& frames) {
  std::vector<Relay> relays;
  for (TokenIndex t = 0; t < context.size(); ++t) {
    if (context.token(t).kind != TokenKind::kWord) continue;
    const FixedPhrase* phrase = phrases.match(context.document(), t);
    if (phrase == nullptr || phrase->kind != FixedKind::kAttribution) continue;
    if (phrase->clause != FixedPhrase::Clause::kNever) continue;
    if (!phrase->names_relay && !has_company(context, frames, t)) continue;
    const auto end = static_cast<TokenIndex>(t + phrase->keys.size());
    const TokenRange name = name_behind(context, end);
    const bool taken = !phrase->names_speaker || has_company(context, frames, t);
    if (!name.empty() && taken) relays.push_back({{t, name.end}, name, phrase->names_speaker});
    t = end - 1;
  }
  const auto is_taken = [&](const ScoredFrame& scored) {
    if (scored.frame.cue.form != CueForm::kPhrase) return false;
    const auto found = std::partition_point(relays.begin(), relays.end(), [&](const Relay& relay) {
      return relay.phrase.begin < scored.frame.cue.tokens.begin;
    });
    return found != relays.end() && found->phrase.begin == scored.frame.cue.tokens.begin;
  };
  frames.erase(std::remove_if(frames.begin(), frames.end(), is_taken), frames.end());
  return relays;
}

std::vector<ActorIndex> relay_actors(Document& document, const Context& context,
                                     const std::vector<Relay>& relays, const Frame& frame,
                                     const std::vector<TokenRange>& content) {
  std::vector<ActorIndex> via;
  if (!frame.relay.empty()) add_relay(document, frame.relay, via);
  add_direct_relays(document, context, frame, via);
  const TokenRange sentence = context.sentence_at(frame.cue.tokens.begin).tokens;
  auto relay = std::partition_point(relays.begin(), relays.end(), [&](const Relay& r) {
    return r.phrase.begin < sentence.begin;
  });
  for (; relay != relays.end() && relay->phrase.begin < sentence.end; ++relay) {
    const bool between = beside(context, frame).contains(relay->phrase.begin) ||
                         relay->phrase.end <= frame.cue.tokens.begin;
    const bool behind = !content.empty() && relay->phrase.begin >= content.back().begin &&
                        relay->phrase.begin <= content.back().end + 3;
    if (between || behind) add_relay(document, relay->name, via);
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
