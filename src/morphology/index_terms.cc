#include "morphology/index_terms.h"

#include "morphology/normalize.h"

namespace musnad {
namespace {

void set_lower(std::string& lower, std::string_view text) {
  lower = text;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

void append_term(std::string& bytes, std::string_view term, bool is_stem) {
  term = term.substr(0, kMostTermBytes);
  const char size[] = {static_cast<char>(term.size() & 0xFF),
                       static_cast<char>(term.size() >> 8 | (is_stem ? 0x80 : 0))};
  bytes.append(size, sizeof size).append(term);
}

}  // namespace

void set_terms(Terms& terms, std::string_view form, const Word& word,
               std::string_view folded_lemma) {
  terms.stem.clear();
  if ((form.front() & 0x80) == 0) {
    set_lower(terms.lemma, fold(form));
    return;
  }
  const std::string_view stem = word.stem(word.best());
  if (folded_lemma.empty()) {
    set_lower(terms.lemma, stem);
    return;
  }
  terms.lemma = folded_lemma;
  if (stem != folded_lemma) set_lower(terms.stem, stem);
  if (terms.stem == terms.lemma) terms.stem.clear();
}

void append_terms(std::string& bytes, const Terms& terms) {
  append_term(bytes, terms.lemma, false);
  if (!terms.stem.empty()) append_term(bytes, terms.stem, true);
}

}  // namespace musnad
