// Any bytes as an article: a record whose spans lie inside the text, or an error.
#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "formats/record_json.h"
#include "musnad/reader.h"

using namespace musnad;

namespace {

void check(Span span, const Record& record) {
  if (span.begin >= span.end || span.end > record.characters) std::abort();
}

void check(const Record& record) {
  for (const ActorRecord& actor : record.actors) {
    if (actor.name.empty()) std::abort();
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

// The words of a text, without the spaces and line feeds between them.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

// Every other time a word of the text takes the place of another: parsers of phrases and clauses
// must come to an end whatever follows whatever.
extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size,
                                          unsigned seed) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::vector<std::string_view> words = words_of(text);
  if (seed % 2 == 0 || words.empty()) return LLVMFuzzerMutate(data, size, max_size);
  std::minstd_rand random(seed);
  const std::string_view word = words[random() % words.size()];
  const std::string_view place = words[random() % words.size()];
  std::string mutated = text;
  mutated.replace(static_cast<size_t>(place.data() - text.data()), place.size(), word);
  mutated.resize(std::min(mutated.size(), max_size));
  std::copy(mutated.begin(), mutated.end(), data);
  return mutated.size();
}

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
