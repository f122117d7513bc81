// The register of actors: states with their capitals and seats of power, organizations, outlets,
// offices and who held them when. Read from register/*.tsv, checked, and compiled to a trie over
// words, so that a phrase of the register is found by one look-up a word.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/strings/string_view.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "musnad/error.h"
#include "text/document.h"

namespace musnad {

// Maps with string keys are looked up by Abseil's view, which need not be the standard one.
inline absl::string_view lookup_key(std::string_view text) { return {text.data(), text.size()}; }

using EntryIndex = int32_t;
inline constexpr EntryIndex kNoEntry = -1;

// A word of the phrases of the register. Spelling variants of one word are one RegisterWord.
using RegisterWord = uint32_t;
inline constexpr RegisterWord kNoRegisterWord = 0;

enum class EntryKind : uint8_t {
  kState,
  kCapital,
  kSeat,
  kOutlet,
  kOrganization,
  kOffice,
  kPerson
};

// One row of the register, or a capital or seat of power of a row of states.tsv.
struct RegisterEntry {
  EntryKind kind = EntryKind::kState;
  std::string key;              // stable slug
  std::string name;             // usual Arabic name
  std::string latin;            // English name, "" where the table has none
  EntryIndex state = kNoEntry;  // of a state itself; of a capital, seat, outlet, person: its state
  Gender gender = Gender::kUnknown;
  Number number = Number::kSingular;
  bool alone = true;    // means the entry wherever it stands
  bool agency = false;  // an outlet that is a news agency
};

// The tables' texts by name, as they travel in the program or as a test writes them.
struct RegisterTables {
  std::string_view states = {}, outlets = {}, organizations = {}, offices = {}, persons = {},
                   tenures = {};
};

// Immutable; shared by threads.
class Register {
 public:
  // The register that travels in the program.
  static Expected<std::unique_ptr<Register>> load();
  // A register from the text of tables; empty text is no table. An error names file, line and mend.
  static Expected<std::unique_ptr<Register>> parse(const RegisterTables& tables);

  const RegisterEntry& entry(EntryIndex index) const { return entries_[index]; }
  size_t size() const { return entries_.size(); }

  // The word with this folded spelling; kNoRegisterWord where there is none.
  RegisterWord find_word(std::string_view key) const;

  // The foreign name that this folded word is another spelling of. Slow: remember the answer.
  RegisterWord find_variant(std::string_view key) const;

  // Whether a phrase begins with this word.
  bool begins_phrase(RegisterWord word) const { return next_.contains(edge(kActorRoot, word)); }

  struct Match {
    EntryIndex entry = kNoEntry;
    uint32_t steps = 0;  // how often `next` was called successfully for this match
  };
  // The longest name that begins with the words that `next` returns one by one (kNoRegisterWord
  // ends).
  template <typename Next>
  Match longest_match(Next next) const {
    return longest_match(kActorRoot, next);
  }
  // The longest title of an office; its first word is without clitics, with its article.
  template <typename Next>
  Match longest_office(Next next) const {
    return longest_match(kOfficeRoot, next);
  }

  // The entry with this slug, kNoEntry where there is none.
  EntryIndex find_key(EntryKind kind, std::string_view key) const;

  // The state whose nisba (روسي, masculine or feminine, singular or plural, without the article) or
  // people (روس) this folded word is; kNoEntry where it is none.
  EntryIndex state_of_adjective(std::string_view key) const;

  // Who held an office of a state (or of an organization) on a day (YYYY-MM-DD); kNoEntry where
  // unknown.
  EntryIndex holder(EntryIndex office, EntryIndex body, std::string_view day) const;

 private:
  class Builder;
  struct Tenure {
    EntryIndex person;
    std::string from, to;  // YYYY-MM-DD; to is "" while it lasts
  };

  static constexpr uint32_t kActorRoot = 0;
  static constexpr uint32_t kOfficeRoot = 1;

  template <typename Next>
  Match longest_match(uint32_t node, Next next) const {
    Match best;
    for (uint32_t step = 1;; ++step) {
      const RegisterWord word = next();
      if (word == kNoRegisterWord) return best;
      const auto found = next_.find(edge(node, word));
      if (found == next_.end()) return best;
      node = found->second;
      if (node_entries_[node] != kNoEntry) best = {node_entries_[node], step};
    }
  }

  static uint64_t edge(uint32_t node, RegisterWord word) { return uint64_t{node} << 32 | word; }
  static uint64_t office_key(EntryIndex office, EntryIndex body) {
    return static_cast<uint64_t>(static_cast<uint32_t>(office)) << 32 | static_cast<uint32_t>(body);
  }

  std::vector<RegisterEntry> entries_;
  absl::flat_hash_map<std::string, RegisterWord> words_;
  absl::flat_hash_map<std::string, std::vector<RegisterWord>> foreign_words_;  // by skeleton
  std::vector<std::string> spellings_;                                         // by RegisterWord
  absl::flat_hash_map<uint64_t, uint32_t> next_;  // edge -> node; the first two are roots
  std::vector<EntryIndex> node_entries_;
  absl::flat_hash_map<std::string, EntryIndex> adjectives_;
  absl::flat_hash_map<std::string, EntryIndex> keys_;  // kind letter + slug
  absl::flat_hash_map<uint64_t, std::vector<Tenure>> tenures_;
};

}  // namespace musnad
