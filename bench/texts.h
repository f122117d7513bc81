// What the benchmarks read: a corpus where there is one, else text made of the articles of the tests, and
// single articles as long as one likes.
#pragma once

#include <string>
#include <vector>

#include "musnad/error.h"
#include "musnad/record.h"

namespace musnad {

// The articles of files and folders, as the command line reads them.
Expected<std::vector<Article>> load_articles(const std::string& path);

// `count` articles whose lines are drawn from the articles of the tests.
std::vector<Article> made_articles(size_t count);

// Words as wc -w counts them: runs without white space.
size_t count_words(const std::vector<Article>& articles);

// Writes articles as JSON Lines, or their bare texts one after the other.
Expected<void> write_json_lines(const std::string& path, const std::vector<Article>& articles);
Expected<void> write_texts(const std::string& path, const std::vector<Article>& articles);

enum class Shape { kPlain, kNestedQuotations, kUnclosedQuotations };

// One article of about so many bytes: plain lines of the articles of the tests; or statements each inside
// the quotation of the one before, closed at the end; or a quotation opened in each sentence, none closed.
std::string long_article(Shape shape, size_t bytes);

}  // namespace musnad
