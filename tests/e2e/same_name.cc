#include "e2e/same_name.h"

#include <algorithm>
#include <set>
#include <string>

#include "actors/name_key.h"
#include "morphology/normalize.h"
#include "text/text.h"

namespace musnad {
namespace {

std::set<std::string> name_words(std::string_view name) {
  Document document;
  document.text = name;
  find_tokens(document);
  std::set<std::string> words;
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].kind == TokenKind::kPunctuation) continue;
    words.emplace(without_article(fold(document.token_text(t))));
  }
  return words;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  const std::set<std::string> x = name_words(a), y = name_words(b);
  if (x.empty() || y.empty()) return false;
  return std::includes(x.begin(), x.end(), y.begin(), y.end()) ||
         std::includes(y.begin(), y.end(), x.begin(), x.end());
}

}  // namespace musnad
