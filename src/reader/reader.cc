// The Reader: checks an article's bytes, runs the stages, makes the record. Scratch memory is kept
// in a pool, so that as many threads read at once as like.
#include "musnad/reader.h"

#include <fmt/format.h>

#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

#include "actors/actor_codes.h"
#include "actors/romanize.h"
#include "reader/index_words.h"
#include "reader/stages.h"
#include "reader/to_record.h"
#include "text/utf8.h"

namespace musnad {
namespace {

// Scratch memory for the threads that read at one moment.
class ScratchPool {
 public:
  explicit ScratchPool(const Stages& stages) : stages_(stages) {}

  std::unique_ptr<Scratch> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) {
      ++made_;
      return std::make_unique<Scratch>(stages_);
    }
    std::unique_ptr<Scratch> scratch = std::move(free_.back());
    free_.pop_back();
    return scratch;
  }

  void give_back(std::unique_ptr<Scratch> scratch) {
    scratch->trim(made_);
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(scratch));
  }

 private:
  const Stages& stages_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Scratch>> free_;
  std::atomic<size_t> made_ = 0;  // free or taken
};

bool has_arabic(std::string_view text) {
  for (size_t byte = 0; byte < text.size();) {
    if (is_arabic_letter(decode_utf8(text, byte))) return true;
  }
  return false;
}

class StagedReader : public Reader {
 public:
  StagedReader(Stages stages, const ReaderOptions& options)
      : stages_(std::move(stages)), options_(options), pool_(stages_) {
    if (options_.index_words) word_indexer_.emplace(*stages_.morphology);
  }

  Expected<Record> read(const Article& article) const override {
    if (article.text.size() >= UINT32_MAX) {
      return fail(
          fmt::format("{}: the text has {} bytes; the most that can be read is 4 GiB: cut it "
                      "into articles",
                      article.id, article.text.size()));
    }
    const size_t invalid = find_invalid_utf8(article.text);
    if (invalid == std::string_view::npos) return read_valid(article);
    if (!options_.lossy) {
      return fail(
          fmt::format("{}: invalid UTF-8 at byte {}; convert the text to UTF-8 or read it "
                      "with --lossy",
                      article.id, invalid));
    }
    Article mended = article;
    mended.text = replace_invalid_utf8(article.text);
    return read_valid(mended);
  }

 private:
  Expected<Record> read_valid(const Article& article) const {
    if (!has_arabic(article.text)) {
      return fail(fmt::format("{}: no Arabic letter in the text; Musnad reads Arabic", article.id));
    }
    std::unique_ptr<Scratch> scratch = pool_.take();
    Document document;
    document.text = article.text;
    const uint32_t characters =
        read_layers(document, stages_, *scratch, article.crawled, article.published);
    const Context context(document, *stages_.morphology, *stages_.actors,
                          stages_.statements.phrases);
    find_statements(document, context, stages_.statements);
    find_events(document, context, stages_.events);
    find_talks(document, context, stages_.talks);
    code_actors(document, *stages_.actors);
    romanize_actors(document, *stages_.actor_words);
    Record record = to_record(article, document, characters);
    if (word_indexer_) record.index_words = word_indexer_->index_words(document);
    pool_.give_back(std::move(scratch));
    return record;
  }

  const Stages stages_;
  const ReaderOptions options_;
  std::optional<WordIndexer> word_indexer_;
  mutable ScratchPool pool_;
};

}  // namespace

Expected<std::unique_ptr<Reader>> Reader::create(const ReaderOptions& options) {
  auto stages = Stages::load(options.registers);
  if (!stages) return tl::unexpected(stages.error());
  return std::make_unique<StagedReader>(std::move(*stages), options);
}

}  // namespace musnad
