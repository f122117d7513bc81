// The words by which news tells of a negotiation (lexicon/ar/talks.tsv), and where they stand in an
// article.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/morphology.h"
#include "musnad/error.h"
#include "statements/context.h"
#include "text/document.h"

namespace musnad {

// What a word is a sign of; lexicon/ar/talks.tsv tells of each.
enum class Sign : uint8_t {
  kTalks,
  kRound,
  kTeam,
  kHead,
  kMember,
  kForm,
  kAppoint,
  kReplace,
  kReveal,
  kName,
  kWait,
  kAbout,
  kSituation,
  kRaise,
  kConfine,
  kAgenda,
  kMust,
  kRefuse,
  kCondition,
  kLink,
  kUnset,
  kDispute,
  kEvade,
  kMediate,
  kFail,
  kPause,
  kConclude,
  kNegation,
  kLightVerb,
  kTurn
};

// The signs of one article. Filled by TalkWords.
class Signs {
 public:
  explicit Signs(size_t tokens) : bits_(tokens, 0), end_(tokens, 0) {}

  bool at(TokenIndex t, Sign sign) const { return (bits_[t] & bit(sign)) != 0; }
  // Behind the longest phrase of signs that begins with a token.
  TokenIndex end(TokenIndex t) const { return std::max(end_[t], t + 1); }
  // The first token of a range that is a sign.
  std::optional<TokenIndex> first(TokenRange range, Sign sign) const;
  bool any(TokenRange range, Sign sign) const { return first(range, sign).has_value(); }

  void add(TokenRange tokens, Sign sign) {
    bits_[tokens.begin] |= bit(sign);
    end_[tokens.begin] = std::max(end_[tokens.begin], tokens.end);
  }

 private:
  static uint32_t bit(Sign sign) { return 1u << static_cast<uint32_t>(sign); }

  std::vector<uint32_t> bits_;
  std::vector<TokenIndex> end_;
};

// Immutable; shared by threads.
class TalkWords {
 public:
  // Reads the table that travels in the program.
  static Expected<TalkWords> load();

  // The signs of an article. Linear; needs words.
  Signs find(const Document& document, const Morphology& morphology) const;

 private:
  struct Row {
    std::vector<std::string> words;  // folded, behind the first
    Sign sign = Sign::kTalks;
  };
  using Index = absl::flat_hash_map<std::string, std::vector<uint32_t>>;

  void add_rows(const Index& index, std::string_view key, const Document& document, TokenIndex t,
                const Morphology& morphology, Signs& signs) const;

  std::vector<Row> rows_;
  Index verbs_, nouns_;  // by lemma as its table spells it
  Index forms_;          // by folded form without clitics and article
};

}  // namespace musnad
