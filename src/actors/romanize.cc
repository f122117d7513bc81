#include "actors/romanize.h"

#include "morphology/normalize.h"

namespace musnad {
namespace {

std::string capitalized(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] -= 'a' - 'A';
  return word;
}

std::string romanize_word(std::string_view word, const ActorLexicon& lexicon) {
  constexpr std::string_view kArticle = "ال", kFeminineEnding = "ة";
  const std::string key = fold(word);
  if (const ActorLexicon::Entry* entry = lexicon.find(key); entry && !entry->latin.empty()) {
    return entry->latin;
  }
  if (word.starts_with(kArticle) && key.size() > 2 * kArticle.size()) {
    return "al-" + romanize_word(word.substr(kArticle.size()), lexicon);
  }
  if (word.ends_with(kFeminineEnding)) {  // ta marbuta, which folding makes an h
    return capitalized(
        lexicon.spelling().spell(key.substr(0, key.size() - kFeminineEnding.size())) + "a");
  }
  return capitalized(lexicon.spelling().spell(key));
}

}  // namespace

std::string romanize(std::string_view name, const ActorLexicon& lexicon) {
  std::string out;
  size_t begin = 0;
  while (begin < name.size()) {
    size_t end = name.find(' ', begin);
    if (end == std::string_view::npos) end = name.size();
    if (end > begin) {
      if (!out.empty()) out += ' ';
      out += romanize_word(name.substr(begin, end - begin), lexicon);
    }
    begin = end + 1;
  }
  return out;
}

void romanize_actors(Document& document, const ActorLexicon& lexicon) {
  for (Actor& actor : document.actors) {
    const bool proper = actor.kind == ActorKind::kPerson || actor.kind == ActorKind::kPlace;
    if (proper && actor.latin.empty()) actor.latin = romanize(actor.name, lexicon);
  }
}

}  // namespace musnad
