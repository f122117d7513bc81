// The stages in the order of the data: everything that reading needs, loaded once, and the scratch
// that a thread keeps between articles.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "actors/coreference.h"
#include "actors/tagger.h"
#include "events/events.h"
#include "morphology/morphology.h"
#include "musnad/error.h"
#include "statements/statements.h"
#include "talks/talks.h"
#include "text/document.h"
#include "times/times.h"

namespace musnad {

// Language data and weights. Immutable; shared by threads.
struct Stages {
  std::unique_ptr<Morphology> morphology;
  std::unique_ptr<TimeLexicon> times;
  std::unique_ptr<Register> actors;
  std::unique_ptr<ActorLexicon> actor_words;
  std::unique_ptr<Tagger> tagger;
  StatementModels statements;
  EventModels events;
  TalkWords talks;

  // With the user's own tables of actors (paths), see Register::load.
  static Expected<Stages> load(std::span<const std::string> registers = {});
};

// What a thread remembers from article to article: word forms it has met. Not shared.
class Scratch {
 public:
  explicit Scratch(const Stages& stages);

  // Forgets when too much is remembered, so that memory stays bounded. Between articles only.
  // `threads` share the memory, each with a Scratch.
  void trim(size_t threads);

  WordCache words;
  TimeWords times;
  ActorWordCache actor_words;
  TaggerCache names;
};

// All stages up to the actors. `document.text` is set and valid UTF-8; days are YYYY-MM-DD or
// empty. Returns the number of code points.
uint32_t read_layers(Document& document, const Stages& stages, Scratch& scratch,
                     std::string_view crawled, std::string_view published);

}  // namespace musnad
