#include "statements/subjects.h"

#include "statements/clause_words.h"
#include "statements/outlets.h"
#include "statements/subject_before.h"

namespace musnad {
namespace {

// What may stand between a verb and the subject behind it: إليه, أمس, أيضا.
bool is_between(const Context& context, TokenIndex t) {
  if (context.is_quote(t)) return true;
  const Analysis& best = context.word(t).best();
  return best.pos == Pos::kAdverb || (best.pos == Pos::kPreposition && !best.enclitic.none());
}

// صدر أمس عن الوزارة بيان: the one whose words they are.
bool is_issued(const Context& context, TokenIndex verb) {
  return context.morphology().may_be_of_verb(context.word(verb), "صدر");
}

// The mention that begins behind the verb; -1 for none.
int32_t mention_behind(const Context& context, TokenIndex verb, TokenIndex end) {
  TokenIndex t = verb + 1;
  while (t < end) {
    const int32_t time = context.time_at(t);
    if (time < 0 && !is_between(context, t)) break;
    t = time < 0 ? t + 1 : context.document().times[time].tokens.end;
  }
  if (t + 1 < end && context.word(t).key == "عن" && is_issued(context, verb)) ++t;
  if (t >= end || context.has_preposition_clitic(t)) return -1;
  return context.mention_at(t);
}

// The mention that stands before the verb as its subject; -1 for none.
int32_t mention_before(const Context& context, TokenIndex t, const Analysis& verb) {
  const SubjectBefore subject =
      find_subject_before(context, {.tokens = {t, t + 1}, .analysis = &verb});
  if (subject.phrase.empty() || subject.relative) return -1;
  return context.mention_at(subject.phrase.begin);
}

// Whether a mention behind a verb can be its subject; قالوا carries its own.
bool may_follow(const Context& context, const Analysis& verb, int32_t mention) {
  return verb.agreement.number <= 1 &&
         can_follow_as_subject(context, verb, context.document().mentions[mention].tokens.begin);
}

bool is_chained(const Context& context, TokenIndex verb, TokenIndex begin) {
  const Analysis& best = context.word(verb).best();
  if (verb == begin) return false;
  if (best.has(kWa) || best.has(kFa)) return true;
  return context.has_pos(verb - 1, Pos::kConjunction) || context.has_pos(verb - 1, Pos::kRelative);
}

// الدور الذي يلعبه فلان, ما حققه فلان; not وهو ما رفضه فلان, مما أغضب فلانا, with which the
// sentence goes on.
bool is_relative(const Context& context, TokenIndex verb, TokenIndex begin) {
  if (verb == begin || !context.has_pos(verb - 1, Pos::kRelative)) return false;
  const bool takes_up_all = verb >= begin + 2 && takes_up(context, verb - 2);
  return !takes_up_all && context.word(verb - 1).key != "مما";
}

// الذي يدعمه فلان | ويراجعه علان: a further verb of a relative clause.
bool goes_on_relative(const Context& context, TokenIndex verb, const std::vector<Subject>& before,
                      TokenIndex begin) {
  const Analysis& best = context.word(verb).best();
  return best.has(kWa) && !best.enclitic.none() && !before.empty() && before.back().relative &&
         before.back().verb >= begin;
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
  if (!context.has_pos(t, Pos::kVerb)) return nullptr;
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
      if (m >= 0 && !may_follow(context, *verb, m) && !is_issued(context, t)) continue;
      if (m < 0 && !chained) m = mention_before(context, t, *verb);
      if (m < 0) continue;
      const Mention& mention = context.document().mentions[m];
      if (only_relays(context, mention)) continue;
      const ActorIndex actor = mention.actor;
      const bool relative = is_relative(context, t, range.begin) ||
                            goes_on_relative(context, t, subjects, range.begin);
      subjects.push_back({t, actor, chained, relative});
    }
  }
  return subjects;
}

}  // namespace musnad
