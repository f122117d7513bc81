#include "actors/tagger_tags.h"

#include <algorithm>
#include <cstring>

namespace musnad {
namespace {

constexpr std::array<std::string_view, kTags> kNames = {
    "O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"};

// The score of what may not be; a sum that low never wins.
constexpr float kNever = -(1 << 22);

// Tokens after which sums are counted from 0 again, so that floats hold them exactly.
constexpr size_t kExact = 128;

constexpr int kFours = kTagLanes / 4;

using Four = float __attribute__((vector_size(16)));
using FourWhole = int32_t __attribute__((vector_size(16)));

Four four_of(const float* sums) {
  Four four;
  std::memcpy(&four, sums, sizeof four);
  return four;
}
Four four_of(const int32_t* sums) {
  FourWhole four;
  std::memcpy(&four, sums, sizeof four);
  return __builtin_convertvector(four, Four);
}

struct Lanes {
  Four fours[kFours];

  template <typename Score>
  static Lanes of(const TagSums<Score>& sums) {
    Lanes lanes;
    for (int i = 0; i < kFours; ++i) lanes.fours[i] = four_of(&sums[4 * i]);
    return lanes;
  }
  void copy_to(TagSums<float>& sums) const { std::memcpy(sums.data(), fours, sizeof fours); }
  float first() const { return fours[0][0]; }

  void add(float score) {
    for (Four& four : fours) four += score;
  }
  void add(const Lanes& other) {
    for (int i = 0; i < kFours; ++i) fours[i] += other.fours[i];
  }
  // Raises each sum to that of `other` and `score` where this is higher.
  void raise_to(const Lanes& other, float score) {
    for (int i = 0; i < kFours; ++i) {
      const Four sum = other.fours[i] + score;
      fours[i] = fours[i] < sum ? sum : fours[i];
    }
  }
};

}  // namespace

std::string_view tag_name(Tag tag) { return kNames[tag]; }

std::optional<Tag> parse_tag(std::string_view name) {
  for (Tag tag = 0; tag < kTags; ++tag) {
    if (name == kNames[tag]) return tag;
  }
  const auto spelled = [&](Tag tag, std::string_view stem) {
    return name.starts_with(kNames[tag].substr(0, 2)) && name.substr(2).starts_with(stem);
  };
  for (NameType type : {NameType::kPerson, NameType::kMisc}) {
    for (Tag tag : {begin_tag(type), inside_tag(type)}) {
      if (spelled(tag, type == NameType::kPerson ? "PER" : "MIS")) return tag;
    }
  }
  return std::nullopt;
}

BestTags::BestTags(const TransitionScores<float>& transitions) {
  for (int before = 0; before <= kTags; ++before) {
    TagSums<float>& to = before == kSentenceStart ? start_ : from_[before];
    for (Tag tag = 0; tag < kTags; ++tag) {
      to[tag] = may_follow(before, tag) ? transitions[before][tag] : kNever;
      if (before != kSentenceStart) to_[tag][before] = to[tag];
    }
  }
}

// The tag before `tag` on the likeliest way to it. Of equals, the lowest.
Tag BestTags::best_before(const TagSums<float>& best, Tag tag) const {
  Lanes lanes = Lanes::of(best);
  lanes.add(Lanes::of(to_[tag]));
  TagSums<float> sums;
  lanes.copy_to(sums);
  return static_cast<Tag>(std::max_element(sums.begin(), sums.begin() + kTags) - sums.begin());
}

template <typename Score>
void BestTags::find(std::span<const TagSums<Score>> emissions, std::span<Tag> tags) {
  if (emissions.empty()) return;
  best_.resize(emissions.size());
  Lanes sums = Lanes::of(start_);
  for (size_t i = 0; i < emissions.size(); ++i) {
    if (i > 0) {
      const TagSums<float>& last = best_[i - 1];
      sums = Lanes::of(from_[0]);
      sums.add(last[0]);
      for (Tag before = 1; before < kTags; ++before) {
        sums.raise_to(Lanes::of(from_[before]), last[before]);
      }
    }
    sums.add(Lanes::of(emissions[i]));
    if ((i + 1) % kExact == 0) sums.add(-sums.first());
    sums.copy_to(best_[i]);
  }
  const TagSums<float>& last = best_[emissions.size() - 1];
  Tag tag = static_cast<Tag>(std::max_element(last.begin(), last.begin() + kTags) - last.begin());
  for (size_t i = emissions.size(); i-- > 0;) {
    tags[i] = tag;
    if (i > 0) tag = best_before(best_[i - 1], tag);
  }
}

template void BestTags::find(std::span<const TagSums<int32_t>>, std::span<Tag>);
template void BestTags::find(std::span<const TagSums<float>>, std::span<Tag>);

std::vector<Name> names_of(std::span<const Tag> tags, TokenIndex first) {
  std::vector<Name> names;
  for (TokenIndex i = 0; i < tags.size(); ++i) {
    if (tags[i] == kOutside) continue;
    if (is_inside(tags[i]) && i > 0 && may_follow(tags[i - 1], tags[i])) {
      names.back().tokens.end = first + i + 1;
    } else {
      names.push_back({.tokens = {first + i, first + i + 1}, .type = type_of(tags[i])});
    }
  }
  return names;
}

}  // namespace musnad
