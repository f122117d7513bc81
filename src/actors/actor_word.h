// What one word form can be in a phrase that stands for an actor: a title, an institution, a nisba,
// a given name, the first word of a phrase of the register. Worked out once for each folded form
// and remembered, so that later steps only look.
#pragma once

#include <absl/container/node_hash_map.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actor_lexicon.h"
#include "actors/register.h"
#include "actors/spellings.h"
#include "morphology/by_word.h"
#include "morphology/morphology.h"
#include "text/document.h"

namespace musnad {

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

struct ActorWord {
  uint32_t roles = 0;  // Role bits
  WordClass kind = WordClass::kBreak;
  uint8_t proclitics = 0;  // Proclitic bits
  uint16_t bodies = 0;     // BodyKind bits of those for whom the noun alone may stand
  uint16_t joints =
      0;  // Joint bits: of a title, what may join its complement; of a preposition, its own
  bool pronoun : 1 = false;      // carries an attached pronoun
  bool nisba_shape : 1 = false;  // ends like a nisba (ي, ية, يون …)
  bool demonstrative : 1 = false;
  bool masdar : 1 = false;
  bool adjective : 1 = false;  // may be one, whatever else it is
  bool of_person : 1 = false;  // the feminine of a noun that has both genders (وزيرة, شقيقة)
  bool reports : 1 = false;       // may be a finite verb of reporting
  bool says_more : 1 = false;     // may be one that goes on with what somebody said: وأضاف
  bool words : 1 = false;         // what somebody said, with his pronoun: قوله, تأكيده
  bool takes_person : 1 = false;  // a verb whose object is a person (اتهم, حث)
  bool accusative : 1 =
      false;  // ends as a noun in the indefinite accusative (تقريرا) or a dual does
  bool construct : 1 = false;  // a form that only stands before its complement (مسؤولو)
  Held held = Held::kNow;      // of an attribute: what it says of a title
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

// A word of a person's name: ActorWord::person and ActorWord::skeleton.
struct NameWord {
  SpellingId id = 0;
  SpellingId skeleton = 0;
  bool given = false;  // a first name
};

// Remembers the ActorWord of every Word that it has seen. One a WordCache; not thread-safe.
// ActorWords stay at their address until forget() is called.
class ActorWordCache {
 public:
  ActorWordCache(const ActorLexicon& lexicon, const Register& actors, const Morphology& morphology);

  // Fetches what lookup() will read from memory, long before it is called.
  void prefetch(const Word& word) const { words_.prefetch(word); }
  // With `prefixed` the first letter of an unknown word is taken for the clitic that it may be.
  const ActorWord& lookup(const Word& word, bool prefixed = false);

  // The words of the name of a person of the register, without particles. Stays until forget().
  const std::vector<NameWord>& name_of(EntryIndex person);

  const ActorLexicon& lexicon() const { return lexicon_; }
  const Morphology& morphology() const { return morphology_; }

  // The id of a folded spelling, new where it was not met before. Stays the same for an article.
  SpellingId intern(std::string_view spelling) { return spellings_.intern(spelling); }
  // The folded spelling of an id, which must not be 0.
  std::string_view spelling(SpellingId id) const { return spellings_[id]; }

  // Between articles: forgets what WordCache::trim() returned; everything where too many spellings
  // have come together.
  void forget(std::span<const WordId> words);

 private:
  ActorWord classify(const Word& word, bool prefixed);
  // Of a stem as part of a person's name, and its id.
  NameWord name_word(std::string_view person, SpellingId id, const ActorLexicon::Entry* entry);

  const ActorLexicon& lexicon_;
  const Register& actors_;
  const Morphology& morphology_;
  ByWord<ActorWord> words_;
  absl::node_hash_map<WordId, ActorWord> prefixed_;
  absl::node_hash_map<EntryIndex, std::vector<NameWord>> names_;
  Spellings spellings_;
};

// Sets Token::actor of every token. Needs words. An unknown word begins with a clitic where the
// text has the rest of it as a word of its own.
void find_actor_words(Document& document, ActorWordCache& cache);

}  // namespace musnad
