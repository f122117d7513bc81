#include "events/status.h"

#include <algorithm>

#include "events/event_time.h"
#include "events/governors.h"

namespace musnad {
namespace {

// Moves that are made by words or at one moment: told in the present tense they have happened.
bool is_momentary(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kAppoint:
    case EventType::kOrder:
    case EventType::kInvite:
    case EventType::kReject:
    case EventType::kDemand:
    case EventType::kPropose:
      return true;
    default:
      return false;
  }
}

// A thing is postponed to a later day, but the postponement is made.
bool has_future_day(const Document& document, const EventMention& mention) {
  if (mention.type() == EventType::kPostpone) return false;
  return compare_to_day(mention.time, document.published) > 0;
}

// كانت تجري: what went on when something else happened.
bool is_past_of_was(const Context& context, TokenIndex verb) {
  constexpr std::string_view kWas = "كان";
  if (verb == 0) return false;
  const Analysis& before = context.word(verb - 1).best();
  return before.tense == Tense::kPerfect && context.morphology().lemma_text(before) == kWas;
}

// Whether the clause that an event is an adjunct of tells of what has happened.
bool is_behind_past(const Context& context, const EventMention& mention) {
  if (mention.main_verb == kNoToken) return false;
  const Word& word = context.word(mention.main_verb);
  return std::any_of(word.analyses.begin(), word.analyses.end(), [](const Analysis& a) {
    return a.pos == Pos::kVerb && a.tense == Tense::kPerfect;
  });
}

// سيصل في زيارة … يجري خلالها محادثات: what is done in the course of what is to come.
bool is_in_course_of_future(const Context& context, TokenIndex verb) {
  constexpr TokenIndex kReach = 24;
  if (!is_done_in_course(context, verb)) return false;
  const TokenIndex begin = context.sentence_at(verb).tokens.begin;
  for (TokenIndex t = verb; t-- > begin && t + kReach > verb && !context.is_stop(t);) {
    if (context.is_finite_verb(t) && context.word(t).best().has(kSa)) return true;
  }
  return false;
}

// What a finite verb that carries the event tells by its tense.
EventStatus status_of_tense(const Document& document, const Context& context,
                            const EventMention& mention, TokenIndex verb,
                            const Analysis& analysis) {
  const bool after_past_particle = verb > 0 && context.word(verb - 1).best().pos == Pos::kNegation;
  if (analysis.tense != Tense::kImperfect || after_past_particle) return EventStatus::kOccurred;
  if (is_past_of_was(context, verb)) return EventStatus::kOccurred;
  const bool not_done = verb > 0 && context.is_subjunctive(verb - 1);  // أن يشن, كي يرفع
  if (not_done && mention.adjunct + 1 == verb - 1 && is_behind_past(context, mention)) {
    return EventStatus::kOccurred;  // بقي ساعة قبل أن يغادر
  }
  if (analysis.has(kSa) || has_future_day(document, mention) || not_done ||
      is_in_course_of_future(context, verb)) {
    return EventStatus::kPlanned;
  }
  if (is_momentary(mention.type()) || context.sentence_at(verb).paragraph == 0) {
    return EventStatus::kOccurred;
  }
  const bool today = !mention.time.empty() && mention.time == document.published;
  if (!today) return EventStatus::kOngoing;
  // Who sets out today has yet to go (يتوجه); who is on a visit is there (يقوم بزيارة).
  if (mention.type() != EventType::kVisit) return EventStatus::kAgreed;
  return mention.use == kFiniteUse ? EventStatus::kPlanned : EventStatus::kOngoing;
}

// ستبدأ المحادثات, تستأنف المحادثات غدا
bool is_still_to_come(const Document& document, const EventMention& mention, const Over& over) {
  if (!over.finite() || over.analysis->tense != Tense::kImperfect) return false;
  return over.analysis->has(kSa) || has_future_day(document, mention);
}

// سيبحث الوزير خلال زيارته: what is to be done in the course of it is to come, and so is it.
bool is_setting_of_future(const Context& context, const EventMention& mention) {
  if (mention.adjunct == kNoToken || mention.main_verb == kNoToken ||
      mention.carrier() != nullptr) {
    return false;
  }
  return context.word(mention.main_verb).best().has(kSa);
}

// عما إذا كان الاتفاق: a condition on something else that is told of an event that is known.
bool is_condition_on_other(const EventMention& mention, const Over& over) {
  return over.analysis == nullptr && over.governor->status == EventStatus::kConditional &&
         mention.use != kFiniteUse && mention.definite && mention.over.size() == 1 &&
         over.token + 1 < mention.anchor;
}

// فشل في محادثات, فشلت الوساطة: they were held, though they came to nothing.
bool came_to_nothing(const Context& context, const EventMention& mention, const Over& over) {
  const bool told = over.governor->status == EventStatus::kDenied &&
                    &over == &mention.over.front() && mention.anchor > 0;
  if (!told || (!is_contact(mention.type()) && mention.type() != EventType::kMediate)) return false;
  const TokenIndex before = mention.anchor - 1;
  const bool in =
      context.is_preposition(before) && (context.token(before).actor->joints & kJoinFi) != 0;
  return in || (over.governor->fails && over.token == before && mention.definite);
}

// Moves made by words that others consent to or refuse.
bool is_said(EventType type) {
  return type == EventType::kPropose || type == EventType::kDemand || type == EventType::kInvite ||
         type == EventType::kOrder || type == EventType::kAgree;
}

// وافق على المقترح, رفض الدعوة: what is answered has been said.
bool is_answered(const EventMention& mention, const Over& over) {
  if (mention.use == kFiniteUse || &over != &mention.over.front() || !is_said(mention.type())) {
    return false;
  }
  const bool consent = over.analysis != nullptr && over.governor->status == EventStatus::kAgreed;
  return consent ||
         (over.governor->refuses && (mention.type() != EventType::kAgree || mention.definite));
}

// لم يستبعد لقاء: what one does not rule out may be; لم تفشل المحادثات: they were held.
EventStatus status_under_negation(const Governor& governor) {
  if (governor.fails) return EventStatus::kOccurred;
  return governor.status == EventStatus::kDenied ? EventStatus::kConditional : EventStatus::kDenied;
}

// What the words over the event tell, the furthest first: none where they say nothing.
std::optional<EventStatus> status_of_governors(const Document& document, const Context& context,
                                               const EventMention& mention) {
  if (belongs_to_other(context, mention)) return std::nullopt;
  for (auto over = mention.over.rbegin(); over != mention.over.rend(); ++over) {
    // Who does not attend leaves the event as it is.
    if (over->negated && over->governor->status != EventStatus::kOccurred) {
      return status_under_negation(*over->governor);
    }
    if (!over->governor->status || is_condition_on_other(mention, *over)) continue;
    if (came_to_nothing(context, mention, *over) || is_answered(mention, *over)) {
      return EventStatus::kOccurred;
    }
    const EventStatus status = *over->governor->status;
    const bool begun = status == EventStatus::kOngoing || status == EventStatus::kOccurred;
    if (begun && is_still_to_come(document, mention, *over)) return EventStatus::kPlanned;
    // An attack that has begun has been made.
    const bool made = status == EventStatus::kOngoing && mention.type() == EventType::kAttack;
    return made ? EventStatus::kOccurred : status;
  }
  return std::nullopt;
}

std::optional<EventStatus> status_of_claim(const Document& document, const EventMention& mention) {
  if (mention.claimed_in < 0) return std::nullopt;
  const Statement& statement = document.statements[mention.claimed_in];
  if (statement.polarity == Polarity::kDenied) return EventStatus::kDenied;
  if (statement.act == Act::kDemand || statement.act == Act::kUrge) return EventStatus::kDemanded;
  if (statement.act == Act::kOffer) return EventStatus::kProposed;
  if (statement.act == Act::kPromise || statement.act == Act::kThreaten)
    return EventStatus::kPlanned;
  return std::nullopt;
}

// لإجراء محادثات, للقاء: a purpose.
bool is_purpose(const Context& context, const EventMention& mention) {
  if (mention.use == kFiniteUse) return mention.analysis->has(kLi);
  const TokenIndex t = mention.anchor;
  if (t == 0 || mention.adjunct != kNoToken) return false;
  if (mention.type() == EventType::kInvite && mention.analysis->has(kLi))
    return false;                           // تلبية لدعوة
  const Over* carrier = mention.carrier();  // تعرضت المدينة للقصف
  if (carrier != nullptr && carrier->governor->subject == Participant::Role::kObject) return false;
  const Analysis& before = context.word(t - 1).best();
  if (mention.type() == EventType::kAgree) {  // للاتفاق على, not تطبيق لاتفاق
    const bool on = t + 1 < context.size() && context.is_preposition(t + 1) &&
                    (context.token(t + 1).actor->joints & kJoinAla) != 0;
    if (mention.analysis->has(kLi) && !on) return false;
  }
  if (mention.analysis->has(kLi)) {  // فريق للتفاوض, سافر للقاء, not وفقا لاتفاق, نهاية لسيطرة
    return (mention.use == kMasdarUse || is_contact(mention.type())) &&
           (before.definite() || before.pos != Pos::kNoun || mention.analysis->definite());
  }
  return before.pos == Pos::kMasdar && before.has(kLi);
}

}  // namespace

EventStatus status_of(const Document& document, const Context& context,
                      const EventMention& mention) {
  if (mention.negated) return EventStatus::kDenied;
  if (const auto status = status_of_governors(document, context, mention)) return *status;
  if (mention.use == kFiniteUse) {
    if (is_purpose(context, mention)) return EventStatus::kPlanned;
    return status_of_tense(document, context, mention, mention.anchor, *mention.analysis);
  }
  if (is_purpose(context, mention)) return EventStatus::kPlanned;
  if (const Over* carrier = mention.carrier()) {
    return status_of_tense(document, context, mention, carrier->token, *carrier->analysis);
  }
  if (is_setting_of_future(context, mention)) return EventStatus::kPlanned;
  if (const auto status = status_of_claim(document, mention); status && !mention.definite) {
    return *status;
  }
  if (has_future_day(document, mention)) return EventStatus::kPlanned;
  return mention.type() == EventType::kMediate ? EventStatus::kOngoing : EventStatus::kOccurred;
}

}  // namespace musnad
