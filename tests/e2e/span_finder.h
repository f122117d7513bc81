// Finds the spans that rows of NAME.expected.tsv give by their words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace musnad {

// Looks in one document, which must outlive it.
class SpanFinder {
 public:
  explicit SpanFinder(const Document& document) : document_(document) {}

  // The first occurrence on token borders from token `from` on.
  std::optional<TokenRange> after(std::string_view phrase, TokenIndex from) const;

  // The last occurrence that ends before token `to`.
  std::optional<TokenRange> before(std::string_view phrase, TokenIndex to) const;

  // The occurrence with the fewest tokens between it and `range`; words glued together may share a
  // token.
  std::optional<TokenRange> nearest(std::string_view phrase, TokenRange range) const;

 private:
  // The end of `phrase` where it begins with token t, or kNoToken.
  TokenIndex match(std::string_view phrase, TokenIndex t) const;

  const Document& document_;
};

using Cells = std::vector<std::string_view>;

// The items of a cell; none for "-".
std::vector<std::string> items(std::string_view cell, std::string_view separator);

}  // namespace musnad
