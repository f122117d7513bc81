// Token-per-line files ("token TAG", a blank line ends a sentence): how their tokens, cut by
// others, meet ours. The tokens of a sentence are joined by spaces into a line of text, which is
// read like any text; offsets lead back from our tokens to the given ones.
#pragma once

#include <istream>
#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "actors/tagger.h"
#include "morphology/morphology.h"
#include "musnad/error.h"

namespace musnad {

// A block of lines as text, and as a Document with tokens and sentences.
class ConllText {
 public:
  // Each line is a token, UTF-8, or "" between sentences.
  explicit ConllText(std::span<const std::string> lines);
  ConllText(const ConllText&) = delete;  // the document points into the text
  ConllText& operator=(const ConllText&) = delete;

  Document& document() { return document_; }
  const Document& document() const { return document_; }

  // The line that holds a token of the document.
  uint32_t line_of(TokenIndex token) const { return lines_[token]; }

  // The tags of the lines under the document's names. A line belongs to the first name that holds a
  // part of it.
  std::vector<Tag> tags_of_lines(std::span<const Name> names) const;

  // The names that the tags of lines mark, without punctuation marks at their edges.
  std::vector<Name> names_of_lines(std::span<const Tag> tags) const;

 private:
  std::string text_;
  Document document_;
  std::vector<uint32_t> lines_;
  size_t line_count_;
};

// Reads the next block of lines: at least `sentences` sentences, or what is left. The line number
// that comes in is moved on. Every line is cut to its first column; the last columns go to `tags`
// where it is not null. An empty block is the end. An error names the line that is not UTF-8 or has
// no tag.
Expected<std::vector<std::string>> read_conll_block(std::istream& in, size_t sentences,
                                                    size_t& line_number, std::vector<Tag>* tags);

// Reads lines that begin with a token, writes "token TAG" lines with the tags of ANERcorp; blank
// lines stay as they are. Works in blocks of sentences: memory does not grow with the input.
Expected<void> tag_conll(std::istream& in, std::ostream& out, const Tagger& tagger,
                         TaggerCache& cache, WordCache& words);

}  // namespace musnad
