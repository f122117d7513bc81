#include "actors/train_tagger_lists.h"

#include <functional>

#include "actors/tagger_features.h"
#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

std::vector<std::string> folded_words(std::string_view phrase) {
  std::vector<std::string> words;
  for (std::string_view word : split(phrase, ' ')) {
    if (std::string key = fold(word); !key.empty()) words.push_back(std::move(key));
  }
  return words;
}

class Lists {
 public:
  explicit Lists(TaggerModel& model) : model_(model) {}

  // A name of one word gets `whole`; each word of a longer one gets `part`.
  void add(std::string_view name, uint16_t whole, uint16_t part) {
    const std::vector<std::string> words = folded_words(name);
    for (const std::string& word : words) {
      const uint16_t classes = words.size() == 1 ? whole : part;
      if (classes != 0) model_.words[word_hash(word)] |= classes;
    }
  }

  // Both columns of a row, lists or not.
  void add(const Table::Row& row, std::initializer_list<size_t> columns, uint16_t whole,
           uint16_t part) {
    for (size_t column : columns) {
      for (std::string_view name : row.list(column)) add(name, whole, part);
    }
  }

 private:
  TaggerModel& model_;
};

struct Source {
  std::string_view file;
  std::vector<std::string_view> columns;
  std::function<void(const Table::Row&, Lists&)> add;
};

std::vector<Source> sources_of_lists() {
  return {
      {"register/states.tsv",
       {"key", "ar", "ar_aliases", "capital_ar", "capital_aliases", "adj_m", "adj_f_irregular",
        "demonym_plural", "gender", "seats", "iso3", "cameo", "en", "capital_en"},
       [](const Table::Row& row, Lists& lists) {
         lists.add(row, {1, 2}, kStateName, kStateName);
         lists.add(row, {3, 4}, kCityName, kCityName);
         lists.add(row, {5, 6, 7}, kNationality, 0);
         for (std::string_view adjective : row.list(5))
           lists.add(std::string(adjective) + "ة", kNationality, 0);
       }},
      {"register/persons.tsv",
       {"key", "ar", "ar_variants", "gender", "en"},
       [](const Table::Row& row, Lists& lists) {
         lists.add(row, {1, 2}, kPersonName, kPersonName);
       }},
      {"register/organizations.tsv",
       {"key", "ar", "ar_aliases", "kind", "gender_number", "country", "code", "en"},
       [](const Table::Row& row, Lists& lists) {
         lists.add(row, {1, 2}, kOrganizationName, kOrganizationPart);
       }},
      {"register/outlets.tsv",
       {"key", "ar", "ar_aliases", "kind", "country", "en", "domain", "alone"},
       [](const Table::Row& row, Lists& lists) {
         lists.add(row, {1, 2}, kOrganizationName, kOrganizationPart);
       }},
      {"lexicon/ar/given_names.tsv",
       {"ar", "gender", "latin", "kind"},
       [](const Table::Row& row, Lists& lists) { lists.add(row, {0}, kGivenName, kGivenName); }},
      {"lexicon/ar/titles.tsv",
       {"ar", "feminine", "plurals", "class", "prepositions", "same"},
       [](const Table::Row& row, Lists& lists) {
         lists.add(row, {0, 1, 2}, kPersonTitle, 0);
       }},
      {"lexicon/ar/honorifics.tsv",
       {"ar", "feminine", "kind", "bearers"},
       [](const Table::Row& row, Lists& lists) {
         lists.add(row, {0, 1}, kPersonTitle, 0);
       }},
      {"lexicon/ar/institution_nouns.tsv",
       {"ar", "plurals", "class", "register", "aim"},
       [](const Table::Row& row, Lists& lists) { lists.add(row, {0}, kInstitutionNoun, 0); }},
      {"lexicon/ar/proper_names.tsv",
       {"ar", "class"},
       [](const Table::Row& row, Lists& lists) {
         const std::string_view kind = row.cells[1];
         if (kind == "place") lists.add(row.cells[0], kPlaceName, kPlacePart);
         if (kind == "person") lists.add(row.cells[0], kPersonName, kPersonName);
         if (kind == "organization") lists.add(row.cells[0], kOrganizationName, kOrganizationPart);
         if (kind == "other") lists.add(row.cells[0], kOtherName, 0);
       }},
  };
}

}  // namespace

Expected<TaggerModel> read_name_lists() {
  TaggerModel model;
  Lists lists(model);
  for (const Source& source : sources_of_lists()) {
    const auto table = Table::parse(source.file, embedded_file(source.file), source.columns);
    if (!table) return tl::unexpected(table.error());
    for (const Table::Row& row : table->rows()) source.add(row, lists);
  }
  return model;
}

}  // namespace musnad
