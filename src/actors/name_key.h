// Spelling variants of names. Arabic newspapers write a foreign name as they hear it: ترامب and
// ترمب, غوتيريش and جوتيريش, نتنياهو and نتانياهو. The skeleton of a name is what such spellings
// share; two words with one skeleton are the same name when their vowel letters differ little.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace musnad {

inline constexpr size_t kLetterBytes = 2;  // of an Arabic letter in UTF-8

// The skeleton of a folded word: without the article and long vowels after the first letter, غ ج ق
// ك one letter, ط as ت, ص as س, doubled letters once. "" where fewer than two letters are left.
std::string name_skeleton(std::string_view key);

// Whether two folded words spell one foreign name: one skeleton, and vowel letters that differ in
// at most one place, or two in words of six letters or more, and never at the end.
bool same_foreign_name(std::string_view a, std::string_view b);

// The folded word without its article (ال), unless too little would be left.
std::string_view without_article(std::string_view key);

// The folded words of a name: runs of letters and digits.
std::vector<std::string> folded_words(std::string_view name);

// The same words with عبدالله and أبومازن in one word and in two: one list where that makes no
// difference.
std::vector<std::vector<std::string>> spacing_variants(std::vector<std::string> words);

}  // namespace musnad
