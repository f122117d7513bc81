#include "actors/actor_word.h"

#include <absl/container/inlined_vector.h>
#include <fmt/format.h>

#include <optional>

#include "actors/name_key.h"
#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

using Row = Table::Row;

constexpr size_t kLetterBytes = 2;  // of an Arabic letter in UTF-8

struct NamedBits {
  std::string_view name;
  uint32_t bits;
};

constexpr NamedBits kTitleClasses[] = {
    {"office", kOfficeRole},         {"official", kOfficeRole | kOfficialRole},
    {"spokesman", kSpokesmanRole},   {"envoy", kEnvoyRole},
    {"profession", kProfessionRole}, {"person", kPersonRole}};
constexpr NamedBits kHonorificKinds[] = {{"prefix", kPrefixRole},
                                         {"rank", kRankRole},
                                         {"style", kStyleRole},
                                         {"short", kShortRole},
                                         {"royal", kRoyalRole}};
constexpr NamedBits kGroupClasses[] = {{"source", kSourceRole},
                                       {"people", kPeopleRole},
                                       {"quantifier", kQuantifierRole},
                                       {"back", kBackRole},
                                       {"homeland", kHomelandRole}};
constexpr NamedBits kInstitutionClasses[] = {
    {"body", kBodyRole},          {"force", kForceRole}, {"party", kPartyRole},
    {"company", kCompanyRole},    {"media", kMediaRole}, {"place", kPlaceRole},
    {"portfolio", kPortfolioRole}};
constexpr NamedBits kAdjunctClasses[] = {
    {"time", kTimeRole}, {"occasion", kOccasionRole}, {"addressee", kAddresseeRole}};
constexpr NamedBits kJoints[] = {{"ب", kJoinBi},     {"ل", kJoinLi},      {"ال", kJoinAl},
                                 {"عن", kJoinAn},    {"على", kJoinAla},   {"علي", kJoinAla},
                                 {"إلى", kJoinIla},  {"الي", kJoinIla},   {"من", kJoinMin},
                                 {"في", kJoinFi},    {"بين", kJoinBayn},  {"لدى", kJoinLada},
                                 {"لدي", kJoinLada}, {"باسم", kJoinBism}, {"مع", kJoinMaa}};

template <size_t n>
std::optional<uint32_t> find_bits(const NamedBits (&names)[n], std::string_view name) {
  for (const NamedBits& named : names) {
    if (named.name == name) return named.bits;
  }
  return std::nullopt;
}

std::string with_ta(std::string_view feminine) {  // سفيرة as it stands before an ending
  std::string stem(feminine);
  if (stem.ends_with("ه")) stem.replace(stem.size() - kLetterBytes, kLetterBytes, "ت");
  return stem;
}

}  // namespace

// Compiles the tables into inflected forms.
class ActorTables {
 public:
  explicit ActorTables(ActorLexicon& lexicon) : lexicon_(lexicon) {}

  Expected<void> titles();
  Expected<void> honorifics();
  Expected<void> groups();
  Expected<void> institutions();
  Expected<void> adjuncts();
  Expected<void> attributes();
  Expected<void> given_names();

 private:
  using Entry = ActorLexicon::Entry;

  void add(const std::string& form, Entry entry);
  void add_masculine(const std::string& form, Entry entry);
  void add_feminine(const std::string& form, Entry entry);
  void add_plural(const std::string& singular, std::string_view plural, Entry entry);
  Expected<uint16_t> joints(std::string_view file, const Row& row, size_t column) const;

  ActorLexicon& lexicon_;
};

void ActorTables::add(const std::string& form, Entry entry) {
  const auto [found, added] = lexicon_.entries_.emplace(form, entry);
  if (added) return;
  Entry& known = found->second;
  known.roles |= entry.roles;
  known.joints |= entry.joints;
  if (known.latin.empty()) {
    known.latin = entry.latin;
    known.arabic = entry.arabic;
  }
}

