#include "events/choose_time.h"

#include <algorithm>

#include "events/event_time.h"
#include "events/feature_names.h"
#include "lexicon/record_names.h"

namespace musnad {
namespace {

constexpr TokenIndex kTimeReach = 40;  // tokens to each side of a mention
constexpr size_t kMostTimes = 12;

// Where a time lies as the article tells it.
std::string_view side_name(const Document& document, std::string_view time) {
  const int side = compare_to_day(time, document.published);
  if (side == 0) return "now";
  return side < 0 ? "past" : "future";
}

std::string_view precision_name(std::string_view value) {
  if (value.find('W') != std::string_view::npos) return "week";
  if (value.size() <= 4) return "year";
  return value.size() <= 7 ? "month" : "day";
}

// Finds the times that one event may have.
class TimeFinder {
 public:
  TimeFinder(const Document& document, const Context& context,
             const std::vector<EventMention>& mentions, const EventGroup& group)
      : document_(document),
        context_(context),
        mentions_(mentions),
        group_(group),
        candidates_(1) {}

  std::vector<TimeCandidate> run() {
    TimeCandidate* rule = of(group_.time);
    (rule != nullptr ? *rule : candidates_.front()).by_rule = true;
    const EventMention& best = mentions_[group_.mentions.front()];
    if (best.claimed_in >= 0) {
      const std::string& time = document_.statements[best.claimed_in].time;
      TimeCandidate* told = time.empty() ? nullptr : of(time);
      if (told != nullptr) told->of_claim = true;
    }
    const size_t read = std::min(group_.mentions.size(), kMentionsRead);
    for (size_t i = 0; i < read; ++i) look_around(mentions_[group_.mentions[i]]);
    return std::move(candidates_);
  }

 private:
  // What has happened has no time to come, and what is to come none that is past.
  bool cannot_be(const std::string& value) const {
    const int side = compare_to_day(value, document_.published);
    if (side > 0) {
      return group_.status == EventStatus::kOccurred || is_put_off(group_.type, group_.status);
    }
    return side < 0 && is_to_come(group_.status);
  }

  // The candidate of a value, made where it is new; null where it cannot be its time or there are
  // too many.
  TimeCandidate* of(const std::string& value) {
    if (cannot_be(value)) return nullptr;
    for (TimeCandidate& c : candidates_) {
      if (c.value == value) return &c;
    }
    if (candidates_.size() >= kMostTimes) return nullptr;
    candidates_.push_back({value});
    return &candidates_.back();
  }

  void look_around(const EventMention& mention) {
    const TokenIndex anchor = mention.anchor;
    const std::vector<TimeExpression>& times = document_.times;
    const TokenIndex first = anchor - std::min(anchor, kTimeReach);
    auto time = std::partition_point(times.begin(), times.end(), [&](const TimeExpression& t) {
      return t.tokens.begin < first;
    });
    for (; time != times.end() && time->tokens.begin < anchor + kTimeReach; ++time) {
      const std::string value = date_of(*time);
      if (is_of_other(context_, *time, mention)) continue;
      TimeCandidate* candidate = value.empty() ? nullptr : of(value);
      if (candidate == nullptr) continue;
      const bool nearer = candidate->time < 0 ||
                          steps_between(anchor, time->tokens.begin) <
                              steps_between(candidate->anchor, times[candidate->time].tokens.begin);
      if (!nearer) continue;
      candidate->time = static_cast<int32_t>(time - times.begin());
      candidate->anchor = anchor;
    }
  }

