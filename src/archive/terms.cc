#include "archive/terms.h"

#include "formats/ascii.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

constexpr size_t kMostForms = 300000;
constexpr std::string_view kArticle = "ال";

}  // namespace

const Terms& TermCache::lookup(std::string_view form) {
  if (const auto found = known_.find(absl::string_view(form.data(), form.size()));
      found != known_.end()) {
    return found->second;
  }
  if (known_.size() >= kMostForms) known_.clear();
  return known_.emplace(form, work_out(form)).first->second;
}

std::string TermCache::prefix(std::string_view form) {
  std::string key = lower_ascii(fold(form));
  if (key.size() > kArticle.size() && key.starts_with(kArticle)) key.erase(0, kArticle.size());
  return key;
}

Terms TermCache::work_out(std::string_view form) const {
  const bool ascii = (form.front() & 0x80) == 0;
  if (ascii) return {lower_ascii(fold(form)), ""};
  const Word word = morphology_.analyze(form);
  const Analysis& best = word.best();
  Terms terms;
  terms.stem = lower_ascii(word.stem(best));
  terms.lemma = best.lemma == kNoLemma ? terms.stem : fold(morphology_.lemma(best.lemma).text);
  if (terms.stem == terms.lemma) terms.stem.clear();
  return terms;
}

}  // namespace musnad
