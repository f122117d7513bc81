// What the benchmarks read: a corpus where there is one, else text made of the articles of the
// tests, and single articles as long as one likes.
#pragma once

#include <functional>
#include <string>

#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

// Hands each article of a file or folder to `use`, as the command line reads them, one at a time.
Expected<void> for_each_article(const std::string& path,
                                const std::function<void(const Article&)>& use);

// Writes `count` articles, whose lines are drawn from the articles of the tests, as JSON Lines.
Expected<void> write_made_articles(const std::string& path, size_t count);

// Writes the articles numbered `begin` to `end` (excluded) of a corpus as JSON Lines. Behind its
// last article the corpus begins anew, with other days and about every eighth word replaced.
// Returns the bytes of their texts.
Expected<size_t> write_repeated(const std::string& path, const std::string& corpus, size_t begin,
                                size_t end);

// Words as wc -w counts them: runs without white space.
size_t count_words(std::string_view text);

enum class Shape { kPlain, kNestedQuotations, kUnclosedQuotations };

// One article of about so many bytes: plain lines of the articles of the tests; or statements each
// inside the quotation of the one before, closed at the end; or a quotation opened in each line,
// none closed.
std::string long_text(Shape shape, size_t bytes);

}  // namespace musnad
