#include "stage_shares.h"

#include <chrono>

#include "formats/record_json.h"
#include "reader/stages.h"
#include "reader/to_record.h"
#include "text/text.h"

namespace musnad {
namespace {

using Clock = std::chrono::steady_clock;

// Books the time since the last call under a stage.
class Stopwatch {
 public:
  explicit Stopwatch(std::vector<StageShare>& shares) : shares_(shares) {}

  void start() { last_ = Clock::now(); }
  void book(size_t stage) {
    const Clock::time_point now = Clock::now();
    shares_[stage].seconds += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }

 private:
  std::vector<StageShare>& shares_;
  Clock::time_point last_;
};

}  // namespace

Expected<std::vector<StageShare>> measure_stages(const std::vector<Article>& articles) {
  const Expected<Stages> stages = Stages::load();
  if (!stages) return tl::unexpected(stages.error());
  Scratch scratch(*stages);
  std::vector<StageShare> shares{{"text"},   {"morphology"}, {"times"},
                                 {"actors"}, {"statements"}, {"record and JSON"}};
  Stopwatch watch(shares);
  for (const Article& article : articles) {
    Document document;
    document.text = article.text;
    watch.start();
    const uint32_t characters = find_tokens(document);
    find_sentences(document);
    find_quotations(document);
    watch.book(0);
    analyze_words(document, scratch.words);
    watch.book(1);
    find_times(document, *stages->times, article.crawled, article.published);
    watch.book(2);
    find_actors(document, *stages->actors, scratch.actor_words, document.published);
    watch.book(3);
    find_statements(document, *stages->morphology, *stages->actors, stages->statements);
    watch.book(4);
    render_json(to_record(article, document, characters));
    watch.book(5);
    scratch.trim();
  }
  return shares;
}

}  // namespace musnad