void ActorTables::add_masculine(const std::string& form, Entry entry) {
  entry.gender = Gender::kMasculine;
  entry.number = Number::kSingular;
  add(form, entry);
  add(form + "ا", entry);
  entry.number = Number::kDual;
  add(form + "ان", entry);
  add(form + "ين", entry);
}

void ActorTables::add_feminine(const std::string& form, Entry entry) {
  entry.gender = Gender::kFeminine;
  entry.number = Number::kSingular;
  add(form, entry);
  entry.number = Number::kDual;
  const std::string stem = with_ta(form);
  for (const char* ending : {"ان", "ين"}) add(stem + ending, entry);
  entry.construct = true;
  for (const char* ending : {"ا", "ي"}) add(stem + ending, entry);
}

void ActorTables::add_plural(const std::string& singular, std::string_view plural, Entry entry) {
  entry.number = Number::kPlural;
  std::string form = fold(plural);
  const bool sound_masculine = form.ends_with("ون");
  if (sound_masculine) {
    form.resize(form.size() - 2 * kLetterBytes);
    if (form.empty()) form = singular;
    for (const char* ending : {"ون", "ين"}) add(form + ending, entry);
    entry.construct = true;
    for (const char* ending : {"و", "ي"}) add(form + ending, entry);
  } else if (form == "ات") {
    entry.gender = Gender::kFeminine;
    std::string stem =
        singular.ends_with("ه") ? singular.substr(0, singular.size() - kLetterBytes) : singular;
    add(stem + form, entry);
  } else {
    add(form, entry);
  }
}

Expected<uint16_t> ActorTables::joints(std::string_view file, const Row& row, size_t column) const {
  uint16_t bits = 0;
  for (std::string_view preposition : row.list(column)) {
    const auto joint = find_bits(kJoints, preposition);
    if (!joint)
      return fail(fmt::format("{}:{}: unknown preposition {}", file, row.line, preposition));
    bits |= *joint;
  }
  return bits;
}

