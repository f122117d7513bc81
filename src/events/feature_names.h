// How the features of the stage's models name what several of them look at.
#pragma once

#include <algorithm>
#include <string_view>

#include "events/event_mention.h"

namespace musnad {

inline std::string_view name_of_use(EventUse use) {
  switch (use) {
    case kFiniteUse:
      return "finite";
    case kParticipleUse:
      return "participle";
    case kMasdarUse:
      return "masdar";
    default:
      return "noun";
  }
}

// Three or more are "3".
inline std::string_view count_of(size_t n) {
  constexpr std::string_view kDigits[] = {"0", "1", "2", "3"};
  return kDigits[std::min<size_t>(n, 3)];
}

// What kind of word stands in front of a token.
inline std::string_view class_before(const Context& context, TokenIndex t) {
  if (context.token(t - 1).kind == TokenKind::kPunctuation) return "mark";
  switch (context.word(t - 1).best().pos) {
    case Pos::kVerb:
      return "verb";
    case Pos::kMasdar:
      return "masdar";
    case Pos::kPreposition:
      return "preposition";
    case Pos::kNoun:
      return "noun";
    case Pos::kUnknown:
      return "name";
    case Pos::kAdjective:
    case Pos::kParticiple:
      return "adjective";
    case Pos::kDemonstrative:
      return "demonstrative";
    case Pos::kNumeral:
      return "numeral";
    default:
      return "particle";
  }
}

inline TokenIndex steps_between(TokenIndex a, TokenIndex b) { return a < b ? b - a : a - b; }

// The halves of clauses that part two tokens.
inline uint32_t breaks_between(const Context& context, TokenIndex a, TokenIndex b) {
  uint32_t breaks = 0;
  for (TokenIndex t = std::min(a, b) + 1; t < std::max(a, b); ++t) {
    breaks += breaks_clause(context, t);
  }
  return breaks;
}

}  // namespace musnad
