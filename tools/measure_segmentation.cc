// musnad-measure-segmentation PARSED.xml: compares the clitics that the word analysis takes off
// with those of a treebank that writes every clitic as a token of its own (the Prague Arabic
// Dependency Treebank in UD columns). The words of the running text are put together again from its
// tokens; what is compared is the likeliest analysis: letters before the stem (the article belongs
// to the stem) and letters after it. Prints the share that agrees and, with --errors, the words
// that do not.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/table.h"
#include "morphology/morphology.h"
#include "morphology/normalize.h"

namespace {

using musnad::fold;

struct TreeToken {
  std::string form;
  std::string pos;
};

// A word of the running text and the folded clitics that the treebank splits off.
struct GoldWord {
  std::string form;
  std::string stem;  // the token between the clitics
  std::string pos;   // of the stem
  std::string before, after;
};

bool is_one_of(std::string_view what, std::initializer_list<std::string_view> list) {
  for (std::string_view item : list) {
    if (what == item) return true;
  }
  return false;
}

bool is_proclitic(const TreeToken& token) {
  return is_one_of(token.form, {"و", "ف", "ب", "ل", "ك", "س"}) &&
         is_one_of(token.pos, {"CONJ", "ADP", "PART"});
}

bool is_enclitic(const TreeToken& token) {
  return is_one_of(token.form, {"ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "ي", "ني", "نا"}) &&
         token.pos == "PRON";
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

// How the end of a stem is written before a pronoun: ة as ت, ى as ا but as ي in على إلى لدى.
std::string before_pronoun(const TreeToken& stem) {
  std::string form = stem.form;
  const bool preposition = is_one_of(fold(form), {"علي", "الي", "لدي"});
  if (ends_with(form, "ة")) return form.substr(0, form.size() - 2) + "ت";
  if (ends_with(form, "ى")) return form.substr(0, form.size() - 2) + (preposition ? "ي" : "ا");
  return form;
}

// Puts the words of one sentence together.
std::vector<GoldWord> join_words(const std::vector<TreeToken>& tokens) {
  std::vector<GoldWord> words;
  for (size_t i = 0; i < tokens.size();) {
    GoldWord word;
    bool li = false;
    while (i + 1 < tokens.size() && is_proclitic(tokens[i])) {
      li = tokens[i].form == "ل";
      word.before += tokens[i].form;
      ++i;
    }
    TreeToken stem = tokens[i++];
    const bool bound = i < tokens.size() && is_enclitic(tokens[i]);
    if (is_enclitic(stem) && !word.before.empty()) {  // له, وبها: the preposition is the stem
      stem.form = word.before.substr(word.before.size() - 2);
      stem.pos = "ADP";
      word.before.resize(word.before.size() - 2);
      word.after = tokens[i - 1].form;
      word.form = word.before + stem.form + word.after;
    } else {
      std::string text = bound ? before_pronoun(stem) : stem.form;
      if (li && text.substr(0, 4) == "ال") text = text.substr(text.substr(0, 6) == "الل" ? 4 : 2);
      if (bound) word.after = tokens[i++].form;
      word.form = word.before + text + word.after;
    }
    word.stem = stem.form;
    word.pos = stem.pos;
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<TreeToken> parse_sentence(std::string_view rows) {
  std::vector<TreeToken> tokens;
  for (std::string_view line : musnad::split(rows, '\n')) {
    std::vector<std::string_view> cells = musnad::split(line, '\t');
    if (cells.size() > 5) tokens.push_back({std::string(cells[1]), std::string(cells[3])});
  }
  return tokens;
}

std::vector<GoldWord> read_treebank(const std::string& text) {
  static constexpr std::string_view kBegin = "<Parse>", kEnd = "</Parse>";
  std::vector<GoldWord> words;
  for (size_t at = 0; (at = text.find(kBegin, at)) != std::string::npos;) {
    at += kBegin.size();
    const size_t end = std::min(text.find(kEnd, at), text.size());
    for (GoldWord& word : join_words(parse_sentence(std::string_view(text).substr(at, end - at)))) {
      words.push_back(std::move(word));
    }
    at = end;
  }
  return words;
}

// The folded letters that an analysis takes off in front, the article aside, and behind.
std::pair<std::string, std::string> clitics(const musnad::Word& word,
                                            const musnad::Analysis& analysis) {
  static constexpr std::pair<musnad::Proclitic, std::string_view> kLetters[] = {
      {musnad::kHamza, "ا"}, {musnad::kWa, "و"}, {musnad::kFa, "ف"}, {musnad::kSa, "س"},
      {musnad::kBi, "ب"},    {musnad::kLi, "ل"}, {musnad::kKa, "ك"}};
  std::string before;
  for (auto [bit, letters] : kLetters) {
    if (analysis.has(bit)) before += letters;
  }
  return {before, word.key.substr(analysis.stem_end)};
}

struct Score {
  size_t words = 0, right = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const bool list_errors = argc == 3 && std::string_view(argv[2]) == "--errors";
  if (argc != 2 && !list_errors) {
    fmt::print(stderr, "usage: musnad-measure-segmentation PARSED.xml [--errors]\n");
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) {
    fmt::print(stderr, "{}: cannot be read\n", argv[1]);
    return 1;
  }
  auto morphology = musnad::Morphology::load();
  if (!morphology) {
    fmt::print(stderr, "{}\n", morphology.error().message);
    return 1;
  }
  musnad::WordCache cache(**morphology);
  std::map<std::string, Score> scores;
  Score total;
  for (const GoldWord& gold : read_treebank(text)) {
    if (gold.pos == "PUNCT" || gold.pos == "NUM") continue;
    const musnad::Word& word = cache.lookup(gold.form);
    const auto [before, after] = clitics(word, word.best());
    const bool right = before == fold(gold.before) && after == fold(gold.after);
    scores[gold.pos].words += 1;
    scores[gold.pos].right += right;
    if (gold.pos != "X") {
      total.words += 1;
      total.right += right;
    }
    if (!right && list_errors) {
      fmt::print("{} {}: {}+{}+{} found {}+{}+{}\n", gold.pos, gold.form, gold.before, gold.stem,
                 gold.after, before, word.stem(word.best()), after);
    }
  }
  for (const auto& [pos, score] : scores) {
    fmt::print("{:6} {:6} words {:6.2f} %\n", pos, score.words, 100.0 * score.right / score.words);
  }
  fmt::print("all but foreign words (X) {} words {:.2f} %\n", total.words,
             100.0 * total.right / total.words);
  return 0;
}
