// What a thread remembers of the word forms that it has met: one hash look-up a token. Most of its
// time would go by waiting for memory, so forms are looked up by the block: the slots of all are
// fetched, then their entries, then the forms are compared.
#include <algorithm>
#include <array>
#include <string>

#include "morphology/id_table.h"
#include "morphology/morphology.h"
#include "morphology/stable_array.h"

namespace musnad {
namespace {

constexpr uint8_t kMostMet = 3;
constexpr uint8_t kForgotten = UINT8_MAX;
constexpr size_t kForgottenShare = 16;  // forgets a sixteenth of what it remembers at once

}  // namespace

struct WordCache::Impl {
  struct alignas(kCacheLine) Entry {
    Word word;  // begins the cache line: its key and most of its likeliest analysis lie in it
    std::string other_form;  // the form, where the key is not spelled as it is
    uint8_t met = 0;         // how often again, up to kMostMet; or kForgotten

    const std::string& form() const { return other_form.empty() ? word.key : other_form; }
  };

  const Word& add(std::string_view form, uint32_t hash) {
    WordId id = static_cast<WordId>(entries.size());
    if (free.empty()) {
      entries.emplace_back();
    } else {
      id = free.back();
      free.pop_back();
    }
    Entry& entry = entries[id];
    entry.met = 0;
    entry.word = morphology.analyze(form);
    entry.word.id = id;
    entry.other_form = entry.word.key == form ? std::string_view() : form;
    known.add(hash, id);
    return entry.word;
  }

  const Word& lookup(std::string_view form, uint32_t hash) {
    const WordId id = known.find(hash, [&](WordId i) { return entries[i].form() == form; });
    if (id == IdTable::kNone) return add(form, hash);
    Entry& entry = entries[id];
    entry.met += entry.met < kMostMet;
    return entry.word;
  }

  // Goes around the entries from where it stopped last. One that was met again since it last passed
  // stays, and counts as met once less: what comes but once is the first to go.
  std::vector<WordId> forget(size_t count) {
    std::vector<WordId> forgotten;
    for (; forgotten.size() < count; next = (next + 1) % entries.size()) {
      Entry& entry = entries[next];
      if (entry.met == kForgotten) continue;
      if (entry.met > 0) {
        --entry.met;
      } else {
        entry.met = kForgotten;
        forgotten.push_back(static_cast<WordId>(next));
      }
    }
    known.remove([&](WordId id) { return entries[id].met == kForgotten; });
    free.insert(free.end(), forgotten.begin(), forgotten.end());
    return forgotten;
  }

  const Morphology& morphology;
  StableArray<Entry> entries;  // by id
  std::vector<WordId> free;    // ids of entries that are forgotten
  IdTable known;
  size_t next = 0;  // the entry at which forget() goes on
};

WordCache::WordCache(const Morphology& morphology) : impl_(new Impl{morphology, {}, {}, {}, 0}) {}

WordCache::~WordCache() = default;

const Word& WordCache::lookup(std::string_view form) {
  return impl_->lookup(form, IdTable::hash_of(form));
}

void WordCache::lookup(std::span<const std::string_view> forms, std::span<const Word*> words) {
  std::array<uint32_t, kBlock> hashes;
  for (size_t i = 0; i < forms.size(); ++i) {
    hashes[i] = IdTable::hash_of(forms[i]);
    impl_->known.prefetch(hashes[i]);
  }
  for (size_t i = 0; i < forms.size(); ++i) {
    impl_->known.find(hashes[i], [&](WordId id) {
      impl_->entries.prefetch(id);
      return true;
    });
  }
  for (size_t i = 0; i < forms.size(); ++i) words[i] = &impl_->lookup(forms[i], hashes[i]);
}

std::vector<WordId> WordCache::trim(size_t most) {
  const size_t known = impl_->known.size();
  if (known <= most) return {};
  return impl_->forget(known - most + most / kForgottenShare);
}

void analyze_words(Document& document, WordCache& cache) {
  std::array<std::string_view, WordCache::kBlock> forms;
  std::array<const Word*, WordCache::kBlock> words;
  const auto size = static_cast<TokenIndex>(document.tokens.size());
  for (TokenIndex begin = 0; begin < size; begin += WordCache::kBlock) {
    const size_t count = std::min<size_t>(WordCache::kBlock, size - begin);
    for (size_t i = 0; i < count; ++i) forms[i] = document.token_text(begin + i);
    cache.lookup(std::span(forms).first(count), words);
    for (size_t i = 0; i < count; ++i) document.tokens[begin + i].word = words[i];
  }
}

}  // namespace musnad
