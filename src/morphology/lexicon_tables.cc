#include "morphology/lexicon_tables.h"

#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include "morphology/reporting_tables.h"
#include "morphology/table_cells.h"

namespace musnad {
namespace {

constexpr Named<uint32_t> kProcliticNames[] = {
    {"ب", kBi}, {"ل", kLi}, {"ك", kKa}, {"أ", kHamza}, {"ال", kAl}};
constexpr Named<Pos> kPosNames[] = {{"preposition", Pos::kPreposition},
                                    {"complementizer", Pos::kComplementizer},
                                    {"conjunction", Pos::kConjunction},
                                    {"relative", Pos::kRelative},
                                    {"demonstrative", Pos::kDemonstrative},
                                    {"pronoun", Pos::kPronoun},
                                    {"negation", Pos::kNegation},
                                    {"particle", Pos::kParticle},
                                    {"adverb", Pos::kAdverb},
                                    {"numeral", Pos::kNumeral},
                                    {"noun", Pos::kNoun},
                                    {"adjective", Pos::kAdjective}};

// 3ms, fs, 2p: person, gender, number, each left out where the form does not show it.
Agreement parse_agreement(Cells& cells, size_t column) {
  Agreement agreement;
  for (char c : cells.text(column)) {
    switch (c) {
      case '1':
        agreement.person = 1;
        break;
      case '2':
        agreement.person = 2;
        break;
      case '3':
        agreement.person = 3;
        break;
      case 'm':
        agreement.gender = 1;
        break;
      case 'f':
        agreement.gender = 2;
        break;
      case 's':
        agreement.number = 1;
        break;
      case 'd':
        agreement.number = 2;
        break;
      case 'p':
        agreement.number = 3;
        break;
      default:
        cells.complain(cells.text(column));
    }
  }
  return agreement;
}

class TableReader {
 public:
  Expected<LexiconTables> run() {
    static const TableSource<TableReader> kTables[] = {
        {"lexicon/ar/function_words.tsv",
         {"form", "pos", "proclitics", "bound", "agreement"},
         &TableReader::read_function_word},
        {kReportingVerbsFile, reporting_verb_columns(), &TableReader::read_reporting_verb},
        {kReportingNounsFile, reporting_noun_columns(), &TableReader::read_reporting_noun},
        {"lexicon/ar/verbs.tsv",
         {"lemma", "imperfect", "root", "form", "masdar"},
         &TableReader::read_verb},
        {"lexicon/ar/nouns.tsv", {"lemma", "plural", "gender", "pos"}, &TableReader::read_noun},
        {"lexicon/ar/given_names.tsv", {"ar", "gender", "latin", "kind"}, &TableReader::read_name}};
    if (const auto error = read_tables(*this, kTables)) return tl::unexpected<Error>(*error);
    if (std::optional<Error> error = mark_reporting_lemmas()) return tl::unexpected<Error>(*error);
    return std::move(tables_);
  }

 private:
  std::optional<Error> mark_reporting_lemmas() {
    const Expected<std::vector<ReportingEntry>> entries = read_reporting_entries();
    if (!entries) return entries.error();
    for (size_t i = 0; i < entries->size(); ++i) {
      if ((*entries)[i].certainty != Certainty::kAlways) continue;
      tables_.lemmas[tables_.reporting_lemmas[i]].always_reports = true;
    }
    return std::nullopt;
  }

  // The lemma of this key, and whether it is new.
  std::pair<LemmaIndex, bool> lemma_of(const std::string& key, std::string_view text, Pos pos) {
    const auto next = static_cast<LemmaIndex>(tables_.lemmas.size());
    auto [at, inserted] = lemmas_.try_emplace(key, next);
    if (inserted) tables_.lemmas.push_back({std::string(text), pos});
    return {at->second, inserted};
  }

  // A form that begins with - never stands without one of its proclitics.
  void read_function_word(Cells& cells) {
    std::string_view form = cells.text(0);
    const bool only_after_proclitic = form.substr(0, 1) == "-";
    if (only_after_proclitic) form.remove_prefix(1);
    const auto [lemma, inserted] = lemma_of(fmt::format("{} {}", cells.text(0), cells.text(1)),
                                            form, cells.named(1, kPosNames));
    if (!inserted) cells.fail_with("this word stands in the table before");
    tables_.function_words.push_back({lemma, static_cast<uint8_t>(cells.bits(2, kProcliticNames)),
                                      only_after_proclitic, std::string(cells.text(3)),
                                      parse_agreement(cells, 4)});
  }

  // A verb is known by lemma, root and form; rows of the same verb share a lemma.
  LemmaIndex add_verb(Cells& cells) {
    const auto [lemma, inserted] =
        lemma_of(fmt::format("{} {} {}", cells.text(0), cells.text(2), cells.text(3)),
                 cells.text(0), Pos::kVerb);
    if (!inserted) return lemma;
    Expected<Verb> verb = parse_verb(cells.text(0), cells.text(1), cells.text(2), cells.text(3));
    if (!verb) {
      cells.fail_with(verb.error().message);
      return lemma;
    }
    VerbRow row{lemma, std::move(*verb), {}};
    for (std::string_view masdar : cells.list(4)) row.masdars.emplace_back(masdar);
    tables_.verbs.push_back(std::move(row));
    return lemma;
  }

  LemmaIndex add_noun(Cells& cells, Pos pos) {
    const auto [lemma, inserted] =
        lemma_of(fmt::format("{} nominal", cells.text(0)), cells.text(0), pos);
    if (!inserted) return lemma;
    const std::string_view gender = cells.text(2);
    if (gender != "m" && gender != "f" && gender != "mf") cells.complain(gender);
    NounRow row{lemma, {}, gender != "f", gender == "mf"};
    for (std::string_view plural : cells.list(1)) row.plurals.emplace_back(plural);
    tables_.nouns.push_back(std::move(row));
    return lemma;
  }

  void read_verb(Cells& cells) { add_verb(cells); }
  void read_noun(Cells& cells) { add_noun(cells, cells.named(3, kPosNames)); }
  void read_name(Cells& cells) { tables_.names.emplace_back(cells.text(0)); }
  void read_reporting_verb(Cells& cells) { tables_.reporting_lemmas.push_back(add_verb(cells)); }
  void read_reporting_noun(Cells& cells) {
    tables_.reporting_lemmas.push_back(add_noun(cells, Pos::kNoun));
  }

  LexiconTables tables_;
  absl::flat_hash_map<std::string, LemmaIndex> lemmas_;
};

}  // namespace

Expected<LexiconTables> read_lexicon_tables() { return TableReader().run(); }

}  // namespace musnad
