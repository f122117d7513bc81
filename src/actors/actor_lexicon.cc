#include "actors/actor_lexicon.h"

#include <fmt/format.h>

#include <optional>

#include "actors/name_key.h"
#include "actors/register.h"
#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

using Row = Table::Row;

struct NamedBits {
  std::string_view name;
  uint32_t bits;
};

constexpr NamedBits kTitleClasses[] = {{"office", kOfficeRole},
                                       {"official", kOfficeRole | kOfficialRole},
                                       {"spokesman", kSpokesmanRole},
                                       {"envoy", kEnvoyRole},
                                       {"profession", kProfessionRole},
                                       {"person", kPersonRole},
                                       {"counterpart", kPersonRole | kBackRole}};
constexpr NamedBits kHonorificKinds[] = {{"prefix", kPrefixRole},
                                         {"rank", kRankRole},
                                         {"style", kStyleRole},
                                         {"short", kShortRole},
                                         {"royal", kRoyalRole}};
constexpr NamedBits kGroupClasses[] = {{"source", kSourceRole},
                                       {"people", kPeopleRole},
                                       {"audience", kPeopleRole | kAddresseeRole},
                                       {"quantifier", kQuantifierRole},
                                       {"back", kBackRole},
                                       {"homeland", kHomelandRole}};
constexpr NamedBits kInstitutionClasses[] = {
    {"body", kBodyRole},          {"force", kForceRole}, {"party", kPartyRole},
    {"company", kCompanyRole},    {"media", kMediaRole}, {"place", kPlaceRole},
    {"portfolio", kPortfolioRole}};
constexpr NamedBits kAdjunctClasses[] = {
    {"time", kTimeRole}, {"occasion", kOccasionRole}, {"addressee", kAddresseeRole}};
constexpr NamedBits kJoints[] = {
    {"ب", kJoinBi},     {"ل", kJoinLi},    {"ال", kJoinAl},     {"عن", kJoinAn},
    {"على", kJoinAla},  {"علي", kJoinAla}, {"إلى", kJoinIla},   {"الي", kJoinIla},
    {"من", kJoinMin},   {"في", kJoinFi},   {"بين", kJoinBayn},  {"لدى", kJoinLada},
    {"لدي", kJoinLada}, {"داخل", kJoinFi}, {"باسم", kJoinBism}, {"مع", kJoinMaa}};

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
  Expected<void> same_offices();
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
  known.bodies |= entry.bodies;
  if (known.held == Held::kNow) known.held = entry.held;
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
    lexicon_.entries_.at(form + "ين").number = Number::kPlural;  // المسؤولين are rarely two
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
    const auto joint = joint_of(preposition);
    if (!joint)
      return fail(fmt::format("{}:{}: unknown preposition {}", file, row.line, preposition));
    bits |= *joint;
  }
  return bits;
}

