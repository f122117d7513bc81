#include "events/grouping.h"

#include <algorithm>

namespace musnad {
namespace {

constexpr size_t kGroupReach = 48;  // groups back that a mention may belong to
constexpr TokenIndex kNear = 120;   // behind an event, where the text goes on about it

class Grouping {
 public:
  Grouping(const Document& document, const std::vector<EventMention>& mentions)
      : document_(document), mentions_(mentions) {}

  std::vector<EventGroup> run() {
    for (size_t i = 0; i < mentions_.size(); ++i) {
      EventGroup* group = group_for(mentions_[i]);
      if (group == nullptr) {
        groups_.push_back({mentions_[i].type(), {}, {}, "", mentions_[i].status});
        group = &groups_.back();
      }
      join(i, *group);
      last_ = static_cast<size_t>(group - groups_.data());
    }
    give_headline_to_text();
    for (EventGroup& group : groups_) put_best_first(group);
    std::erase_if(groups_, [&](const EventGroup& group) {
      return is_called_off(group) || is_interview(group);
    });
    return std::move(groups_);
  }

 private:
  // What is told first, or most, of it is that it does not take place.
  bool is_called_off(const EventGroup& group) const {
    const size_t first = *std::min_element(group.mentions.begin(), group.mentions.end());
    return mentions_[first].called_off || mentions_[group.mentions.front()].called_off;
  }

  // أجرت الصحيفة حوارا مع الوزير, قال في اتصال مع الوكالة: words for the press.
  bool is_interview(const EventGroup& group) const {
    return group.participants.size() < 2 && mentions_[group.mentions.front()].with_press;
  }

  EventGroup* group_for(const EventMention& mention) {
    if (mention.continues) return &groups_[last_];
    const size_t first = groups_.size() > kGroupReach ? groups_.size() - kGroupReach : 0;
    EventGroup* other_word = nullptr;  // a meeting that this mention calls talks
    for (size_t i = groups_.size(); i-- > first;) {
      EventGroup& group = groups_[i];
      if (group.type == mention.type()) {
        if (may_join(mention, group)) return &group;
      } else if (other_word == nullptr && is_told_again(mention, group)) {
        other_word = &group;
      }
    }
    return other_word;
  }

  // A meeting may be called talks, and talks a meeting, where the text goes on about it.
  bool is_told_again(const EventMention& mention, const EventGroup& group) const {
    const auto is_meeting = [](EventType type) {
      return type == EventType::kMeet || type == EventType::kNegotiate;
    };
    return is_meeting(group.type) && is_meeting(mention.type()) && mention.use != kFiniteUse &&
           mention.definite && !mention.participants.empty() && !group.participants.empty() &&
           is_to_come(mention.status) == is_to_come(group.status) &&
           mention.anchor <= mentions_[group.mentions.back()].anchor + kNear &&
           may_join(mention, group);
  }

  bool may_join(const EventMention& mention, const EventGroup& group) const {
    if (is_the_same(mention, group)) return true;
    if (!times_agree(mention.time, group.time) && !is_timed_by_clause(mention, group)) return false;
    if (mention.participants.empty() || group.participants.empty()) {
      if (is_to_come(mention.status) && is_to_come(group.status)) return true;
      if (group.participants.empty() && points_forward(group) && same_word(mention, group)) {
        return true;
      }
      const bool told = group.mentions.size() > 1 && !mention.definite;
      return mention.use != kFiniteUse && (mention.definite || (in_headline(group) && !told));
    }
    if (is_attended(mention, group)) return true;
    if (roles_conflict(mention.participants, group.participants)) return false;
    const bool points_back = mention.definite || in_headline(group);
    if (mention.use == kFiniteUse && !points_back && !same_word(mention, group)) {
      return is_same_contact(mention, group);
    }
    return participants_agree(mention.participants, group.participants, points_back);
  }

  // التقى الوزير نظيره … وبحث معه, غادر إلى باريس … وصل إلى باريس: two or more who meet, or
  // somebody who goes somewhere, are told of again in another word.
  bool is_same_contact(const EventMention& mention, const EventGroup& group) const {
    if (!is_contact(group.type) && group.type != EventType::kVisit) return false;
    if (is_to_come(mention.status) != is_to_come(group.status)) return false;
    const size_t both = shared(mention.participants, group.participants);
    return both > 1 && both == std::min(mention.participants.size(), group.participants.size());
  }

