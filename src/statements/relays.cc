#include "statements/relays.h"

#include <algorithm>

#include "actors/cast.h"
#include "actors/coreference.h"
#include "statements/setting.h"

namespace musnad {
namespace {

constexpr size_t kFramesBack = 16;  // earlier frames whose words a phrase may stand in or behind
constexpr size_t kFramesAhead = 3;  // later frames that a phrase may lead up to

// --- phrases of attribution

// The noun phrase behind a phrase of attribution, as its entry says it is attached; empty where
// nobody is named who could have relayed (وفقا للقانون).
TokenRange name_behind(const Context& context, const FixedPhrase& phrase, TokenIndex t) {
  const TokenIndex end = context.sentence_at(t - 1).tokens.end;
  if (t < end && (phrase.next == FixedPhrase::Next::kLi
                      ? is_li(context, t)
                      : phrase.next != FixedPhrase::Next::kNone && context.is_preposition(t))) {
    ++t;
  }
  const bool quoted = t < end && context.quotation_opened_at(t) >= 0;
  while (t < end && context.is_quote(t)) ++t;
  if (t >= end || context.token(t).kind == TokenKind::kPunctuation) return {};
  if (is_speech_noun(context, t) && t + 1 < end && !outlet_name_at(context, t + 1).empty()) {
    ++t;  // بحسب تقرير صحيفة X
  }
  const ActorWord& head = *context.token(t).actor;
  const Actor* actor = actor_at(context, t);
  const bool somebody = actor != nullptr && (actor->outlet || actor->kind == ActorKind::kPerson);
  const bool own = head.is(kMediaRole) && head.pronoun;  // بحسب موقعها
  const bool can_relay = somebody || quoted || head.is(kMediaRole | kSourceRole | kTitleRoles) ||
                         (head.bodies & kChannelBody) != 0;  // شبكة X
  if (own || !can_relay) return {};
  return {t, context.noun_phrase_end(t, end)};
}

Relay relay_behind(const Context& context, const FixedPhrase& phrase, TokenIndex t) {
  const auto end = static_cast<TokenIndex>(t + phrase.keys.size());
  Relay relay{.phrase = {t, end}};
  if (phrase.names_relay && end < context.size()) relay.name = name_behind(context, phrase, end);
  if (!relay.name.empty()) relay.phrase.end = relay.name.end;
  return relay;
}

// --- the statement that a relay goes with

bool contain(const std::vector<TokenRange>& ranges, TokenIndex t) {
  return std::any_of(ranges.begin(), ranges.end(), [&](TokenRange r) { return r.contains(t); });
}

// Which frame a relay goes with, by where it stands.
class HostSearch {
 public:
  HostSearch(const Context& context, const Relay& relay, const std::vector<ScoredFrame>& frames,
             const Contents& contents)
      : context_(context), relay_(relay), frames_(frames), contents_(contents) {
    sentence_ = context.sentence_of(relay.phrase.begin);
    next_ = std::partition_point(frames.begin(), frames.end(),
                                 [&](const ScoredFrame& f) {
                                   return f.frame.cue.tokens.begin <= relay.phrase.begin;
                                 }) -
            frames.begin();
    first_ = next_ > kFramesBack ? next_ - kFramesBack : 0;
  }

  std::optional<size_t> run() const {
    if (begins_statement()) return std::nullopt;
    for (size_t i = next_; i-- > first_;) {
      if (stands_between(i)) return i;
      if (!contain(contents_[i], relay_.phrase.begin)) continue;
      return belongs_inside(i) ? std::optional(i) : std::nullopt;
    }
    for (size_t i = first_; i < next_; ++i) {
      if (stands_behind(i)) return i;
    }
    if (const auto before = of_sentence_before()) return before;
    return leads_up_to();
  }

 private:
  const Cue& cue(size_t i) const { return frames_[i].frame.cue; }