Expected<void> ActorTables::attributes() {
  constexpr std::string_view kFile = "lexicon/ar/attributes.tsv";
  enum { kAr, kPlurals, kPrepositions, kTitle };
  auto table =
      Table::parse(kFile, embedded_file(kFile), {"ar", "plurals", "prepositions", "title"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const auto found = joints(kFile, row, kPrepositions);
    if (!found) return tl::unexpected(found.error());
    Entry entry;
    const std::string_view title = row.cells[kTitle];
    entry.roles = kAttributeRole | (title == "loose" ? kLooseRole : Role{});
    entry.joints = *found;
    if (title == "former") {
      entry.held = Held::kBefore;
    } else if (title == "coming") {
      entry.held = Held::kLater;
    } else if (!title.empty() && title != "loose") {
      return fail(
          fmt::format("{}:{}: a title is loose, former or coming, not {}", kFile, row.line, title));
    }
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
  enum { kAr, kFeminine, kPlurals, kClass, kPrepositions, kSame };
  auto table = Table::parse(kFile, embedded_file(kFile),
                            {"ar", "feminine", "plurals", "class", "prepositions", "same"});
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
    entry.lemma = row.cells[kSame].empty() ? form : fold(row.cells[kSame]);
    const bool woman = row.cells[kFeminine] == "-" && entry.roles == kPersonRole &&
                       form.ends_with("ه");  // أرملة, خطيبة
    if (woman) {
      add_feminine(form, entry);
    } else {
      add_masculine(form, entry);
    }
    if (row.cells[kFeminine] != "-") {
      std::string feminine = row.cells[kFeminine].empty() ? form + "ه" : fold(row.cells[kFeminine]);
      add_feminine(feminine, entry);
    }
    entry.gender = Gender::kMasculine;
    for (std::string_view plural : row.list(kPlurals)) add_plural(form, plural, entry);
  }
  return {};
}

Expected<void> ActorTables::same_offices() {
  constexpr std::string_view kFile = "lexicon/ar/same_offices.tsv";
  auto table = Table::parse(kFile, embedded_file(kFile), {"office", "same"});
  if (!table) return tl::unexpected(table.error());
  const auto nouns = [](std::string_view cell) {
    std::vector<std::string> out;
    for (std::string_view noun : split(cell, ' ')) out.push_back(fold(noun));
    return out;
  };
  for (const Row& row : table->rows()) {
    lexicon_.same_offices_.push_back({nouns(row.cells[0]), nouns(row.cells[1])});
  }
  return {};
}

Expected<void> ActorTables::honorifics() {
  constexpr std::string_view kFile = "lexicon/ar/honorifics.tsv";
  enum { kAr, kFeminine, kKind, kBearers };
  auto table = Table::parse(kFile, embedded_file(kFile), {"ar", "feminine", "kind", "bearers"});
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
    for (std::string_view bearer : row.list(kBearers)) {
      lexicon_.bearers_[form].push_back(fold(bearer));
    }
    add(form, entry);
    if (*role == kStyleRole) {
      Entry addressed = entry;
      addressed.pronoun = true;
      for (const char* pronoun : {"ه", "ها", "هم"}) add(with_ta(form) + pronoun, addressed);
    }
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
    if (entry.number == Number::kSingular) {
      Entry two = entry;
      two.number = Number::kDual;
      for (const char* ending : {"ان", "ين"}) add(with_ta(form) + ending, two);
    }
    for (std::string_view plural : row.list(kPlurals)) add_plural(form, plural, entry);
  }
  return {};
}

Expected<void> ActorTables::institutions() {
  constexpr std::string_view kFile = "lexicon/ar/institution_nouns.tsv";
  enum { kAr, kPlurals, kClass, kRegister, kAim };
  auto table =
      Table::parse(kFile, embedded_file(kFile), {"ar", "plurals", "class", "register", "aim"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const auto role = find_bits(kInstitutionClasses, row.cells[kClass]);
    if (!role)
      return fail(fmt::format("{}:{}: unknown class {}", kFile, row.line, row.cells[kClass]));
    Entry entry;
    entry.roles = *role;
    for (std::string_view kind : row.list(kRegister)) {
      const uint16_t bit = body_kind(kind);
      if (bit == 0) return fail(fmt::format("{}:{}: unknown kind {}", kFile, row.line, kind));
      entry.bodies |= bit;
    }
    if (row.cells[kAim] == "no") entry.joints = kJoinNoAim;
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
  for (auto read : {&ActorTables::titles, &ActorTables::honorifics, &ActorTables::same_offices,
                    &ActorTables::groups, &ActorTables::institutions, &ActorTables::adjuncts,
                    &ActorTables::attributes, &ActorTables::given_names}) {
    if (auto done = (tables.*read)(); !done) return tl::unexpected(done.error());
  }
  auto spelling = LatinSpelling::load();
  if (!spelling) return tl::unexpected(spelling.error());
  lexicon->spelling_ = std::move(*spelling);
  return lexicon;
}

std::optional<uint16_t> joint_of(std::string_view preposition) {
  return find_bits(kJoints, preposition);
}

const std::vector<std::string>& ActorLexicon::bearers(std::string_view style) const {
  static const std::vector<std::string> kNobody;
  const auto found = bearers_.find(lookup_key(style));
  return found == bearers_.end() ? kNobody : found->second;
}

const ActorLexicon::Entry* ActorLexicon::find(std::string_view stem) const {
  const auto found = entries_.find(lookup_key(stem));
  return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace musnad
