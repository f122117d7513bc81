// Looking things up by token while statements are found: which mention, time or quotation begins
// here, which sentence and quotation a token stands in, and the few classes of words that clause
// structure hangs on.
#pragma once

#include <algorithm>
#include <vector>

#include "actors/actor_word.h"
#include "morphology/morphology.h"
#include "statements/fixed_phrases.h"
#include "text/document.h"

namespace musnad {

// How a word opens the content of a statement.
enum class Complementizer : uint8_t {
  kNone,
  kBare,     // إن أن: not content itself
  kPronoun,  // أنه إنها ألا: content begins with it
};

// A table by token of one document, which must outlive it as all arguments must. Built once the
// actors' layer stands, for all stages that follow.
class Context {
 public:
  Context(const Document& document, const Morphology& morphology, const Register& actors,
          const FixedPhrases& phrases);

  const Document& document() const { return document_; }
  const Morphology& morphology() const { return morphology_; }
  const Register& actors() const { return actors_; }
  const FixedPhrases& phrases() const { return phrases_; }
  // Behind the last token, and before the first, stands a mark that is none and has an empty word.
  const Token& token(TokenIndex t) const { return t < size_ ? tokens_[t] : nothing(); }
  const Word& word(TokenIndex t) const { return *token(t).word; }
  TokenIndex size() const { return size_; }

  // Indexes into the document's layers, -1 where there is none.
  int32_t mention_at(TokenIndex t) const { return row(t).mention; }  // longest that begins at t
  int32_t mention_ending_at(TokenIndex t) const { return row(t).ending; }  // longest ending there
  int32_t time_at(TokenIndex t) const { return row(t).time; }
  int32_t quotation_opened_at(TokenIndex t) const { return row(t).opened; }
  int32_t quotation_of(TokenIndex t) const { return row(t).quotation; }  // innermost around t
  uint32_t sentence_of(TokenIndex t) const {
    return row(t).sentence;
  }  // the last behind all tokens
  const Sentence& sentence_at(TokenIndex t) const { return document_.sentences[sentence_of(t)]; }

  // Where a short expression of time that ends at `t` begins; `t` where none does.
  TokenIndex before_time(TokenIndex t) const;

  // وبين أن, وبين التقرير أن: whether a token is the verb, spelled like the preposition.
  bool makes_clear(TokenIndex t) const;

  bool is_mark(TokenIndex t, char32_t mark) const { return t < size() && token(t).mark == mark; }
  bool is_comma(TokenIndex t) const { return is(t, kComma); }  // ، , ؛ ;
  bool is_quote(TokenIndex t) const { return is(t, kQuote); }  // any quotation mark
  bool is_stop(TokenIndex t) const { return is(t, kStop); }  // . ! ? ؟ … and the end of the text
  Complementizer complementizer(TokenIndex t) const { return row(t).complementizer; }
  bool has_pos(TokenIndex t, Pos pos) const {  // any analysis
    return t < size() && word(t).may_be(pos);
  }
  bool is_preposition(TokenIndex t) const {  // a word that is likeliest a preposition
    return t < size() && word(t).best().pos == Pos::kPreposition;
  }
  bool is_finite_verb(TokenIndex t) const {  // a word that is likeliest a finite verb
    return is(t, kFiniteVerb);
  }
  bool is_and_verb(TokenIndex t) const { return is(t, kAndVerb); }  // with و or ف in front: وقال
  bool is_subjunctive(TokenIndex t) const;  // أن before a verb that has not happened: أن يعلن

  // Behind the noun phrase that begins at `t`: at least t + 1, at most `end`. Remembered, since
  // the frames of a sentence run over the same words.
  TokenIndex noun_phrase_end(TokenIndex t, TokenIndex end) const;

  // المصدر | نفسه, الوزراء | أنفسهم: a word that says that the noun before it and no other is
  // meant.
  bool is_emphatic(TokenIndex t) const;

  // Whether a pause sign of headlines stands before `t`: خلال لقاء.. | القرشي
  bool is_behind_pause(TokenIndex t) const;

  // Where the words before `t` begin behind the last pause sign of a headline (في كلمة له.. |
  // القرشي), `begin` where there is none.
  TokenIndex behind_pause(TokenIndex begin, TokenIndex t) const;

  // Whether a word does one of these things (ContextWord bits) as it stands, or without clitics.
  bool does(TokenIndex t, uint32_t bits) const {
    return (phrases_.context_word(word(t).key) & bits) != 0;
  }
  bool stem_does(TokenIndex t, uint32_t bits) const {
    return (phrases_.context_word(word(t).stem(word(t).best())) & bits) != 0;
  }

  // Whether the likeliest analysis carries ب, ل or ك as a preposition.
  bool has_preposition_clitic(TokenIndex t) const;

 private:
  enum Class : uint8_t { kComma = 1, kQuote = 2, kStop = 4, kFiniteVerb = 8, kAndVerb = 16 };

  // What is asked of a token, worked out once.
  struct Row {
    int32_t mention = -1, ending = -1, time = -1, opened = -1, quotation = -1;
    uint32_t sentence = 0;
    mutable TokenIndex phrase_end = 0;  // of the noun phrase from here; 0 while nobody asked for it
    Complementizer complementizer = Complementizer::kNone;
    uint8_t classes = 0;  // Class bits
  };

  const Row& row(TokenIndex t) const { return rows_[std::min(t, size_)]; }
  bool is(TokenIndex t, Class c) const { return (row(t).classes & c) != 0; }

  static const Token& nothing();
  void fill_layers();
  void fill_quotations();
  void classify_mark(TokenIndex t);
  void classify_word(TokenIndex t);
  Complementizer read_complementizer(TokenIndex t) const;
  bool is_verb_of_clause(TokenIndex t) const;
  bool reads_finite_verb(TokenIndex t) const;
  bool is_within_initials(TokenIndex t) const;
  bool is_between_two(TokenIndex t) const;

  const Document& document_;
  const Token* tokens_;  // of the document, and how many: asked for more often than all else
  TokenIndex size_;
  const Morphology& morphology_;
  const Register& actors_;
  const FixedPhrases& phrases_;
  std::vector<Row> rows_;  // by token, and one for what stands behind the last
};

}  // namespace musnad
