// The tables under lexicon/ar/ that tell of persons, titles and institutions, inflected and looked
// up by form.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/latin_spelling.h"
#include "musnad/error.h"
#include "text/document.h"

namespace musnad {

// What the tables under lexicon/ar/ say of a word. Bits.
enum Role : uint32_t {
  kOfficeRole = 1u << 0,  // titles.tsv
  kSpokesmanRole = 1u << 1,
  kEnvoyRole = 1u << 2,
  kProfessionRole = 1u << 3,
  kPersonRole = 1u << 4,
  kOfficialRole = 1u << 5,  // whoever holds an office (مسؤول)
  kPrefixRole = 1u << 6,    // honorifics.tsv
  kRankRole = 1u << 7,
  kStyleRole = 1u << 8,
  kShortRole = 1u << 9,
  kRoyalRole = 1u << 10,
  kSourceRole = 1u << 11,  // group_nouns.tsv
  kPeopleRole = 1u << 12,
  kQuantifierRole = 1u << 13,
  kBackRole = 1u << 14,      // points back to the one named last (الأخير)
  kHomelandRole = 1u << 15,  // with a pronoun the state of the one named last (بلاده)
  kBodyRole = 1u << 16,      // institution_nouns.tsv
  kForceRole = 1u << 17,
  kPartyRole = 1u << 18,
  kCompanyRole = 1u << 19,
  kMediaRole = 1u << 20,
  kPlaceRole = 1u << 21,
  kPortfolioRole = 1u << 22,  // with the article it means its ministry (الخارجية)
  kTimeRole = 1u << 23,       // adjuncts.tsv
  kOccasionRole = 1u << 24,
  kAddresseeRole = 1u << 25,
  kGivenNameRole = 1u << 26,  // given_names.tsv
  kParticleRole = 1u << 27,
  kNisbaRole = 1u << 28,      // register: adjective or people of a state
  kDocumentRole = 1u << 29,   // reporting_nouns.tsv: a text that can speak
  kAttributeRole = 1u << 30,  // attributes.tsv
  kLooseRole = 1u << 31,      // a title may leave it out

  kTitleRoles =
      kOfficeRole | kOfficialRole | kSpokesmanRole | kEnvoyRole | kProfessionRole | kPersonRole,
  kHonorificRoles = kPrefixRole | kRankRole | kStyleRole | kShortRole | kRoyalRole,
  kInstitutionRoles =
      kBodyRole | kForceRole | kPartyRole | kCompanyRole | kMediaRole | kPlaceRole | kPortfolioRole,
  kGroupRoles = kSourceRole | kPeopleRole,
  kNounRoles = kTitleRoles | kHonorificRoles | kInstitutionRoles | kGroupRoles | kDocumentRole
};

// Prepositions that join a complement to a noun. Bits.
enum Joint : uint16_t {
  kJoinBi = 1,
  kJoinAn = 2,
  kJoinAla = 4,
  kJoinIla = 8,
  kJoinMin = 16,
  kJoinFi = 32,
  kJoinBayn = 64,
  kJoinLada = 128,
  kJoinBism = 256,
  kJoinMaa = 512,
  kJoinLi = 1024,
  kJoinAl = 2048,    // no preposition, a noun with the article
  kJoinNoAim = 4096  // not ل with a verbal noun (الحكومة | لحل الأزمة)
};

// The joint of a preposition as the tables spell it (folded or not); nothing for other words.
std::optional<uint16_t> joint_of(std::string_view preposition);

// When the one whom a title with an attribute means holds the office: السابق, المنتخب.
enum class Held : uint8_t { kNow, kBefore, kLater };

// The tables of the stage, compiled. Immutable; shared by threads.
class ActorLexicon {
 public:
  // Loads the tables that travel in the program.
  static Expected<std::unique_ptr<ActorLexicon>> load();

  // What the tables say of one inflected form.
  struct Entry {
    uint32_t roles = 0;
    uint16_t joints = 0;
    uint16_t bodies = 0;  // BodyKind bits
    bool construct = false;
    bool pronoun = false;  // the form has an attached pronoun
    Held held = Held::kNow;
    Gender gender = Gender::kUnknown;
    Number number = Number::kUnknown;
    std::string lemma;    // folded
    std::string latin;    // of a given name
    bool arabic = false;  // a given name of Arabic
  };

  // By folded form without clitics and article; nullptr where no table has it.
  const Entry* find(std::string_view stem) const;

  const LatinSpelling& spelling() const { return spelling_; }
  // The titles of those who are addressed with a style (جلاله: ملك, سلطان), all folded.
  const std::vector<std::string>& bearers(std::string_view style) const;

  // An office and the one that stands for it, by the folded lemmas of their nouns.
  struct SameOffice {
    std::vector<std::string> office, same;
  };
  const std::vector<SameOffice>& same_offices() const { return same_offices_; }

 private:
  friend class ActorTables;
  LatinSpelling spelling_{{}};
  absl::flat_hash_map<std::string, Entry> entries_;
  absl::flat_hash_map<std::string, std::vector<std::string>> bearers_;  // by style
  std::vector<SameOffice> same_offices_;
};

}  // namespace musnad
