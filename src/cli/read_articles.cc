#include "cli/read_articles.h"

#include <fmt/format.h>

#include <memory>
#include <utility>
#include <vector>

#include "formats/html_report.h"
#include "formats/record_json.h"

namespace musnad {
namespace {

// The most text that one HTML page may show.
constexpr size_t kMostHtmlText = size_t{16} << 20;

// One record a line of JSON.
class JsonLines : public RecordSink {
 public:
  explicit JsonLines(Output& out) : out_(out) {}

  Delivery prepare(Record record) override {
    return [this, line = render_json(record) + "\n"] { return out_.write(line); };
  }

 private:
  Output& out_;
};

// Records for people, a blank line between them.
class Terminal : public RecordSink {
 public:
  Terminal(Output& out, const TerminalOptions& options) : out_(out), options_(options) {}

  Delivery prepare(Record record) override {
    return [this, text = render_terminal(record, options_)] {
      return out_.write(std::exchange(begun_, true) ? "\n" + text : text);
    };
  }

 private:
  Output& out_;
  const TerminalOptions& options_;
  bool begun_ = false;  // a record was written
};

// One page of all records.
class Page : public RecordSink {
 public:
  Delivery prepare(Record record) override {
    return [this, shared = std::make_shared<Record>(std::move(record))] {
      return add(std::move(*shared));
    };
  }

  const std::vector<Record>& records() const { return records_; }

 private:
  Expected<void> add(Record record) {
    text_ += record.article.text.size();
    if (text_ > kMostHtmlText) {
      return fail(
          fmt::format("the page ends before \"{}\": it would be too big for a browser; read "
                      "fewer articles, or use --format jsonl",
                      record.article.id));
    }
    records_.push_back(std::move(record));
    return {};
  }

  std::vector<Record> records_;
  size_t text_ = 0;  // bytes
};

}  // namespace

void read_articles(const Reader& reader, RawSource& source, const ReadSettings& settings,
                   Output& out, Console& console) {
  const auto read_into = [&](RecordSink&& sink) {
    read_records(reader, source, settings.input, sink, console);
  };
  switch (settings.format) {
    case OutputFormat::kText:
      return read_into(Terminal(out, settings.terminal));
    case OutputFormat::kJsonLines:
      return read_into(JsonLines(out));
    case OutputFormat::kHtml:
      break;
  }
  Page page;
  read_records(reader, source, settings.input, page, console);
  if (page.records().empty()) return;
  if (const Expected<void> written = out.write(render_html(page.records())); !written) {
    console.complain(written.error().message);
  }
}

}  // namespace musnad
