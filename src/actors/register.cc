#include "actors/register.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "actors/name_key.h"
#include "actors/period.h"
#include "actors/register_builder.h"
#include "lexicon/embedded.h"

namespace musnad {
namespace {

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
                                                                {"magazine", kMagazineBody},
                                                                {"kingdom", kKingdomBody}};

template <typename Map, typename Key>
auto list_at(const Map& map, const Key& key) {
  using List = std::span<const typename Map::mapped_type::value_type>;
  const auto found = map.find(key);
  return found == map.end() ? List() : List(found->second);
}

}  // namespace

uint16_t body_kind(std::string_view name) {
  for (const auto& [kind, bit] : kBodyKinds) {
    if (kind == name) return bit;
  }
  return 0;
}

std::string Register::key_of(EntryKind kind, std::string_view slug) {
  std::string key(1, static_cast<char>('a' + static_cast<int>(kind)));
  return key.append(slug);
}

Expected<std::unique_ptr<Register>> Register::load(std::span<const std::string> files) {
  std::vector<RegisterTable> tables;
  for (std::string_view name :
       {"states", "outlets", "organizations", "offices", "persons", "tenures"}) {
    std::string file = fmt::format("register/{}.tsv", name);
    const std::string_view text = embedded_file(file);
    tables.push_back({std::move(file), text});
  }
  std::vector<std::string> texts(files.size());
  for (size_t i = 0; i < files.size(); ++i) {
    std::ifstream in(files[i], std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf())) {
      return fail(fmt::format("{}: cannot be read as a table; is the path right?", files[i]));
    }
    texts[i] = std::move(text).str();
    tables.push_back({files[i], texts[i]});
  }
  return parse(tables);
}

Expected<std::unique_ptr<Register>> Register::parse(std::span<const RegisterTable> tables) {
  return Builder().build(tables);
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
  const Tenure* holder = nullptr;
  for (const Tenure& tenure : tenures_of(office, body)) {
    if (!within(day, tenure.from, tenure.to)) continue;
    if (holder == nullptr || holder->to == tenure.from) {  // on the day of a change, the successor
      holder = &tenure;
    } else if (tenure.to != holder->from) {
      return kNoEntry;  // an office of several holders
    }
  }
  return holder == nullptr ? kNoEntry : holder->person;
}

std::span<const Tenure> Register::tenures_of(EntryIndex person) const {
  return list_at(tenures_of_person_, person);
}

std::span<const Tenure> Register::tenures_of(EntryIndex office, EntryIndex body) const {
  return list_at(tenures_of_office_, office_key(office, body));
}

std::vector<Tenure> Register::tenures_of_office(EntryIndex office) const {
  std::vector<Tenure> all;
  for (size_t body = 0; body < entries_.size(); ++body) {
    const auto some = tenures_of(office, static_cast<EntryIndex>(body));
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

std::span<const EntryIndex> Register::persons_called(RegisterWord surname) const {
  return list_at(surnames_, surname);
}

EntryIndex Register::officer_called(RegisterWord surname, std::string_view day) const {
  if (surname == kNoRegisterWord) return kNoEntry;
  const std::string& spelling = spellings_[surname];
  if (day.empty() && without_article(spelling) != spelling) return kNoEntry;
  EntryIndex only = kNoEntry;
  for (EntryIndex person : persons_called(surname)) {
    const auto tenures = tenures_of(person);
    const bool in_office = std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) {
      return day.empty() || within(day, tenure.from, tenure.to);
    });
    if (!in_office) continue;
    if (only != kNoEntry) return kNoEntry;
    only = person;
  }
  return only;
}

bool Register::held(EntryIndex person, EntryIndex office, std::string_view day) const {
  const auto tenures = tenures_of(person);
  return std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) {
    return tenure.office == office && (day.empty() || within(day, tenure.from, tenure.to));
  });
}

}  // namespace musnad
