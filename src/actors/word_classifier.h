// Works out what one word form can be in a phrase that stands for an actor (actor_word.h), from its
// morphology, the tables and the register.
#pragma once

#include <absl/container/inlined_vector.h>

#include <string>
#include <string_view>

#include "actors/actor_word.h"

namespace musnad {

// One way to take the clitics off a folded word.
struct Reading {
  uint8_t proclitics = 0;
  std::string_view stem;   // without the article
  std::string_view whole;  // with it
  bool shadowed = false;   // another reading takes the article off
};

using Readings = absl::InlinedVector<Reading, 8>;

// Works out one word, step by step; `stem` is what remains of it without clitics.
class Classifier {
 public:
  Classifier(const ActorLexicon& lexicon, const Register& actors, const Morphology& morphology,
             const Word& word);

  // With `prefixed` the first letter of an unknown word is taken for the clitic that it may be.
  void run(bool prefixed) {
    from_analysis();
    from_tables();
    from_variants();
    from_letter_name();
    if (entry != nullptr) take_entry();
    from_reporting();
    correct_class();
    from_ending();
    settle_first_letter(prefixed);
  }

  ActorWord out;
  std::string_view stem;  // of the word, as all that views letters here
  // Of an unknown word, the stem behind the clitic that it may begin with.
  std::string_view bare_stem;
  const ActorLexicon::Entry* entry = nullptr;

 private:
  void from_analysis();
  void take_noun_with_li(const Analysis& best, bool women);
  void from_tables();
  void from_variants();
  void from_letter_name();
  void take_entry();
  void from_reporting();
  bool surely_reports() const;
  void correct_class();
  void from_ending();
  void settle_first_letter(bool prefixed);
  const ActorLexicon::Entry* find(const Reading& way);

  const ActorLexicon& lexicon_;
  const Register& actors_;
  const Morphology& morphology_;
  const Word& word_;
  std::string behind_li_;  // لل…: what follows the first letter, with the alif that it lost
  const Readings ways_;
  bool closed_ = false;  // a word of grammar
};

}  // namespace musnad
