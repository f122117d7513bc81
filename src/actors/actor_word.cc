#include "actors/actor_word.h"

#include <absl/container/flat_hash_set.h>

#include "actors/name_key.h"
#include "actors/word_classifier.h"

namespace musnad {
namespace {

constexpr size_t kMostSpellings = 500000;

constexpr std::string_view kAbd = "عبد";

// عبدالله without عبد, which some write apart.
std::string_view person_stem(std::string_view stem) {
  if (stem.starts_with(kAbd) && stem.size() > kAbd.size() + 2 * kLetterBytes) {
    stem.remove_prefix(kAbd.size());
  }
  return without_article(stem);
}

}  // namespace

ActorWordCache::ActorWordCache(const ActorLexicon& lexicon, const Register& actors,
                               const Morphology& morphology)
    : lexicon_(lexicon), actors_(actors), morphology_(morphology) {}

NameWord ActorWordCache::name_word(std::string_view person, SpellingId id,
                                   const ActorLexicon::Entry* entry) {
  constexpr size_t kLeastSkeleton = 3 * kLetterBytes;
  const bool given = entry != nullptr && (entry->roles & kGivenNameRole) != 0;
  NameWord word{id, 0, given};
  if (entry != nullptr && entry->arabic) return word;
  if (const std::string skeleton = name_skeleton(person); skeleton.size() >= kLeastSkeleton) {
    word.skeleton = intern("~" + skeleton);
  }
  return word;
}

const ActorWord& ActorWordCache::lookup(const Word& word, bool prefixed) {
  if (!prefixed) return words_.lookup(word, [&] { return classify(word, false); });
  const auto found = prefixed_.find(word.id);
  if (found != prefixed_.end()) return found->second;
  return prefixed_.emplace(word.id, classify(word, true)).first->second;
}

ActorWord ActorWordCache::classify(const Word& word, bool prefixed) {
  Classifier read(lexicon_, actors_, morphology_, word);
  read.run(prefixed);
  ActorWord& out = read.out;
  out.stem = intern(read.stem);
  out.lemma = read.entry != nullptr ? intern(read.entry->lemma) : out.stem;
  const std::string_view person = person_stem(read.stem);
  const NameWord name =
      name_word(person, person == read.stem ? out.stem : intern(person), read.entry);
  out.person = name.id;
  out.skeleton = name.skeleton;
  if (!read.bare_stem.empty()) out.person_bare = intern(person_stem(read.bare_stem));
  return out;
}

const std::vector<NameWord>& ActorWordCache::name_of(EntryIndex person) {
  const auto [found, added] = names_.try_emplace(person);
  if (added) {
    bool servant = false;  // behind عبد
    for (const std::string& word : folded_words(actors_.entry(person).name)) {
      const ActorLexicon::Entry* entry = lexicon_.find(word);
      const bool particle = entry != nullptr && entry->roles == kParticleRole;
      const std::string_view person = person_stem(word);
      if (!particle || servant) found->second.push_back(name_word(person, intern(person), entry));
      if (servant) found->second.back().given = true;
      servant = word == kAbd;
    }
  }
  return found->second;
}

void ActorWordCache::forget(std::span<const WordId> words) {
  words_.forget(words);
  for (const WordId id : words) prefixed_.erase(id);
  if (spellings_.size() <= kMostSpellings) return;
  words_.clear();
  prefixed_.clear();
  names_.clear();
  spellings_.clear();
}

void find_actor_words(Document& document, ActorWordCache& cache) {
  absl::flat_hash_set<SpellingId> said;
  bool doubtful = false;
  constexpr size_t kAhead = 16;  // tokens, until memory has answered
  for (size_t t = 0; t < document.tokens.size(); ++t) {
    if (t + kAhead < document.tokens.size()) cache.prefetch(*document.tokens[t + kAhead].word);
    Token& token = document.tokens[t];
    token.actor = &cache.lookup(*token.word);
    doubtful = doubtful || token.actor->person_bare != 0;
    if (token.actor->kind == WordClass::kName) said.insert(token.actor->person);
  }
  if (!doubtful) return;
  for (Token& token : document.tokens) {  // لترامب where the text has ترامب as well
    if (said.contains(token.actor->person_bare)) token.actor = &cache.lookup(*token.word, true);
  }
}

}  // namespace musnad
