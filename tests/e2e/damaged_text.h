// Texts as no editor would pass them: articles cut, shuffled and strewn with other bytes, the same
// ones in every run.
#pragma once

#include <string>
#include <vector>

namespace musnad {

// `count` texts made of `article` (UTF-8); most of them are no longer valid UTF-8.
std::vector<std::string> damaged_bytes(const std::string& article, size_t count);

// `count` texts made of `article` that are still valid UTF-8: lines and marks moved, doubled, left
// out.
std::vector<std::string> damaged_characters(const std::string& article, size_t count);

// `count` texts made of `article`, in each of which one word in six is another of `words`.
std::vector<std::string> damaged_words(const std::string& article,
                                       const std::vector<std::string>& words, size_t count);

}  // namespace musnad
