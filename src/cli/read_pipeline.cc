#include "cli/read_pipeline.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <utility>

namespace musnad {
namespace {

// Articles in work for each thread.
constexpr size_t kTokensPerThread = 4;
// Articles of which longer ones are read one at a time: bytes of text, or of a page, most of which
// is no text.
constexpr size_t kLongText = size_t{64} << 10;
constexpr size_t kLongPage = size_t{1} << 20;
// Digits of the text's hash that are the id of an article without a name.
constexpr size_t kIdDigits = 16;

bool is_long(const RawArticle& raw) {
  const bool page = raw.format == RawFormat::kHtml || raw.format == RawFormat::kFragment;
  return raw.bytes.size() > (page ? kLongPage : kLongText);
}

// An article on its way through the pipeline: first `raw`, then `delivery`.
struct Job {
  Expected<RawArticle> raw;
  Expected<RecordSink::Delivery> delivery;
  bool of_crawl = false;
  bool done = false;
};

class ReadPipeline {
 public:
  ReadPipeline(const Reader& reader, RawSource& source, const InputSettings& settings,
               RecordSink& sink, Console& console)
      : reader_(reader), source_(source), settings_(settings), sink_(sink), console_(console) {}

  bool run() {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    settings_.threads);
    console_.begin_progress();
    tbb::parallel_pipeline(
        settings_.threads * kTokensPerThread,
        tbb::make_filter<void, Job>(tbb::filter_mode::serial_in_order,
                                    [this](tbb::flow_control& flow) { return take(flow); }) &
            tbb::make_filter<Job, Job>(tbb::filter_mode::parallel,
                                       [this](Job job) { return work(std::move(job)); }) &
            tbb::make_filter<Job, void>(tbb::filter_mode::serial_in_order,
                                        [this](Job job) { deliver(std::move(job)); }));
    console_.end_progress();
    if (passed_over_ > 0) {
      console_.note(fmt::format("{} pages of the crawl hold no Arabic article", passed_over_));
    }
    return !stopped_;
  }

 private:
  Job take(tbb::flow_control& flow) {
    Job job;
    Expected<std::optional<RawArticle>> raw = source_.next();
    fraction_ = source_.fraction();
    if (stopped_ || (raw && !*raw)) {
      flow.stop();
      return job;
    }
    if (!raw) {
      job.raw = tl::unexpected(raw.error());
      return job;
    }
    job.raw = std::move(**raw);
    job.of_crawl = job.raw->of_crawl;
    return is_long(*job.raw) ? work(std::move(job)) : job;
  }

  Job work(Job job) const {
    if (std::exchange(job.done, true)) return job;
    job.delivery = job.raw ? read(std::move(*job.raw)) : tl::unexpected(job.raw.error());
    return job;
  }

  Expected<RecordSink::Delivery> read(RawArticle raw) const {
    const std::string where = raw.where;
    Expected<Article> article = parse_article(std::move(raw), settings_.parse);
    if (!article) return tl::unexpected(article.error());
    if (article->crawled.empty()) article->crawled = settings_.crawled;
    if (article->published.empty()) article->published = settings_.published;
    if (auto delivery = sink_.without_reading(*article)) return std::move(*delivery);
    Expected<Record> record = reader_.read(*article);
    if (!record) return fail(fmt::format("{}: {}", where, record.error().message));
    if (record->article.id.empty()) record->article.id = record->sha256.substr(0, kIdDigits);
    return sink_.prepare(std::move(*record));
  }

  void deliver(Job job) {
    if (stopped_) return;
    if (!job.delivery && job.of_crawl) {
      ++passed_over_;
    } else if (!job.delivery) {
      console_.complain(job.delivery.error().message);
    } else if (const Expected<void> delivered = (*job.delivery)(); !delivered) {
      console_.complain(delivered.error().message);
      stopped_ = true;
    }
    console_.advance(fraction_);
  }

  const Reader& reader_;
  RawSource& source_;
  const InputSettings& settings_;
  RecordSink& sink_;
  Console& console_;
  std::atomic<bool> stopped_ = false;
  std::atomic<double> fraction_ = 0;
  uint64_t passed_over_ = 0;  // pages of a crawl
};

}  // namespace

bool read_records(const Reader& reader, RawSource& source, const InputSettings& settings,
                  RecordSink& sink, Console& console) {
  return ReadPipeline(reader, source, settings, sink, console).run();
}

}  // namespace musnad
