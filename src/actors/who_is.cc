#include "actors/who_is.h"

#include <algorithm>

#include "actors/name_key.h"
#include "actors/period.h"

namespace musnad {
namespace {

constexpr EntryKind kKinds[] = {EntryKind::kPerson, EntryKind::kState,  EntryKind::kOrganization,
                                EntryKind::kOutlet, EntryKind::kOffice, EntryKind::kCapital,
                                EntryKind::kSeat};

class Asked {
  using Words = std::vector<std::string>;

 public:
  Asked(const Register& actors, std::string_view name, std::string_view day)
      : actors_(actors), name_(name), day_(day), words_(folded_words(name)) {}

  std::vector<Known> answer() const {
    if (const EntryIndex entry = entry_of(words_); entry != kNoEntry) return {about(entry)};
    if (std::vector<Known> holders = holders_of(words_); !holders.empty()) return holders;
    if (words_.empty()) return {};
    for (size_t i = 0; i < words_.size(); ++i) {  // رئيس وزراء فرنسا: in the tables رئيس الوزراء
      Words definite = words_;
      definite[i].insert(0, "ال");
      if (std::vector<Known> holders = holders_of(definite); !holders.empty()) return holders;
    }
    if (std::vector<Known> persons = with_surname(); !persons.empty()) return persons;
    for (EntryKind kind : kKinds) {
      const EntryIndex entry = actors_.find_key(kind, name_);
      if (entry != kNoEntry) return {about(entry)};
    }
    return {};
  }

 private:
  RegisterWord word(const Words& words, size_t i) const {
    if (i >= words.size()) return kNoRegisterWord;
    const RegisterWord known = actors_.find_word(words[i]);
    return known != kNoRegisterWord ? known : actors_.find_variant(words[i]);
  }

  // The entry whose name the words are.
  EntryIndex entry_of(const Words& words) const {
    size_t next = 0;
    const Register::Match match = actors_.longest_match([&] { return word(words, next++); });
    return match.steps == words.size() ? match.entry : kNoEntry;
  }

  // The state or organization behind a title: الأمريكي, روسيا, موسكو, للأمم المتحدة.
  EntryIndex body_of(Words words) const {
    if (words.size() == 1) {
      const EntryIndex state = actors_.state_of_adjective(without_article(words.front()));
      if (state != kNoEntry) return state;
    }
    EntryIndex entry = entry_of(words);
    if (entry == kNoEntry && words.front().starts_with("ل")) {
      words.front().erase(0, kLetterBytes);
      if (words.front().starts_with("ل")) words.front().insert(0, "ا");  // للأمم is ل and الأمم
      entry = entry_of(words);
    }
    if (entry == kNoEntry || actors_.entry(entry).kind == EntryKind::kOrganization) return entry;
    return actors_.entry(entry).state;
  }

  bool counts(const Tenure& tenure) const {
    return day_.empty() || within(day_, tenure.from, tenure.to);
  }

  void keep(std::span<const Tenure> tenures, std::vector<Tenure>& kept) const {
    std::copy_if(tenures.begin(), tenures.end(), std::back_inserter(kept),
                 [&](const Tenure& tenure) { return counts(tenure); });
  }

  Known about(EntryIndex entry) const {
    Known known{entry, {}};
    if (actors_.entry(entry).kind == EntryKind::kOffice) {
      keep(actors_.tenures_of_office(entry), known.tenures);
    } else {
      keep(actors_.tenures_of(entry), known.tenures);
    }
    return known;
  }

  std::vector<Known> holders_of(const Words& words) const {
    size_t next = 0;
    const Register::OfficeMatch title = actors_.longest_office([&] { return word(words, next++); });
    const bool whole = title.steps == words.size();
    const EntryIndex body =
        whole ? title.body : body_of({words.begin() + title.steps, words.end()});
    std::vector<Known> found;
    if (!whole && body == kNoEntry) return found;
    for (EntryIndex office : title.offices) {
      Known known{office, {}};
      if (body == kNoEntry) {
        keep(actors_.tenures_of_office(office), known.tenures);
      } else {
        keep(actors_.tenures_of(office, body), known.tenures);
      }
      if (!known.tenures.empty()) found.push_back(std::move(known));
    }
    return found;
  }

  std::vector<Known> with_surname() const {
    std::vector<Known> found;
    if (words_.size() != 1) return found;
    for (EntryIndex person : actors_.persons_called(word(words_, 0))) {
      Known known = about(person);
      if (day_.empty() || !known.tenures.empty()) found.push_back(std::move(known));
    }
    return found;
  }

  const Register& actors_;
  std::string_view name_, day_;
  Words words_;
};

}  // namespace

std::vector<Known> who_is(const Register& actors, std::string_view name, std::string_view day) {
  return Asked(actors, name, day).answer();
}

}  // namespace musnad