Expected<void> ActorTables::attributes() {
  constexpr std::string_view kFile = "lexicon/ar/attributes.tsv";
  enum { kAr, kPlurals, kPrepositions };
  auto table = Table::parse(kFile, embedded_file(kFile), {"ar", "plurals", "prepositions"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const auto found = joints(kFile, row, kPrepositions);
    if (!found) return tl::unexpected(found.error());
    Entry entry;
    entry.roles = kAttributeRole;
    entry.joints = *found;
    const std::string form = fold(row.cells[kAr]);
    entry.lemma = form;
    add_masculine(form, entry);
    add_feminine(form + "ه", entry);
    for (std::string_view plural : row.list(kPlurals)) add_plural(form, plural, entry);
  }
  return {};
}

Expected<void> ActorTables::titles() {
  constexpr std::string_view kFile = "lexicon/ar/titles.tsv";
  enum { kAr, kFeminine, kPlurals, kClass, kPrepositions };
  auto table = Table::parse(kFile, embedded_file(kFile),
                            {"ar", "feminine", "plurals", "class", "prepositions"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const auto role = find_bits(kTitleClasses, row.cells[kClass]);
    if (!role)
      return fail(fmt::format("{}:{}: unknown class {}", kFile, row.line, row.cells[kClass]));
    Entry entry;
    entry.roles = *role;
    const auto found = joints(kFile, row, kPrepositions);
    if (!found) return tl::unexpected(found.error());
    entry.joints = *found;
    const std::string form = fold(row.cells[kAr]);
    entry.lemma = form;
    add_masculine(form, entry);
    if (row.cells[kFeminine] != "-") {
      std::string feminine = row.cells[kFeminine].empty() ? form + "ه" : fold(row.cells[kFeminine]);
      add_feminine(feminine, entry);
    }
    entry.gender = Gender::kMasculine;
    for (std::string_view plural : row.list(kPlurals)) add_plural(form, plural, entry);
  }
  return {};
}

Expected<void> ActorTables::honorifics() {
  constexpr std::string_view kFile = "lexicon/ar/honorifics.tsv";
  enum { kAr, kFeminine, kKind };
  auto table = Table::parse(kFile, embedded_file(kFile), {"ar", "feminine", "kind"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const auto role = find_bits(kHonorificKinds, row.cells[kKind]);
    if (!role)
      return fail(fmt::format("{}:{}: unknown kind {}", kFile, row.line, row.cells[kKind]));
    Entry entry;
    entry.roles = *role;
    const std::string form = fold(row.cells[kAr]);
    entry.lemma = form;
    entry.gender =
        *role == kStyleRole || *role == kShortRole ? Gender::kUnknown : Gender::kMasculine;
    entry.number = Number::kSingular;
    add(form, entry);
    if (row.cells[kFeminine] == "-") continue;
    entry.gender = Gender::kFeminine;
    add(row.cells[kFeminine].empty() ? form + "ه" : fold(row.cells[kFeminine]), entry);
  }
  return {};
}

Expected<void> ActorTables::groups() {
  constexpr std::string_view kFile = "lexicon/ar/group_nouns.tsv";
  enum { kAr, kPlurals, kClass, kNumber, kGender };
  auto table =
      Table::parse(kFile, embedded_file(kFile), {"ar", "plurals", "class", "number", "gender"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const auto role = find_bits(kGroupClasses, row.cells[kClass]);
    if (!role)
      return fail(fmt::format("{}:{}: unknown class {}", kFile, row.line, row.cells[kClass]));
    Entry entry;
    entry.roles = *role;
    const std::string form = fold(row.cells[kAr]);
    entry.lemma = form;
    const std::string_view number = row.cells[kNumber];
    entry.number = number == "singular" ? Number::kSingular
                   : number == "dual"   ? Number::kDual
                                        : Number::kPlural;
    entry.gender = row.cells[kGender] == "f" ? Gender::kFeminine : Gender::kMasculine;
    add(form, entry);
    if (entry.gender == Gender::kMasculine) add(form + "ا", entry);
    for (std::string_view plural : row.list(kPlurals)) add_plural(form, plural, entry);
  }
  return {};
}

Expected<void> ActorTables::institutions() {
  constexpr std::string_view kFile = "lexicon/ar/institution_nouns.tsv";
  enum { kAr, kPlurals, kClass };
  auto table = Table::parse(kFile, embedded_file(kFile), {"ar", "plurals", "class"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const auto role = find_bits(kInstitutionClasses, row.cells[kClass]);
    if (!role)
      return fail(fmt::format("{}:{}: unknown class {}", kFile, row.line, row.cells[kClass]));
    Entry entry;
    entry.roles = *role;
    const std::string form = fold(row.cells[kAr]);
    entry.lemma = form;
    const bool feminine = form.ends_with("ه");
    feminine ? add_feminine(form, entry) : add_masculine(form, entry);
    entry.gender = Gender::kFeminine;  // plurals of things agree as a feminine singular
    for (std::string_view plural : row.list(kPlurals)) add_plural(form, plural, entry);
  }
  return {};
}

Expected<void> ActorTables::adjuncts() {
  constexpr std::string_view kFile = "lexicon/ar/adjuncts.tsv";
  enum { kAr, kClass };
  auto table = Table::parse(kFile, embedded_file(kFile), {"ar", "class"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const auto role = find_bits(kAdjunctClasses, row.cells[kClass]);
    if (!role)
      return fail(fmt::format("{}:{}: unknown class {}", kFile, row.line, row.cells[kClass]));
    Entry entry;
    entry.roles = *role;
    entry.lemma = fold(row.cells[kAr]);
    add(entry.lemma, entry);
  }
  return {};
}

Expected<void> ActorTables::given_names() {
  constexpr std::string_view kFile = "lexicon/ar/given_names.tsv";
  enum { kAr, kGender, kLatin, kKind };
  auto table = Table::parse(kFile, embedded_file(kFile), {"ar", "gender", "latin", "kind"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const std::string_view kind = row.cells[kKind];
    if (kind != "given" && kind != "arabic" && kind != "particle") {
      return fail(fmt::format("{}:{}: unknown kind {}", kFile, row.line, kind));
    }
    Entry entry;
    entry.roles = kind == "particle" ? kParticleRole : kGivenNameRole;
    entry.gender = row.cells[kGender] == "m"   ? Gender::kMasculine
                   : row.cells[kGender] == "f" ? Gender::kFeminine
                                               : Gender::kUnknown;
    entry.number = Number::kSingular;
    entry.latin = row.cells[kLatin];
    entry.arabic = kind == "arabic";
    entry.lemma = fold(row.cells[kAr]);
    add(entry.lemma, entry);
  }
  return {};
}

Expected<std::unique_ptr<ActorLexicon>> ActorLexicon::load() {
  auto lexicon = std::make_unique<ActorLexicon>();
  ActorTables tables(*lexicon);
  for (auto read : {&ActorTables::titles, &ActorTables::honorifics, &ActorTables::groups,
                    &ActorTables::institutions, &ActorTables::adjuncts, &ActorTables::attributes,
                    &ActorTables::given_names}) {
    if (auto done = (tables.*read)(); !done) return tl::unexpected(done.error());
  }
  return lexicon;
}

const ActorLexicon::Entry* ActorLexicon::find(std::string_view stem) const {
  const auto found = entries_.find(lookup_key(stem));
  return found == entries_.end() ? nullptr : &found->second;
}

namespace {

// One way to take the clitics off a folded word.
struct Reading {
  uint8_t proclitics = 0;
  std::string stem;       // without the article
  std::string whole;      // with it
  bool shadowed = false;  // another reading takes the article off
};

bool take(std::string_view& rest, std::string_view prefix) {
  if (!rest.starts_with(prefix)) return false;
  rest.remove_prefix(prefix.size());
  return true;
}

// The readings of a folded word, fewest clitics first. Too short stems are left out.
absl::InlinedVector<Reading, 8> readings(std::string_view key) {
  struct Clitic {
    std::string_view letter;
    uint8_t bit;
  };
  constexpr Clitic kConjunctions[] = {{"", 0}, {"و", kWa}, {"ف", kFa}};
  constexpr Clitic kPrepositions[] = {{"", 0}, {"ب", kBi}, {"ل", kLi}, {"ك", kKa}};
  absl::InlinedVector<Reading, 8> out;
  const auto add = [&](uint8_t bits, std::string_view stem, bool article, bool shadowed) {
    const size_t least = bits == 0 ? 1 : bits == kAl || article ? 2 : 3;
    if (stem.size() < least * kLetterBytes) return;
    Reading reading;
    reading.proclitics = bits;
    reading.stem = stem;
    reading.whole = article ? "ال" + reading.stem : reading.stem;
    reading.shadowed = shadowed;
    out.push_back(std::move(reading));
  };
  for (const Clitic& preposition : kPrepositions) {
    for (const Clitic& conjunction : kConjunctions) {
      std::string_view rest = key;
      if (!take(rest, conjunction.letter) || !take(rest, preposition.letter)) continue;
      const uint8_t bits = conjunction.bit | preposition.bit;
      std::string_view stem = rest;
      const bool article = preposition.bit == kLi ? take(stem, "ل") : take(stem, "ال");
      add(bits, rest, false, article && preposition.bit != kLi);
      if (article) add(bits | kAl, stem, true, false);
    }
  }
  return out;
}

WordClass word_class(Pos pos) {
  switch (pos) {
    case Pos::kVerb:
      return WordClass::kVerb;
    case Pos::kPreposition:
      return WordClass::kPreposition;
    case Pos::kNoun:
    case Pos::kMasdar:
      return WordClass::kNoun;
    case Pos::kAdjective:
    case Pos::kParticiple:
      return WordClass::kAdjective;
    case Pos::kUnknown:
      return WordClass::kName;
    case Pos::kNumeral:
      return WordClass::kNumber;
    default:
      return WordClass::kBreak;
  }
}

// The stems that a word with an attached pronoun may have: وزارته is وزاره.
absl::InlinedVector<std::string, 2> stems_before_pronoun(std::string_view stem) {
  absl::InlinedVector<std::string, 2> out;
  for (std::string_view pronoun : {"هما", "هم", "هن", "ها", "ه", "نا", "كم", "ي"}) {
    if (!stem.ends_with(pronoun) || stem.size() < pronoun.size() + 2 * kLetterBytes) continue;
    std::string rest(stem.substr(0, stem.size() - pronoun.size()));
    if (rest.ends_with("ت")) {
      out.push_back(rest.substr(0, rest.size() - kLetterBytes) + "ه");
    }
    out.push_back(std::move(rest));
  }
  return out;
}

constexpr std::string_view kBism = "باسم";
constexpr std::string_view kAbd = "عبد";

// عبدالله without عبد, which some write apart.
std::string_view person_stem(std::string_view stem) {
  if (stem.starts_with(kAbd) && stem.size() > kAbd.size() + 2 * kLetterBytes) {
    stem.remove_prefix(kAbd.size());
  }
  return without_article(stem);
}

bool ends_like_nisba(std::string_view stem) {
  constexpr size_t kLeastRoot = 3 * kLetterBytes;
  for (std::string_view ending : {"ي", "يه", "يون", "يين", "يا"}) {
    if (stem.ends_with(ending) && stem.size() >= kLeastRoot + ending.size()) return true;
  }
  return false;
}

Gender gender_of(Agreement agreement) { return static_cast<Gender>(agreement.gender); }
Number number_of(Agreement agreement) { return static_cast<Number>(agreement.number); }

}  // namespace

ActorWordCache::ActorWordCache(const ActorLexicon& lexicon, const Register& actors,
                               const Morphology& morphology)
    : lexicon_(lexicon), actors_(actors), morphology_(morphology) {}

SpellingId ActorWordCache::intern(std::string_view spelling) {
  if (spelling.empty()) return 0;
  return spellings_.emplace(spelling, static_cast<SpellingId>(spellings_.size() + 1)).first->second;
}

const ActorWord& ActorWordCache::lookup(const Word& word) {
  const auto found = words_.find(&word);
  if (found != words_.end()) return found->second;
  return words_.emplace(&word, classify(word)).first->second;
}

ActorWord ActorWordCache::classify(const Word& word) {
  const Analysis& best = word.best();
  ActorWord out;
  out.kind = word_class(best.pos);
  // Newspapers do not command their reader: what looks like an imperative is a name (أحمدي).
  if (out.kind == WordClass::kVerb &&
      (best.tense == Tense::kImperative || best.agreement.person == 2)) {
    out.kind = WordClass::kName;
  }
  if (word.key == "ل" || word.key == "ب") out.kind = WordClass::kPreposition;
  out.proclitics = best.proclitics;
  out.pronoun = !best.enclitic.none() && !best.definite();
  out.gender = gender_of(best.agreement);
  out.number = number_of(best.agreement);
  std::string stem(word.stem(best));
  const bool closed = out.kind == WordClass::kBreak || out.kind == WordClass::kPreposition;
  const ActorLexicon::Entry* entry = nullptr;
  const absl::InlinedVector<Reading, 8> ways = readings(word.key);
  for (const Reading& way : ways) {
    const ActorLexicon::Entry* found = nullptr;
    found = lexicon_.find(way.stem);
    if (found != nullptr && found->lemma == way.stem) {
      out.pronoun = false;  // مولانا
    } else if (out.pronoun) {
      found = nullptr;
      for (const std::string& inner : stems_before_pronoun(way.stem)) {
        if (found == nullptr) found = lexicon_.find(inner);
      }
    }
    if (found != nullptr && (way.proclitics & (kFa | kKa)) != 0 && found->roles == kGivenNameRole) {
      found = nullptr;  // فرومان is no رومان
    }
    const EntryIndex state = actors_.state_of_adjective(way.stem);
    const RegisterWord first = way.shadowed ? kNoRegisterWord : actors_.find_word(way.whole);
    const bool begins = first != kNoRegisterWord && actors_.begins_phrase(first);
    if (found == nullptr && state == kNoEntry && !begins) continue;
    constexpr uint32_t kOpenRoles = kTimeRole | kQuantifierRole | kGivenNameRole | kParticleRole;
    if (closed && way.proclitics == 0 && found != nullptr && (found->roles & kOpenRoles) == 0) {
      found = nullptr;
    }
    entry = found;
    out.state = closed ? kNoEntry : state;
    out.bare = first;
    if (begins) out.first = first;
    out.proclitics = way.proclitics;
    stem = way.stem;
    break;
  }
  out.inner = actors_.find_word(word.key);
  if (entry == nullptr && out.state == kNoEntry && out.first == kNoRegisterWord &&
      out.kind == WordClass::kName) {
    out.inner = out.inner != kNoRegisterWord ? out.inner : actors_.find_variant(word.key);
    for (const Reading& way : ways) {
      if (out.first != kNoRegisterWord) break;
      if ((way.proclitics & ~kWa) != 0) continue;
      const RegisterWord variant = actors_.find_variant(way.whole);
      if (variant == kNoRegisterWord || !actors_.begins_phrase(variant)) continue;
      out.first = out.bare = variant;
      out.proclitics = way.proclitics;
      stem = way.stem;
    }
  }
  if (entry != nullptr) {
    out.roles = entry->roles;
    out.joints = entry->joints;
    out.construct = entry->construct;
    if (entry->gender != Gender::kUnknown) out.gender = entry->gender;
    if (entry->number != Number::kUnknown) out.number = entry->number;
    out.lemma = intern(entry->lemma);
  }
  if (out.state != kNoEntry) {
    out.roles |= kNisbaRole;
    if (out.kind != WordClass::kNoun) out.kind = WordClass::kAdjective;
  }
  for (const Analysis& analysis : word.analyses) {
    if (analysis.lemma == kNoLemma) continue;
    for (const ReportingEntry& reporting : morphology_.lemma(analysis.lemma).reporting) {
      if (reporting.noun && reporting.document) out.roles |= kDocumentRole;
      if (analysis.pos == Pos::kVerb && reporting.certainty != Certainty::kSeldom)
        out.reports = true;
      if (&analysis != &best) continue;
      out.takes_person = out.takes_person || reporting.content_includes_addressee ||
                         (reporting.addressee & kAccAddressee) != 0;
    }
  }
  if (best.pos == Pos::kPreposition) {
    out.joints = find_bits(kJoints, out.proclitics == 0 ? word.key : stem).value_or(0);
  }
  if (word.key.starts_with(kBism)) out.joints |= kJoinBism;
  out.masdar = best.pos == Pos::kMasdar;
  out.demonstrative = best.pos == Pos::kDemonstrative;
  out.nisba_shape = ends_like_nisba(stem);
  if (out.is(kNounRoles) && out.kind == WordClass::kName) out.kind = WordClass::kNoun;
  if (out.is(kAttributeRole) && !closed) out.kind = WordClass::kAdjective;
  // The interrogative hamza is rarer than a foreign name that begins with a hamza.
  if (best.has(kHamza) && entry == nullptr && out.kind == WordClass::kNoun) {
    out.kind = WordClass::kName;
  }
  if (out.kind == WordClass::kName && out.roles == 0 && out.first == kNoRegisterWord &&
      !out.has(kAl) && out.proclitics != 0) {
    // The first letter of an unknown word is more often its own than a clitic.
    out.person_bare = intern(person_stem(stem));
    out.proclitics = 0;
    stem = word.key;
  }
  out.stem = intern(stem);
  if (out.lemma == 0) out.lemma = out.stem;
  const std::string_view person = person_stem(stem);
  out.person = intern(person);
  constexpr size_t kLeastSkeleton = 3 * kLetterBytes;
  const std::string skeleton = name_skeleton(person);
  if (skeleton.size() >= kLeastSkeleton && (entry == nullptr || !entry->arabic)) {
    out.skeleton = intern("~" + skeleton);
  }
  return out;
}

void ActorWordCache::clear() {
  words_.clear();
  spellings_.clear();
}

void find_actor_words(Document& document, ActorWordCache& cache) {
  for (Token& token : document.tokens) token.actor = &cache.lookup(*token.word);
}

}  // namespace musnad
