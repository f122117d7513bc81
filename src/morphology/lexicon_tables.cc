#include "morphology/lexicon_tables.h"

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include <optional>
#include <span>

#include "lexicon/acts.h"
#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

// A name in a cell and what it stands for.
template <typename T>
struct Named {
  std::string_view name;
  T value;
};

constexpr Named<uint32_t> kComplementNames[] = {
    {"anna", kAnna}, {"inna", kInna}, {"bi_anna", kBiAnna}, {"ila_anna", kIlaAnna},
    {"ala_anna", kAlaAnna}, {"an_anna", kAnAnna}, {"min_anna", kMinAnna}, {"an", kAn},
    {"quote", kQuote}, {"np", kNp}, {"bi", kBiNp}, {"ila", kIlaNp}, {"ala", kAlaNp},
    {"an_prep", kAnNp}, {"min", kMinNp}, {"li", kLiNp}, {"fi", kFiNp}, {"li_an", kLiAn},
    {"hawl", kHawl}, {"matter", kMatter}};
constexpr Named<uint32_t> kAddresseeNames[] = {{"acc", kAccAddressee}, {"li", kLiAddressee},
                                               {"ila", kIlaAddressee}, {"min", kMinAddressee},
                                               {"ala", kAlaAddressee}};
constexpr Named<uint32_t> kProcliticNames[] = {{"ب", kBi}, {"ل", kLi}, {"ك", kKa}, {"أ", kHamza}, {"ال", kAl}};
constexpr Named<Polarity> kPolarityNames[] = {
    {"asserted", Polarity::kAsserted}, {"denied", Polarity::kDenied}, {"withheld", Polarity::kWithheld}};
constexpr Named<Certainty> kCertaintyNames[] = {
    {"always", Certainty::kAlways}, {"often", Certainty::kOften}, {"seldom", Certainty::kSeldom}};
constexpr Named<Pos> kPosNames[] = {
    {"preposition", Pos::kPreposition}, {"complementizer", Pos::kComplementizer},
    {"conjunction", Pos::kConjunction}, {"relative", Pos::kRelative},
    {"demonstrative", Pos::kDemonstrative}, {"pronoun", Pos::kPronoun}, {"negation", Pos::kNegation},
    {"particle", Pos::kParticle}, {"adverb", Pos::kAdverb}, {"numeral", Pos::kNumeral},
    {"noun", Pos::kNoun}, {"adjective", Pos::kAdjective}};

// One row of one table, whose cells are read by column; the first bad cell is kept as the error.
class Cells {
 public:
  Cells(std::string_view file, const Table::Row& row) : file_(file), row_(row) {}

  std::string_view text(size_t column) const { return row_.cells[column]; }
  std::vector<std::string_view> list(size_t column) const { return row_.list(column); }

  template <typename T, size_t N>
  T named(size_t column, const Named<T> (&names)[N]) {
    return value_of(text(column), names);
  }

  template <size_t N>
  uint32_t bits(size_t column, const Named<uint32_t> (&names)[N]) {
    uint32_t bits = 0;
    for (std::string_view item : list(column)) bits |= value_of(item, names);
    return bits;
  }

  bool yes(size_t column) {
    if (!text(column).empty() && text(column) != "yes") complain(text(column));
    return !text(column).empty();
  }

  void complain(std::string_view what) {
    if (!error_) error_ = Error{fmt::format("{}:{}: '{}' is not one of the values of its column", file_, row_.line, what)};
  }

  void fail_with(std::string_view message) {
    if (!error_) error_ = Error{fmt::format("{}:{}: {}", file_, row_.line, message)};
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  template <typename T, size_t N>
  T value_of(std::string_view item, const Named<T> (&names)[N]) {
    for (const Named<T>& named : names) {
      if (named.name == item) return named.value;
    }
    complain(item);
    return names[0].value;
  }

  std::string_view file_;
  const Table::Row& row_;
  std::optional<Error> error_;
};

// 3ms, fs, 2p: person, gender, number, each left out where the form does not show it.
Agreement parse_agreement(Cells& cells, size_t column) {
  Agreement agreement;
  for (char c : cells.text(column)) {
    switch (c) {
      case '1': agreement.person = 1; break;
      case '2': agreement.person = 2; break;
      case '3': agreement.person = 3; break;
      case 'm': agreement.gender = 1; break;
      case 'f': agreement.gender = 2; break;
      case 's': agreement.number = 1; break;
      case 'd': agreement.number = 2; break;
      case 'p': agreement.number = 3; break;
      default: cells.complain(cells.text(column));
    }
  }
  return agreement;
}

class TableReader {
 public:
  Expected<LexiconTables> run() {
    using Read = void (TableReader::*)(Cells&);
    static const struct {
      std::string_view file;
      std::vector<std::string_view> columns;
      Read read;
    } kTables[] = {
        {"lexicon/ar/function_words.tsv", {"form", "pos", "proclitics", "bound", "agreement"},
         &TableReader::read_function_word},
        {"lexicon/ar/reporting_verbs.tsv",
         {"lemma", "imperfect", "root", "form", "masdar", "act", "complements", "addressee",
          "content_includes_addressee", "polarity", "reports", "needs", "example"},
         &TableReader::read_reporting_verb},
        {"lexicon/ar/verbs.tsv", {"lemma", "imperfect", "root", "form", "masdar"}, &TableReader::read_verb},
        {"lexicon/ar/reporting_nouns.tsv",
         {"lemma", "plural", "gender", "act", "complements", "polarity", "document", "light_verbs",
          "reports", "example"},
         &TableReader::read_reporting_noun},
        {"lexicon/ar/nouns.tsv", {"lemma", "plural", "gender", "pos"}, &TableReader::read_noun}};
    for (const auto& source : kTables) {
      Expected<Table> table = Table::parse(source.file, embedded_file(source.file), source.columns);
      if (!table) return tl::unexpected<Error>(table.error());
      for (const Table::Row& row : table->rows()) {
        Cells cells(source.file, row);
        (this->*source.read)(cells);
        if (cells.error()) return tl::unexpected<Error>(*cells.error());
      }
    }
    return std::move(tables_);
  }