  size_t shared(const std::vector<Participant>& a, const std::vector<Participant>& b) const {
    return static_cast<size_t>(std::count_if(a.begin(), a.end(), [&](const Participant& p) {
      return std::any_of(b.begin(), b.end(),
                         [&](const Participant& q) { return is_same(p.actor, q.actor); });
    }));
  }

  // صدر اليوم بيان عن زيارة الوزير لباريس: one day is that of what the clause tells, not that of
  // the visit, which is the one that the same people make on another.
  bool is_timed_by_clause(const EventMention& mention, const EventGroup& group) const {
    const EventMention& other = mentions_[group.mentions.front()];
    const auto by_clause = [](const EventMention& m) {
      return m.use != kFiniteUse && m.definite && !m.time_behind;
    };
    if (!by_clause(mention) && !by_clause(other)) return false;
    const size_t size = mention.participants.size();
    return size > 1 && size == group.participants.size() &&
           std::all_of(mention.participants.begin(), mention.participants.end(),
                       [&](const Participant& p) { return takes_part(p.actor, group); });
  }

  bool takes_part(ActorIndex actor, const EventGroup& group) const {
    return std::any_of(group.participants.begin(), group.participants.end(),
                       [&](const Participant& q) { return is_same(actor, q.actor); });
  }

  // وحضر اللقاء الوزير: who else was there.
  bool is_attended(const EventMention& mention, const EventGroup& group) const {
    if (mention.type() != EventType::kMeet || mention.use == kFiniteUse || mention.over.empty()) {
      return false;
    }
    const Over& over = mention.over.front();
    return mention.analysis->definite() && over.finite() &&
           over.governor->status == EventStatus::kOccurred && over.governor->subject_takes_part &&
           (over.token + 1 == mention.anchor || group.participants.size() > 1) &&
           mention.anchor <= mentions_[group.mentions.back()].anchor + kNear;
  }

  // الاتفاق, الزيارة: an article that has told of one goes on to tell of it, whatever stands
  // around.
  bool is_the_same(const EventMention& mention, const EventGroup& group) const {
    return mention.use != kFiniteUse && mention.analysis->definite() && same_word(mention, group);
  }

  // A definite mention of what is told only later.
  bool points_forward(const EventGroup& group) const {
    const EventMention& first = mentions_[group.mentions.front()];
    return first.definite && first.use != kFiniteUse;
  }

  bool same_word(const EventMention& mention, const EventGroup& group) const {
    return mentions_[group.mentions.front()].entry == mention.entry;
  }

  bool in_headline(const EventGroup& group) const {
    return is_in_headline(mentions_[group.mentions.front()].anchor);
  }

  bool is_in_headline(TokenIndex t) const {
    return !document_.sentences.empty() && t < document_.sentences.front().tokens.end;
  }

  static bool times_agree(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return true;
    return a.starts_with(b) || b.starts_with(a);
  }

  bool is_same(ActorIndex a, ActorIndex b) const {
    if (a == b) return true;
    return document_.actors[a].behalf == b || document_.actors[b].behalf == a;
  }

  size_t named(const std::vector<Participant>& who) const {
    return static_cast<size_t>(std::count_if(who.begin(), who.end(), [&](const Participant& p) {
      return document_.actors[p.actor].kind != ActorKind::kUnnamed;
    }));
  }

  // Half of all in common; for a mention that points back, all of the smaller side, or all whom it
  // names: الاتفاق بين إيران والدول الكبرى is that with القوى الكبرى.
  bool participants_agree(const std::vector<Participant>& a, const std::vector<Participant>& b,
                          bool points_back) const {
    const size_t both = shared(a, b);
    if (points_back && both == std::min(a.size(), b.size())) return true;
    if (points_back && both > 0 && both == std::min(named(a), named(b))) return true;
    return 2 * both >= a.size() + b.size() - both;
  }

  // Whether both name somebody of one role, and nobody in common: visits to two states.
  bool roles_conflict(const std::vector<Participant>& a, const std::vector<Participant>& b) const {
    for (const Participant& p : a) {
      bool other = false, same = false;
      for (const Participant& q : b) {
        if (p.role != q.role) continue;
        (is_same(p.actor, q.actor) ? same : other) = true;
      }
      if (other && !same && p.role != Participant::Role::kParty) return true;
    }
    return false;
  }

