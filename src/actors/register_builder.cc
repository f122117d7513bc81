#include "actors/register_builder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "actors/name_key.h"
#include "actors/period.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr size_t kMostFaults = 50;  // that are told

// The columns of the tables.
namespace states {
enum { kKey, kAr, kAliases, kCapital, kCapitalAliases, kAdjective, kFeminine, kPeople, kGender };
enum { kSeats = kGender + 1, kIso3, kCameo, kEn, kCapitalEn };
}  // namespace states
namespace outlets {
enum { kKey, kAr, kAliases, kKind, kCountry, kEn, kDomain, kAlone };
}  // namespace outlets
namespace organizations {
enum { kKey, kAr, kAliases, kKind, kAgreement, kCountry, kCode, kEn };
}  // namespace organizations
namespace offices {
enum { kKey, kAr, kArFeminine, kKind, kCode, kEn, kHolders };
}  // namespace offices
namespace persons {
enum { kKey, kAr, kVariants, kGender, kEn };
}  // namespace persons
namespace tenures {
enum { kPerson, kOffice, kOf, kFrom, kTo };
}  // namespace tenures

size_t letters(std::string_view word) {
  return std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

bool is_slug(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// The header line of a table: its first that is no comment.
std::string_view header_of(std::string_view text) {
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') return line;
  }
  return {};
}

}  // namespace

Register::Builder::Builder() {
  r_->spellings_.emplace_back();  // kNoRegisterWord
  r_->nodes_.resize(2);           // the roots
}

// Each kind refers to keys of those before it.
std::span<const Register::Builder::Kind> Register::Builder::kinds() {
  static const Kind kKinds[] = {
      {{"key", "ar", "ar_aliases", "capital_ar", "capital_aliases", "adj_m", "adj_f_irregular",
        "demonym_plural", "gender", "seats", "iso3", "cameo", "en", "capital_en"},
       &Builder::state},
      {{"key", "ar", "ar_aliases", "kind", "country", "en", "domain", "alone"}, &Builder::outlet},
      {{"key", "ar", "ar_aliases", "kind", "gender_number", "country", "code", "en"},
       &Builder::organization},
      {{"key", "ar", "ar_f", "kind", "code", "en", "holders"}, &Builder::office},
      {{"key", "ar", "ar_variants", "gender", "en"}, &Builder::person},
      {{"person", "office", "of", "from", "to"}, &Builder::tenure}};
  return kKinds;
}

// What rows bring on the average, so that tables need not grow by steps.
void Register::Builder::make_room(std::span<const RegisterTable> tables) {
  size_t rows = 0;
  for (const RegisterTable& table : tables) rows += count_lines(table.text);
  r_->entries_.reserve(rows);
  r_->keys_.reserve(rows);
  r_->words_.reserve(2 * rows);
  r_->spellings_.reserve(2 * rows);
  r_->next_.reserve(3 * rows);
  r_->nodes_.reserve(3 * rows);
}

Expected<std::unique_ptr<Register>> Register::Builder::build(
    std::span<const RegisterTable> tables) {
  make_room(tables);
  std::vector<bool> known(tables.size());
  for (const Kind& kind : kinds()) {
    for (size_t i = 0; i < tables.size(); ++i) {
      if (split(header_of(tables[i].text), '\t') != kind.columns) continue;
      known[i] = true;
      read(tables[i], kind);
    }
  }
  for (size_t i = 0; i < tables.size(); ++i) {
    if (known[i]) continue;
    faults_.push_back(
        fmt::format("{}: its header line is that of no table of the register; write one of "
                    "them, as {}",
                    tables[i].name, fmt::join(kinds().back().columns, " ")));
  }
  find_namesakes();
  if (faults_.empty()) return std::move(r_);
  const size_t more = faults_.size() - std::min(faults_.size(), kMostFaults);
  faults_.resize(faults_.size() - more);
  if (more > 0) faults_.push_back(fmt::format("and {} more", more));
  return fail(fmt::format("{}", fmt::join(faults_, "\n")));
}

// Capitals whose name is that of another state behind its kind: عمان, سلطنة عمان.
void Register::Builder::find_namesakes() {
  std::vector<EntryIndex> kinds_first;  // states called by two words
  for (size_t i = 0; i < r_->entries_.size(); ++i) {
    const RegisterEntry& entry = r_->entries_[i];
    if (entry.kind == EntryKind::kState && entry.name.find(' ') != std::string::npos)
      kinds_first.push_back(static_cast<EntryIndex>(i));
  }
  for (RegisterEntry& capital : r_->entries_) {
    if (capital.kind != EntryKind::kCapital) continue;
    for (const EntryIndex state : kinds_first) {
      const std::string_view name = r_->entries_[state].name;
      const bool same = name.substr(name.find(' ') + 1) == capital.name;
      if (same && state != capital.state) capital.namesake = state;
    }
  }
}