  bool in_sentence(size_t i) const {
    return context_.sentence_of(cue(i).tokens.begin) == sentence_;
  }

  // A، وبحسب X فإن B: a statement of its own.
  bool begins_statement() const {
    const TokenIndex next = relay_.phrase.end;
    return relay_.tie == Tie::kAccording && context_.token(relay_.phrase.begin).actor->has(kWa) &&
           next < context_.size() && context_.word(next).best().has(kFa) && !words_follow(next);
  }

  // وبحسب وكالة X | فقد أعلن الوزير أن: the words that the outlet passed on have a cue.
  bool words_follow(TokenIndex t) const {
    if (relay_.name.empty() || context_.word(t).key != "فقد" || next_ >= frames_.size())
      return false;
    const Frame& frame = frames_[next_].frame;
    return frame.cue.tokens.begin == t + 1 && frame.cue.form == CueForm::kVerb &&
           !frame.source.empty();
  }

  // قال لـ«X» إن, قال بحسب X إن, تأكيده لـX أن: between the cue and its content.
  bool stands_between(size_t i) const {
    const bool is_cue = relay_.speech && cue(i).tokens.begin == relay_.phrase.begin;
    const TokenIndex begin = is_cue ? cue(i).tokens.end : relay_.phrase.begin;
    if (!in_sentence(i) || (!is_cue && cue(i).tokens.overlaps(relay_.phrase))) return false;
    const bool untold = !cue(i).negated && keeps_own_name(context_, frames_[i].frame);
    if (untold)
      return false;  // صرح مسؤول رفض كشف هويته | لوكالة X: she is not told what is kept back
    if (contain(contents_[i], begin)) return false;
    const bool ahead =
        !contents_[i].empty() && begin >= cue(i).tokens.end && begin < contents_[i].front().begin;
    return ahead || (beside_content(context_, frames_[i].frame).contains(begin) &&
                     !another_clause(frames_[i].frame, begin));
  }

  // بحسب الشركة، وتصدر برنامج القناة …: a verb of the writer's between the cue and a token.
  bool another_clause(const Frame& frame, TokenIndex end) const {
    for (TokenIndex t = std::max(frame.cue.tokens.end, frame.source.end); t < end; ++t) {
      if (context_.is_and_verb(t)) return true;
    }
    return false;
  }

  // قال إن A، بحسب X، B: within the content as far as the article's own words go. Other phrases
  // are part of what was said, but for one that closes it: …، في تصريح لـX.
  bool belongs_inside(size_t i) const {
    const TokenIndex begin = relay_.phrase.begin;
    if (context_.quotation_of(begin) >= 0 &&
        context_.quotation_of(begin) != context_.quotation_of(cue(i).tokens.begin)) {
      return false;
    }
    if (relay_.tie == Tie::kAccording) return true;
    const bool behind_comma = begin > 1 && context_.is_comma(begin - 2);  // ، في تصريح
    return relay_.speech && behind_comma && relay_.phrase.end >= contents_[i].back().end;
  }

  // «A»، بحسب X; …، في تصريح لـX.
  bool stands_behind(size_t i) const {
    if (contents_[i].empty() || cue(i).tokens.overlaps(relay_.phrase)) return false;
    if (relay_.tie != Tie::kAccording && !relay_.speech) return false;
    TokenIndex t = contents_[i].back().end;
    TokenIndex last = relay_.phrase.begin;
    if (relay_.speech && last > t && context_.is_preposition(last - 1)) --last;
    if (t > last) return false;
    bool quoted = false;  // the full stop may stand before the closing mark, not behind it
    for (; t < last; ++t) {
      const Token& token = context_.token(t);
      if (relay_.tie == Tie::kAccording && context_.word(t).key == "وذلك")
        continue;  // ، وذلك حسبما أفادت X
      const bool stops = context_.is_stop(t) && (quoted || !context_.is_quote(t + 1));
      if (token.kind != TokenKind::kPunctuation || token.line_begin) return false;
      if (context_.is_mark(t, ':') || stops) return false;
      quoted = quoted || context_.is_quote(t);
    }
    const bool opens = context_.token(last).actor->has(kWa) && !context_.is_comma(last - 1);
    return !opens && !context_.token(last).line_begin;  // «A.» ووفقا لـX فإن B
  }

