#include "actors/document_author.h"

#include <algorithm>

#include "actors/actor_word.h"

namespace musnad {
namespace {

constexpr TokenIndex kAdverbs = 3;  // words of time that may stand before the author

const ActorWord& at(const Document& document, TokenIndex t) { return *document.tokens[t].actor; }

bool is_word(const Document& document, TokenIndex t) {
  return t < document.tokens.size() && document.tokens[t].kind != TokenKind::kPunctuation;
}

// صادر عن, الصادرة عن, صدر أمس عن
bool comes_out(const Document& document, TokenIndex t) {
  constexpr std::string_view kForms[] = {"صادر", "صادره", "صدر", "صدرت"};
  const Word& word = *document.tokens[t].word;
  const std::string_view stem = word.stem(word.best());
  return std::find(std::begin(kForms), std::end(kForms), stem) != std::end(kForms);
}

TokenIndex behind_adverbs(const Document& document, TokenIndex t) {
  for (TokenIndex i = 0; i < kAdverbs && is_word(document, t); ++i, ++t) {
    if (!at(document, t).is(kTimeRole) && !at(document, t).demonstrative) break;
  }
  return t;
}

}  // namespace

TokenIndex author_behind_document(const Document& document, TokenIndex behind) {
  TokenIndex t = behind;
  if (t < document.tokens.size() && document.tokens[t].mark == U'،') ++t;
  if (is_word(document, t) && document.tokens[t].word->best().pos == Pos::kRelative) ++t;
  if (!is_word(document, t) || !is_word(document, t + 1)) return kNoToken;
  if (comes_out(document, t)) {
    const TokenIndex from = behind_adverbs(document, t + 1);
    const bool named = is_word(document, from) && is_word(document, from + 1) &&
                       (at(document, from).joints & kJoinAn) != 0 && !at(document, from).pronoun;
    return named ? from + 1 : kNoToken;
  }
  if (!document.tokens[t].word->may_be(Pos::kVerb)) return kNoToken;  // بعث is a noun besides
  const Word& next = *document.tokens[t + 1].word;
  const bool with = !at(document, t).pronoun && at(document, t + 1).pronoun &&
                    next.best().pos == Pos::kPreposition && next.key.starts_with("ب");  // بعث بها
  if (!with && !at(document, t).pronoun) return kNoToken;
  const TokenIndex author = behind_adverbs(document, t + (with ? 2 : 1));
  return is_word(document, author) ? author : kNoToken;
}

TokenIndex author_before_document(const Document& document, TokenIndex noun) {
  constexpr TokenIndex kReach = 8;
  for (TokenIndex t = noun; t > 0 && noun - t < kReach; --t) {
    if (!is_word(document, t - 1)) return kNoToken;
    if (!comes_out(document, t - 1)) continue;
    const TokenIndex from = behind_adverbs(document, t);
    const bool named = from + 1 < noun && (at(document, from).joints & kJoinAn) != 0 &&
                       !at(document, from).pronoun;
    return named ? from + 1 : kNoToken;
  }
  return kNoToken;
}

}  // namespace musnad