  void join(size_t i, EventGroup& group) const {
    const EventMention& mention = mentions_[i];
    if (!group.mentions.empty() && in_headline(group) && group.mentions.size() == 1) {
      yield_to_text(mention.participants, group.participants);
    }
    group.mentions.push_back(i);
    for (const Participant& p : mention.participants) {
      if (!takes_part(p.actor, group)) group.participants.push_back(p);
    }
    if (group.time.size() < mention.time.size()) group.time = mention.time;
  }

  // A headline calls by their states (لقاء أردني عراقي) or offices those whom the text then names.
  void yield_to_text(const std::vector<Participant>& text,
                     std::vector<Participant>& headline) const {
    const auto is_person = [&](const Participant& p) {
      return document_.actors[p.actor].kind == ActorKind::kPerson;
    };
    const bool all_named =
        text.size() >= headline.size() && std::all_of(text.begin(), text.end(), is_person);
    std::erase_if(headline, [&](const Participant& q) {
      const Actor& actor = document_.actors[q.actor];
      if (actor.kind == ActorKind::kUnnamed) return all_named;
      return std::any_of(text.begin(), text.end(), [&](const Participant& p) {
        return is_person(p) && document_.actors[p.actor].behalf == q.actor;
      });
    });
  }

  // What the headline tells the text tells again, though in other words, or of more people: the
  // first event of the type behind it that has somebody in common.
  void give_headline_to_text() {
    const auto only_in_headline = [&](const EventGroup& group) {
      return std::all_of(group.mentions.begin(), group.mentions.end(),
                         [&](size_t i) { return is_in_headline(mentions_[i].anchor); });
    };
    for (EventGroup& group : groups_) {
      if (!only_in_headline(group)) break;
      const auto text = std::find_if(groups_.begin(), groups_.end(), [&](const EventGroup& other) {
        return other.type == group.type && !only_in_headline(other) && shares(other, group);
      });
      if (text == groups_.end()) continue;
      text->mentions.insert(text->mentions.begin(), group.mentions.begin(), group.mentions.end());
      group.mentions.clear();
    }
    std::erase_if(groups_, [](const EventGroup& group) { return group.mentions.empty(); });
  }

  bool shares(const EventGroup& a, const EventGroup& b) const {
    return std::any_of(a.participants.begin(), a.participants.end(),
                       [&](const Participant& p) { return takes_part(p.actor, b); });
  }

  // The mention that tells most: outside the headline, with the most participants, with a time.
  void put_best_first(EventGroup& group) const {
    const auto worth = [&](size_t i) {
      const EventMention& mention = mentions_[i];
      const bool body =
          document_.sentences.empty() || mention.anchor >= document_.sentences.front().tokens.end;
      return (body ? 8 : 0) + 2 * std::min<size_t>(mention.participants.size(), 3) +
             !mention.time.empty();
    };
    const auto best = std::max_element(group.mentions.begin(), group.mentions.end(),
                                       [&](size_t a, size_t b) { return worth(a) < worth(b); });
    std::rotate(group.mentions.begin(), best, best + 1);
    settle(group);
  }

  // Status and time are those of the best mention. What another mention tells to be agreed is
  // agreed, and a time may come from one that tells of the same status.
  void settle(EventGroup& group) const {
    const EventMention& best = mentions_[group.mentions.front()];
    group.status = best.status;
    group.time = best.time;
    for (size_t i : group.mentions) {
      const EventMention& other = mentions_[i];
      if (is_to_come(best.status) && other.status == EventStatus::kAgreed) {
        group.status = EventStatus::kAgreed;
      }
      if (group.time.empty() && other.status == best.status) group.time = other.time;
    }
    for (size_t i : group.mentions) {  // the talks go on: that they began on Saturday
      const EventMention& other = mentions_[i];
      const bool past = !is_to_come(best.status) && !is_to_come(other.status);
      if (group.time.empty() && past && other.time_behind) group.time = other.time;
    }
  }

  const Document& document_;
  const std::vector<EventMention>& mentions_;
  std::vector<EventGroup> groups_;
  size_t last_ = 0;  // the group of the mention before
};

}  // namespace

std::vector<EventGroup> group_mentions(const Document& document,
                                       const std::vector<EventMention>& mentions) {
  return Grouping(document, mentions).run();
}

}  // namespace musnad
