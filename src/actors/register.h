// The register of actors: states with their capitals and seats of power, organizations, outlets,
// offices and who held them when. Read from register/*.tsv, checked, and compiled to a trie over
// words, so that a phrase of the register is found by one look-up a word.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/strings/string_view.h>

#include <cstdint>
#include <memory>
#include <span>
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
  std::string key;    // stable slug
  std::string name;   // usual Arabic name
  std::string latin;  // English name, "" where the table has none
  std::string code;   // CAMEO: of a state or organization its own, of an office its role
  // Of a capital: another state that its name stands for as well (عمان, سلطنة عمان).
  EntryIndex namesake = kNoEntry;
  EntryIndex state = kNoEntry;  // of a state itself; of a capital, seat, outlet, person: its state
  Gender gender = Gender::kUnknown;
  Number number = Number::kSingular;
  bool several = false;  // of an office: may have several holders at a time
  bool alone = true;     // means the entry wherever it stands
  bool agency = false;   // an outlet that is a news agency
  bool network = false;  // an outlet that is a social network
  uint16_t kinds = 0;    // of an organization, outlet or state: BodyKind bits
};

// The kinds of organizations.tsv and outlets.tsv, and of states. Bits.
enum BodyKind : uint16_t {
  kIgoBody = 1 << 0,
  kNgoBody = 1 << 1,
  kArmedGroupBody = 1 << 2,
  kPartyBody = 1 << 3,
  kAgencyBody = 1 << 4,  // of a state
  kCompanyBody = 1 << 5,
  kBlocBody = 1 << 6,
  kCourtBody = 1 << 7,
  kNewsAgencyBody = 1 << 8,
  kNewspaperBody = 1 << 9,
  kChannelBody = 1 << 10,
  kRadioBody = 1 << 11,
  kSiteBody = 1 << 12,
  kMagazineBody = 1 << 13,
  kKingdomBody = 1 << 14  // a state: المملكة
};

// The bit of a kind as the tables spell it ("igo", "news-agency"); 0 for "other" and unknown ones.
uint16_t body_kind(std::string_view name);

// A table of the register, of whichever kind its header line tells.
struct RegisterTable {
  std::string name;  // stands in error messages
  std::string_view text;
};

// A period in which somebody held an office of a state or organization.
struct Tenure {
  EntryIndex person, office, body;
  std::string from, to;  // YYYY-MM-DD, YYYY-MM or YYYY; to is "" while it lasts
};

// Immutable; shared by threads.
class Register {
 public:
  // The register that travels in the program, with the tables that `files` hold besides (paths). A
  // name that it has already keeps its meaning. An error has a line for each bad row: file, line,
  // mend.
  static Expected<std::unique_ptr<Register>> load(std::span<const std::string> files = {});
  // A register of these tables alone, in any order. Errors as of load().
  static Expected<std::unique_ptr<Register>> parse(std::span<const RegisterTable> tables);

  const RegisterEntry& entry(EntryIndex index) const { return entries_[index]; }
  size_t size() const { return entries_.size(); }

  // The word with this folded spelling; kNoRegisterWord where there is none.
  RegisterWord find_word(std::string_view key) const;

  // The foreign name that this folded word is another spelling of. Slow: remember the answer.
  RegisterWord find_variant(std::string_view key) const;

  // Whether a phrase begins with this word.
  bool begins_phrase(RegisterWord word) const { return child(kActorRoot, word) != kNoNode; }

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
  struct OfficeMatch {
    std::span<const EntryIndex> offices;  // those that bear the title
    EntryIndex body = kNoEntry;  // the state or organization whose it is where none is named
    uint32_t steps = 0;          // as in Match
  };
  // The longest title of an office; its first word is without clitics, with its article.
  template <typename Next>
  OfficeMatch longest_office(Next next) const {
    const Match match = longest_match(kOfficeRoot, next);
    if (match.entry == kNoEntry) return {};
    return {titles_[match.entry].offices, titles_[match.entry].body, match.steps};
  }

  // The entry with this slug, kNoEntry where there is none.
  EntryIndex find_key(EntryKind kind, std::string_view key) const;

