// Groups of what links join, directly or over others (union-find, Galler and Fischer 1964), and how
// many days may lie between two that are linked.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace musnad {

inline constexpr uint32_t kMostDays = 3;  // between two tellings of one matter

// Whether two days, counted from 1970-01-01, are near enough; one that is not known is near to all.
inline bool near_days(std::optional<uint32_t> a, std::optional<uint32_t> b) {
  return !a || !b || std::max(*a, *b) - std::min(*a, *b) <= kMostDays;
}

// Members are known by any numbers. Not thread-safe.
class Groups {
 public:
  void join(int64_t a, int64_t b) { nearer_[root(a)] = root(b); }

  // The member that stands for the group of another; a member that was not joined, for itself.
  int64_t root(int64_t member) {
    nearer_.try_emplace(member, member);
    while (nearer_[member] != member) {
      nearer_[member] = nearer_[nearer_[member]];
      member = nearer_[member];
    }
    return member;
  }

  // Groups of two or more members, each in ascending order, by their first member.
  std::vector<std::vector<int64_t>> all() {
    std::vector<int64_t> members;
    for (const auto& [member, ignored] : nearer_) members.push_back(member);
    std::sort(members.begin(), members.end());
    std::map<int64_t, size_t> places;  // in `groups`, by root
    std::vector<std::vector<int64_t>> groups;
    for (const int64_t member : members) {
      const auto [place, fresh] = places.try_emplace(root(member), groups.size());
      if (fresh) groups.emplace_back();
      groups[place->second].push_back(member);
    }
    std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
    return groups;
  }

 private:
  absl::flat_hash_map<int64_t, int64_t> nearer_;
};

}  // namespace musnad
