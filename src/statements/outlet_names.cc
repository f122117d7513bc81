#include "statements/outlet_names.h"

#include <algorithm>

#include "actors/phrase.h"
#include "statements/clause_words.h"
#include "statements/outlets.h"

namespace musnad {

const Actor* actor_at(const Context& context, TokenIndex t) {
  const int32_t m = context.mention_at(t);
  return m < 0 ? nullptr : &context.document().actors[context.document().mentions[m].actor];
}

namespace {

// Quotation marks around more words than this hold no name of an outlet.
constexpr TokenIndex kLongestName = 4;

bool is_outlet_entry(const Context& context, EntryIndex entry) {
  return entry != kNoEntry && context.actors().entry(entry).kind == EntryKind::kOutlet;
}

Sureness sureness_of(const RegisterEntry& outlet) {
  if (!outlet.alone) return Sureness::kSpelled;
  return outlet.network ? Sureness::kNetwork : Sureness::kSure;
}

// How safely a range names an outlet of the register.
Sureness known_outlet_in(const Context& context, TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const EntryIndex entry = match_entry(context.document(), t).entry;
    if (!is_outlet_entry(context, entry)) continue;
    const Sureness sureness = sureness_of(context.actors().entry(entry));
    if (sureness != Sureness::kSpelled) return sureness;
  }
  return Sureness::kNone;
}

// Whether a range holds words in marks or in Latin letters.
bool holds_marked_name(const Context& context, TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (context.is_quote(t) || context.is_mark(t, '(')) return true;
    const auto letter = static_cast<unsigned char>(context.document().token_text(t).front());
    if (letter < 0x80 && context.token(t).kind == TokenKind::kWord) return true;
  }
  return false;
}

// A name in marks right behind its noun belongs to it: صحيفة «آفي», اذاعة (ار.تي.ال).
TokenRange with_marked_name(const Context& context, TokenRange name) {
  constexpr TokenIndex kLongest = 8;
  const TokenIndex open = name.end;
  if (open >= context.size() || !(context.is_quote(open) || context.is_mark(open, '(')))
    return name;
  const int32_t q = context.quotation_opened_at(open);
  const bool bare = name.size() == 1 && !context.token(name.begin).actor->definite();  // إذاعة «X»
  if (q >= 0 && !bare && is_quoted_clause(context, context.document().quotations[q])) return name;
  const TokenIndex longest = context.is_quote(open) ? kLongestName + 2 : kLongest;
  const TokenIndex end = std::min(context.sentence_at(name.begin).tokens.end, open + longest);
  for (TokenIndex t = open + 1; t < end; ++t) {
    if (context.is_quote(t) || context.is_mark(t, ')')) return {name.begin, t + 1};
  }
  return name;
}

// A noun for a network or a station, of whatever kind: شبكة X, محطة تلفزيون X.
bool is_network_noun(const ActorWord& noun) {
  return !noun.is(kMediaRole) && (noun.bodies & kChannelBody) != 0;
}

// إحدى القنوات الفضائية: one that is not named.
bool is_one_of_many(const Context& context, TokenIndex t) {
  const ActorWord& many = *context.token(t).actor;
  if (t == 0 || !many.is(kMediaRole) || many.number != Number::kPlural || many.pronoun)
    return false;
  const ActorWord& one = *context.token(t - 1).actor;
  return one.is(kQuantifierRole) && one.number == Number::kSingular;
}

// موقع التواصل الاجتماعي | تويتر, موقع التواصل، | تويتر: the network that the words before only
// describe; empty for other words.
TokenRange network_behind(const Context& context, TokenIndex t) {
  if (context.is_comma(t)) ++t;
  if (t >= context.size() || context.token(t).line_begin) return {};
  const EntryMatch match = match_entry(context.document(), t);
  const bool network =
      is_outlet_entry(context, match.entry) && context.actors().entry(match.entry).network;
  return network ? match.tokens : TokenRange{};
}