  // قال إن A. وذلك بحسب ما ذكرته X.: a sentence that only tells through whom the words before it
  // came.
  std::optional<size_t> of_sentence_before() const {
    const TokenRange sentence = context_.sentence_at(relay_.phrase.begin).tokens;
    const bool that = context_.word(sentence.begin).key == "وذلك";
    const TokenIndex begin = sentence.begin + (that ? 1 : 0);
    if (relay_.name.empty() || relay_.tie != Tie::kAccording || relay_.phrase.begin != begin) {
      return std::nullopt;
    }
    for (TokenIndex t = relay_.phrase.end; t < sentence.end; ++t) {
      if (context_.token(t).kind != TokenKind::kPunctuation) return std::nullopt;
    }
    if (context_.token(sentence.begin).line_begin) return std::nullopt;
    for (size_t i = next_; i-- > first_;) {
      if (contents_[i].empty() || in_sentence(i)) continue;
      const TokenIndex last = contents_[i].back().end;
      return context_.sentence_of(last - 1) + 1 == sentence_ ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
  }

  // وفي حديث لـX قال; بحسب X، أعلن Y; Y لـ«X»: before the cue of its clause.
  std::optional<size_t> leads_up_to() const {
    if (!opens_clause()) return std::nullopt;
    const bool clause = relay_.verb != kNoToken;
    if (clause && relay_.phrase.begin != context_.sentence_at(relay_.phrase.begin).tokens.begin)
      return std::nullopt;  // the clause tells of what stands before it
    const size_t end = std::min(frames_.size(), next_ + kFramesAhead);
    for (size_t i = next_; i < end && in_sentence(i); ++i) {
      if (cue(i).tokens.overlaps(relay_.phrase)) continue;
      if (cue(i).form != CueForm::kVerb && cue(i).form != CueForm::kColon) return std::nullopt;
      for (TokenIndex t = relay_.phrase.end; t < cue(i).tokens.begin; ++t) {
        const bool ends = context_.complementizer(t) != Complementizer::kNone ||
                          context_.is_finite_verb(t) || context_.is_stop(t);
        if (ends) return std::nullopt;
      }
      return i;
    }
    return std::nullopt;
  }

  // Whether nothing but a phrase with a preposition, or the name before a colon, stands before it.
  bool opens_clause() const {
    if (relay_.tie == Tie::kAccording || relay_.speech) return true;
    if (relay_.tie == Tie::kTold) {
      TokenIndex t = relay_.phrase.end;
      while (context_.is_quote(t)) ++t;
      if (context_.is_mark(t, ':')) return true;
    }
    constexpr TokenIndex kLongest = 6;
    TokenIndex t = relay_.phrase.begin;
    const TokenIndex begin = context_.sentence_at(t).tokens.begin;
    const TokenIndex floor = std::max(begin, t - std::min(t, kLongest));
    while (t > floor && context_.token(t - 1).kind != TokenKind::kPunctuation) --t;
    return (t == begin || context_.token(t - 1).kind == TokenKind::kPunctuation) &&
           context_.has_pos(t, Pos::kPreposition);
  }

  const Context& context_;
  const Relay& relay_;
  const std::vector<ScoredFrame>& frames_;
  const Contents& contents_;
  uint32_t sentence_ = 0;
  size_t first_ = 0,
         next_ = 0;  // frames with cues not behind the begin of the phrase; the first one behind
};

}  // namespace

std::vector<Relay> find_relays(const Context& context, const PhrasesByToken& phrases) {
  std::vector<Relay> relays;
  for (TokenIndex t = 0; t < context.size(); ++t) {
    if (context.token(t).kind == TokenKind::kPunctuation) continue;
    const FixedPhrase* phrase = phrases[t];
    if (phrase != nullptr && phrase->kind == FixedKind::kAttribution &&
        phrase->clause == FixedPhrase::Clause::kNever &&
        phrase->next_stands_at(context.document(), t + phrase->keys.size())) {
      relays.push_back(relay_behind(context, *phrase, t));
      t = relays.back().phrase.end - 1;
      continue;
    }
    if (const auto relay = outlet_relay_at(context, t)) {
      relays.push_back(*relay);
      t = relay->name.end - 1;
    }
  }
  return relays;
}

std::optional<Relay> relay_of_clause(const Context& context, const Frame& frame) {
  const Cue& cue = frame.cue;
  const bool his = frame.relayed && frame.source.empty();
  const TokenRange name = his ? frame.relay : frame.relayed ? TokenRange{} : frame.source;
  if (cue.attribution == kNoToken || name.empty() || name.begin < cue.tokens.end)
    return std::nullopt;
  const bool press = !his && cue.entry != nullptr && !cue.entry->relay.empty() &&
                     context.token(name.begin).actor->is(kMediaRole);  // لما نقلته وسائل الإعلام
  if (!his && !press && outlet_name_at(context, name.begin).empty()) return std::nullopt;
  return Relay{.phrase = {cue.attribution, name.end}, .name = name, .verb = cue.tokens.begin};
}

std::optional<size_t> host_of(const Context& context, const Relay& relay,
                              const std::vector<ScoredFrame>& frames, const Contents& contents) {
  return HostSearch(context, relay, frames, contents).run();
}

namespace {

// صحيفة «الواحة» | السيرافية: the name without what more is told of it, but وكالة «الواحة» للأنباء;
// وسائل التواصل | «X»: the one of many that is named.
TokenRange name_alone(const Context& context, TokenRange name) {
  const ActorWord& noun = *context.token(name.begin).actor;
  const TokenRange network = network_at_end(context, name);  // موقع التواصل | X
  if (noun.is(kMediaRole) && !network.empty()) return network;
  if (!noun.is(kMediaRole) && (noun.bodies & kChannelBody) == 0) return name;
  TokenIndex open = name.begin + 1;
  while (open < name.end && !context.is_quote(open) && !context.is_mark(open, '(')) ++open;
  for (TokenIndex t = open + 1; t < name.end; ++t) {
    if (!context.is_quote(t) && !context.is_mark(t, ')')) continue;
    if (noun.number == Number::kPlural) return {open + 1, t};
    if (t + 1 < name.end && context.word(t + 1).best().has(kLi)) return name;
    return open == name.begin + 1 ? TokenRange{name.begin, t + 1} : name;
  }
  return name;
}

}  // namespace

ActorIndex relay_actor(Document& document, const Context& context, TokenRange name) {
  name = name_alone(context, name);
  const Actor* actor = actor_at(context, name.begin);
  const bool somebody = actor != nullptr && !actor->outlet &&
                        !context.token(name.begin).actor->is(kMediaRole) &&
                        (name.begin == 0 || !context.is_quote(name.begin - 1));
  const ActorWord& head = *context.token(name.begin).actor;
  if (head.is(kMediaRole) && head.has(kAl) && !head.pronoun && name.size() == 1) {
    const ActorIndex again = actor_for_phrase(document, name);  // نقلت | الوكالة, named before
    const auto& places = document.cast->members[again].places;
    const bool before = !places.empty() && places.front() < name.begin;
    if (before && document.actors[again].outlet) return again;
  }
  if (head.is(kDocumentRole) && !head.is(kMediaRole)) return actor_for_phrase(document, name);
  return somebody ? actor_for_phrase(document, name) : actor_for_outlet(document, name);
}

}  // namespace musnad
