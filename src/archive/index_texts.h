// What the indexes of words are given for a record: the terms of its words, and one for each actor
// who speaks in it, is spoken of in it or relays it.
#pragma once

#include <string>
#include <vector>

#include "archive/terms.h"
#include "musnad/record.h"

namespace musnad {

// The token of a row of the table of actors.
std::string actor_token(int64_t actor);

// The columns of a full-text row, as terms (morphology/index_terms.h).
struct IndexTexts {
  std::string words, speaker, about, outlet;
};

// Reads a record and its words, which it does not own. `actors` are the rows of its actors.
class RecordIndexer {
 public:
  RecordIndexer(const Record& record, const IndexWords& words, const std::vector<int64_t>& actors,
                TermCache& terms);

  // Of the article; its words are all there are, which `words` leaves out.
  IndexTexts article() const;

  // Of a statement, by its index. Statements nested deeply repeat the same words: once four times
  // the words of the text were handed out, further ones come without.
  IndexTexts statement(uint32_t index);

 private:
  struct Mention {
    Span span;
    ActorIndex actor;
  };

  std::string_view terms_of(Span span) const;
  std::string tokens(std::vector<ActorIndex> actors) const;
  std::vector<ActorIndex> mentioned_in(const StatementRecord& statement) const;

  const Record& record_;
  const IndexWords& words_;
  const std::vector<int64_t>& actors_;
  std::string publisher_;          // its words
  std::vector<Mention> mentions_;  // in text order
  size_t room_;                    // bytes of words that statements may still take
};

}  // namespace musnad
