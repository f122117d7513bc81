#include "cli/read_articles.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <utility>
#include <vector>

#include "formats/html_report.h"
#include "formats/record_json.h"

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
// The most text that one HTML page may show.
constexpr size_t kMostHtmlText = size_t{16} << 20;

bool is_long(const RawArticle& raw) {
  return raw.bytes.size() > (raw.format == RawFormat::kHtml ? kLongPage : kLongText);
}

// An article on its way through the pipeline: first `raw`, then `record`, then `rendered`.
struct Job {
  Expected<RawArticle> raw;
  Expected<Record> record;
  std::string rendered;
  bool done = false;
};

class ReadPipeline {
 public:
  ReadPipeline(const Reader& reader, RawSource& source, const ReadSettings& settings, Output& out,
               Console& console)
      : reader_(reader), source_(source), settings_(settings), out_(out), console_(console) {}

  void run() {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    settings_.threads);
    tbb::parallel_pipeline(
        settings_.threads * kTokensPerThread,
        tbb::make_filter<void, Job>(tbb::filter_mode::serial_in_order,
                                    [this](tbb::flow_control& flow) { return take(flow); }) &
            tbb::make_filter<Job, Job>(tbb::filter_mode::parallel,
                                       [this](Job job) { return work(std::move(job)); }) &
            tbb::make_filter<Job, void>(tbb::filter_mode::serial_in_order,
                                        [this](Job job) { deliver(std::move(job)); }));
    if (settings_.format == OutputFormat::kHtml && !page_.empty()) write(render_html(page_));
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
    return is_long(*job.raw) ? work(std::move(job)) : job;
  }

  Job work(Job job) const {
    if (std::exchange(job.done, true)) return job;
    job.record = job.raw ? read(std::move(*job.raw)) : tl::unexpected(job.raw.error());
    if (!job.record) return job;
    switch (settings_.format) {
      case OutputFormat::kText:
        job.rendered = render_terminal(*job.record, settings_.terminal);
        break;
      case OutputFormat::kJsonLines:
        job.rendered = render_json(*job.record) + "\n";
        break;
      case OutputFormat::kHtml:
        return job;
    }
    job.record = Record();
    return job;
  }

  Expected<Record> read(RawArticle raw) const {
    const std::string where = raw.where;
    Expected<Article> article = parse_article(std::move(raw), settings_.parse);
    if (!article) return tl::unexpected(article.error());
    if (article->crawled.empty()) article->crawled = settings_.crawled;
    if (article->published.empty()) article->published = settings_.published;
    Expected<Record> record = reader_.read(*article);
    if (!record) return fail(fmt::format("{}: {}", where, record.error().message));
    if (record->article.id.empty()) record->article.id = record->sha256.substr(0, kIdDigits);
    return record;
  }

  void deliver(Job job) {
    if (stopped_) return;
    if (!job.record) {
      console_.complain(job.record.error().message);
    } else if (settings_.format == OutputFormat::kHtml) {
      add_to_page(std::move(*job.record));
    } else {
      const bool separate = settings_.format == OutputFormat::kText && std::exchange(begun_, true);
      write(separate ? "\n" + job.rendered : job.rendered);
    }
    console_.advance(fraction_);
  }

  void add_to_page(Record record) {
    page_text_ += record.article.text.size();
    if (page_text_ <= kMostHtmlText) {
      page_.push_back(std::move(record));
      return;
    }
    console_.complain(
        fmt::format("the page ends before \"{}\": it would be too big for a browser; read "
                    "fewer articles, or use --format jsonl",
                    record.article.id));
    stopped_ = true;
  }

  void write(std::string_view bytes) {
    const Expected<void> written = out_.write(bytes);
    if (written) return;
    console_.complain(written.error().message);
    stopped_ = true;
  }

  const Reader& reader_;
  RawSource& source_;
  const ReadSettings& settings_;
  Output& out_;
  Console& console_;
  std::atomic<bool> stopped_ = false;
  std::atomic<double> fraction_ = 0;
  bool begun_ = false;  // a record was written
  std::vector<Record> page_;
  size_t page_text_ = 0;
};

}  // namespace

void read_articles(const Reader& reader, RawSource& source, const ReadSettings& settings,
                   Output& out, Console& console) {
  ReadPipeline(reader, source, settings, out, console).run();
}

}  // namespace musnad
