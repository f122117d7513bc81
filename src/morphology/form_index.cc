#include "morphology/form_index.h"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <cassert>
#include <cstring>

#include "morphology/letters.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

struct Header {
  uint32_t slots;  // a power of two
  uint32_t readings;
  uint32_t lemmas;
  uint32_t reporting_lemmas;
  uint32_t text_bytes;
  uint32_t padding;
};

template <typename T>
void append_bytes(std::span<const T> values, std::string& out) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

// Views `count` values at `at` and moves behind them.
template <typename T>
std::span<const T> take(const char*& at, uint32_t count) {
  const std::span<const T> values(reinterpret_cast<const T*>(at), count);
  at += values.size_bytes();
  return values;
}

// Words of grammar are few and frequent; the counts of other lemmas are trusted within these bounds
// only, for forms that several lemmas share are not counted.
constexpr Cost kClosedClassCost = 4 * 16;
constexpr Cost kLeastLemmaCost = 7 * 16;
constexpr Cost kMostLemmaCost = 10 * 16;
constexpr Cost kNameCost = 12 * 16;

bool is_closed_class(Pos pos) {
  switch (pos) {
    case Pos::kNoun:
    case Pos::kAdjective:
    case Pos::kVerb:
    case Pos::kParticiple:
    case Pos::kMasdar:
      return false;
    default:
      return true;
  }
}

// Bytes up to the next multiple of eight.
constexpr size_t padding(size_t bytes) { return (8 - bytes % 8) % 8; }

uint8_t pack(Agreement agreement) {
  return static_cast<uint8_t>(agreement.person | agreement.gender << 2 | agreement.number << 4);
}

}  // namespace

class IndexBuilder {
 public:
  IndexBuilder(const LexiconTables& tables, const SegmentationModel& model)
      : tables_(tables), model_(model) {}

  void add(const InflectedForm& form) {
    assert(form.lemma <= UINT16_MAX);
    const std::string spelling = to_utf8(form.spelling);
    FormReading reading;
    reading.spelling = place(spelling);
    reading.lemma = static_cast<uint16_t>(form.lemma);
    reading.pos = form.pos;
    reading.tense = static_cast<uint8_t>(form.tense) & 3;
    reading.agreement = pack(form.agreement);
    reading.proclitics = form.proclitics;
    reading.attachment = form.attachment & 15;
    reading.passive = form.passive;
    const std::string key = fold(spelling);
    reading.reports = tables_.lemmas[form.lemma].always_reports;
    reading.cost = is_closed_class(form.pos) ? kClosedClassCost : lemma_cost(form.lemma);
    keys_.insert(key);
    entries_.push_back({FormIndex::hash_of(key), reading});
  }

  // Adds the stems that only text or the table of names has.
  void add_unknown_stems() {
    for (const auto& [key, count] : model_.stems()) add_unknown_stem(key, model_.stem_cost(key));
    for (const std::string& name : tables_.names) add_unknown_stem(fold(name), kNameCost);
  }

