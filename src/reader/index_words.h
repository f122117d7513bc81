// The words of a document as an archive indexes them, from the analyses that reading has made.
#pragma once

#include <string>
#include <vector>

#include "morphology/morphology.h"
#include "musnad/record.h"
#include "text/document.h"

namespace musnad {

// Immutable; shared by threads.
class WordIndexer {
 public:
  explicit WordIndexer(const Morphology& morphology);

  // Of a document whose words are analysed. Linear.
  IndexWords index_words(const Document& document) const;

 private:
  std::vector<std::string> folded_lemmas_;
};

}  // namespace musnad
