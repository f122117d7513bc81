// Reads a folder of gold annotations (text/ID.txt, statements/ID.json, events/ID.json, crawled.tsv)
// for fitting.
#pragma once

#include <string>
#include <vector>

#include "musnad/error.h"
#include "text/document.h"

namespace musnad {

struct GoldStatement {
  TokenRange cue;  // empty where there is none
  TokenRange source;
  std::string speaker;
  std::vector<TokenRange> content;
  bool nested = false;
};

struct GoldEvent {
  TokenRange anchor;
  std::string type;  // as the record names it
  std::vector<std::string> participants;
  std::string time;  // "" for none
};

struct GoldArticle {
  std::string id;
  std::string text;
  std::string crawled;
  std::vector<GoldStatement> statements;  // by tokens of the annotation, see align()
  std::vector<GoldEvent> events;          // likewise
};

enum class GoldLayer { kStatements, kEvents };

// All articles of a folder that have the layer, which is read, in the order of their ids. The texts
// (text/ID.txt, crawled.tsv) are those of the folder `texts`, which may be another one.
Expected<std::vector<GoldArticle>> read_gold(const std::string& folder, GoldLayer layer,
                                             const std::string& texts);

// Rewrites the annotation's token numbers, which count tokens as the annotation guidelines define
// them, to the document's tokens.
void align(GoldArticle& article, const Document& document);

// The scorer's notion of one name: equal after folding, or one contained in the other word for
// word.
bool same_name(std::string_view a, std::string_view b);

}  // namespace musnad
