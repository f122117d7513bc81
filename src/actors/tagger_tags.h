// The tags of the tagger: outside, and for each type of name its first token and the tokens after
// it (the BIO scheme). The likeliest sequence of tags under scores for single tags and for
// neighbours is found by the algorithm of Viterbi (1967).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace musnad {

using Tag = uint8_t;  // kOutside, then begin and inside of each NameType in turn
inline constexpr Tag kOutside = 0;
inline constexpr int kTags = 9;

template <typename Score>
using TagScores = std::array<Score, kTags>;

// scores[before][tag]; the last row is for the first tag of a sentence.
template <typename Score>
using TransitionScores = std::array<TagScores<Score>, kTags + 1>;
inline constexpr int kSentenceStart = kTags;

constexpr Tag begin_tag(NameType type) { return static_cast<Tag>(1 + 2 * static_cast<int>(type)); }
constexpr Tag inside_tag(NameType type) { return static_cast<Tag>(begin_tag(type) + 1); }
constexpr bool is_inside(Tag tag) { return tag != kOutside && tag % 2 == 0; }
constexpr NameType type_of(Tag tag) { return static_cast<NameType>((tag - 1) / 2); }

// Whether `tag` may follow `before`: an inside tag only its own type. `before` may be
// kSentenceStart.
constexpr bool may_follow(int before, Tag tag) {
  return !is_inside(tag) || before == tag || before == tag - 1;
}

// "O", "B-PERS" … "I-MISC", as ANERcorp spells them.
std::string_view tag_name(Tag tag);

// The tag of a name; also PER for PERS, and MIS with any digit for MISC as in AQMAR. Nothing for
// other strings.
std::optional<Tag> parse_tag(std::string_view name);

// The names that a sequence of tags spells, as token ranges that begin at `first`. An inside tag
// that follows nothing of its type begins a name.
std::vector<Name> names_of(std::span<const Tag> tags, TokenIndex first);

// Sums of scores, with room behind the tags, so that processors add and compare four at a time.
inline constexpr int kTagLanes = 12;
template <typename Score>
using TagSums = std::array<Score, kTagLanes>;

// Finds the likeliest tags of sentences. Not thread-safe.
class BestTags {
 public:
  explicit BestTags(const TransitionScores<float>& transitions);

  // The tags with the highest sum of scores that obey may_follow(). Of equals, the one with lower
  // tags. `tags` has the size of `emissions`. Exact for whole numbers below 2^16.
  template <typename Score>
  void find(std::span<const TagSums<Score>> emissions, std::span<Tag> tags);

 private:
  Tag best_before(const TagSums<float>& best, Tag tag) const;

  TagSums<float> start_{};
  std::array<TagSums<float>, kTags> from_{};  // by the tag before
  std::array<TagSums<float>, kTags> to_{};    // the same by the tag behind
  std::vector<TagSums<float>> best_;          // by token and tag, the highest sum that ends there
};

}  // namespace musnad
