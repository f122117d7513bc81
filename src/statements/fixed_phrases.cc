#include "statements/fixed_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "lexicon/embedded.h"
#include "lexicon/record_names.h"
#include "lexicon/table.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

std::vector<std::string> keys_of(std::string_view phrase) {
  std::vector<std::string> keys;
  for (std::string_view word : split(phrase, ' ')) keys.push_back(fold(word));
  return keys;
}

// The phrases that a cell stands for: where it ends in ~, one for each pronoun of the third person.
std::vector<std::string> phrases_of(std::string_view cell) {
  if (!cell.ends_with('~')) return {std::string(cell)};
  cell.remove_suffix(1);
  std::vector<std::string> phrases;
  for (const char* pronoun : {"ه", "ها", "هم", "هن", "هما"}) {
    phrases.push_back(std::string(cell) + pronoun);
  }
  return phrases;
}

Expected<FixedPhrase> attribution_of(std::string_view file, const Table::Row& row) {
  const auto act = value_named(row.cells[4], Act::kWithhold);
  if (!act) return fail(fmt::format("{}:{}: '{}' is no act", file, row.line, row.cells[4]));
  FixedPhrase phrase{.act = *act};
  const std::string_view next = row.cells[1], role = row.cells[3];
  if (next == "li")
    phrase.next = FixedPhrase::Next::kLi;
  else if (next == "an")
    phrase.next = FixedPhrase::Next::kAn;
  else if (next == "ila")
    phrase.next = FixedPhrase::Next::kIla;
  else if (next == "ala")
    phrase.next = FixedPhrase::Next::kAla;
  else if (next != "none")
    return fail(fmt::format("{}:{}: next must be li, an, ila, ala or none", file, row.line));
  if (role != "source" && role != "via" && role != "either") {
    return fail(fmt::format("{}:{}: role must be source, via or either", file, row.line));
  }
  if (row.cells[2] == "yes")
    phrase.clause = FixedPhrase::Clause::kAlways;
  else if (row.cells[2] == "maybe")
    phrase.clause = FixedPhrase::Clause::kMaybe;
  else if (row.cells[2] == "thing")
    phrase.clause = FixedPhrase::Clause::kThing;
  else if (!row.cells[2].empty())
    return fail(fmt::format("{}:{}: clause must be yes, thing, maybe or empty", file, row.line));
  phrase.names_speaker = role != "via";
  phrase.names_relay = role != "source";
  return phrase;
}

// The effects of reporting_context.tsv that single words have.
std::optional<uint32_t> context_word_named(std::string_view effect) {
  static constexpr std::pair<std::string_view, uint32_t> kEffects[] = {
      {"subordinate", kSubordinateWord},
      {"without", kWithoutWord},
      {"except", kExceptWord},
      {"with", kWithWord},
      {"beside", kBesideWord},
      {"further", kFurtherWord},
      {"meanwhile", kMeanwhileWord},
      {"but", kButWord},
      {"how", kHowWord},
      {"topic", kTopicWord},
      {"question", kQuestionWord},
      {"among", kAmongWord},
      {"called", kCalledWord},
      {"copy", kCopyWord},
      {"past", kPastTimeWord},
      {"day_after", kDayAfterWord},
      {"agent", kAgentWord},
      {"court", kCourtWord},
      {"reporter", kReporterWord},
      {"interview", kInterviewWord},
      {"anyone", kAnyoneWord}};
  for (const auto& [name, bits] : kEffects) {
    if (name == effect) return bits;
  }
  return std::nullopt;
}

Expected<FixedPhrase> context_of(std::string_view file, const Table::Row& row) {
  FixedPhrase phrase;
  if (row.cells[1] == "scene_question")
    phrase.kind = FixedKind::kSceneQuestion;
  else if (row.cells[1] == "writer_formula")
    phrase.kind = FixedKind::kWriterFormula;
  else if (row.cells[1] == "turn")
    phrase.kind = FixedKind::kTurn;
  else if (row.cells[1] == "footer")
    phrase.kind = FixedKind::kFooter;
  else
    return fail(fmt::format("{}:{}: '{}' is no effect", file, row.line, row.cells[1]));
  return phrase;
}

}  // namespace

Expected<FixedPhrases> FixedPhrases::load() {
  FixedPhrases result;
  const auto read = [&](std::string_view file, const std::vector<std::string_view>& columns,
                        auto&& phrase_of) -> Expected<void> {
    auto table = Table::parse(file, embedded_file(file), columns);
    if (!table) return tl::unexpected(table.error());
    for (const Table::Row& row : table->rows()) {
      if (const auto bits = context_word_named(row.cells[1])) {
        result.context_words_.emplace(fold(row.cells[0]), 0).first |= *bits;
        continue;
      }
      Expected<FixedPhrase> phrase = phrase_of(file, row);
      if (!phrase) return tl::unexpected(phrase.error());
      for (const std::string& words : phrases_of(row.cells[0])) {
        phrase->keys = keys_of(words);
        result.add(*phrase);
      }
    }
    return {};
  };
  auto done = read("lexicon/ar/reporting_phrases.tsv",
                   {"phrase", "next", "clause", "role", "act", "example"}, attribution_of);
  if (done) {
    done = read("lexicon/ar/reporting_context.tsv", {"phrase", "effect", "example"}, context_of);
  }
  if (done) done = result.load_circumstances();
  if (!done) return tl::unexpected(done.error());
  for (auto& [key, beginning] : result.by_first_) {
    std::vector<uint32_t>& list = beginning.phrases;
    std::stable_sort(list.begin(), list.end(), [&](uint32_t a, uint32_t b) {
      return result.phrases_[a].keys.size() > result.phrases_[b].keys.size();
    });
  }
  return result;
}

