#include "reader/index_words.h"

#include "morphology/index_terms.h"
#include "morphology/normalize.h"

namespace musnad {

WordIndexer::WordIndexer(const Morphology& morphology) {
  folded_lemmas_.reserve(morphology.lemma_count());
  for (LemmaIndex i = 0; i < morphology.lemma_count(); ++i) {
    folded_lemmas_.push_back(fold(morphology.lemma(i).text));
  }
}

IndexWords WordIndexer::index_words(const Document& document) const {
  IndexWords index;
  index.words.reserve(document.tokens.size());
  index.terms.reserve(2 * document.text.size());
  Terms terms;
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (token.kind == TokenKind::kPunctuation) continue;
    const LemmaIndex lemma = token.word->best().lemma;
    set_terms(terms, document.token_text(t), *token.word,
              lemma == kNoLemma ? std::string_view() : folded_lemmas_[lemma]);
    if (!terms.is_word()) continue;
    index.words.push_back({token.begin, static_cast<uint32_t>(index.terms.size())});
    append_terms(index.terms, terms);
  }
  index.terms.shrink_to_fit();
  return index;
}

}  // namespace musnad