 private:
  // The lemma of this key, new if need be.
  std::pair<LemmaIndex, bool> lemma_of(std::string key, std::string_view text, Pos pos) {
    auto [at, inserted] = lemmas_.try_emplace(std::move(key), static_cast<LemmaIndex>(tables_.lemmas.size()));
    if (inserted) tables_.lemmas.push_back({std::string(text), pos, {}});
    return {at->second, inserted};
  }

  void read_function_word(Cells& cells) {
    Pos pos = cells.named(1, kPosNames);
    auto [lemma, inserted] = lemma_of(fmt::format("{} {}", cells.text(0), cells.text(1)), cells.text(0), pos);
    if (!inserted) cells.fail_with("this word stands in the table before");
    tables_.function_words.push_back({lemma, static_cast<uint8_t>(cells.bits(2, kProcliticNames)),
                                      std::string(cells.text(3)), parse_agreement(cells, 4)});
  }

  // A verb is known by lemma, root and form; rows of the same verb share a lemma.
  LemmaIndex read_verb_cells(Cells& cells) {
    auto [lemma, inserted] = lemma_of(fmt::format("{} {} {}", cells.text(0), cells.text(2), cells.text(3)),
                                      cells.text(0), Pos::kVerb);
    if (!inserted) return lemma;
    Expected<Verb> verb = parse_verb(cells.text(0), cells.text(1), cells.text(2), cells.text(3));
    if (!verb) {
      cells.fail_with(verb.error().message);
      return lemma;
    }
    std::vector<std::string> masdars;
    for (std::string_view masdar : cells.list(4)) masdars.emplace_back(masdar);
    tables_.verbs.push_back({lemma, std::move(*verb), std::move(masdars)});
    return lemma;
  }

  void read_verb(Cells& cells) { read_verb_cells(cells); }

  void read_reporting_verb(Cells& cells) {
    LemmaIndex lemma = read_verb_cells(cells);
    ReportingEntry entry;
    entry.act = parse_act(cells, 5);
    entry.complements = cells.bits(6, kComplementNames);
    entry.addressee = static_cast<uint8_t>(cells.bits(7, kAddresseeNames));
    entry.content_includes_addressee = cells.yes(8);
    entry.polarity = cells.named(9, kPolarityNames);
    entry.certainty = cells.named(10, kCertaintyNames);
    static constexpr std::string_view kPhrase = "phrase:", kRelay = "relay:";
    for (std::string_view need : cells.list(11)) {
      if (need == "clause") {
        entry.needs_clause = true;
      } else if (need == "negated") {
        entry.needs_negated = true;
      } else if (need.substr(0, kPhrase.size()) == kPhrase) {
        entry.needs_phrase.push_back(fold(need.substr(kPhrase.size())));
      } else if (need.substr(0, kRelay.size()) == kRelay) {
        entry.relay = fold(need.substr(kRelay.size()));
      } else {
        cells.complain(need);
      }
    }
    tables_.lemmas[lemma].reporting.push_back(std::move(entry));
  }

  LemmaIndex read_noun_cells(Cells& cells, Pos pos) {
    auto [lemma, inserted] = lemma_of(fmt::format("{} nominal", cells.text(0)), cells.text(0), pos);
    if (!inserted) return lemma;
    std::string_view gender = cells.text(2);
    if (gender != "m" && gender != "f" && gender != "mf") cells.complain(gender);
    NounRow row{lemma, {}, gender[0] == 'm', gender == "mf"};
    for (std::string_view plural : cells.list(1)) row.plurals.emplace_back(plural);
    tables_.nouns.push_back(std::move(row));
    return lemma;
  }

  void read_noun(Cells& cells) { read_noun_cells(cells, cells.named(3, kPosNames)); }

  void read_reporting_noun(Cells& cells) {
    LemmaIndex lemma = read_noun_cells(cells, Pos::kNoun);
    ReportingEntry entry;
    entry.noun = true;
    entry.act = parse_act(cells, 3);
    entry.complements = cells.bits(4, kComplementNames);
    entry.polarity = cells.named(5, kPolarityNames);
    entry.document = cells.yes(6);
    entry.certainty = cells.named(8, kCertaintyNames);
    tables_.lemmas[lemma].reporting.push_back(std::move(entry));
  }

  Act parse_act(Cells& cells, size_t column) {
    std::optional<Act> act = act_of(cells.text(column));
    if (!act) cells.complain(cells.text(column));
    return act.value_or(Act::kSay);
  }

  LexiconTables tables_;
  absl::flat_hash_map<std::string, LemmaIndex> lemmas_;
};

}  // namespace

Expected<LexiconTables> read_lexicon_tables() { return TableReader().run(); }

}  // namespace musnad
