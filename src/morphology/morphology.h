// Word analysis: from spelling to clitics, lemma, class and agreement.
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "morphology/word.h"
#include "musnad/error.h"
#include "text/document.h"

namespace musnad {

// A row of lexicon/ar/reporting_verbs.tsv or reporting_nouns.tsv as later stages use it.
enum class Certainty : uint8_t { kAlways, kOften, kSeldom };
enum Complement : uint32_t {
  kAnna = 1,
  kInna = 2,
  kBiAnna = 4,
  kIlaAnna = 8,
  kAlaAnna = 16,
  kAnAnna = 32,
  kMinAnna = 64,
  kAn = 128,
  kQuote = 256,
  kNp = 512,
  kBiNp = 1024,
  kIlaNp = 2048,
  kAlaNp = 4096,
  kAnNp = 8192,
  kMinNp = 16384,
  kLiNp = 32768,
  kFiNp = 65536,
  kLiAn = 131072,
  kHawl = 262144,
  kMatter = 524288
};
enum AddresseeForm : uint8_t {
  kAccAddressee = 1,
  kLiAddressee = 2,
  kIlaAddressee = 4,
  kMinAddressee = 8,
  kAlaAddressee = 16,
  kMustAddressee = 32  // one of them cannot be left out
};

struct ReportingEntry {
  Act act = Act::kSay;
  uint32_t complements = 0;  // Complement bits
  uint8_t addressee = 0;     // AddresseeForm bits
  bool content_includes_addressee = false;
  Polarity polarity = Polarity::kAsserted;
  Certainty certainty = Certainty::kSeldom;
  bool needs_clause = false;  // a statement only before أن/إن, a quotation or a colon
  // Words of which one must follow within three tokens: keys, and lemmas.
  std::vector<std::string> needs_phrase;
  std::vector<std::string> needs_lemma;
  // Words with which a content begins that tells a deed: stems, and the same words as lemmas.
  std::vector<std::string> told_of_deeds;
  std::vector<std::string> deed_lemmas;
  bool tells_stage = false;    // tells where in his speech somebody is: اختتم حديثه
  bool needs_negated = false;  // a statement only under a negation (لم يحدد)
  bool needs_noun = false;  // only with a noun of speech whose light verb it is (جدد دعوته)
  bool only_past = false;   // in the imperfect a thought (يأمل), but said by its words
  bool needs_participle = false;  // only as a participle (عادّا)
  bool needs_document = false;    // only of a document (وجد استطلاع أن)
  bool says_more = false;         // goes on with what somebody said before (وأضاف)
  std::string relay;  // key of the preposition behind which the speaker stands where the
                      // subject only relays (نقلت X عن Y): `relay:عن` among the needs
  bool noun = false;  // from reporting_nouns.tsv
  std::vector<std::string>
      light_verbs;        // lemmas that form one predicate with this noun (وجّه اتهامات)
  bool document = false;  // can itself be the speaker (بيان)

  bool asks_for_words() const { return !needs_phrase.empty() || !needs_lemma.empty(); }
};

struct Lemma {
  std::string text;  // as the table spells it
  Pos pos = Pos::kNoun;
  std::vector<ReportingEntry> reporting;  // empty: not a word of reporting
};

// The compiled lexicon. Immutable; shared by threads.
class Morphology {
 public:
  static Expected<std::unique_ptr<Morphology>> load();
  virtual ~Morphology() = default;

  // Analyses one form, given as the text spells it. Slow: use a WordCache.
  virtual Word analyze(std::string_view form) const = 0;
  virtual const Lemma& lemma(LemmaIndex index) const = 0;
  virtual LemmaIndex lemma_count() const = 0;

  // The rows of reporting that a reading's lemma has; none where it is no word of reporting.
  const std::vector<ReportingEntry>& reporting_of(const Analysis& reading) const;
  // How the table spells a reading's lemma; empty where no table has it.
  std::string_view lemma_text(const Analysis& reading) const;

  // Whether a word is one of those that must follow: تبنى | الهجمات.
  bool asks_for(const ReportingEntry& entry, const Word& word) const;
  // Whether a word at the head of the content tells that a deed is told: هاجم | الموقع.
  bool tells_deed(const ReportingEntry& entry, const Word& word) const;

  // Whether a word may be a form of the verb that the table spells so.
  bool may_be_of_verb(const Word& word, std::string_view verb) const;
};

// Remembers the analysis of every form it has seen and numbers them (Word::id). One a thread; not
// thread-safe. Words stay at their address until trim() forgets them.
class WordCache {
 public:
  explicit WordCache(const Morphology& morphology);
  ~WordCache();

  const Word& lookup(std::string_view form);

  // Looks up to kBlock forms up at once, which waits less for memory than one after the other.
  static constexpr size_t kBlock = 32;
  void lookup(std::span<const std::string_view> forms, std::span<const Word*> words);

  // Between articles: once more than `most` forms are remembered, forgets of them those that were
  // met seldom or long ago, and a few of others beforehand. Returns their ids.
  std::vector<WordId> trim(size_t most);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Stage: sets Token::word of every token.
void analyze_words(Document& document, WordCache& cache);

}  // namespace musnad
