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

IndexWords TermCache::index_words(std::string_view text) {
  IndexWords index;
  for_each_word(text, [&](const Terms& terms, const Token& token) {
    index.words.push_back({token.begin, static_cast<uint32_t>(index.terms.size())});
    append_terms(index.terms, terms);
  });
  return index;
}

Terms TermCache::work_out(std::string_view form) const {
  const Word word = morphology_.analyze(form);
  const LemmaIndex lemma = word.best().lemma;
  Terms terms;
  set_terms(terms, form, word, lemma == kNoLemma ? "" : fold(morphology_.lemma(lemma).text));
  return terms;
}

}  // namespace musnad
