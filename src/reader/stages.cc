#include "reader/stages.h"

#include <algorithm>
#include <thread>

#include "lexicon/embedded.h"
#include "text/text.h"

namespace musnad {
namespace {

// Word forms that one thread alone remembers, that several remember together, and those that each
// may remember at any rate. A form takes 340 bytes.
constexpr size_t kMostFormsAlone = 195000;
constexpr size_t kMostForms = 136000;
constexpr size_t kMostFormsOfOne = 60000;

size_t most_forms(size_t threads) {
  return threads == 1 ? kMostFormsAlone : std::max(kMostForms / threads, kMostFormsOfOne);
}

template <typename T>
bool take(Expected<T> loaded, T& place, std::optional<Error>& error) {
  if (loaded) {
    place = std::move(*loaded);
  } else {
    error = loaded.error();
  }
  return loaded.has_value();
}

}  // namespace

Expected<Stages> Stages::load(std::span<const std::string> registers) {
  // The register takes half of the time: a second thread reads it.
  Expected<std::unique_ptr<Register>> actors;
  std::jthread second([&] { actors = Register::load(registers); });
  Stages stages;
  std::optional<Error> error;
  const bool loaded = take(Morphology::load(), stages.morphology, error) &&
                      take(TimeLexicon::load(), stages.times, error) &&
                      take(ActorLexicon::load(), stages.actor_words, error) &&
                      take(Tagger::load(embedded_file("models/names.bin")), stages.tagger, error) &&
                      take(StatementModels::load(), stages.statements, error) &&
                      take(EventModels::load(*stages.morphology), stages.events, error) &&
                      take(TalkWords::load(*stages.morphology), stages.talks, error);
  second.join();
  if (!loaded || !take(std::move(actors), stages.actors, error)) return tl::unexpected(*error);
  return stages;
}

Scratch::Scratch(const Stages& stages)
    : words(*stages.morphology),
      times(*stages.times),
      actor_words(*stages.actor_words, *stages.actors, *stages.morphology),
      names(*stages.tagger) {}

void Scratch::trim(size_t threads) {
  const std::vector<WordId> forgotten = words.trim(most_forms(threads));
  times.forget(forgotten);
  actor_words.forget(forgotten);
  names.forget(forgotten);
}

uint32_t read_layers(Document& document, const Stages& stages, Scratch& scratch,
                     std::string_view crawled, std::string_view published) {
  const uint32_t characters = find_tokens(document);
  find_sentences(document);
  find_quotations(document);
  analyze_words(document, scratch.words);
  find_times(document, scratch.times, crawled, published);
  tag_names(document, *stages.tagger, scratch.names);
  find_actors(document, *stages.actors, scratch.actor_words, document.published);
  return characters;
}

}  // namespace musnad
