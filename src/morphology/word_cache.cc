// What a thread remembers of the word forms that it has met: one hash look-up a token.
#include <absl/container/flat_hash_map.h>

#include <string>
#include <utility>

#include "morphology/morphology.h"
#include "morphology/stable_array.h"

namespace musnad {

struct WordCache::Impl {
  struct Entry {
    std::string form;
    Word word;
    bool met = false;  // again since the last time that forms were forgotten
  };

  Entry& add(std::string_view form) {
    WordId id = static_cast<WordId>(entries.size());
    if (free.empty()) {
      entries.emplace_back();
    } else {
      id = free.back();
      free.pop_back();
    }
    Entry& entry = entries[id];
    entry.form = form;
    entry.word = morphology.analyze(form);
    entry.word.id = id;
    known.emplace(entry.form, &entry);
    return entry;
  }

  const Morphology& morphology;
  StableArray<Entry> entries;                           // by id
  std::vector<WordId> free;                             // ids of entries that are forgotten
  absl::flat_hash_map<std::string_view, Entry*> known;  // the keys are the forms of the entries
};

WordCache::WordCache(const Morphology& morphology) : impl_(new Impl{morphology, {}, {}, {}}) {}

WordCache::~WordCache() = default;

const Word& WordCache::lookup(std::string_view form) {
  const auto found = impl_->known.find(form);
  if (found == impl_->known.end()) return impl_->add(form).word;
  found->second->met = true;  // once more: what comes once only is the first to be forgotten
  return found->second->word;
}

std::vector<WordId> WordCache::trim(size_t most) {
  std::vector<WordId> forgotten;
  if (impl_->known.size() <= most) return forgotten;
  absl::erase_if(impl_->known, [&](const auto& known) {
    Impl::Entry& entry = *known.second;
    if (!entry.met) forgotten.push_back(entry.word.id);
    return !std::exchange(entry.met, false);
  });
  impl_->free.insert(impl_->free.end(), forgotten.begin(), forgotten.end());
  return forgotten;
}

void analyze_words(Document& document, WordCache& cache) {
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    document.tokens[t].word = &cache.lookup(document.token_text(t));
  }
}

}  // namespace musnad
