// A word that names an event, with what its clause says of it. Several mentions of one event are
// put together afterwards (grouping.h).
#pragma once

#include <absl/container/inlined_vector.h>

#include <string>
#include <vector>

#include "events/event_lexicon.h"
#include "statements/context.h"
#include "text/document.h"

namespace musnad {

// A word that stands over the word of an event: أجرى in أجرى محادثات, يعتزم in يعتزم زيارة.
struct Over {
  TokenIndex token = kNoToken;
  const Governor* governor = nullptr;
  const Analysis* analysis = nullptr;  // null for a governor of class `word`
  bool negated = false;

  bool finite() const { return analysis != nullptr && analysis->pos == Pos::kVerb; }
};

// Whether a preposition may complete a verb (دعا إلى, اتفق على); others (بعد خلال منذ حول) make
// adjuncts.
inline bool completes_verbs(const Context& context, TokenIndex t) {
  constexpr uint16_t kCompletes =
      kJoinBi | kJoinAn | kJoinAla | kJoinIla | kJoinMin | kJoinFi | kJoinLi;
  return (context.token(t).actor->joints & kCompletes) != 0;
}

// يجري خلالها: whether a verb tells of what is done in the course of what the words in front name.
inline bool is_done_in_course(const Context& context, TokenIndex verb) {
  const TokenIndex next = verb + 1;
  return context.is_preposition(next) && !completes_verbs(context, next) &&
         !context.word(next).best().enclitic.none();
}

// Whether a token parts two clauses or halves of one: a mark, a verb, a word that opens a clause.
inline bool breaks_clause(const Context& context, TokenIndex t) {
  if (context.token(t).kind == TokenKind::kPunctuation) {
    return context.is_stop(t) || context.is_comma(t) || context.is_mark(t, ':');
  }
  return context.is_finite_verb(t) || context.complementizer(t) != Complementizer::kNone ||
         context.word(t).best().pos == Pos::kRelative;
}

struct EventMention {
  TokenIndex anchor = kNoToken;
  const EventEntry* entry = nullptr;
  const Analysis* analysis = nullptr;
  EventUse use = kNounUse;
  bool definite = false;  // by article, pronoun or what completes it (محادثات السلام)
  bool negated = false;   // a finite verb under لم لا لن ما
  absl::InlinedVector<Over, 4> over;  // nearest first
  TokenIndex adjunct = kNoToken;  // the preposition that cuts it off from the verb: بعد لقاء
  bool carries = false;  // it stands over the word of another event: دعا إلى عقد قمة
  bool continues = false;  // the words in front tell of the same: غارة استهدفت, التوصل إلى اتفاق
  bool called_off = false;  // what is told is that it does not take place: ألغى زيارته
  bool with_press = false;  // one of those who speak is an outlet: an interview
  TokenIndex main_verb = kNoToken;  // of the clause that it is an adjunct of: قال خلال لقاء
  TokenIndex relative_verb = kNoToken;  // the verb of a relative clause on it: المحادثات التي جرت
  int32_t claimed_in = -1;  // innermost statement whose content holds the anchor
  int32_t voiced_in = -1;   // the statement whose cue the anchor is: مطالبا
  TokenRange reach;         // the tokens that were read for it
  TokenRange dating;  // what tells when it was by something else: بعد سقوط المدينة
  std::vector<Participant> participants;
  std::optional<ActorIndex> place;
  EventStatus status = EventStatus::kOccurred;
  std::string time;
  bool time_behind = false;   // it stands behind the anchor
  bool time_counted = false;  // worked out from the time of another event

  EventType type() const { return entry->type; }
  // The nearest finite verb over it; null where there is none.
  const Over* carrier() const {
    for (const Over& o : over) {
      if (o.finite()) return &o;
    }
    return nullptr;
  }
};

// Whether people speak with each other.
inline bool is_contact(EventType type) {
  return type == EventType::kMeet || type == EventType::kNegotiate || type == EventType::kCall;
}

// Whether a status tells of what has not happened yet.
inline bool is_to_come(EventStatus status) {
  return status != EventStatus::kOccurred && status != EventStatus::kOngoing &&
         status != EventStatus::kDenied;
}

// Whether something was put off: a day to come is the day to which.
inline bool is_put_off(EventType type, EventStatus status) {
  return type == EventType::kPostpone && !is_to_come(status);
}

}  // namespace musnad
