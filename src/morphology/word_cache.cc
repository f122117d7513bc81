// What a thread remembers of the word forms that it has met: one hash look-up a token.
#include <absl/container/flat_hash_map.h>

#include <deque>
#include <string>

#include "morphology/morphology.h"

namespace musnad {

struct WordCache::Impl {
  struct Entry {
    std::string form;
    Word word;
  };

  const Morphology& morphology;
  std::deque<Entry> entries;  // keeps addresses
  absl::flat_hash_map<std::string_view, const Word*>
      known;  // the keys are the forms of the entries
};

WordCache::WordCache(const Morphology& morphology) : impl_(new Impl{morphology, {}, {}}) {}

WordCache::~WordCache() = default;

const Word& WordCache::lookup(std::string_view form) {
  if (auto found = impl_->known.find(form); found != impl_->known.end()) return *found->second;
  Impl::Entry& entry =
      impl_->entries.emplace_back(Impl::Entry{std::string(form), impl_->morphology.analyze(form)});
  impl_->known.emplace(entry.form, &entry.word);
  return entry.word;
}

bool WordCache::trim(size_t most) {
  if (impl_->entries.size() <= most) return false;
  impl_->known.clear();
  impl_->entries.clear();
  return true;
}

void analyze_words(Document& document, WordCache& cache) {
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    document.tokens[t].word = &cache.lookup(document.token_text(t));
  }
}

}  // namespace musnad
