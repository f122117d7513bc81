// The words by which news tells of a negotiation (lexicon/ar/talks.tsv), and where they stand in an
// article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_map.h"
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
  kIf,
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
  kTurn,
  kDeal,
  kGovernment,
  kSide
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
  static uint64_t bit(Sign sign) { return uint64_t{1} << static_cast<uint32_t>(sign); }

  std::vector<uint64_t> bits_;
  std::vector<TokenIndex> end_;
};

// Immutable; shared by threads.
class TalkWords {
 public:
  // Reads the table that travels in the program.
  static Expected<TalkWords> load(const Morphology& morphology);

  // The sign of a name in the table's column.
  static std::optional<Sign> sign_of(std::string_view name);

  // Whether an article has a word for talks at all. Cheap; needs words.
  bool speaks_of_talks(const Document& document) const;

  // The signs of an article. Linear; needs words.
  Signs find(const Document& document, const Morphology& morphology) const;

 private:
  enum class Class : uint8_t { kVerb, kNoun, kForm };
  struct Row {
    Class kind = Class::kNoun;
    std::vector<std::string> words;  // folded, behind the first
    Sign sign = Sign::kTalks;
  };

  void add_rows(const std::vector<uint32_t>& rows, bool verbal, const Document& document,
                TokenIndex t, const Morphology& morphology, Signs& signs) const;

  std::vector<Row> rows_;
  std::vector<std::vector<uint32_t>> by_lemma_;  // verbs and nouns, by LemmaIndex
  std::vector<bool> of_talks_;                   // by LemmaIndex: whether one has Sign::kTalks
  WordMap<std::vector<uint32_t>> by_form_;       // folded, without clitics
};

}  // namespace musnad
