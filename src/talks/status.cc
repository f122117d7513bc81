// How the negotiation stands, by the article's newest news of it: its first paragraphs.
#include <algorithm>

#include "talks/dossier.h"

namespace musnad {
namespace {

constexpr uint32_t kLeadParagraphs = 2;  // headline and lead
constexpr TokenIndex kFailureReach =
    12;  // tokens between a word of failure and the talks that fail

// How far a status decides against others that the same part of the article tells.
int weight(TalksStatus status) {
  switch (status) {
    case TalksStatus::kFailed:
      return 6;
    case TalksStatus::kConcluded:
      return 5;
    case TalksStatus::kPaused:
      return 4;
    case TalksStatus::kUnderway:
      return 3;
    case TalksStatus::kPreparing:
      return 2;
    case TalksStatus::kProposed:
      break;
  }
  return 1;
}

std::optional<TalksStatus> status_of(const Event& event) {
  switch (event.status) {
    case EventStatus::kOccurred:
    case EventStatus::kOngoing:
      return TalksStatus::kUnderway;
    case EventStatus::kAgreed:
    case EventStatus::kPlanned:
      return TalksStatus::kPreparing;
    case EventStatus::kProposed:
    case EventStatus::kDemanded:
    case EventStatus::kConditional:
      return TalksStatus::kProposed;
    case EventStatus::kDenied:
      break;
  }
  return std::nullopt;
}

class StatusFinder {
 public:
  explicit StatusFinder(const Dossier& dossier)
      : dossier_(dossier), context_(dossier.context()), signs_(dossier.signs()) {}

  TalksStatus run() {
    for (const Event& event : dossier_.document().events) read_event(event);
    for (TokenIndex t = 0; t < context_.size(); ++t) {
      if (dossier_.tells_of(t)) read_word(t);
    }
    if (lead_) return *lead_;
    return rest_.value_or(TalksStatus::kUnderway);
  }

 private:
  void read_event(const Event& event) {
    if (!dossier_.tells_of(event.anchor.begin)) return;
    if (event.type == EventType::kNegotiate) {
      if (const auto status = status_of(event)) note(event.anchor.begin, *status);
      for (const TokenRange mention : event.mentions) {
        if (const auto status = status_of(event)) note(mention.begin, *status);
      }
    }
  }

  // فشلت المحادثات, تعليق المفاوضات, اختتمت المفاوضات.
  void read_word(TokenIndex t) {
    const bool fails = signs_.at(t, Sign::kFail), pauses = signs_.at(t, Sign::kPause);
    const bool concludes = signs_.at(t, Sign::kConclude);
    if (!fails && !pauses && !concludes) return;
    const TokenRange voice = dossier_.clauses().voice(t);
    const TokenRange near = {t > voice.begin + kFailureReach ? t - kFailureReach : voice.begin,
                             std::min(voice.end, t + kFailureReach)};
    const bool round = signs_.any(near, Sign::kRound);
    const bool deal = concludes && signs_.any({t, near.end}, Sign::kDeal);
    if (!deal && !round && !signs_.any(near, Sign::kTalks)) return;
    if (dossier_.clauses().negated(t) || is_supposed(t)) return;
    if (fails) note(t, TalksStatus::kFailed);
    if (pauses) note(t, TalksStatus::kPaused);
    const bool goes_on = round && !deal;
    if (concludes) note(t, goes_on ? TalksStatus::kUnderway : TalksStatus::kConcluded);
  }

  // في حال فشل المفاوضات, حذر من فشلها, سيوقع: not told as a fact.
  bool is_supposed(TokenIndex t) const {
    if (context_.word(t).best().has(kSa)) return true;
    if (t > 0 && (signs_.at(t - 1, Sign::kCondition) || signs_.at(t - 1, Sign::kIf))) return true;
    const Statement* claim = dossier_.claim_at(t);
    return claim != nullptr && (claim->act == Act::kWarn || claim->act == Act::kThreaten ||
                                claim->polarity != Polarity::kAsserted);
  }

  void note(TokenIndex t, TalksStatus status) {
    std::optional<TalksStatus>& known =
        context_.sentence_at(t).paragraph < kLeadParagraphs ? lead_ : rest_;
    if (!known || weight(*known) < weight(status)) known = status;
  }

  const Dossier& dossier_;
  const Context& context_;
  const Signs& signs_;
  std::optional<TalksStatus> lead_, rest_;
};

}  // namespace

void fill_status(const Dossier& dossier, Talks& talks) {
  talks.status = StatusFinder(dossier).run();
}

}  // namespace musnad
