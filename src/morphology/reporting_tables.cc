#include "morphology/reporting_tables.h"

#include "lexicon/embedded.h"
#include "lexicon/record_names.h"
#include "morphology/normalize.h"
#include "morphology/table_cells.h"

namespace musnad {
namespace {

constexpr Named<uint32_t> kComplementNames[] = {
    {"anna", kAnna},        {"inna", kInna},      {"bi_anna", kBiAnna},   {"ila_anna", kIlaAnna},
    {"ala_anna", kAlaAnna}, {"an_anna", kAnAnna}, {"min_anna", kMinAnna}, {"an", kAn},
    {"quote", kQuote},      {"np", kNp},          {"bi", kBiNp},          {"ila", kIlaNp},
    {"ala", kAlaNp},        {"an_prep", kAnNp},   {"min", kMinNp},        {"li", kLiNp},
    {"fi", kFiNp},          {"li_an", kLiAn},     {"hawl", kHawl},        {"matter", kMatter}};
constexpr Named<uint32_t> kAddresseeNames[] = {{"acc", kAccAddressee}, {"li", kLiAddressee},
                                               {"ila", kIlaAddressee}, {"min", kMinAddressee},
                                               {"ala", kAlaAddressee}, {"must", kMustAddressee}};
constexpr Named<Polarity> kPolarityNames[] = {{"asserted", Polarity::kAsserted},
                                              {"denied", Polarity::kDenied},
                                              {"withheld", Polarity::kWithheld}};
constexpr Named<Certainty> kCertaintyNames[] = {
    {"always", Certainty::kAlways}, {"often", Certainty::kOften}, {"seldom", Certainty::kSeldom}};

Act parse_act(Cells& cells, size_t column) {
  const std::optional<Act> act = value_named(cells.text(column), Act::kWithhold);
  if (!act) cells.complain(cells.text(column));
  return act.value_or(Act::kSay);
}

void parse_needs(Cells& cells, size_t column, ReportingEntry& entry) {
  static constexpr std::string_view kPhrase = "phrase:", kLemma = "lemma:", kRelay = "relay:",
                                    kDeed = "not:";
  for (std::string_view need : cells.list(column)) {
    if (need == "clause") {
      entry.needs_clause = true;
    } else if (need == "negated") {
      entry.needs_negated = true;
    } else if (need == "document") {
      entry.needs_document = true;
    } else if (need == "noun") {
      entry.needs_noun = true;
    } else if (need == "past") {
      entry.only_past = true;
    } else if (need == "more") {
      entry.says_more = true;
    } else if (need == "stage") {
      entry.tells_stage = true;
    } else if (need == "participle") {
      entry.needs_participle = true;
    } else if (need.starts_with(kPhrase)) {
      entry.needs_phrase.push_back(fold(need.substr(kPhrase.size())));
    } else if (need.starts_with(kLemma)) {
      entry.needs_lemma.emplace_back(need.substr(kLemma.size()));
    } else if (need.starts_with(kDeed)) {
      entry.told_of_deeds.push_back(fold(need.substr(kDeed.size())));
      entry.deed_lemmas.emplace_back(need.substr(kDeed.size()));
    } else if (need.starts_with(kRelay)) {
      entry.relay = fold(need.substr(kRelay.size()));
    } else {
      cells.complain(need);
    }
  }
}

ReportingEntry parse_verb_entry(Cells& cells) {
  ReportingEntry entry;
  entry.act = parse_act(cells, 5);
  entry.complements = cells.bits(6, kComplementNames);
  entry.addressee = static_cast<uint8_t>(cells.bits(7, kAddresseeNames));
  entry.content_includes_addressee = cells.yes(8);
  entry.polarity = cells.named(9, kPolarityNames);
  entry.certainty = cells.named(10, kCertaintyNames);
  parse_needs(cells, 11, entry);
  return entry;
}

ReportingEntry parse_noun_entry(Cells& cells) {
  ReportingEntry entry;
  entry.noun = true;
  entry.act = parse_act(cells, 3);
  entry.complements = cells.bits(4, kComplementNames);
  entry.polarity = cells.named(5, kPolarityNames);
  entry.document = cells.yes(6);
  for (std::string_view verb : cells.list(7)) entry.light_verbs.emplace_back(verb);
  entry.certainty = cells.named(8, kCertaintyNames);
  return entry;
}

// Appends the entries of one table.
std::optional<Error> read_entries(std::string_view file,
                                  const std::vector<std::string_view>& columns,
                                  ReportingEntry (*parse)(Cells&),
                                  std::vector<ReportingEntry>& out) {
  const Expected<Table> table = Table::parse(file, embedded_file(file), columns);
  if (!table) return table.error();
  for (const Table::Row& row : table->rows()) {
    Cells cells(file, row);
    out.push_back(parse(cells));
    if (cells.error()) return cells.error();
  }
  return std::nullopt;
}

}  // namespace

const std::vector<std::string_view>& reporting_verb_columns() {
  static const std::vector<std::string_view> kColumns = {
      "lemma",       "imperfect", "root",
      "form",        "masdar",    "act",
      "complements", "addressee", "content_includes_addressee",
      "polarity",    "reports",   "needs",
      "example"};
  return kColumns;
}

const std::vector<std::string_view>& reporting_noun_columns() {
  static const std::vector<std::string_view> kColumns = {
      "lemma",    "plural",   "gender",      "act",     "complements",
      "polarity", "document", "light_verbs", "reports", "example"};
  return kColumns;
}

Expected<std::vector<ReportingEntry>> read_reporting_entries() {
  std::vector<ReportingEntry> entries;
  std::optional<Error> error =
      read_entries(kReportingVerbsFile, reporting_verb_columns(), parse_verb_entry, entries);
  if (!error)
    error = read_entries(kReportingNounsFile, reporting_noun_columns(), parse_noun_entry, entries);
  if (error) return tl::unexpected<Error>(*error);
  return entries;
}

}  // namespace musnad
