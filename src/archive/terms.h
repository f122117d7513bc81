// Remembers the terms (morphology/index_terms.h) of word forms.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <string>
#include <string_view>

#include "morphology/index_terms.h"
#include "morphology/morphology.h"
#include "text/document.h"
#include "text/text.h"

namespace musnad {

// Works the terms of each word form out once and remembers them. Not thread-safe; one a connection.
class TermCache {
 public:
  explicit TermCache(const Morphology& morphology) : morphology_(morphology) {}

  // Holds until the next call.
  const Terms& lookup(std::string_view form);

  // What a word with more letters to come is searched by: folded, without its article.
  static std::string prefix(std::string_view form);

  // Hands each word of `text` to `use(terms, token)`: what is indexed and what is searched in.
  // `text` is valid UTF-8.
  template <typename Use>
  void for_each_word(std::string_view text, Use use) {
    Document document;
    document.text = text;
    find_tokens(document);
    for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
      const Token& token = document.tokens[t];
      if (token.kind == TokenKind::kPunctuation) continue;
      const Terms& terms = lookup(document.token_text(t));
      if (terms.is_word()) use(terms, token);
    }
  }

  // The words of `text` as an index takes them.
  IndexWords index_words(std::string_view text);

 private:
  Terms work_out(std::string_view form) const;

  const Morphology& morphology_;
  absl::flat_hash_map<std::string, Terms> known_;
};

}  // namespace musnad