  // The state whose nisba (روسي, masculine or feminine, singular or plural, without the article) or
  // people (روس) this folded word is; kNoEntry where it is none.
  EntryIndex state_of_adjective(std::string_view key) const;

  // Who held an office of a state (or of an organization) on a day (YYYY-MM-DD); kNoEntry where
  // unknown.
  EntryIndex holder(EntryIndex office, EntryIndex body, std::string_view day) const;

  // All tenures of a person, and of an office of a state or organization, in the order of the
  // tables.
  std::span<const Tenure> tenures_of(EntryIndex person) const;
  std::span<const Tenure> tenures_of(EntryIndex office, EntryIndex body) const;

  // All who held an office, of whatever state or organization; those with a surname.
  std::vector<Tenure> tenures_of_office(EntryIndex office) const;
  std::span<const EntryIndex> persons_called(RegisterWord surname) const;

  // Whether a person held an office on a day ("": ever), of whatever state or organization.
  bool held(EntryIndex person, EntryIndex office, std::string_view day) const;

  // The only person with this surname who held an office on a day ("": ever, and no surname with
  // the article, which too many bear); kNoEntry for none or several.
  EntryIndex officer_called(RegisterWord surname, std::string_view day) const;

 private:
  class Builder;
  using Tenures = std::vector<Tenure>;

  static constexpr uint32_t kActorRoot = 0;
  static constexpr uint32_t kOfficeRoot = 1;
  static constexpr uint32_t kNoNode = 0;  // no word leads to a root

  struct Node {
    EntryIndex entry = kNoEntry;  // of a title an index into titles_
    bool leads_on = false;        // further words follow
  };

  // What is said of all offices that share a title.
  struct Title {
    std::vector<EntryIndex> offices;
    EntryIndex body = kNoEntry;  // as in OfficeMatch
  };

  // The node that a word leads to from another, kNoNode where it leads nowhere.
  uint32_t child(uint32_t node, RegisterWord word) const {
    if (node == kActorRoot) return word < begins_.size() ? begins_[word] : kNoNode;
    if (!nodes_[node].leads_on) return kNoNode;
    const auto found = next_.find(edge(node, word));
    return found == next_.end() ? kNoNode : found->second;
  }

  template <typename Next>
  Match longest_match(uint32_t node, Next next) const {
    Match best;
    for (uint32_t step = 1;; ++step) {
      const RegisterWord word = next();
      if (word == kNoRegisterWord) return best;
      node = child(node, word);
      if (node == kNoNode) return best;
      if (nodes_[node].entry != kNoEntry) best = {nodes_[node].entry, step};
    }
  }

  static std::string key_of(EntryKind kind, std::string_view slug);
  static uint64_t edge(uint32_t node, RegisterWord word) { return uint64_t{node} << 32 | word; }
  static uint64_t office_key(EntryIndex office, EntryIndex body) {
    return static_cast<uint64_t>(static_cast<uint32_t>(office)) << 32 | static_cast<uint32_t>(body);
  }

  std::vector<RegisterEntry> entries_;
  absl::flat_hash_map<std::string, RegisterWord> words_;
  absl::flat_hash_map<std::string, std::vector<RegisterWord>> foreign_words_;  // by skeleton
  std::vector<std::string> spellings_;                                         // by RegisterWord
  std::vector<Node> nodes_;                       // the first two are roots
  absl::flat_hash_map<uint64_t, uint32_t> next_;  // edge -> node, but for names' first words
  std::vector<uint32_t> begins_;                  // by a name's first word: its node
  std::vector<Title> titles_;
  absl::flat_hash_map<std::string, EntryIndex> adjectives_;
  absl::flat_hash_map<std::string, EntryIndex> keys_;  // kind letter + slug
  absl::flat_hash_map<uint64_t, Tenures> tenures_of_office_;
  absl::flat_hash_map<EntryIndex, Tenures> tenures_of_person_;
  absl::flat_hash_map<RegisterWord, std::vector<EntryIndex>> surnames_;
};

}  // namespace musnad
