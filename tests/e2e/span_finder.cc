#include "e2e/span_finder.h"

namespace musnad {
namespace {

TokenIndex distance(TokenRange a, TokenRange b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

}  // namespace

std::optional<TokenRange> SpanFinder::after(std::string_view phrase, TokenIndex from) const {
  for (TokenIndex t = from; t < document_.tokens.size(); ++t) {
    if (const TokenIndex end = match(phrase, t); end != kNoToken) return TokenRange{t, end};
  }
  return std::nullopt;
}

std::optional<TokenRange> SpanFinder::before(std::string_view phrase, TokenIndex to) const {
  for (TokenIndex t = to; t-- > 0;) {
    const TokenIndex end = match(phrase, t);
    if (end != kNoToken && end <= to) return TokenRange{t, end};
  }
  return std::nullopt;
}

std::optional<TokenRange> SpanFinder::nearest(std::string_view phrase, TokenRange range) const {
  std::optional<TokenRange> best;
  for (auto found = after(phrase, 0); found; found = after(phrase, found->begin + 1)) {
    if (!best || distance(*found, range) < distance(*best, range)) best = found;
  }
  return best;
}

TokenIndex SpanFinder::match(std::string_view phrase, TokenIndex t) const {
  const size_t begin = document_.tokens[t].byte_begin;
  if (document_.text.substr(begin, phrase.size()) != phrase) return kNoToken;
  while (t < document_.tokens.size() && document_.tokens[t].byte_end < begin + phrase.size()) ++t;
  const bool on_border = document_.tokens[t].byte_end == begin + phrase.size();
  return on_border ? t + 1 : kNoToken;
}

std::vector<std::string> items(std::string_view cell, std::string_view separator) {
  std::vector<std::string> out;
  if (cell == "-") return out;
  for (size_t end = cell.find(separator); end != cell.npos; end = cell.find(separator)) {
    out.emplace_back(cell.substr(0, end));
    cell.remove_prefix(end + separator.size());
  }
  out.emplace_back(cell);
  return out;
}

}  // namespace musnad
