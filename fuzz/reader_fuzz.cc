// Any bytes as an article: a record whose spans lie inside the text, or an error.
#include <cstdlib>

#include "formats/record_json.h"
#include "musnad/reader.h"

using namespace musnad;

namespace {

void check(Span span, const Record& record) {
  if (span.begin >= span.end || span.end > record.characters) std::abort();
}

void check(const Record& record) {
  for (const ActorRecord& actor : record.actors) {
    for (const auto& mention : actor.mentions) check(mention.span, record);
  }
  for (const TimeRecord& time : record.times) check(time.span, record);
  for (const StatementRecord& statement : record.statements) {
    for (const auto& part : {statement.cue, statement.source, statement.question}) {
      if (part) check(*part, record);
    }
    for (const auto& content : statement.content) check(content.span, record);
  }
}

const Reader& lossy_reader() {
  static const std::unique_ptr<Reader> reader = [] {
    auto created = Reader::create({.lossy = true});
    if (!created) std::abort();
    return std::move(*created);
  }();
  return *reader;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Article article;
  article.text.assign(reinterpret_cast<const char*>(data), size);
  article.crawled = "2031-03-04";
  const Expected<Record> record = lossy_reader().read(article);
  if (!record) return 0;
  check(*record);
  render_json(*record);
  return 0;
}
