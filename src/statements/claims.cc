#include "statements/claims.h"

#include <algorithm>

namespace musnad {

std::vector<int32_t> claims_by_token(const Document& document) {
  struct Claim {
    TokenRange tokens;
    int32_t statement;
  };
  std::vector<Claim> claims;
  for (size_t i = 0; i < document.statements.size(); ++i) {
    for (const Statement::Content& content : document.statements[i].content) {
      claims.push_back({content.tokens, static_cast<int32_t>(i)});
    }
  }
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                            : a.tokens.end > b.tokens.end;
  });
  std::vector<int32_t> claimed(document.tokens.size(), -1);
  std::vector<Claim> open;  // those around the token, the innermost last
  size_t next = 0;
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    for (; next < claims.size() && claims[next].tokens.begin <= t; ++next) {
      open.push_back(claims[next]);
    }
    while (!open.empty() && open.back().tokens.end <= t) open.pop_back();
    if (!open.empty()) claimed[t] = open.back().statement;
  }
  return claimed;
}

}  // namespace musnad
