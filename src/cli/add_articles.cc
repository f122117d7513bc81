#include "cli/add_articles.h"

#include <future>
#include <memory>
#include <mutex>
#include <utility>

namespace musnad {
namespace {

// A transaction is full at so many records or so many bytes of text.
constexpr size_t kMostRecords = 1000;
constexpr size_t kMostText = size_t{8} << 20;

class ArchiveSink : public RecordSink {
 public:
  ArchiveSink(ArchiveWriter& writer, Archive& archive, const ReportAdded& report)
      : writer_(writer), archive_(archive), report_(report) {}

  std::optional<Delivery> without_reading(const Article& article) override {
    const std::lock_guard lock(archive_mutex_);
    Expected<std::string> id = archive_.known_as(article);
    if (!id || id->empty()) return std::nullopt;  // an error is met again when the record is added
    return [this, id = std::move(*id)] { return take_known(id); };
  }

  Delivery prepare(Record record) override {
    return [this, shared = std::make_shared<Record>(std::move(record))] {
      return take(std::move(*shared));
    };
  }

  // To be called once after the last delivery.
  Expected<void> finish() {
    report_known();
    Expected<void> written = write_batch();
    if (written) written = wait();
    counts_.complete = written.has_value();
    return written;
  }

  const AddedCounts& counts() const { return counts_; }

 private:
  Expected<void> take(Record record) {
    text_ += record.article.text.size();
    batch_.push_back(std::move(record));
    if (batch_.size() < kMostRecords && text_ < kMostText) return {};
    return write_batch();
  }

  Expected<void> take_known(const std::string& id) {
    ++counts_.known;
    known_.push_back({Added::Outcome::kKnown, id});
    if (known_.size() == kMostRecords) report_known();
    return {};
  }

  void report_known() { report_(std::exchange(known_, {})); }

  // Hands the batch to a thread of its own, when the one before is written.
  Expected<void> write_batch() {
    if (const Expected<void> before = wait(); !before) return before;
    text_ = 0;
    running_ = std::async(std::launch::async,
                          [this, batch = std::exchange(batch_, {})] { return writer_.add(batch); });
    return {};
  }

  Expected<void> wait() {
    if (!running_.valid()) return {};
    const Expected<std::vector<Added>> added = running_.get();
    if (!added) return tl::unexpected(added.error());
    for (const Added& one : *added) {
      counts_.fresh += one.outcome == Added::Outcome::kNew;
      counts_.known += one.outcome == Added::Outcome::kKnown;
      counts_.replaced += one.outcome == Added::Outcome::kReplaced;
    }
    report_(*added);
    return {};
  }

  ArchiveWriter& writer_;
  Archive& archive_;
  std::mutex archive_mutex_;
  const ReportAdded& report_;
  std::vector<Record> batch_;
  std::vector<Added> known_;  // not yet reported
  size_t text_ = 0;           // bytes of the batch's texts
  std::future<Expected<std::vector<Added>>> running_;
  AddedCounts counts_;
};

}  // namespace

AddedCounts add_articles(const Reader& reader, RawSource& source, const InputSettings& settings,
                         ArchiveWriter& writer, Archive& archive, const ReportAdded& report,
                         Console& console) {
  ArchiveSink sink(writer, archive, report);
  if (!read_records(reader, source, settings, sink, console)) return sink.counts();
  if (const Expected<void> finished = sink.finish(); !finished) {
    console.complain(finished.error().message);
  }
  return sink.counts();
}

}  // namespace musnad
