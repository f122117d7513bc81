#include "actors/register.h"

#include <fmt/format.h>

#include <algorithm>

#include "actors/name_key.h"
#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

size_t letters(std::string_view word) {
  return std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

bool is_slug(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

constexpr std::pair<std::string_view, uint16_t> kBodyKinds[] = {{"igo", kIgoBody},
                                                                {"ngo", kNgoBody},
                                                                {"armed-group", kArmedGroupBody},
                                                                {"party", kPartyBody},
                                                                {"agency", kAgencyBody},
                                                                {"company", kCompanyBody},
                                                                {"bloc", kBlocBody},
                                                                {"court", kCourtBody},
                                                                {"news-agency", kNewsAgencyBody},
                                                                {"newspaper", kNewspaperBody},
                                                                {"channel", kChannelBody},
                                                                {"radio", kRadioBody},
                                                                {"site", kSiteBody},
                                                                {"magazine", kMagazineBody}};

// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (size_t i = 0; i < date.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
  }
  return true;
}

// Whether a day lies in a period whose ends may be known to the month or year only.
bool within(std::string_view day, std::string_view from, std::string_view to) {
  if (day.substr(0, from.size()) < from) return false;
  return to.empty() || day.substr(0, to.size()) <= to;
}

// Whether one period ends before the other begins; they may share the day, month or year between.
bool apart(std::string_view from, std::string_view to, std::string_view other_from,
           std::string_view other_to) {
  const auto ends_by = [](std::string_view end, std::string_view begin) {
    const size_t known = std::min(end.size(), begin.size());
    return !end.empty() && end.substr(0, known) <= begin.substr(0, known);
  };
  return ends_by(to, other_from) || ends_by(other_to, from);
}

std::string key_of(EntryKind kind, std::string_view slug) {
  return fmt::format("{}{}", static_cast<char>('a' + static_cast<int>(kind)), slug);
}

// عبدالله and أبومازن are written in one word or in two.
std::vector<std::vector<std::string>> spacing_variants(const std::vector<std::string>& words) {
  constexpr std::string_view kAbd = "عبد", kAbu = "ابو";
  std::vector<std::string> joined, parted;
  for (size_t i = 0; i < words.size(); ++i) {
    if ((words[i] == kAbd || words[i] == kAbu) && i + 1 < words.size()) {
      joined.push_back(words[i] + words[i + 1]);
      parted.push_back(words[i]);
      parted.push_back(words[++i]);
    } else if (words[i].starts_with(kAbd) && words[i].size() > kAbd.size() + 4) {
      joined.push_back(words[i]);
      parted.emplace_back(kAbd);
      parted.push_back(words[i].substr(kAbd.size()));
    } else {
      joined.push_back(words[i]);
      parted.push_back(words[i]);
    }
  }
  if (joined == parted) return {joined};
  return {joined, parted};
}

}  // namespace

