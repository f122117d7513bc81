// The index of inflected forms: compiled once when the program is built, then only looked up. It is one
// block of bytes in the machine's own byte order:
//
//   header     counts of the parts below
//   slots      a hash table with linear probing: hash of the folded form, first reading
//   readings   those of one folded form side by side, the last one marked
//   spellings  UTF-8 with diacritics, each closed by a zero byte
//
// Forms whose hashes collide share their readings: whoever looks up compares the spelling anyway.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "morphology/inflection.h"
#include "morphology/word.h"

namespace musnad {

// One inflected form as the index holds it.
struct FormReading {
  uint32_t spelling = 0;   // where its spelling begins
  uint16_t lemma = 0;
  Pos pos = Pos::kNoun;
  Tense tense = Tense::kNone;
  uint8_t agreement = 0;   // person, gender, number, two bits each from below
  uint8_t proclitics = 0;  // Proclitic bits besides و and ف
  uint8_t attachment = 0;  // Attachment bits
  bool passive = false;
};

uint8_t pack(Agreement agreement);
Agreement unpack(uint8_t agreement);

class FormIndexBuilder {
 public:
  void add(const InflectedForm& form);
  std::string build();

 private:
  struct Entry {
    uint32_t hash;
    FormReading reading;
  };
  std::vector<Entry> entries_;
  std::string spellings_;
  absl::flat_hash_map<std::string, uint32_t> places_;  // of the spellings
};

// Looks forms up in the bytes of an index, which must outlive it. Immutable; shared by threads.
class FormIndex {
 public:
  // `bytes` must be aligned to 8. Asserts that they are an index.
  explicit FormIndex(std::string_view bytes);

  // The readings of a folded form, none when it is not in the lexicon.
  std::span<const FormReading> lookup(std::string_view key) const;
  std::string_view spelling(const FormReading& reading) const { return spellings_ + reading.spelling; }

 private:
  struct Slot;
  friend class FormIndexBuilder;

  std::span<const Slot> slots_;
  std::span<const FormReading> readings_;
  const char* spellings_ = nullptr;
};

}  // namespace musnad
