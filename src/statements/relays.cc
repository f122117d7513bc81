#include "statements/relays.h"

#include <algorithm>

#include "actors/coreference.h"
#include "actors/phrase.h"
#include "statements/setting.h"

namespace musnad {
namespace {

// Quotation marks around more words than this hold no name of an outlet.
constexpr TokenIndex kLongestName = 4;
constexpr TokenIndex kSpeechReach = 6;  // words from a noun of speech to the outlet that was told
constexpr size_t kFramesBack = 16;  // earlier frames whose words a phrase may stand in or behind
constexpr size_t kFramesAhead = 3;  // later frames that a phrase may lead up to

const Actor* actor_at(const Context& context, TokenIndex t) {
  const int32_t m = context.mention_at(t);
  return m < 0 ? nullptr : &context.document().actors[context.document().mentions[m].actor];
}

bool is_li(const Context& context, TokenIndex t) {  // لـ or ل before a mark
  const std::string_view text = context.document().token_text(t);
  return text == "لـ" || text == "ل";
}

// --- the name of the outlet

// How safely a name is that of an outlet.
enum class Sureness : uint8_t {
  kNone,
  kQuoted,   // any name in quotation marks
  kSpelled,  // the name of an outlet that is also an everyday word or a place: المدينة
  kNoun,     // a noun for outlets that may mean something else: قناة السويس
  kSure
};

struct OutletName {
  TokenRange tokens;
  Sureness sureness = Sureness::kNone;
};

bool is_outlet_entry(const Context& context, EntryIndex entry) {
  return entry != kNoEntry && context.actors().entry(entry).kind == EntryKind::kOutlet;
}

// Whether a range names an outlet beyond its noun: one of the register, or any in marks or in Latin
// letters.
bool holds_own_name(const Context& context, TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (context.is_quote(t) || context.is_mark(t, '(')) return true;
    const auto letter = static_cast<unsigned char>(context.document().token_text(t).front());
    if (letter < 0x80 && context.token(t).kind == TokenKind::kWord) return true;
    const EntryIndex entry = match_entry(context.document(), context.actors(), t).entry;
    if (is_outlet_entry(context, entry) && context.actors().entry(entry).alone) return true;
  }
  return false;
}

// A name in marks right behind its noun belongs to it: صحيفة «آفي», اذاعة (ار.تي.ال).
TokenRange with_marked_name(const Context& context, TokenRange name) {
  constexpr TokenIndex kLongest = 8;
  const TokenIndex open = name.end;
  if (open >= context.size() || !(context.is_quote(open) || context.is_mark(open, '(')))
    return name;
  const TokenIndex end = std::min(context.sentence_at(name.begin).tokens.end, open + kLongest);
  for (TokenIndex t = open + 1; t < end; ++t) {
    if (context.is_quote(t) || context.is_mark(t, ')')) return {name.begin, t + 1};
  }
  return name;
}

// صحيفة X, قناة «X», التلفزيون السوري; not وسائل الإعلام, موقعه, الوكالة الدولية للطاقة.
OutletName outlet_of_noun(const Context& context, TokenIndex t) {
  const ActorWord& noun = *context.token(t).actor;
  const TokenRange name =
      with_marked_name(context, {t, context.noun_phrase_end(t, context.sentence_at(t).tokens.end)});
  const Actor* actor = actor_at(context, t);
  if (noun.pronoun || (actor != nullptr && !actor->outlet && !actor->key.empty())) return {};
  if (holds_own_name(context, name)) return {name, Sureness::kSure};
  if (noun.number == Number::kPlural || (name.size() == 1 && !noun.definite())) return {};
  return {name, Sureness::kNoun};
}

// Whether a quotation may be the name of an outlet that nobody knows: «دنيا الرياضة», not «حماس».
bool may_be_outlet(const Context& context, const Quotation& quotation) {
  const TokenIndex t = quotation.tokens.begin;
  if (quotation.tokens.empty() || quotation.tokens.size() > kLongestName) return false;
  if (context.is_finite_verb(t) || context.is_preposition(t)) return false;
  const Actor* actor = actor_at(context, t);
  if (actor == nullptr || actor->outlet) return true;
  return actor->kind != ActorKind::kPerson &&
         (actor->key.empty() || actor->kind != ActorKind::kOrganization);
}

// The name of an outlet that begins at `t`.
OutletName outlet_at(const Context& context, TokenIndex t) {
  if (context.token(t).actor->is(kMediaRole)) return outlet_of_noun(context, t);
  if (const Actor* actor = actor_at(context, t); actor != nullptr && actor->outlet) {
    return {context.document().mentions[context.mention_at(t)].tokens, Sureness::kSure};
  }
  const int32_t q = t > 0 ? context.quotation_opened_at(t - 1) : -1;
  if (q >= 0) {
    const Quotation& quotation = context.document().quotations[q];
    if (!may_be_outlet(context, quotation)) return {};
    return {quotation.tokens, Sureness::kQuoted};
  }
  const EntryMatch match = match_entry(context.document(), context.actors(), t);
  if (!is_outlet_entry(context, match.entry)) return {};
  const bool alone = context.actors().entry(match.entry).alone;
  return {match.tokens, alone ? Sureness::kSure : Sureness::kSpelled};
}

// --- what brings the name in

// إلى, مع, عبر, على, في before the name of an outlet.
bool is_addressing(const Context& context, TokenIndex t) {
  if (!context.has_pos(t, Pos::kPreposition)) return false;
  const std::string& key = context.word(t).key;
  return key == "الي" || key == "مع" || key == "عبر" || key == "علي" || key == "في";
}

// تصريح, بيان; outlets, which the lexicon has as documents that speak, aside.
bool is_speech_noun(const Context& context, TokenIndex t) {
  if (context.token(t).actor->is(kMediaRole)) return false;
  for (const Analysis& analysis : context.word(t).analyses) {
    if (analysis.pos == Pos::kVerb || analysis.lemma == kNoLemma) continue;
    for (const ReportingEntry& entry : context.morphology().lemma(analysis.lemma).reporting) {
      if (entry.noun) return true;
    }
  }
  return false;
}

// The noun of speech that stands before `t` in the same clause, kNoToken for none.
TokenIndex speech_noun_before(const Context& context, TokenIndex t) {
  const TokenIndex begin = context.sentence_at(t).tokens.begin;
  const TokenIndex floor = std::max(begin, t - std::min(t, kSpeechReach));
  while (t > floor) {
    --t;
    if (context.token(t).kind == TokenKind::kPunctuation) return kNoToken;
    if (context.complementizer(t) != Complementizer::kNone) return kNoToken;
    if (is_speech_noun(context, t)) return t;
  }
  return kNoToken;
}

// نشرته, أجرتها معه: a verb whose object is what was said, right before the outlet.
TokenIndex carrying_verb_before(const Context& context, TokenIndex t, TokenIndex begin) {
  if (t > begin && context.is_preposition(t - 1) && !context.word(t - 1).best().enclitic.none()) {
    --t;
  }
  if (t <= begin || !context.is_finite_verb(t - 1)) return kNoToken;
  return context.word(t - 1).best().enclitic.none() ? kNoToken : t - 1;
}

// The word that brings in a name.
struct Link {
  enum class Kind : uint8_t { kNone, kTo, kOther, kCarries };
  Kind kind = Kind::kNone;  // kTo: ل, and مصادر before the name of an outlet
  TokenIndex begin = 0;
};

// What stands before the marks in front of a name.
Link link_before(const Context& context, TokenIndex name) {
  const TokenIndex begin = context.sentence_at(name).tokens.begin;
  TokenIndex t = name;
  while (t > begin && (context.is_quote(t - 1) || context.is_mark(t - 1, '('))) --t;
  const ActorWord& first = *context.token(name).actor;
  if (t == name && first.has(kLi)) return {Link::Kind::kTo, t};
  if (t == name && first.has(kBi)) return {Link::Kind::kOther, t};
  if (t == begin) return {};
  if (is_li(context, t - 1) || context.token(t - 1).actor->is(kSourceRole)) {
    return {Link::Kind::kTo, t - 1};
  }
  if (is_addressing(context, t - 1)) return {Link::Kind::kOther, t - 1};
  const TokenIndex verb = carrying_verb_before(context, t, begin);
  return verb == kNoToken ? Link{} : Link{Link::Kind::kCarries, verb};
}

// Whether the words around a name make it that of an outlet.
bool is_enough(Sureness sureness, Link::Kind link, bool speech) {
  switch (sureness) {
    case Sureness::kNone:
      return false;
    case Sureness::kQuoted:
      return link == Link::Kind::kTo || link == Link::Kind::kCarries;
    case Sureness::kSpelled:
      return speech;
    case Sureness::kNoun:
      return speech || link == Link::Kind::kTo;
    case Sureness::kSure:
      return true;
  }
  return false;
}

// The relay that an outlet is by the words before it, none where nothing brings it in.
std::optional<Relay> relay_of(const Context& context, OutletName outlet) {
  const Link link = link_before(context, outlet.tokens.begin);
  if (link.kind == Link::Kind::kNone) return std::nullopt;
  const TokenIndex noun = speech_noun_before(context, link.begin);
  const bool speech = noun != kNoToken;
  if (link.kind == Link::Kind::kCarries && !speech) return std::nullopt;
  if (!is_enough(outlet.sureness, link.kind, speech)) return std::nullopt;
  const Tie tie = link.kind == Link::Kind::kCarries ? Tie::kCarried
                  : link.kind == Link::Kind::kTo    ? Tie::kTold
                                                    : Tie::kThrough;
  return Relay{.phrase = {speech ? noun : link.begin, outlet.tokens.end},
               .name = outlet.tokens,
               .tie = tie,
               .speech = speech};
}

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
  if (is_speech_noun(context, t) && t + 1 < end && !outlet_at(context, t + 1).tokens.empty()) {
    ++t;  // بحسب تقرير صحيفة X
  }
  const ActorWord& head = *context.token(t).actor;
  const Actor* actor = actor_at(context, t);
  const bool somebody = actor != nullptr && (actor->outlet || actor->kind == ActorKind::kPerson);
  if (!somebody && !quoted && !head.is(kMediaRole | kSourceRole | kTitleRoles)) return {};
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
                                   return f.frame.cue.tokens.begin < relay.phrase.begin;
                                 }) -
            frames.begin();
    first_ = next_ > kFramesBack ? next_ - kFramesBack : 0;
  }

  std::optional<size_t> run() const {
    for (size_t i = next_; i-- > first_;) {
      if (stands_between(i)) return i;
      if (!contain(contents_[i], relay_.phrase.begin)) continue;
      return belongs_inside(i) ? std::optional(i) : std::nullopt;
    }
    for (size_t i = first_; i < next_; ++i) {
      if (stands_behind(i)) return i;
    }
    return leads_up_to();
  }

 private:
  const Cue& cue(size_t i) const { return frames_[i].frame.cue; }

  bool in_sentence(size_t i) const {
    return context_.sentence_of(cue(i).tokens.begin) == sentence_;
  }

  // قال لـ«X» إن, قال بحسب X إن: between the cue and its content.
  bool stands_between(size_t i) const {
    return in_sentence(i) && !cue(i).tokens.overlaps(relay_.phrase) &&
           beside_content(context_, frames_[i].frame).contains(relay_.phrase.begin) &&
           !contain(contents_[i], relay_.phrase.begin);
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
      const bool stops = context_.is_stop(t) && (quoted || !context_.is_quote(t + 1));
      if (token.kind != TokenKind::kPunctuation || token.line_begin) return false;
      if (context_.is_mark(t, ':') || stops) return false;
      quoted = quoted || context_.is_quote(t);
    }
    return !context_.token(last).line_begin;
  }

  // وفي حديث لـX قال; بحسب X، أعلن Y; Y لـ«X»: before the cue of its clause.
  std::optional<size_t> leads_up_to() const {
    if (!opens_clause()) return std::nullopt;
    const size_t end = std::min(frames_.size(), next_ + kFramesAhead);
    for (size_t i = next_; i < end && in_sentence(i); ++i) {
      if (cue(i).tokens.overlaps(relay_.phrase)) continue;
      if (cue(i).form != CueForm::kVerb && cue(i).form != CueForm::kColon) return std::nullopt;
      for (TokenIndex t = relay_.phrase.end; t < cue(i).tokens.begin; ++t) {
        const bool clause = context_.complementizer(t) != Complementizer::kNone ||
                            context_.is_finite_verb(t) || context_.is_stop(t);
        if (clause) return std::nullopt;
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
  size_t first_ = 0, next_ = 0;  // frames with cues before the phrase; the first one behind
};

}  // namespace

std::vector<Relay> find_relays(const Context& context, const FixedPhrases& phrases) {
  std::vector<Relay> relays;
  for (TokenIndex t = 0; t < context.size(); ++t) {
    if (context.token(t).kind == TokenKind::kPunctuation) continue;
    const FixedPhrase* phrase = phrases.match(context.document(), t);
    if (phrase != nullptr && phrase->kind == FixedKind::kAttribution &&
        phrase->clause == FixedPhrase::Clause::kNever) {
      relays.push_back(relay_behind(context, *phrase, t));
      t = relays.back().phrase.end - 1;
      continue;
    }
    const OutletName outlet = outlet_at(context, t);
    if (outlet.tokens.empty()) continue;
    if (const auto relay = relay_of(context, outlet)) relays.push_back(*relay);
    t = outlet.tokens.end - 1;
  }
  return relays;
}

std::optional<size_t> host_of(const Context& context, const Relay& relay,
                              const std::vector<ScoredFrame>& frames, const Contents& contents) {
  return HostSearch(context, relay, frames, contents).run();
}

ActorIndex relay_actor(Document& document, const Context& context, TokenRange name) {
  const Actor* actor = actor_at(context, name.begin);
  const bool somebody = actor != nullptr && !actor->outlet &&
                        !context.token(name.begin).actor->is(kMediaRole) &&
                        (name.begin == 0 || !context.is_quote(name.begin - 1));
  return somebody ? actor_for_phrase(document, name) : actor_for_outlet(document, name);
}

}  // namespace musnad