std::vector<std::string> folded_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (std::string key = fold(word); !key.empty()) words.push_back(std::move(key));
    word.clear();
  };
  for (size_t i = 0; i < name.size();) {
    const char32_t c = decode_utf8(name, i);
    const CharClass kind = char_class(c);
    if (kind == CharClass::kWord || kind == CharClass::kDigit || kind == CharClass::kIgnorable) {
      append_utf8(word, c);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

uint16_t body_kind(std::string_view name) {
  for (const auto& [kind, bit] : kBodyKinds) {
    if (kind == name) return bit;
  }
  return 0;
}

// Reads the tables one after the other; the first error ends it.
class Register::Builder {
 public:
  Builder() {
    r_->spellings_.emplace_back();          // kNoRegisterWord
    r_->node_entries_.assign(2, kNoEntry);  // the roots
  }

  Expected<void> states(std::string_view text);
  Expected<void> outlets(std::string_view text);
  Expected<void> organizations(std::string_view text);
  Expected<void> offices(std::string_view text);
  Expected<void> persons(std::string_view text);
  Expected<void> tenures(std::string_view text);

  std::unique_ptr<Register> finish() { return std::move(r_); }

 private:
  using Row = Table::Row;

  Expected<EntryIndex> add(RegisterEntry entry, std::string_view file, size_t line);
  // A reference to a row of another table, kNoEntry for an empty cell.
  Expected<EntryIndex> refer(EntryKind kind, std::string_view key, std::string_view file,
                             size_t line);
  void add_phrases(EntryIndex entry, std::string_view name, bool foreign);
  // The entry of the node that the words lead to from a root, kNoEntry where it is new.
  EntryIndex& node(uint32_t root, const std::vector<std::string>& words, bool foreign);
  void add_title(EntryIndex office, std::string_view title);
  RegisterWord word(const std::string& key, bool foreign);
  void add_adjective(EntryIndex state, std::string_view masculine, std::string_view feminine);
  Expected<void> add_seats(EntryIndex state, const Row& row, size_t column);

  std::unique_ptr<Register> r_ = std::make_unique<Register>();
};

Expected<EntryIndex> Register::Builder::add(RegisterEntry entry, std::string_view file,
                                            size_t line) {
  if (entry.name.empty())
    return fail(fmt::format("{}:{}: no Arabic name; fill column ar", file, line));
  if (!is_slug(entry.key)) {
    return fail(
        fmt::format("{}:{}: key \"{}\" is not made of a-z, 0-9 and -", file, line, entry.key));
  }
  const auto index = static_cast<EntryIndex>(r_->entries_.size());
  if (!r_->keys_.emplace(key_of(entry.kind, entry.key), index).second) {
    return fail(fmt::format("{}:{}: key \"{}\" is used by an earlier row; choose another", file,
                            line, entry.key));
  }
  if (entry.kind == EntryKind::kState) entry.state = index;
  r_->entries_.push_back(std::move(entry));
  return index;
}

Expected<EntryIndex> Register::Builder::refer(EntryKind kind, std::string_view key,
                                              std::string_view file, size_t line) {
  if (key.empty()) return kNoEntry;
  const EntryIndex entry = r_->find_key(kind, key);
  if (entry == kNoEntry) {
    return fail(fmt::format("{}:{}: nothing has the key \"{}\"; add its row or mend the key", file,
                            line, key));
  }
  return entry;
}

RegisterWord Register::Builder::word(const std::string& key, bool foreign) {
  constexpr size_t kLeastLetters = 4;
  const auto [found, added] = r_->words_.emplace(key, r_->spellings_.size());
  if (added) {
    r_->spellings_.push_back(key);
    if (foreign && letters(key) >= kLeastLetters && without_article(key) == key) {
      if (std::string skeleton = name_skeleton(key); !skeleton.empty()) {
        r_->foreign_words_[skeleton].push_back(found->second);
      }
    }
  }
  return found->second;
}

EntryIndex& Register::Builder::node(uint32_t root, const std::vector<std::string>& words,
                                    bool foreign) {
  uint32_t node = root;
  for (const std::string& key : words) {
    const uint64_t step = edge(node, word(key, foreign));
    const auto [found, added] = r_->next_.emplace(step, r_->node_entries_.size());
    if (added) r_->node_entries_.push_back(kNoEntry);
    node = found->second;
  }
  return r_->node_entries_[node];
}

void Register::Builder::add_phrases(EntryIndex entry, std::string_view name, bool foreign) {
  for (const std::vector<std::string>& words : spacing_variants(folded_words(name))) {
    if (words.empty()) continue;
    EntryIndex& known = node(kActorRoot, words, foreign);
    if (known == kNoEntry) known = entry;
  }
}

void Register::Builder::add_title(EntryIndex office, std::string_view title) {
  const std::vector<std::string> words = folded_words(title);
  if (words.empty()) return;
  EntryIndex& known = node(kOfficeRoot, words, false);
  if (known == kNoEntry) {
    known = static_cast<EntryIndex>(r_->titles_.size());
    r_->titles_.emplace_back();
  }
  r_->titles_[known].push_back(office);
}

void Register::Builder::add_adjective(EntryIndex state, std::string_view masculine,
                                      std::string_view feminine) {
  const std::string stem = fold(masculine);
  // Not the accusative in ا, which is the name of many a state (روسيا).
  for (const char* ending : {"", "ين", "ون", "ان", "ه", "ات", "تين", "تان"}) {
    r_->adjectives_.emplace(stem + ending, state);
  }
  if (!feminine.empty()) r_->adjectives_.emplace(fold(feminine), state);
}

Expected<void> Register::Builder::add_seats(EntryIndex state, const Row& row, size_t column) {
  for (std::string_view item : row.list(column)) {
    const size_t mark = item.find('=');
    if (mark == std::string_view::npos) {
      return fail(fmt::format("register/states.tsv:{}: seat \"{}\" has no kind; write name=kind",
                              row.line, item));
    }
    RegisterEntry seat;
    seat.kind = EntryKind::kSeat;
    seat.name = item.substr(0, mark);
    seat.key = fmt::format("{}-{}", r_->entries_[state].key, item.substr(mark + 1));
    for (int n = 2; r_->keys_.contains(key_of(seat.kind, seat.key)); ++n) {  // another of its kind
      seat.key = fmt::format("{}-{}-{}", r_->entries_[state].key, item.substr(mark + 1), n);
    }
    seat.state = state;
    seat.gender = Gender::kMasculine;
    auto index = add(std::move(seat), "register/states.tsv", row.line);
    if (!index) return tl::unexpected(index.error());
    add_phrases(*index, item.substr(0, mark), false);
  }
  return {};
}

Expected<void> Register::Builder::states(std::string_view text) {
  constexpr std::string_view kFile = "register/states.tsv";
  enum {
    kKey,
    kAr,
    kAliases,
    kCapital,
    kCapitalAliases,
    kAdjective,
    kFeminine,
    kPeople,
    kGender,
    kSeats,
    kIso3,
    kCameo,
    kEn,
    kCapitalEn
  };
  auto table = Table::parse(
      kFile, text,
      {"key", "ar", "ar_aliases", "capital_ar", "capital_aliases", "adj_m", "adj_f_irregular",
       "demonym_plural", "gender", "seats", "iso3", "cameo", "en", "capital_en"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const std::string_view gender = row.cells[kGender];
    if (gender != "f" && gender != "m") {
      return fail(fmt::format("{}:{}: gender \"{}\" is neither f nor m", kFile, row.line, gender));
    }
    RegisterEntry state;
    state.key = row.cells[kKey];
    state.name = row.cells[kAr];
    state.latin = row.cells[kEn];
    state.code = row.cells[kCameo];
    state.gender = gender == "f" ? Gender::kFeminine : Gender::kMasculine;
    auto index = add(std::move(state), kFile, row.line);
    if (!index) return tl::unexpected(index.error());
    add_phrases(*index, row.cells[kAr], true);
    for (std::string_view alias : row.list(kAliases)) add_phrases(*index, alias, true);
    for (std::string_view adjective : row.list(kAdjective)) {
      add_adjective(*index, adjective, row.cells[kFeminine]);
    }
    for (std::string_view people : row.list(kPeople)) r_->adjectives_.emplace(fold(people), *index);
    if (!row.cells[kCapital].empty()) {
      RegisterEntry capital;
      capital.kind = EntryKind::kCapital;
      capital.key = row.cells[kKey];
      capital.name = row.cells[kCapital];
      capital.latin = row.cells[kCapitalEn];
      capital.state = *index;
      capital.gender = Gender::kFeminine;
      auto seat = add(std::move(capital), kFile, row.line);
      if (!seat) return tl::unexpected(seat.error());
      add_phrases(*seat, row.cells[kCapital], true);
      for (std::string_view alias : row.list(kCapitalAliases)) add_phrases(*seat, alias, true);
    }
    if (auto seats = add_seats(*index, row, kSeats); !seats) return seats;
  }
  return {};
}

Expected<void> Register::Builder::outlets(std::string_view text) {
  constexpr std::string_view kFile = "register/outlets.tsv";
  enum { kKey, kAr, kAliases, kKind, kCountry, kEn, kDomain, kAlone };
  auto table = Table::parse(
      kFile, text, {"key", "ar", "ar_aliases", "kind", "country", "en", "domain", "alone"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const std::string_view alone = row.cells[kAlone];
    if (alone != "yes" && alone != "no") {
      return fail(fmt::format("{}:{}: alone \"{}\" is neither yes nor no", kFile, row.line, alone));
    }
    auto country = refer(EntryKind::kState, row.cells[kCountry], kFile, row.line);
    if (!country) return tl::unexpected(country.error());
    RegisterEntry outlet;
    outlet.kind = EntryKind::kOutlet;
    outlet.key = row.cells[kKey];
    outlet.name = row.cells[kAr];
    outlet.latin = row.cells[kEn];
    outlet.state = *country;
    outlet.gender = Gender::kFeminine;
    outlet.alone = alone == "yes";
    outlet.agency = row.cells[kKind] == "agency";
    outlet.kinds = outlet.agency ? uint16_t{kNewsAgencyBody} : body_kind(row.cells[kKind]);
    auto index = add(std::move(outlet), kFile, row.line);
    if (!index) return tl::unexpected(index.error());
    add_phrases(*index, row.cells[kAr], true);
    for (std::string_view alias : row.list(kAliases)) add_phrases(*index, alias, true);
  }
  return {};
}

Expected<void> Register::Builder::organizations(std::string_view text) {
  constexpr std::string_view kFile = "register/organizations.tsv";
  enum { kKey, kAr, kAliases, kKind, kGenderNumber, kCountry, kCode, kEn };
  auto table = Table::parse(
      kFile, text, {"key", "ar", "ar_aliases", "kind", "gender_number", "country", "code", "en"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const std::string_view agreement = row.cells[kGenderNumber];
    if (agreement != "fs" && agreement != "ms" && agreement != "mp") {
      return fail(fmt::format("{}:{}: gender_number \"{}\" is none of fs, ms, mp", kFile, row.line,
                              agreement));
    }
    auto country = refer(EntryKind::kState, row.cells[kCountry], kFile, row.line);
    if (!country) return tl::unexpected(country.error());
    RegisterEntry body;
    body.kind = EntryKind::kOrganization;
    body.key = row.cells[kKey];
    body.name = row.cells[kAr];
    body.latin = row.cells[kEn];
    body.code = row.cells[kCode];
    body.kinds = body_kind(row.cells[kKind]);
    body.state = *country;
    body.gender = agreement[0] == 'f' ? Gender::kFeminine : Gender::kMasculine;
    body.number = agreement[1] == 'p' ? Number::kPlural : Number::kSingular;
    auto index = add(std::move(body), kFile, row.line);
    if (!index) return tl::unexpected(index.error());
    add_phrases(*index, row.cells[kAr], false);
    for (std::string_view alias : row.list(kAliases)) add_phrases(*index, alias, false);
  }
  return {};
}

Expected<void> Register::Builder::offices(std::string_view text) {
  constexpr std::string_view kFile = "register/offices.tsv";
  enum { kKey, kAr, kArFeminine, kKind, kCode, kEn, kHolders };
  auto table = Table::parse(kFile, text, {"key", "ar", "ar_f", "kind", "code", "en", "holders"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    RegisterEntry office;
    office.kind = EntryKind::kOffice;
    office.key = row.cells[kKey];
    office.name = row.cells[kAr].substr(0, row.cells[kAr].find('|'));
    office.latin = row.cells[kEn];
    office.code = row.cells[kCode];
    office.several = row.cells[kHolders] == "several";
    if (!office.several && row.cells[kHolders] != "one") {
      return fail(fmt::format("{}:{}: holders \"{}\" is neither one nor several", kFile, row.line,
                              row.cells[kHolders]));
    }
    auto index = add(std::move(office), kFile, row.line);
    if (!index) return tl::unexpected(index.error());
    for (size_t column : {kAr, kArFeminine}) {
      for (std::string_view title : row.list(column)) {
        add_title(*index, title);
      }
    }
  }
  return {};
}

Expected<void> Register::Builder::persons(std::string_view text) {
  constexpr std::string_view kFile = "register/persons.tsv";
  enum { kKey, kAr, kVariants, kGender, kEn };
  auto table = Table::parse(kFile, text, {"key", "ar", "ar_variants", "gender", "en"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    const std::string_view gender = row.cells[kGender];
    if (gender != "f" && gender != "m") {
      return fail(fmt::format("{}:{}: gender \"{}\" is neither f nor m", kFile, row.line, gender));
    }
    RegisterEntry person;
    person.kind = EntryKind::kPerson;
    person.key = row.cells[kKey];
    person.name = row.cells[kAr];
    person.latin = row.cells[kEn];
    person.gender = gender == "f" ? Gender::kFeminine : Gender::kMasculine;
    auto index = add(std::move(person), kFile, row.line);
    if (!index) return tl::unexpected(index.error());
    add_phrases(*index, row.cells[kAr], true);
    for (std::string_view variant : row.list(kVariants)) add_phrases(*index, variant, true);
    const std::vector<std::string> words = folded_words(row.cells[kAr]);
    if (words.size() > 1) r_->surnames_[r_->find_word(words.back())].push_back(*index);
  }
  return {};
}

Expected<void> Register::Builder::tenures(std::string_view text) {
  constexpr std::string_view kFile = "register/tenures.tsv";
  enum { kPerson, kOffice, kOf, kFrom, kTo };
  auto table = Table::parse(kFile, text, {"person", "office", "of", "from", "to"});
  if (!table) return tl::unexpected(table.error());
  for (const Row& row : table->rows()) {
    auto person = refer(EntryKind::kPerson, row.cells[kPerson], kFile, row.line);
    if (!person) return tl::unexpected(person.error());
    auto office = refer(EntryKind::kOffice, row.cells[kOffice], kFile, row.line);
    if (!office) return tl::unexpected(office.error());
    const EntryIndex state = r_->find_key(EntryKind::kState, row.cells[kOf]);
    auto body = state != kNoEntry
                    ? Expected<EntryIndex>(state)
                    : refer(EntryKind::kOrganization, row.cells[kOf], kFile, row.line);
    if (!body) return tl::unexpected(body.error());
    const std::string_view from = row.cells[kFrom];
    const std::string_view to = row.cells[kTo];
    if (!is_date(from) || (!to.empty() && (!is_date(to) || to < from.substr(0, to.size())))) {
      return fail(
          fmt::format("{}:{}: \"{}\" to \"{}\" is no period; write YYYY-MM-DD, YYYY-MM or "
                      "YYYY, the earlier first",
                      kFile, row.line, from, to));
    }
    if (*person == kNoEntry || *office == kNoEntry || *body == kNoEntry) {
      return fail(fmt::format("{}:{}: person, office and of must be filled", kFile, row.line));
    }
    const Tenure tenure{*person, *office, std::string(from), std::string(to)};
    Tenures& others = r_->tenures_of_office_[office_key(*office, *body)];
    for (const Tenure& other : others) {
      if (r_->entries_[*office].several || apart(other.from, other.to, from, to)) continue;
      return fail(fmt::format(
          "{}:{}: {} was {} of {} in that time as well; mend the dates, or "
          "write several holders in register/offices.tsv",
          kFile, row.line, r_->entries_[other.person].key, row.cells[kOffice], row.cells[kOf]));
    }
    others.push_back(tenure);
    r_->tenures_of_person_[*person].push_back(tenure);
    RegisterEntry& holder = r_->entries_[*person];
    if (holder.state == kNoEntry) holder.state = r_->entries_[*body].state;
  }
  return {};
}

Expected<std::unique_ptr<Register>> Register::load() {
  return parse({.states = embedded_file("register/states.tsv"),
                .outlets = embedded_file("register/outlets.tsv"),
                .organizations = embedded_file("register/organizations.tsv"),
                .offices = embedded_file("register/offices.tsv"),
                .persons = embedded_file("register/persons.tsv"),
                .tenures = embedded_file("register/tenures.tsv")});
}

Expected<std::unique_ptr<Register>> Register::parse(const RegisterTables& tables) {
  Builder builder;
  const std::pair<std::string_view, Expected<void> (Builder::*)(std::string_view)> steps[] = {
      {tables.states, &Builder::states},
      {tables.outlets, &Builder::outlets},
      {tables.organizations, &Builder::organizations},
      {tables.offices, &Builder::offices},
      {tables.persons, &Builder::persons},
      {tables.tenures, &Builder::tenures}};
  for (const auto& [text, read] : steps) {
    if (text.empty()) continue;
    if (auto done = (builder.*read)(text); !done) return tl::unexpected(done.error());
  }
  return builder.finish();
}

RegisterWord Register::find_word(std::string_view key) const {
  const auto found = words_.find(lookup_key(key));
  return found == words_.end() ? kNoRegisterWord : found->second;
}

RegisterWord Register::find_variant(std::string_view key) const {
  if (without_article(key) != key) return kNoRegisterWord;
  const auto found = foreign_words_.find(name_skeleton(key));
  if (found == foreign_words_.end()) return kNoRegisterWord;
  for (RegisterWord word : found->second) {
    if (same_foreign_name(key, spellings_[word])) return word;
  }
  return kNoRegisterWord;
}

EntryIndex Register::find_key(EntryKind kind, std::string_view key) const {
  const auto found = keys_.find(key_of(kind, key));
  return found == keys_.end() ? kNoEntry : found->second;
}

EntryIndex Register::state_of_adjective(std::string_view key) const {
  const auto found = adjectives_.find(lookup_key(key));
  return found == adjectives_.end() ? kNoEntry : found->second;
}

EntryIndex Register::holder(EntryIndex office, EntryIndex body, std::string_view day) const {
  const auto found = tenures_of_office_.find(office_key(office, body));
  if (found == tenures_of_office_.end()) return kNoEntry;
  const Tenure* holder = nullptr;
  for (const Tenure& tenure : found->second) {
    if (!within(day, tenure.from, tenure.to)) continue;
    if (holder == nullptr || holder->to == tenure.from) {  // on the day of a change, the successor
      holder = &tenure;
    } else if (tenure.to != holder->from) {
      return kNoEntry;  // an office of several holders
    }
  }
  return holder == nullptr ? kNoEntry : holder->person;
}

EntryIndex Register::officer_called(RegisterWord surname, std::string_view day) const {
  const auto found = surnames_.find(surname);
  if (surname == kNoRegisterWord || found == surnames_.end()) return kNoEntry;
  const std::string& spelling = spellings_[surname];
  if (day.empty() && without_article(spelling) != spelling) return kNoEntry;
  EntryIndex only = kNoEntry;
  for (EntryIndex person : found->second) {
    const auto tenures = tenures_of_person_.find(person);
    if (tenures == tenures_of_person_.end()) continue;
    const bool in_office = std::any_of(
        tenures->second.begin(), tenures->second.end(),
        [&](const Tenure& tenure) { return day.empty() || within(day, tenure.from, tenure.to); });
    if (!in_office) continue;
    if (only != kNoEntry) return kNoEntry;
    only = person;
  }
  return only;
}

bool Register::held(EntryIndex person, EntryIndex office, std::string_view day) const {
  const auto found = tenures_of_person_.find(person);
  return found != tenures_of_person_.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](const Tenure& tenure) {
           return tenure.office == office && (day.empty() || within(day, tenure.from, tenure.to));
         });
}

}  // namespace musnad