  const Document& document_;
  const Context& context_;
  const std::vector<EventMention>& mentions_;
  const EventGroup& group_;
  std::vector<TimeCandidate> candidates_;  // the first has no value
};

// Evidence for an event whose time is not told.
void add_none(const Context& context, const EventMention& best, std::string_view rule,
              std::string_view status, Features& features) {
  const std::string_view use = name_of_use(best.use);
  features.add("none");
  features.add("none", rule);
  features.add("none", name_of(best.type()));
  features.add("none", status);
  features.add("none", use);
  features.add("none", best.claimed_in >= 0 ? "claimed" : "told");
  features.add("none", best.definite ? "definite" : "indefinite", use);
  features.add("none", context.sentence_at(best.anchor).paragraph <= 1 ? "first" : "later");
}

// How far a time stands from the event, to which side.
std::string_view distance_name(TokenIndex steps, bool behind) {
  if (steps <= 3) return behind ? "behind-3" : "before-3";
  if (steps <= 8) return behind ? "behind-8" : "before-8";
  if (steps <= 16) return behind ? "behind-16" : "before-16";
  return behind ? "behind-far" : "before-far";
}

// Whether no other event stands nearer to a time than the one at `anchor`.
bool is_nearest(const std::vector<EventMention>& mentions, TokenIndex anchor, TokenIndex time) {
  const auto behind = std::partition_point(mentions.begin(), mentions.end(),
                                           [&](const EventMention& m) { return m.anchor < time; });
  const TokenIndex steps = steps_between(anchor, time);
  const auto is_nearer = [&](const EventMention& m) {
    return m.anchor != anchor && steps_between(m.anchor, time) < steps;
  };
  return (behind == mentions.end() || !is_nearer(*behind)) &&
         (behind == mentions.begin() || !is_nearer(*(behind - 1)));
}

// Where a time stands.
void add_place(const Document& document, const Context& context,
               const std::vector<EventMention>& mentions, const EventMention& best,
               const TimeCandidate& candidate, std::string_view rule, Features& features) {
  const TokenIndex begin = document.times[candidate.time].tokens.begin;
  const bool behind = begin > candidate.anchor;
  const std::string_view side = behind ? "behind" : "before";
  const std::string_view distance = distance_name(steps_between(begin, candidate.anchor), behind);
  const std::string_view breaks = count_of(breaks_between(context, candidate.anchor, begin));
  const bool same = context.sentence_of(candidate.anchor) == context.sentence_of(begin);
  features.add("distance", distance, rule);
  features.add("distance", distance, name_of_use(best.use));
  features.add("breaks", breaks, rule);
  features.add("breaks", breaks, side);
  const std::string_view owner = is_nearest(mentions, candidate.anchor, begin) ? "yes" : "no";
  features.add("owner", owner, rule);
  features.add("owner", owner, breaks);
  features.add("near", candidate.anchor == best.anchor ? "best" : "other");
  features.add("sentence", same ? "same" : "other", side);
  if (begin == 0) return;
  const Word& word = context.word(begin - 1);
  features.add("tie", context.is_preposition(begin - 1) ? word.stem(word.best()) : "none");
}

}  // namespace

std::vector<TimeCandidate> time_candidates(const Document& document, const Context& context,
                                           const std::vector<EventMention>& mentions,
                                           const EventGroup& group) {
  return TimeFinder(document, context, mentions, group).run();
}

void time_features(const Document& document, const Context& context,
                   const std::vector<EventMention>& mentions, const EventGroup& group,
                   const std::vector<TimeCandidate>& candidates, const TimeCandidate& candidate,
                   Features& features) {
  const EventMention& best = mentions[group.mentions.front()];
  const std::string_view type = name_of(group.type);
  const std::string_view status = name_of(group.status);
  const std::string_view rule = candidate.by_rule ? "yes" : "no";
  features.add("rule", rule);
  if (candidate.value.empty()) return add_none(context, best, rule, status, features);
  const std::string_view side = side_name(document, candidate.value);
  features.add("rule", rule, type);
  features.add("side", side, status);
  features.add("side", side, type);
  features.add("precision", precision_name(candidate.value), rule);
  features.add("times", candidates.size() > 2 ? "many" : "one", rule);
  if (candidate.of_claim) {
    features.add("claim", rule);
    features.add("claim", type);
    features.add("claim", status);
  }
  if (candidate.time < 0) return features.add("away", rule);
  add_place(document, context, mentions, best, candidate, rule, features);
}

std::string choose_time(const Document& document, const Context& context, const LinearModel& model,
                        const std::vector<EventMention>& mentions, const EventGroup& group) {
  const EventMention& best_mention = mentions[group.mentions.front()];
  if (best_mention.time_counted) return best_mention.time;
  const std::vector<TimeCandidate> candidates = time_candidates(document, context, mentions, group);
  if (candidates.size() == 1) return {};
  Features features;
  size_t best = 0;
  double highest = 0;
  for (size_t i = 0; i < candidates.size(); ++i) {
    features.clear();
    time_features(document, context, mentions, group, candidates, candidates[i], features);
    const double score = model.score(features);
    if (i > 0 && score <= highest) continue;
    highest = score;
    best = i;
  }
  return candidates[best].value;
}

}  // namespace musnad
