#include "stage_shares.h"

#include <chrono>
#include <optional>

#include "actors/romanize.h"
#include "formats/record_json.h"
#include "reader/stages.h"
#include "reader/to_record.h"
#include "text/text.h"
#include "texts.h"

namespace musnad {
namespace {

class StageClock {
 public:
  // Runs one article through all stages.
  void read(const Article& article, const Stages& stages, Scratch& scratch) {
    Document document;
    document.text = article.text;
    uint32_t characters = 0;
    time(0, [&] {
      characters = find_tokens(document);
      find_sentences(document);
      find_quotations(document);
    });
    time(1, [&] { analyze_words(document, scratch.words); });
    time(2, [&] { find_times(document, scratch.times, article.crawled, article.published); });
    time(3, [&] { tag_names(document, *stages.tagger, scratch.names); });
    time(4,
         [&] { find_actors(document, *stages.actors, scratch.actor_words, document.published); });
    std::optional<Context> context;
    time(5, [&] {
      context.emplace(document, *stages.morphology, *stages.actors, stages.statements.phrases);
      find_statements(document, *context, stages.statements);
    });
    time(6, [&] { find_events(document, *context, stages.events); });
    time(7, [&] { find_talks(document, *context, stages.talks); });
    time(8, [&] {
      romanize_actors(document, *stages.actor_words);
      render_json(to_record(article, document, characters));
    });
    scratch.trim(1);
  }

  std::vector<StageShare> take() { return std::move(shares_); }

 private:
  template <typename Work>
  void time(size_t stage, Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    shares_[stage].seconds += took.count();
  }

  std::vector<StageShare> shares_{{"text"},   {"morphology"}, {"times"},
                                  {"names"},  {"actors"},     {"statements"},
                                  {"events"}, {"talks"},      {"record and JSON"}};
};

}  // namespace

Expected<std::vector<StageShare>> measure_stages(const std::string& path) {
  const Expected<Stages> stages = Stages::load();
  if (!stages) return tl::unexpected(stages.error());
  Scratch scratch(*stages);
  StageClock clock;
  const Expected<void> read = for_each_article(
      path, [&](const Article& article) { clock.read(article, *stages, scratch); });
  if (!read) return tl::unexpected(read.error());
  return clock.take();
}

}  // namespace musnad
