// Folded spelling: the key under which words are looked up. Diacritics, tatweel and direction marks
// go, أ إ آ ٱ become ا, ى becomes ي, ة becomes ه, ؤ becomes و, ئ becomes ي, Persian ک ی and
// presentation forms become their plain letters, all digits become ASCII. Keys never replace text.
#pragma once

#include <string>
#include <string_view>

namespace musnad {

// The key of a UTF-8 word. Linear; invalid bytes are dropped.
std::string fold(std::string_view word);

// The letters and diacritics of a UTF-8 word as the text spells them, in plain code points:
// presentation forms resolved, Persian ک ی as ك ي, digits in ASCII; tatweel, direction marks and
// invalid bytes gone.
std::u32string plain_letters(std::string_view word);

// The folded form of one plain letter.
char32_t fold_letter(char32_t letter);

}  // namespace musnad
