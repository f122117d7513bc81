// The tags of the tagger: outside, and for each type of name its first token and the tokens after
// it (the BIO scheme). The likeliest sequence of tags under scores for single tags and for
// neighbours is found by the algorithm of Viterbi (1967).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
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

// The tag before `tag` on the likeliest way to it. Of equals, the lowest.
template <typename Score>
Tag best_before(const TagScores<Score>& best, const TransitionScores<Score>& transitions, Tag tag) {
  const auto score = [&](Tag before) { return best[before] + transitions[before][tag]; };
  if (is_inside(tag)) return score(tag) > score(tag - 1) ? tag : tag - 1;
  Tag found = 0;
  for (Tag before = 1; before < kTags; ++before) {
    if (score(before) > score(found)) found = before;
  }
  return found;
}

// The tags with the highest sum of scores that obey may_follow(). Of equals, the one with lower
// tags. `tags` has the size of `emissions`. `best` is scratch: for each token and tag, the highest
// sum that ends there.
template <typename Score>
void best_tags(std::span<const TagScores<Score>> emissions,
               const TransitionScores<Score>& transitions, std::vector<TagScores<Score>>& best,
               std::span<Tag> tags) {
  if (emissions.empty()) return;
  best.assign(emissions.begin(), emissions.end());
  for (Tag tag = 0; tag < kTags; ++tag) {
    // No name begins inside; a sum that low never wins.
    best[0][tag] += may_follow(kSentenceStart, tag) ? transitions[kSentenceStart][tag]
                                                    : std::numeric_limits<Score>::lowest() / 2;
  }
  for (size_t i = 1; i < emissions.size(); ++i) {
    const TagScores<Score> last = best[i - 1];
    TagScores<Score> next;
    for (Tag tag = 0; tag < kTags; ++tag) next[tag] = last[0] + transitions[0][tag];
    for (Tag before = 1; before < kTags; ++before) {
      for (Tag tag = 0; tag < kTags; ++tag)
        next[tag] = std::max(next[tag], last[before] + transitions[before][tag]);
    }
    for (Tag tag = 2; tag < kTags; tag += 2) {  // an inside tag follows its begin tag or itself
      next[tag] =
          std::max(last[tag - 1] + transitions[tag - 1][tag], last[tag] + transitions[tag][tag]);
    }
    for (Tag tag = 0; tag < kTags; ++tag) best[i][tag] += next[tag];
  }
  Tag tag = static_cast<Tag>(std::max_element(best.back().begin(), best.back().end()) -
                             best.back().begin());
  for (size_t i = emissions.size(); i-- > 0;) {
    tags[i] = tag;
    if (i > 0) tag = best_before(best[i - 1], transitions, tag);
  }
}

}  // namespace musnad