// صحيفة X, قناة «X», التلفزيون السوري; not وسائل الإعلام, موقعه, الوكالة الدولية للطاقة.
OutletName outlet_of_noun(const Context& context, TokenIndex t) {
  const ActorWord& noun = *context.token(t).actor;
  const TokenRange name =
      with_marked_name(context, {t, context.noun_phrase_end(t, context.sentence_at(t).tokens.end)});
  if (is_one_of_many(context, t)) return {{t - 1, name.end}, Sureness::kNoun};
  const Actor* actor = actor_at(context, t);
  if (noun.pronoun || (actor != nullptr && !actor->outlet && !actor->key.empty())) return {};
  if (const Sureness known = known_outlet_in(context, name); known != Sureness::kNone) {
    return {name, known};
  }
  if (const TokenRange network = network_behind(context, name.end); !network.empty())
    return {{name.begin, network.end}, Sureness::kNetwork};
  if (noun.number == Number::kPlural) return {};
  if (holds_marked_name(context, name)) return {name, Sureness::kSure};
  const bool station = name.size() > 1 && context.token(t + 1).actor->is(kMediaRole);
  if (is_network_noun(noun) && !station) return {};
  if (name.size() == 1 && !noun.definite()) return {};
  return {name, Sureness::kNoun};
}

// Whether a quotation may be the name of an outlet that nobody knows: «دنيا الرياضة», not «حماس».
bool may_be_outlet(const Context& context, const Quotation& quotation) {
  const TokenIndex t = quotation.tokens.begin;
  if (quotation.tokens.empty() || quotation.tokens.size() > kLongestName) return false;
  if (context.is_finite_verb(t) || context.is_preposition(t)) return false;
  if (is_quoted_clause(context, quotation)) return false;
  const Actor* actor = actor_at(context, t);
  if (actor == nullptr || actor->outlet) return true;
  return actor->kind != ActorKind::kPerson &&
         (actor->key.empty() || actor->kind != ActorKind::kOrganization);
}

// لـ(الواحة): a short name in brackets.
TokenRange bracketed_name(const Context& context, TokenIndex t) {
  if (t < 2 || !context.is_mark(t - 1, '(')) return {};
  if (!is_li(context, t - 2) && !context.is_preposition(t - 2)) return {};
  TokenIndex end = t;
  while (end < context.size() && context.token(end).kind == TokenKind::kWord) ++end;
  const bool name = end > t && end - t <= kLongestName && context.is_mark(end, ')') &&
                    !context.is_finite_verb(t) && !context.is_preposition(t);
  const Actor* actor = actor_at(context, t);
  return name && (actor == nullptr || actor->outlet) ? TokenRange{t, end} : TokenRange{};
}

}  // namespace

OutletName outlet_at(const Context& context, TokenIndex t) {
  const ActorWord& noun = *context.token(t).actor;
  if (noun.is(kMediaRole) || is_network_noun(noun)) {
    const OutletName name = outlet_of_noun(context, t);
    if (!name.tokens.empty() || !is_network_noun(noun)) return name;
  }
  if (const Actor* actor = actor_at(context, t); actor != nullptr && actor->outlet) {
    const TokenRange name = context.document().mentions[context.mention_at(t)].tokens;
    const Sureness known = known_outlet_in(context, name);
    return {name, known == Sureness::kNone ? Sureness::kSure : known};
  }
  const int32_t q = t > 0 ? context.quotation_opened_at(t - 1) : -1;
  if (q >= 0) {
    const Quotation& quotation = context.document().quotations[q];
    if (!may_be_outlet(context, quotation)) return {};
    return {quotation.tokens, Sureness::kQuoted};
  }
  const EntryMatch match = match_entry(context.document(), t);
  const bool known = is_outlet_entry(context, match.entry) && context.time_at(t) < 0;  // not اليوم
  if (!known) return {bracketed_name(context, t), Sureness::kSpelled};
  return {match.tokens, sureness_of(context.actors().entry(match.entry))};
}

TokenRange network_at_end(const Context& context, TokenRange name) {
  for (TokenIndex t = name.begin; t < name.end; ++t) {
    const TokenRange network = network_behind(context, t);
    if (network.end == name.end) return network;
  }
  return {};
}

TokenRange outlet_name_at(const Context& context, TokenIndex t) {
  return outlet_at(context, t).tokens;
}

}  // namespace musnad