void Register::Builder::read(const RegisterTable& table, const Kind& kind) {
  file_ = table.name;
  if (const size_t invalid = find_invalid_utf8(table.text); invalid != std::string_view::npos) {
    const auto line = 1 + std::count(table.text.begin(), table.text.begin() + invalid, '\n');
    faults_.push_back(
        fmt::format("{}:{}: bytes that are no UTF-8; save the file as UTF-8", table.name, line));
    return;
  }
  const Expected<Table> parsed = Table::parse(table.name, table.text, kind.columns);
  if (!parsed) {
    faults_.push_back(parsed.error().message);
    return;
  }
  for (const Row& row : parsed->rows()) {
    if (auto taken = (this->*kind.take)(row); !taken) faults_.push_back(taken.error().message);
  }
}

tl::unexpected<Error> Register::Builder::wrong(const Row& row, std::string what) const {
  return fail(fmt::format("{}:{}: {}", file_, row.line, what));
}

Expected<EntryIndex> Register::Builder::add(RegisterEntry entry, const Row& row) {
  if (entry.name.empty()) return wrong(row, "no Arabic name; fill column ar");
  if (!is_slug(entry.key)) {
    return wrong(row, fmt::format("key \"{}\" is not made of a-z, 0-9 and -", entry.key));
  }
  const auto index = static_cast<EntryIndex>(r_->entries_.size());
  if (!r_->keys_.emplace(key_of(entry.kind, entry.key), index).second) {
    return wrong(row,
                 fmt::format("key \"{}\" is used by an earlier row; choose another", entry.key));
  }
  if (entry.kind == EntryKind::kState) entry.state = index;
  r_->entries_.push_back(std::move(entry));
  return index;
}

Expected<EntryIndex> Register::Builder::refer(EntryKind kind, std::string_view key,
                                              const Row& row) {
  if (key.empty()) return kNoEntry;
  const EntryIndex entry = r_->find_key(kind, key);
  if (entry != kNoEntry) return entry;
  return wrong(row, fmt::format("nothing has the key \"{}\"; add its row or mend the key", key));
}

Expected<EntryIndex> Register::Builder::body_of(std::string_view key, const Row& row) {
  const EntryIndex state = r_->find_key(EntryKind::kState, key);
  if (state != kNoEntry) return state;
  return refer(EntryKind::kOrganization, key, row);
}

Expected<Gender> Register::Builder::gender(std::string_view cell, const Row& row) const {
  if (cell == "f") return Gender::kFeminine;
  if (cell == "m") return Gender::kMasculine;
  return wrong(row, fmt::format("gender \"{}\" is neither f nor m", cell));
}

// --- phrases

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

uint32_t& Register::Builder::step(uint32_t node, RegisterWord word) {
  r_->nodes_[node].leads_on = true;
  if (node != kActorRoot) return r_->next_[edge(node, word)];
  if (word >= r_->begins_.size()) r_->begins_.resize(word + 1, kNoNode);
  return r_->begins_[word];
}

EntryIndex& Register::Builder::node(uint32_t root, const std::vector<std::string>& words,
                                    bool foreign) {
  uint32_t node = root;
  for (const std::string& key : words) {
    uint32_t& next = step(node, word(key, foreign));
    if (next == kNoNode) {
      next = static_cast<uint32_t>(r_->nodes_.size());
      r_->nodes_.emplace_back();
    }
    node = next;
  }
  return r_->nodes_[node].entry;
}

void Register::Builder::add_phrases(EntryIndex entry, std::string_view name, bool foreign) {
  add_words(entry, folded_words(name), foreign);
}

void Register::Builder::add_words(EntryIndex entry, std::vector<std::string> name, bool foreign) {
  for (const std::vector<std::string>& words : spacing_variants(std::move(name))) {
    if (words.empty()) continue;
    // A short name that stands alone has too many neighbours: بوتان and بوتين, يارين and وارين.
    constexpr size_t kLeastAlone = 6;  // letters
    const bool varied = foreign && (words.size() > 1 || letters(words.front()) >= kLeastAlone);
    EntryIndex& known = node(kActorRoot, words, varied);
    if (known == kNoEntry) known = entry;
  }
}

void Register::Builder::add_phrases(EntryIndex entry, const std::vector<std::string_view>& names,
                                    bool foreign) {
  for (std::string_view name : names) add_phrases(entry, name, foreign);
}

