#include "statements/kind.h"

namespace musnad {
namespace {

constexpr TokenIndex kShortestQuotation = 3;  // shorter ones are names and borrowed words

bool in_quotation(const Context& context, TokenIndex t, TokenIndex shortest) {
  for (int32_t q = context.quotation_of(t); q >= 0; q = context.document().quotations[q].parent) {
    if (context.document().quotations[q].tokens.size() >= shortest) return true;
  }
  return false;
}

bool is_first_person(const Context& context, TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const Analysis& best = context.word(t).best();
    if (best.pos == Pos::kVerb && best.agreement.person == 1) return true;
    if (best.pos == Pos::kPronoun && best.agreement.person == 1) return true;
    if (best.enclitic.person == 1) return true;
  }
  return false;
}

}  // namespace

bool is_quoted(const Context& context, TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (context.token(t).kind == TokenKind::kPunctuation) continue;
    if (!in_quotation(context, t, 1)) return false;
  }
  return true;
}

Kind kind_of(const Context& context, const Statement& statement) {
  TokenIndex quoted = 0, plain = 0;
  for (const Statement::Content& content : statement.content) {
    for (TokenIndex t = content.tokens.begin; t < content.tokens.end; ++t) {
      if (context.token(t).kind == TokenKind::kPunctuation) continue;
      ++(in_quotation(context, t, content.direct ? 1 : kShortestQuotation) ? quoted : plain);
    }
  }
  if (plain == 0) return Kind::kDirect;
  if (quoted > 0) return Kind::kMixed;
  const TokenRange first = statement.content.front().tokens;
  const bool behind_colon = first.begin > 0 && context.is_mark(first.begin - 1, ':');
  return behind_colon && is_first_person(context, first) ? Kind::kDirect : Kind::kIndirect;
}

}  // namespace musnad
