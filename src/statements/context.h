// Looking things up by token while statements are found: which mention, time or quotation begins
// here, which sentence and quotation a token stands in, and the few classes of words that clause
// structure hangs on.
#pragma once

#include <vector>

#include "actors/actor_word.h"
#include "morphology/morphology.h"
#include "text/document.h"

namespace musnad {

// How a word opens the content of a statement.
enum class Complementizer : uint8_t {
  kNone,
  kBare,     // إن أن: not content itself
  kPronoun,  // أنه إنها ألا: content begins with it
};

// Tables by token of one document, which must outlive it. Built once the earlier layers stand.
class Context {
 public:
  Context(const Document& document, const Morphology& morphology, const Register& actors);

  const Document& document() const { return document_; }
  const Morphology& morphology() const { return morphology_; }
  const Register& actors() const { return actors_; }
  // Behind the last token, and before the first, stands a mark that is none and has an empty word.
  const Token& token(TokenIndex t) const { return t < size() ? document_.tokens[t] : nothing(); }
  const Word& word(TokenIndex t) const { return *token(t).word; }
  TokenIndex size() const { return static_cast<TokenIndex>(document_.tokens.size()); }

  // Indexes into the document's layers, -1 where there is none.
  int32_t mention_at(TokenIndex t) const { return at(mention_at_, t); }  // longest that begins at t
  int32_t mention_ending_at(TokenIndex t) const {
    return at(ending_at_, t);
  }  // longest ending there
  int32_t time_at(TokenIndex t) const { return at(time_at_, t); }
  int32_t quotation_opened_at(TokenIndex t) const { return at(opened_at_, t); }
  int32_t quotation_of(TokenIndex t) const { return at(quotation_of_, t); }  // innermost around t
  uint32_t sentence_of(TokenIndex t) const {  // the last one behind all tokens
    return t < size() ? sentence_of_[t] : sentence_of_.back();
  }
  const Sentence& sentence_at(TokenIndex t) const { return document_.sentences[sentence_of(t)]; }

  // Where a short expression of time that ends at `t` begins; `t` where none does.
  TokenIndex before_time(TokenIndex t) const;

  // وبين أن: whether a token is the verb, spelled like the preposition.
  bool makes_clear(TokenIndex t) const;

  bool is_mark(TokenIndex t, char32_t mark) const { return t < size() && token(t).mark == mark; }
  bool is_comma(TokenIndex t) const {  // ، , ؛ ;
    return is_mark(t, 0x060C) || is_mark(t, ',') || is_mark(t, 0x061B) || is_mark(t, ';');
  }
  bool is_quote(TokenIndex t) const;  // any quotation mark
  bool is_stop(TokenIndex t) const;   // . ! ? ؟ …
  Complementizer complementizer(TokenIndex t) const;
  bool has_pos(TokenIndex t, Pos pos) const {  // any analysis
    return t < size() && word(t).may_be(pos);
  }
  bool is_preposition(TokenIndex t) const {  // a word that is likeliest a preposition
    return t < size() && word(t).best().pos == Pos::kPreposition;
  }
  bool is_finite_verb(TokenIndex t) const;  // a word that is likeliest a finite verb
  bool is_and_verb(TokenIndex t) const;     // one with و or ف in front: وقال
  bool is_subjunctive(TokenIndex t) const;  // أن before a verb that has not happened: أن يعلن

  // Behind the noun phrase that begins at `t`: at least t + 1, at most `end`. Remembered, since
  // the frames of a sentence run over the same words.
  TokenIndex noun_phrase_end(TokenIndex t, TokenIndex end) const;

  // Whether a pause sign of headlines stands before `t`: خلال لقاء.. | القرشي
  bool is_behind_pause(TokenIndex t) const;

  // Where the words before `t` begin behind the last pause sign of a headline (في كلمة له.. |
  // القرشي), `begin` where there is none.
  TokenIndex behind_pause(TokenIndex begin, TokenIndex t) const;

  // Whether the likeliest analysis carries ب, ل or ك as a preposition.
  bool has_preposition_clitic(TokenIndex t) const;

 private:
  static int32_t at(const std::vector<int32_t>& table, TokenIndex t) {
    return t < table.size() ? table[t] : -1;
  }
  static const Token& nothing();
  void fill_quotations();
  bool is_within_initials(TokenIndex t) const;
  bool is_emphatic(TokenIndex t) const;

  const Document& document_;
  const Morphology& morphology_;
  const Register& actors_;
  std::vector<int32_t> mention_at_, ending_at_, time_at_, opened_at_, quotation_of_;
  std::vector<uint32_t> sentence_of_;
  mutable std::vector<TokenIndex> phrase_end_;  // by first token; 0 where it was not asked for
};

}  // namespace musnad
