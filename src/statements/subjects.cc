#include "statements/subjects.h"

namespace musnad {
namespace {

// Whether gender and number of a verb that stands before its subject fit the actor: a verb of
// masculine form may stand before many, one of feminine form before whatever is no man.
bool agrees(const Analysis& verb, const Actor& actor) {
  if (verb.agreement.number > 1) return false;  // قالوا carries its subject
  const bool feminine = verb.agreement.gender == 2;
  const bool person = actor.kind == ActorKind::kPerson || actor.number == Number::kSingular;
  if (!person || actor.gender == Gender::kUnknown) return true;
  return feminine == (actor.gender == Gender::kFeminine);
}

// قد, كان, لا, أيضا: what may stand between a subject and its verb, or before both.
bool is_light(const Context& context, TokenIndex t) {
  switch (context.word(t).best().pos) {
    case Pos::kParticle:
    case Pos::kNegation:
    case Pos::kAdverb:
      return true;
    default:
      return context.word(t).key == "كان" || context.word(t).key == "كانت";
  }
}

// What may stand between a verb and the subject behind it: إليه, أمس, أيضا.
bool is_between(const Context& context, TokenIndex t) {
  if (context.is_quote(t)) return true;
  const Analysis& best = context.word(t).best();
  return best.pos == Pos::kAdverb || (best.pos == Pos::kPreposition && !best.enclitic.none());
}

// The mention that begins behind the verb; -1 for none.
int32_t mention_behind(const Context& context, TokenIndex verb, TokenIndex end) {
  TokenIndex t = verb + 1;
  while (t < end) {
    const int32_t time = context.time_at(t);
    if (time < 0 && !is_between(context, t)) break;
    t = time < 0 ? t + 1 : context.document().times[time].tokens.end;
  }
  if (t >= end || context.has_preposition_clitic(t)) return -1;
  return context.mention_at(t);
}

// The mention that ends before the verb and begins its clause; -1 for none.
int32_t mention_before(const Context& context, TokenIndex verb, TokenIndex begin) {
  TokenIndex t = verb;
  while (t > begin && context.token(t - 1).kind == TokenKind::kWord && is_light(context, t - 1))
    --t;
  while (t > begin && (context.is_comma(t - 1) || context.is_quote(t - 1))) --t;
  const int32_t m = context.mention_ending_at(t);
  if (m < 0) return -1;
  const TokenIndex first = context.document().mentions[m].tokens.begin;
  if (first <= begin) return first == begin ? m : -1;
  const bool opens = context.token(first - 1).kind == TokenKind::kPunctuation ||
                     context.complementizer(first - 1) != Complementizer::kNone ||
                     context.has_pos(first - 1, Pos::kConjunction) || is_light(context, first - 1);
  return opens ? m : -1;
}

bool is_chained(const Context& context, TokenIndex verb, TokenIndex begin) {
  const Analysis& best = context.word(verb).best();
  if (verb == begin) return false;
  if (best.has(kWa) || best.has(kFa)) return true;
  return context.has_pos(verb - 1, Pos::kConjunction) || context.has_pos(verb - 1, Pos::kRelative);
}

// Whether a clause begins at `t`, so that a form which may be a verb or a noun is a verb (وضع,
// رفض).
bool opens_clause(const Context& context, TokenIndex t, TokenIndex begin) {
  if (t == begin) return true;
  const Analysis& before = context.word(t - 1).best();
  if (before.pos == Pos::kParticle || context.is_comma(t - 1)) return true;
  const bool turned = before.pos == Pos::kNoun && !before.enclitic.none();  // من جانبه
  return turned && t >= begin + 2 && context.is_preposition(t - 2);
}

// The finite verb of the third person that a token is by its form and its place, null for none.
const Analysis* finite_verb(const Context& context, TokenIndex t, TokenIndex begin) {
  const auto& analyses = context.word(t).analyses;
  const bool likeliest = analyses.front().pos == Pos::kVerb;
  if (!likeliest && !opens_clause(context, t, begin)) return nullptr;
  for (const Analysis& analysis : analyses) {
    if (analysis.pos != Pos::kVerb || analysis.tense == Tense::kImperative) continue;
    if (analysis.agreement.person == 3 && !analysis.passive) return &analysis;
  }
  return nullptr;
}

}  // namespace

std::vector<Subject> find_subjects(const Context& context) {
  std::vector<Subject> subjects;
  for (const Sentence& sentence : context.document().sentences) {
    const TokenRange range = sentence.tokens;
    for (TokenIndex t = range.begin; t < range.end; ++t) {
      const Analysis* verb = finite_verb(context, t, range.begin);
      if (verb == nullptr) continue;
      const bool chained = is_chained(context, t, range.begin);
      int32_t m = mention_behind(context, t, range.end);
      if (m < 0 && !chained) m = mention_before(context, t, range.begin);
      if (m < 0) continue;
      const ActorIndex actor = context.document().mentions[m].actor;
      if (!agrees(*verb, context.document().actors[actor])) continue;
      subjects.push_back({t, actor, chained});
    }
  }
  return subjects;
}

}  // namespace musnad
