// Who is meant by a phrase: the cases of resolution_cases.tsv.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "actors/coreference.h"
#include "actors/tagger.h"
#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/morphology.h"
#include "text/text.h"

namespace musnad {
namespace {

// The language data and the memory of words that all cases share.
struct Language {
  std::unique_ptr<Morphology> morphology = std::move(*Morphology::load());
  std::unique_ptr<Register> actors = std::move(*Register::load());
  std::unique_ptr<ActorLexicon> lexicon = std::move(*ActorLexicon::load());
  std::unique_ptr<Tagger> tagger = std::move(*Tagger::load(embedded_file("models/names.bin")));
  WordCache words{*morphology};
  ActorWordCache actor_words{*lexicon, *actors, *morphology};
  TaggerCache names{*tagger};
};

Language& language() {
  static Language instance;
  return instance;
}

// A text as the table writes it, and the bytes of the phrase in it.
struct Marked {
  std::string text;
  size_t begin = 0, end = 0;

  explicit Marked(std::string_view row) {
    constexpr std::string_view kOpen = "⟦", kClose = "⟧", kLine = " ¶ ";
    for (size_t i = 0; i < row.size();) {
      if (row.substr(i).starts_with(kOpen)) {
        begin = text.size();
        i += kOpen.size();
      } else if (row.substr(i).starts_with(kClose)) {
        end = text.size();
        i += kClose.size();
      } else if (row.substr(i).starts_with(kLine)) {
        text += '\n';
        i += kLine.size();
      } else {
        text += row[i++];
      }
    }
  }
};

TokenRange tokens_in(const Document& document, size_t begin, size_t end) {
  TokenRange range{kNoToken, 0};
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (token.byte_begin < begin || token.byte_end > end) continue;
    range.begin = std::min(range.begin, t);
    range.end = t + 1;
  }
  return range;
}

TEST(Resolution, FindsWhoIsMeant) {
  std::ifstream file(RESOLUTION_CASES);
  std::stringstream text;
  text << file.rdbuf();
  const std::string bytes = text.str();
  const auto table =
      Table::parse("resolution_cases.tsv", bytes, {"about", "day", "text", "actor", "key"});
  ASSERT_TRUE(table.has_value()) << table.error().message;
  enum { kAbout, kDay, kText, kActor, kKey };
  EXPECT_GE(table->rows().size(), 150u);
  for (const Table::Row& row : table->rows()) {
    SCOPED_TRACE(testing::Message() << "line " << row.line << ", " << row.cells[kAbout]);
    const Marked marked(row.cells[kText]);
    Document document;
    document.text = marked.text;
    find_tokens(document);
    find_sentences(document);
    find_quotations(document);
    analyze_words(document, language().words);
    tag_names(document, *language().tagger, language().names);
    find_actors(document, *language().actors, language().actor_words, row.cells[kDay]);
    const TokenRange phrase = tokens_in(document, marked.begin, marked.end);
    ASSERT_FALSE(phrase.empty());
    const Actor& actor = document.actors[actor_for_phrase(document, phrase)];
    EXPECT_EQ(actor.name, row.cells[kActor]);
    EXPECT_EQ(actor.key, row.cells[kKey]);
  }
}

}  // namespace
}  // namespace musnad