// A title, or a title and the key of the state or organization that it names: شيخ الأزهر=al-azhar.
Expected<void> Register::Builder::add_title(EntryIndex office, std::string_view item,
                                            const Row& row) {
  const size_t mark = std::min(item.find('='), item.size());
  const auto body = body_of(item.substr(std::min(mark + 1, item.size())), row);
  if (!body) return tl::unexpected(body.error());
  const std::vector<std::string> words = folded_words(item.substr(0, mark));
  if (words.empty()) return {};
  EntryIndex& known = node(kOfficeRoot, words, false);
  if (known == kNoEntry) {
    known = static_cast<EntryIndex>(r_->titles_.size());
    r_->titles_.emplace_back();
  }
  Title& title = r_->titles_[known];
  title.offices.push_back(office);
  if (*body != kNoEntry) title.body = *body;
  return {};
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

// --- rows

Expected<void> Register::Builder::state(const Row& row) {
  using namespace states;
  const auto gender_of = gender(row.cells[kGender], row);
  if (!gender_of) return tl::unexpected(gender_of.error());
  RegisterEntry state;
  state.key = row.cells[kKey];
  state.name = row.cells[kAr];
  state.latin = row.cells[kEn];
  state.code = row.cells[kCameo];
  state.gender = *gender_of;
  for (std::string_view alias : row.list(kAliases)) {
    if (without_article(fold(alias)).starts_with("مملكه")) state.kinds = kKingdomBody;
  }
  const auto index = add(std::move(state), row);
  if (!index) return tl::unexpected(index.error());
  add_phrases(*index, row.cells[kAr], true);
  add_phrases(*index, row.list(kAliases), true);
  for (std::string_view adjective : row.list(kAdjective)) {
    add_adjective(*index, adjective, row.cells[kFeminine]);
  }
  for (std::string_view people : row.list(kPeople)) r_->adjectives_.emplace(fold(people), *index);
  if (auto capital = add_capital(*index, row); !capital) return capital;
  return add_seats(*index, row);
}

Expected<void> Register::Builder::add_capital(EntryIndex state, const Row& row) {
  using namespace states;
  if (row.cells[kCapital].empty()) return {};
  RegisterEntry capital;
  capital.kind = EntryKind::kCapital;
  capital.key = row.cells[kKey];
  capital.name = row.cells[kCapital];
  capital.latin = row.cells[kCapitalEn];
  capital.state = state;
  capital.gender = Gender::kFeminine;
  const auto index = add(std::move(capital), row);
  if (!index) return tl::unexpected(index.error());
  add_phrases(*index, row.cells[kCapital], true);
  add_phrases(*index, row.list(kCapitalAliases), true);
  return {};
}

Expected<void> Register::Builder::add_seats(EntryIndex state, const Row& row) {
  for (std::string_view item : row.list(states::kSeats)) {
    const size_t mark = item.find('=');
    if (mark == std::string_view::npos) {
      return wrong(row, fmt::format("seat \"{}\" has no kind; write name=kind", item));
    }
    RegisterEntry seat;
    seat.kind = EntryKind::kSeat;
    seat.name = item.substr(0, mark);
    seat.key = fmt::format("{}-{}", r_->entries_[state].key, item.substr(mark + 1));
    const EntryIndex same = r_->find_key(EntryKind::kSeat, seat.key);
    if (same != kNoEntry &&
        name_skeleton(fold(seat.name)) == name_skeleton(fold(r_->entries_[same].name))) {
      add_phrases(same, seat.name, false);  // البنتاغون, البنتاجون
      continue;
    }
    for (int n = 2; r_->keys_.contains(key_of(seat.kind, seat.key)); ++n) {  // another of its kind
      seat.key = fmt::format("{}-{}-{}", r_->entries_[state].key, item.substr(mark + 1), n);
    }
    seat.state = state;
    seat.gender = Gender::kMasculine;
    const auto index = add(std::move(seat), row);
    if (!index) return tl::unexpected(index.error());
    add_phrases(*index, item.substr(0, mark), false);
  }
  return {};
}

Expected<void> Register::Builder::outlet(const Row& row) {
  using namespace outlets;
  const std::string_view alone = row.cells[kAlone];
  if (alone != "yes" && alone != "no") {
    return wrong(row, fmt::format("alone \"{}\" is neither yes nor no", alone));
  }
  const auto country = refer(EntryKind::kState, row.cells[kCountry], row);
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
  outlet.network = row.cells[kKind] == "network";
  outlet.kinds = outlet.agency ? uint16_t{kNewsAgencyBody} : body_kind(row.cells[kKind]);
  const auto index = add(std::move(outlet), row);
  if (!index) return tl::unexpected(index.error());
  add_phrases(*index, row.cells[kAr], true);
  add_phrases(*index, row.list(kAliases), true);
  return {};
}

Expected<void> Register::Builder::organization(const Row& row) {
  using namespace organizations;
  const std::string_view agreement = row.cells[kAgreement];
  if (agreement != "fs" && agreement != "ms" && agreement != "mp") {
    return wrong(row, fmt::format("gender_number \"{}\" is none of fs, ms, mp", agreement));
  }
  const auto country = refer(EntryKind::kState, row.cells[kCountry], row);
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
  const auto index = add(std::move(body), row);
  if (!index) return tl::unexpected(index.error());
  add_phrases(*index, row.cells[kAr], false);
  add_phrases(*index, row.list(kAliases), false);
  return {};
}

Expected<void> Register::Builder::office(const Row& row) {
  using namespace offices;
  RegisterEntry office;
  office.kind = EntryKind::kOffice;
  office.key = row.cells[kKey];
  office.name = row.cells[kAr].substr(0, row.cells[kAr].find_first_of("|="));
  office.latin = row.cells[kEn];
  office.code = row.cells[kCode];
  office.several = row.cells[kHolders] == "several";
  if (!office.several && row.cells[kHolders] != "one") {
    return wrong(row,
                 fmt::format("holders \"{}\" is neither one nor several", row.cells[kHolders]));
  }
  const auto index = add(std::move(office), row);
  if (!index) return tl::unexpected(index.error());
  for (size_t column : {kAr, kArFeminine}) {
    for (std::string_view title : row.list(column)) {
      if (auto added = add_title(*index, title, row); !added) return added;
    }
  }
  return {};
}

Expected<void> Register::Builder::person(const Row& row) {
  using namespace persons;
  const auto gender_of = gender(row.cells[kGender], row);
  if (!gender_of) return tl::unexpected(gender_of.error());
  RegisterEntry person;
  person.kind = EntryKind::kPerson;
  person.key = row.cells[kKey];
  person.name = row.cells[kAr];
  person.latin = row.cells[kEn];
  person.gender = *gender_of;
  const auto index = add(std::move(person), row);
  if (!index) return tl::unexpected(index.error());
  const std::vector<std::string> words = folded_words(row.cells[kAr]);
  add_words(*index, words, true);
  add_phrases(*index, row.list(kVariants), true);
  if (words.size() > 1) r_->surnames_[r_->find_word(words.back())].push_back(*index);
  return {};
}

Expected<void> Register::Builder::tenure(const Row& row) {
  using namespace tenures;
  const auto person = refer(EntryKind::kPerson, row.cells[kPerson], row);
  if (!person) return tl::unexpected(person.error());
  const auto office = refer(EntryKind::kOffice, row.cells[kOffice], row);
  if (!office) return tl::unexpected(office.error());
  const auto body = body_of(row.cells[kOf], row);
  if (!body) return tl::unexpected(body.error());
  if (*person == kNoEntry || *office == kNoEntry || *body == kNoEntry) {
    return wrong(row, "person, office and of must be filled");
  }
  const std::string_view from = row.cells[kFrom], to = row.cells[kTo];
  if (!is_date(from) || (!to.empty() && (!is_date(to) || to < from.substr(0, to.size())))) {
    return wrong(row, fmt::format("\"{}\" to \"{}\" is no period; write YYYY-MM-DD, YYYY-MM or "
                                  "YYYY, the earlier first",
                                  from, to));
  }
  const Tenure tenure{*person, *office, *body, std::string(from), std::string(to)};
  if (auto alone = check_alone(tenure, row); !alone) return alone;
  r_->tenures_of_office_[office_key(*office, *body)].push_back(tenure);
  r_->tenures_of_person_[*person].push_back(tenure);
  RegisterEntry& holder = r_->entries_[*person];
  if (holder.state == kNoEntry) holder.state = r_->entries_[*body].state;
  return {};
}

// An office of one holder has no other in the time of a tenure.
Expected<void> Register::Builder::check_alone(const Tenure& tenure, const Row& row) const {
  if (r_->entries_[tenure.office].several) return {};
  for (const Tenure& other : r_->tenures_of(tenure.office, tenure.body)) {
    if (apart(other.from, other.to, tenure.from, tenure.to)) continue;
    return wrong(row, fmt::format("{} was {} of {} in that time as well; mend the dates, or write "
                                  "several holders in the row of the office",
                                  r_->entries_[other.person].key, row.cells[tenures::kOffice],
                                  row.cells[tenures::kOf]));
  }
  return {};
}

}  // namespace musnad
