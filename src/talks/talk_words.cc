#include "talks/talk_words.h"

#include <absl/strings/string_view.h>

#include <algorithm>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"
#include "morphology/table_cells.h"

namespace musnad {
namespace {

constexpr std::string_view kFile = "lexicon/ar/talks.tsv";

constexpr Named<Sign> kSigns[] = {
    {"talks", Sign::kTalks},         {"round", Sign::kRound},     {"team", Sign::kTeam},
    {"head", Sign::kHead},           {"member", Sign::kMember},   {"form", Sign::kForm},
    {"appoint", Sign::kAppoint},     {"replace", Sign::kReplace}, {"reveal", Sign::kReveal},
    {"name", Sign::kName},           {"wait", Sign::kWait},       {"about", Sign::kAbout},
    {"situation", Sign::kSituation}, {"raise", Sign::kRaise},     {"confine", Sign::kConfine},
    {"agenda", Sign::kAgenda},       {"must", Sign::kMust},       {"refuse", Sign::kRefuse},
    {"condition", Sign::kCondition}, {"link", Sign::kLink},       {"unset", Sign::kUnset},
    {"dispute", Sign::kDispute},     {"evade", Sign::kEvade},     {"mediate", Sign::kMediate},
    {"fail", Sign::kFail},           {"pause", Sign::kPause},     {"conclude", Sign::kConclude},
    {"negation", Sign::kNegation},   {"light", Sign::kLightVerb}, {"turn", Sign::kTurn}};

enum class Class : uint8_t { kVerb, kNoun, kForm };
constexpr Named<Class> kClasses[] = {
    {"verb", Class::kVerb}, {"noun", Class::kNoun}, {"form", Class::kForm}};

bool is_verbal(Pos pos) {
  return pos == Pos::kVerb || pos == Pos::kParticiple || pos == Pos::kMasdar;
}

// Whether a token is a folded word: as it stands, without clitics and article, or as its lemma.
bool is_form_of(const Word& word, std::string_view folded, const Morphology& morphology) {
  const Analysis& best = word.best();
  if (word.key == folded || word.stem(best) == folded) return true;
  return best.lemma != kNoLemma && fold(morphology.lemma(best.lemma).text) == folded;
}

}  // namespace

std::optional<TokenIndex> Signs::first(TokenRange range, Sign sign) const {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (at(t, sign)) return t;
  }
  return std::nullopt;
}

Expected<TalkWords> TalkWords::load() {
  const Expected<Table> table =
      Table::parse(kFile, embedded_file(kFile), {"words", "class", "sign", "example"});
  if (!table) return tl::unexpected(table.error());
  TalkWords result;
  for (const Table::Row& table_row : table->rows()) {
    Cells cells(kFile, table_row);
    const std::vector<std::string_view> words = split(cells.text(0), ' ');
    const Class kind = cells.named(1, kClasses);
    Row row;
    row.sign = cells.named(2, kSigns);
    if (cells.error()) return tl::unexpected(*cells.error());
    for (size_t i = 1; i < words.size(); ++i) row.words.push_back(fold(words[i]));
    Index& index = kind == Class::kVerb   ? result.verbs_
                   : kind == Class::kNoun ? result.nouns_
                                          : result.forms_;
    const std::string first = kind == Class::kForm ? fold(words[0]) : std::string(words[0]);
    index[first].push_back(static_cast<uint32_t>(result.rows_.size()));
    result.rows_.push_back(std::move(row));
  }
  return result;
}

Signs TalkWords::find(const Document& document, const Morphology& morphology) const {
  Signs signs(document.tokens.size());
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].kind != TokenKind::kWord) continue;
    const Word& word = *document.tokens[t].word;
    for (const Analysis& analysis : word.analyses) {
      if (analysis.lemma == kNoLemma) continue;
      if (is_verbal(analysis.pos) && !is_verbal(word.best().pos)) continue;
      const Index& index = is_verbal(analysis.pos) ? verbs_ : nouns_;
      add_rows(index, morphology.lemma(analysis.lemma).text, document, t, morphology, signs);
    }
    const std::string_view stem = word.stem(word.best());
    add_rows(forms_, stem, document, t, morphology, signs);
    if (word.key != stem) add_rows(forms_, word.key, document, t, morphology, signs);
  }
  return signs;
}

void TalkWords::add_rows(const Index& index, std::string_view key, const Document& document,
                         TokenIndex t, const Morphology& morphology, Signs& signs) const {
  const auto found = index.find(absl::string_view(key.data(), key.size()));
  if (found == index.end()) return;
  for (const uint32_t i : found->second) {
    const Row& row = rows_[i];
    if (t + row.words.size() >= document.tokens.size()) continue;
    TokenIndex next = t + 1;
    const bool matches =
        std::all_of(row.words.begin(), row.words.end(), [&](const std::string& word) {
          return is_form_of(*document.tokens[next++].word, word, morphology);
        });
    if (matches) signs.add({t, next}, row.sign);
  }
}

}  // namespace musnad