Expected<void> FixedPhrases::load_circumstances() {
  static constexpr std::pair<std::string_view, SpeechCircumstance> kRoles[] = {
      {"in", SpeechCircumstance::kIn},           {"in_his", SpeechCircumstance::kInHis},
      {"part", SpeechCircumstance::kPart},       {"answer", SpeechCircumstance::kAnswer},
      {"setting", SpeechCircumstance::kSetting}, {"comment", SpeechCircumstance::kComment}};
  constexpr std::string_view kFile = "lexicon/ar/speech_circumstances.tsv";
  auto table = Table::parse(kFile, embedded_file(kFile), {"word", "role", "example"});
  if (!table) return tl::unexpected(table.error());
  for (const Table::Row& row : table->rows()) {
    const auto role = std::find_if(std::begin(kRoles), std::end(kRoles),
                                   [&](const auto& known) { return known.first == row.cells[1]; });
    if (role == std::end(kRoles)) {
      return fail(fmt::format("{}:{}: '{}' is no role", kFile, row.line, row.cells[1]));
    }
    circumstances_.emplace(fold(row.cells[0]), role->second);
  }
  return {};
}

SpeechCircumstance FixedPhrases::circumstance(std::string_view stem) const {
  const SpeechCircumstance* found = circumstances_.find(stem);
  return found == nullptr ? SpeechCircumstance::kNone : *found;
}

bool FixedPhrase::next_stands_at(const Document& document, size_t t) const {
  if (next == Next::kNone) return true;
  if (t >= document.tokens.size()) return false;
  const std::string_view key = document.tokens[t].word->key;
  switch (next) {
    case Next::kLi:
      return key.starts_with("ل");
    case Next::kAn:
      return key.starts_with("عن");
    case Next::kIla:
      return key.starts_with("الي");
    default:
      return key.starts_with("علي");
  }
}

uint32_t FixedPhrases::context_word(std::string_view key) const {
  const uint32_t* found = context_words_.find(key);
  return found == nullptr ? 0 : *found;
}

void FixedPhrases::add(FixedPhrase phrase) {
  Beginning& beginning = by_first_.emplace(phrase.keys.front(), {}).first;
  beginning.phrases.push_back(static_cast<uint32_t>(phrases_.size()));
  if (phrase.keys.size() > 1) {
    beginning.seconds |= bit(phrase.keys[1]);
  } else {
    beginning.alone = true;
  }
  phrases_.push_back(std::move(phrase));
}

PhrasesByToken FixedPhrases::match(const Document& document) const {
  PhrasesByToken phrases(document.tokens.size());
  for (TokenIndex t = 0; t < phrases.size(); ++t) {
    if (document.tokens[t].kind != TokenKind::kPunctuation) phrases[t] = match_at(document, t);
  }
  return phrases;
}

const FixedPhrase* FixedPhrases::match_at(const Document& document, TokenIndex t) const {
  const std::string_view key = document.tokens[t].word->key;
  const FixedPhrase* whole = match_key(document, t, key);
  const bool opens = t == 0 || document.tokens[t].line_begin ||
                     document.tokens[t - 1].kind == TokenKind::kPunctuation;
  const bool formula = whole != nullptr && whole->kind == FixedKind::kWriterFormula &&
                       whole->keys.size() == 1;  // ليس هذا | فحسب, but فحسب الشرطة at the head
  if (whole != nullptr && !(formula && opens)) return whole;
  for (std::string_view clitic : {"و", "ف"}) {
    if (key.size() > clitic.size() + 2 && key.starts_with(clitic)) {
      const FixedPhrase* bare = match_key(document, t, key.substr(clitic.size()));
      return bare != nullptr ? bare : whole;
    }
  }
  return whole;
}

const FixedPhrase* FixedPhrases::match_key(const Document& document, TokenIndex t,
                                           std::string_view first) const {
  const Beginning* found = by_first_.find(first);
  if (found == nullptr) return nullptr;
  const bool goes_on = t + 1 < document.tokens.size() &&
                       (found->seconds & bit(document.tokens[t + 1].word->key)) != 0;
  if (!goes_on && !found->alone) return nullptr;
  for (uint32_t index : found->phrases) {
    const FixedPhrase& phrase = phrases_[index];
    if (t + phrase.keys.size() > document.tokens.size()) continue;
    size_t k = 1;
    while (k < phrase.keys.size() && document.tokens[t + k].word->key == phrase.keys[k]) ++k;
    if (k == phrase.keys.size()) return &phrase;
  }
  return nullptr;
}

}  // namespace musnad
