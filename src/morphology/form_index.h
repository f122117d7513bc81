// The compiled lexicon: the index of all inflected forms, made once when the program is built and
// then only looked up. It is one block of bytes in the machine's own byte order:
//
//   header     counts of the parts below
//   costs      of clitics and of stems that are not in the index
//   slots      a hash table with linear probing: hash of the folded form, its first reading and
//   their number readings   those of one folded form side by side lemmas     text and class of each
//   reporting  the lemma of each row of the reporting tables, verbs first
//   texts      UTF-8, each closed by a zero byte
//
// Forms whose hashes collide share a slot: whoever looks up compares the spelling anyway.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/inflection.h"
#include "morphology/segmentation_model.h"
#include "morphology/word.h"

namespace musnad {

inline constexpr uint16_t kNoFormLemma = UINT16_MAX;

// One inflected form as the index holds it, or a stem that text showed and no table has: then its
// class is kUnknown and it has no lemma.
struct FormReading {
  uint32_t spelling = 0;  // where its spelling begins among the texts
  uint16_t lemma = kNoFormLemma;
  Pos pos = Pos::kUnknown;
  uint8_t tense : 2 = 0;  // Tense
  uint8_t passive : 1 = 0;
  uint8_t attachment : 4 = 0;  // Attachment bits
  uint8_t reports : 1 = 0;     // its lemma always reports speech
  uint8_t agreement = 0;       // see unpack()
  uint8_t proclitics = 0;      // Proclitic bits besides و and ف
  Cost cost = 0;               // of its lemma, or of the unknown stem
};

Agreement unpack(uint8_t agreement);

// Compiles the tables: inflects every word and lays out the bytes of the index.
std::string compile_forms(const LexiconTables& tables, const SegmentationModel& model);

// Looks forms up in the bytes of an index, which must outlive it. Immutable; shared by threads.
class FormIndex {
 public:
  struct LemmaText {
    uint32_t text = 0;  // where it begins among the texts
    Pos pos = Pos::kNoun;
  };

  // `bytes` must be aligned to 8. Asserts that they are an index.
  explicit FormIndex(std::string_view bytes);

  // Linear in the length of the folded form.
  static uint32_t hash_of(std::string_view key);
  // Fetches what lookup() will read from memory, long before it is called.
  void prefetch(uint32_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }
  // The readings of the folded forms with a hash, none when there are none in the lexicon. They are
  // on their way from memory.
  std::span<const FormReading> lookup(uint32_t hash) const;
  std::span<const FormReading> lookup(std::string_view key) const { return lookup(hash_of(key)); }
  // The same for what spelling() will read.
  void prefetch_spellings(std::span<const FormReading> readings) const {
    for (const FormReading& reading : readings) __builtin_prefetch(texts_ + reading.spelling);
  }
  std::string_view spelling(const FormReading& reading) const { return texts_ + reading.spelling; }

  std::span<const LemmaText> lemmas() const { return lemmas_; }
  std::string_view text(const LemmaText& lemma) const { return texts_ + lemma.text; }
  std::span<const uint32_t> reporting_lemmas() const { return reporting_lemmas_; }
  const SegmentationCosts& costs() const { return *costs_; }

 private:
  friend class IndexBuilder;
  struct Slot {
    uint32_t hash;
    uint32_t readings;  // first reading << 8 | number of readings, 0 in an empty slot
  };

  const SegmentationCosts* costs_ = nullptr;
  std::span<const Slot> slots_;
  std::span<const FormReading> readings_;
  std::span<const LemmaText> lemmas_;
  std::span<const uint32_t> reporting_lemmas_;
  const char* texts_ = nullptr;
};

}  // namespace musnad
