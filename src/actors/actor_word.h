// What one word form can be in a phrase that stands for an actor: a title, an institution, a nisba,
// a given name, the first word of a phrase of the register. Worked out once for each folded form
// and remembered, so that later steps only look.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/node_hash_map.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "actors/register.h"
#include "morphology/morphology.h"
#include "musnad/error.h"
#include "text/document.h"

namespace musnad {

// What the tables under lexicon/ar/ say of a word. Bits.
enum Role : uint32_t {
  kOfficeRole = 1 << 0,  // titles.tsv
  kSpokesmanRole = 1 << 1,
  kEnvoyRole = 1 << 2,
  kProfessionRole = 1 << 3,
  kPersonRole = 1 << 4,
  kPrefixRole = 1 << 5,  // honorifics.tsv
  kRankRole = 1 << 6,
  kStyleRole = 1 << 7,
  kShortRole = 1 << 8,
  kRoyalRole = 1 << 9,
  kSourceRole = 1 << 10,  // group_nouns.tsv
  kPeopleRole = 1 << 11,
  kQuantifierRole = 1 << 12,
  kBodyRole = 1 << 13,  // institution_nouns.tsv
  kForceRole = 1 << 14,
  kPartyRole = 1 << 15,
  kCompanyRole = 1 << 16,
  kMediaRole = 1 << 17,
  kPlaceRole = 1 << 18,
  kTimeRole = 1 << 19,  // adjuncts.tsv
  kOccasionRole = 1 << 20,
  kAddresseeRole = 1 << 21,
  kGivenNameRole = 1 << 22,  // given_names.tsv
  kParticleRole = 1 << 23,
  kNisbaRole = 1 << 24,      // register: adjective or people of a state
  kDocumentRole = 1 << 25,   // reporting_nouns.tsv: a text that can speak
  kBackRole = 1 << 26,       // group_nouns.tsv: points back to the one named last (الأخير)
  kAttributeRole = 1 << 28,  // attributes.tsv
  kOfficialRole = 1 << 29,   // titles.tsv: whoever holds an office (مسؤول)
  kHomelandRole =
      1 << 30,  // group_nouns.tsv: with a pronoun the state of the one named last (بلاده)
  kPortfolioRole =
      1 << 27,  // institution_nouns.tsv: with the article it means its ministry (الخارجية)

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
  kJoinAl = 2048  // no preposition, a noun with the article
};

// What a word does to the phrase in which it stands.
enum class WordClass : uint8_t {
  kBreak,  // punctuation, complementizer, relative, conjunction, particle, pronoun, adverb
  kVerb,
  kPreposition,
  kNoun,  // known to the lexicon
  kAdjective,
  kName,  // a given name, or unknown to the lexicon: a noun or a name
  kNumber
};

// Ids of spellings, the same for one ActorWordCache. 0 is none.
using SpellingId = uint32_t;

struct ActorWord {
  uint32_t roles = 0;  // Role bits
  WordClass kind = WordClass::kBreak;
  uint8_t proclitics = 0;  // Proclitic bits
  uint16_t joints =
      0;  // Joint bits: of a title, what may join its complement; of a preposition, its own
  bool pronoun = false;      // carries an attached pronoun
  bool nisba_shape = false;  // ends like a nisba (ي, ية, يون …)
  bool demonstrative = false;
  bool masdar = false;
  bool reports = false;       // may be a finite verb of reporting
  bool takes_person = false;  // a verb whose object is a person (اتهم, حث)
  bool construct = false;     // a form that only stands before its complement (مسؤولو)
  Gender gender = Gender::kUnknown;
  Number number = Number::kUnknown;
  SpellingId stem = 0;   // without clitics and article
  SpellingId lemma = 0;  // of a word of the tables: its masculine singular; else the stem
  SpellingId person = 0;  // the stem as part of a person's name: عبد ربه and عبدربه are one
  SpellingId person_bare =
      0;  // of an unknown word, the same without the clitic that it may begin with
  SpellingId skeleton = 0;      // that as a foreign name (name_key.h); 0 for Arabic first names
  EntryIndex state = kNoEntry;  // of a nisba
  RegisterWord bare = kNoRegisterWord;   // without clitics, with its article
  RegisterWord first = kNoRegisterWord;  // the same where a name of the register begins with it
  RegisterWord inner = kNoRegisterWord;  // as a later word

  bool is(uint32_t role) const { return (roles & role) != 0; }
  bool has(Proclitic p) const { return (proclitics & p) != 0; }
  bool definite() const { return has(kAl) || pronoun; }
  bool joined() const { return has(kWa) || has(kFa); }
  bool prefixed() const { return has(kBi) || has(kLi) || has(kKa); }
};

// The tables of the stage, compiled. Immutable; shared by threads.
class ActorLexicon {
 public:
  // Loads the tables that travel in the program.
  static Expected<std::unique_ptr<ActorLexicon>> load();

  // What the tables say of one inflected form.
  struct Entry {
    uint32_t roles = 0;
    uint16_t joints = 0;
    bool construct = false;
    Gender gender = Gender::kUnknown;
    Number number = Number::kUnknown;
    std::string lemma;    // folded
    std::string latin;    // of a given name
    bool arabic = false;  // a given name of Arabic
  };

  // By folded form without clitics and article; nullptr where no table has it.
  const Entry* find(std::string_view stem) const;

 private:
  friend class ActorTables;
  absl::flat_hash_map<std::string, Entry> entries_;
};

// Remembers the ActorWord of every Word that it has seen. One a thread; not thread-safe. ActorWords
// stay at their address until clear() is called.
class ActorWordCache {
 public:
  ActorWordCache(const ActorLexicon& lexicon, const Register& actors, const Morphology& morphology);

  const ActorWord& lookup(const Word& word);
  const ActorLexicon& lexicon() const { return lexicon_; }

  // Between articles: forgets everything. Due whenever the WordCache of the words forgets them.
  void clear();

 private:
  ActorWord classify(const Word& word);
  SpellingId intern(std::string_view spelling);

  const ActorLexicon& lexicon_;
  const Register& actors_;
  const Morphology& morphology_;
  absl::node_hash_map<const Word*, ActorWord> words_;
  absl::flat_hash_map<std::string, SpellingId> spellings_;
};

// Sets Token::actor of every token. Needs words.
void find_actor_words(Document& document, ActorWordCache& cache);

}  // namespace musnad
