#include "actors/tagger_tags.h"

#include <algorithm>

namespace musnad {
namespace {

constexpr std::array<std::string_view, kTags> kNames = {
    "O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"};

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
