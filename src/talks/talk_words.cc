#include "talks/talk_words.h"

#include <absl/container/flat_hash_map.h>

#include <algorithm>

#include "lexicon/embedded.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"
#include "morphology/table_cells.h"

namespace musnad {
namespace {

constexpr std::string_view kFile = "lexicon/ar/talks.tsv";

constexpr Named<Sign> kSigns[] = {{"talks", Sign::kTalks},
                                  {"round", Sign::kRound},
                                  {"team", Sign::kTeam},
                                  {"head", Sign::kHead},
                                  {"member", Sign::kMember},
                                  {"form", Sign::kForm},
                                  {"appoint", Sign::kAppoint},
                                  {"replace", Sign::kReplace},
                                  {"reveal", Sign::kReveal},
                                  {"name", Sign::kName},
                                  {"wait", Sign::kWait},
                                  {"about", Sign::kAbout},
                                  {"situation", Sign::kSituation},
                                  {"raise", Sign::kRaise},
                                  {"confine", Sign::kConfine},
                                  {"agenda", Sign::kAgenda},
                                  {"must", Sign::kMust},
                                  {"refuse", Sign::kRefuse},
                                  {"condition", Sign::kCondition},
                                  {"if", Sign::kIf},
                                  {"link", Sign::kLink},
                                  {"unset", Sign::kUnset},
                                  {"dispute", Sign::kDispute},
                                  {"evade", Sign::kEvade},
                                  {"mediate", Sign::kMediate},
                                  {"fail", Sign::kFail},
                                  {"pause", Sign::kPause},
                                  {"conclude", Sign::kConclude},
                                  {"negation", Sign::kNegation},
                                  {"light", Sign::kLightVerb},
                                  {"turn", Sign::kTurn},
                                  {"deal", Sign::kDeal},
                                  {"government", Sign::kGovernment},
                                  {"side", Sign::kSide}};

bool is_verbal(Pos pos) {
  return pos == Pos::kVerb || pos == Pos::kParticiple || pos == Pos::kMasdar;
}

// Whether a token is a folded word: as it stands, without clitics and article, or as its lemma.
bool is_form_of(const Word& word, std::string_view folded, const Morphology& morphology) {
  const Analysis& best = word.best();
  if (word.key == folded || word.stem(best) == folded) return true;
  return fold(morphology.lemma_text(best)) == folded;
}

}  // namespace

std::optional<TokenIndex> Signs::first(TokenRange range, Sign sign) const {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (at(t, sign)) return t;
  }
  return std::nullopt;
}

Expected<TalkWords> TalkWords::load(const Morphology& morphology) {
  static constexpr Named<Class> kClasses[] = {
      {"verb", Class::kVerb}, {"noun", Class::kNoun}, {"form", Class::kForm}};
  const Expected<Table> table =
      Table::parse(kFile, embedded_file(kFile), {"words", "class", "sign", "example"});
  if (!table) return tl::unexpected(table.error());
  TalkWords result;
  absl::flat_hash_map<std::string, std::vector<uint32_t>> by_text;  // first words of lemmas
  for (const Table::Row& table_row : table->rows()) {
    Cells cells(kFile, table_row);
    const std::vector<std::string_view> words = split(cells.text(0), ' ');
    Row row;
    row.kind = cells.named(1, kClasses);
    row.sign = cells.named(2, kSigns);
    if (cells.error()) return tl::unexpected(*cells.error());
    for (size_t i = 1; i < words.size(); ++i) row.words.push_back(fold(words[i]));
    const auto index = static_cast<uint32_t>(result.rows_.size());
    if (row.kind == Class::kForm) {
      result.by_form_.emplace(fold(words[0]), {}).first.push_back(index);
    } else {
      by_text[std::string(words[0])].push_back(index);
    }
    result.rows_.push_back(std::move(row));
  }
  result.by_lemma_.resize(morphology.lemma_count());
  result.of_talks_.resize(morphology.lemma_count());
  for (LemmaIndex lemma = 0; lemma < morphology.lemma_count(); ++lemma) {
    const auto found = by_text.find(morphology.lemma(lemma).text);
    if (found == by_text.end()) continue;
    result.by_lemma_[lemma] = found->second;
    result.of_talks_[lemma] =
        std::any_of(found->second.begin(), found->second.end(),
                    [&](uint32_t row) { return result.rows_[row].sign == Sign::kTalks; });
  }
  return result;
}

std::optional<Sign> TalkWords::sign_of(std::string_view name) {
  for (const Named<Sign>& sign : kSigns) {
    if (sign.name == name) return sign.value;
  }
  return std::nullopt;
}

bool TalkWords::speaks_of_talks(const Document& document) const {
  for (const Token& token : document.tokens) {
    const LemmaIndex lemma = token.word->best().lemma;
    if (lemma < of_talks_.size() && of_talks_[lemma]) return true;
  }
  return false;
}

Signs TalkWords::find(const Document& document, const Morphology& morphology) const {
  Signs signs(document.tokens.size());
  const auto add_forms = [&](std::string_view form, TokenIndex t) {
    if (const std::vector<uint32_t>* rows = by_form_.find(form)) {
      add_rows(*rows, false, document, t, morphology, signs);
    }
  };
  for (TokenIndex t = 0; t < document.tokens.size(); ++t) {
    if (document.tokens[t].kind != TokenKind::kWord) continue;
    const Word& word = *document.tokens[t].word;
    for (const Analysis& analysis : word.analyses) {
      if (analysis.lemma >= by_lemma_.size()) continue;
      // A verb only where the word is likeliest one; nouns hide behind names and verbs too often.
      if (is_verbal(analysis.pos) && !is_verbal(word.best().pos)) continue;
      add_rows(by_lemma_[analysis.lemma], is_verbal(analysis.pos), document, t, morphology, signs);
    }
    const std::string_view stem = word.stem(word.best());
    add_forms(stem, t);
    if (word.key != stem) add_forms(word.key, t);
  }
  return signs;
}

void TalkWords::add_rows(const std::vector<uint32_t>& rows, bool verbal, const Document& document,
                         TokenIndex t, const Morphology& morphology, Signs& signs) const {
  for (const uint32_t i : rows) {
    const Row& row = rows_[i];
    if (row.kind != Class::kForm && verbal != (row.kind == Class::kVerb)) continue;
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
