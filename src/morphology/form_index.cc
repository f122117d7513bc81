#include "morphology/form_index.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "morphology/letters.h"
#include "morphology/normalize.h"

namespace musnad {

// `count` readings begin at `first`; none in an empty slot.
struct FormIndex::Slot {
  uint32_t hash;
  uint32_t first;
  uint32_t count;
};

namespace {

struct Header {
  uint32_t slots;  // a power of two
  uint32_t readings;
  uint32_t spelling_bytes;
  uint32_t unused;
};

// FNV-1a, its high half folded onto the low one.
uint32_t hash_of(std::string_view key) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

template <typename T>
void append_bytes(std::span<const T> values, std::string& out) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

}  // namespace

uint8_t pack(Agreement agreement) {
  return static_cast<uint8_t>(agreement.person | agreement.gender << 2 | agreement.number << 4);
}

Agreement unpack(uint8_t agreement) {
  Agreement out;
  out.person = agreement & 3;
  out.gender = agreement >> 2 & 3;
  out.number = agreement >> 4 & 3;
  return out;
}

void FormIndexBuilder::add(const InflectedForm& form) {
  assert(form.lemma <= UINT16_MAX);
  const std::string spelling = to_utf8(form.spelling);
  auto [known, inserted] = places_.try_emplace(spelling, static_cast<uint32_t>(spellings_.size()));
  if (inserted) spellings_.append(spelling).push_back('\0');
  FormReading reading;
  reading.spelling = known->second;
  reading.lemma = static_cast<uint16_t>(form.lemma);
  reading.pos = form.pos;
  reading.tense = form.tense;
  reading.agreement = pack(form.agreement);
  reading.proclitics = form.proclitics;
  reading.attachment = form.attachment;
  reading.passive = form.passive;
  entries_.push_back({hash_of(fold(spelling)), reading});
}

std::string FormIndexBuilder::build() {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
  uint32_t size = 1;
  while (size < entries_.size()) size *= 2;
  std::vector<FormIndex::Slot> slots(size, {0, 0, 0});
  std::vector<FormReading> readings;
  for (size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && entries_[end].hash == entries_[begin].hash) {
      readings.push_back(entries_[end++].reading);
    }
    uint32_t at = entries_[begin].hash & (size - 1);
    while (slots[at].count != 0) at = (at + 1) & (size - 1);
    slots[at] = {entries_[begin].hash, static_cast<uint32_t>(begin), static_cast<uint32_t>(end - begin)};
  }
  const Header header{size, static_cast<uint32_t>(readings.size()), static_cast<uint32_t>(spellings_.size()), 0};
  std::string out;
  append_bytes(std::span(&header, 1), out);
  append_bytes(std::span<const FormIndex::Slot>(slots), out);
  append_bytes(std::span<const FormReading>(readings), out);
  return out + spellings_;
}

FormIndex::FormIndex(std::string_view bytes) {
  assert(reinterpret_cast<uintptr_t>(bytes.data()) % alignof(uint64_t) == 0);
  Header header;
  assert(bytes.size() >= sizeof header);
  std::memcpy(&header, bytes.data(), sizeof header);
  const char* at = bytes.data() + sizeof header;
  slots_ = {reinterpret_cast<const Slot*>(at), header.slots};
  at += slots_.size_bytes();
  readings_ = {reinterpret_cast<const FormReading*>(at), header.readings};
  spellings_ = at + readings_.size_bytes();
  assert(spellings_ + header.spelling_bytes == bytes.data() + bytes.size());
}

std::span<const FormReading> FormIndex::lookup(std::string_view key) const {
  const uint32_t hash = hash_of(key);
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask; slots_[at].count != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash) return readings_.subspan(slots_[at].first, slots_[at].count);
  }
  return {};
}

}  // namespace musnad