  std::string build() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
    const std::vector<FormIndex::Slot> slots = make_slots();
    std::vector<FormReading> readings;
    for (const Entry& entry : entries_) readings.push_back(entry.reading);
    std::vector<FormIndex::LemmaText> lemmas;
    for (const LemmaRow& lemma : tables_.lemmas) lemmas.push_back({place(lemma.text), lemma.pos});
    const Header header{static_cast<uint32_t>(slots.size()),
                        static_cast<uint32_t>(readings.size()),
                        static_cast<uint32_t>(lemmas.size()),
                        static_cast<uint32_t>(tables_.reporting_lemmas.size()),
                        static_cast<uint32_t>(texts_.size()),
                        0};
    std::string out;
    append_bytes(std::span(&header, 1), out);
    const SegmentationCosts costs = model_.costs();
    append_bytes(std::span(&costs, 1), out);
    out.resize(out.size() + padding(sizeof costs));
    append_bytes(std::span(slots), out);
    append_bytes(std::span<const FormReading>(readings), out);
    append_bytes(std::span<const FormIndex::LemmaText>(lemmas), out);
    append_bytes(std::span(tables_.reporting_lemmas), out);
    return out + texts_;
  }

 private:
  struct Entry {
    uint32_t hash;
    FormReading reading;
  };

  Cost lemma_cost(LemmaIndex lemma) const {
    return std::clamp(model_.lemma_cost(tables_.lemmas[lemma].text), kLeastLemmaCost,
                      kMostLemmaCost);
  }

  // Adds a stem that has no readings yet.
  void add_unknown_stem(const std::string& key, Cost cost) {
    if (!keys_.insert(key).second) return;
    FormReading reading;
    reading.spelling = place(key);
    reading.attachment = kFree | kBound;
    reading.proclitics = kBi | kLi | kKa | kAl;
    reading.cost = cost;
    entries_.push_back({FormIndex::hash_of(key), reading});
  }

  // Where a text stands, put there if need be.
  uint32_t place(const std::string& text) {
    const auto [known, inserted] = places_.try_emplace(text, static_cast<uint32_t>(texts_.size()));
    if (inserted) texts_.append(text).push_back('\0');
    return known->second;
  }

  // Half-full at most, so that probing stays short.
  std::vector<FormIndex::Slot> make_slots() const {
    size_t keys = 0;
    for (size_t i = 0; i < entries_.size(); ++i)
      keys += i == 0 || entries_[i].hash != entries_[i - 1].hash;
    size_t size = 1;
    while (size < keys * 3 / 2) size *= 2;
    std::vector<FormIndex::Slot> slots(size, {0, 0});
    for (size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
      while (end < entries_.size() && entries_[end].hash == entries_[begin].hash) ++end;
      assert(end - begin <= UINT8_MAX && begin < (1u << 24));
      size_t at = entries_[begin].hash & (size - 1);
      while (slots[at].readings != 0) at = (at + 1) & (size - 1);
      slots[at] = {entries_[begin].hash, static_cast<uint32_t>(begin << 8 | (end - begin))};
    }
    return slots;
  }

  const LexiconTables& tables_;
  const SegmentationModel& model_;
  std::vector<Entry> entries_;
  absl::flat_hash_set<std::string> keys_;
  std::string texts_;
  absl::flat_hash_map<std::string, uint32_t> places_;
};

Agreement unpack(uint8_t agreement) {
  Agreement out;
  out.person = agreement & 3;
  out.gender = agreement >> 2 & 3;
  out.number = agreement >> 4 & 3;
  return out;
}

std::string compile_forms(const LexiconTables& tables, const SegmentationModel& model) {
  IndexBuilder builder(tables, model);
  inflect_all(tables, [&](const InflectedForm& form) { builder.add(form); });
  builder.add_unknown_stems();
  return builder.build();
}

FormIndex::FormIndex(std::string_view bytes) {
  assert(reinterpret_cast<uintptr_t>(bytes.data()) % alignof(uint64_t) == 0);
  assert(bytes.size() >= sizeof(Header));
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  const char* at = bytes.data() + sizeof header;
  costs_ = take<SegmentationCosts>(at, 1).data();
  at += padding(sizeof(SegmentationCosts));
  slots_ = take<Slot>(at, header.slots);
  readings_ = take<FormReading>(at, header.readings);
  lemmas_ = take<LemmaText>(at, header.lemmas);
  reporting_lemmas_ = take<uint32_t>(at, header.reporting_lemmas);
  texts_ = at;
  assert(texts_ + header.text_bytes == bytes.data() + bytes.size());
}

// FNV-1a, its high half folded onto the low one.
uint32_t FormIndex::hash_of(std::string_view key) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

std::span<const FormReading> FormIndex::lookup(uint32_t hash) const {
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask; slots_[at].readings != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const auto found = readings_.subspan(slots_[at].readings >> 8, slots_[at].readings & 0xFF);
    __builtin_prefetch(found.data());
    return found;
  }
  return {};
}

}  // namespace musnad
