#include "times/times.h"

#include "times/document_day.h"
#include "times/time_context.h"
#include "times/time_grammar.h"
#include "times/time_value.h"

namespace musnad {

void find_times(Document& document, TimeWords& words, std::string_view crawled,
                std::string_view published) {
  const std::vector<TimeSymbol> symbols = find_time_symbols(document, words);
  const std::vector<TimeMatch> matches = TimeGrammar(document, symbols).read();
  const DocumentDay from = find_document_day(document, matches, crawled, published);
  document.published = from.day ? iso_day(*from.day) : "";
  document.published_basis = from.basis;
  TimeContextReader contexts(document, words.lexicon(), matches, from.day);
  for (size_t k = 0; k < matches.size(); ++k) {
    TimeValue value = value_of(matches[k].sense, contexts.read(k));
    if (value.value.empty()) continue;
    contexts.tell(k, value.value);
    document.times.push_back({matches[k].tokens, value.type, std::move(value.value)});
  }
}

}  // namespace musnad
