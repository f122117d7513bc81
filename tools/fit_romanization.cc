// musnad-fit-romanization PAIRS > models/romanization.tsv: learns how English newspapers spell the
// words of Arabic names from lines `PERSON english arabic` (one word each), and prints on standard
// error how well rules learned without every tenth Arabic word spell those.
//
// Letters are aligned with what they give by Viterbi training: the cheapest way to cut the Latin
// word into a piece for each Arabic letter, first by which letters usually stand for which, then by
// how often pieces were chosen (four rounds). What a letter gives in a place (latin_spelling.h) is
// counted over the alignments, first whether a vowel, then which; the most frequent becomes a rule
// where it is frequent enough and says something else than the rules that see less.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iostream>
#include <limits>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "actors/latin_spelling.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace {

using namespace musnad;

constexpr int kRounds = 4;
constexpr size_t kLongestPiece = 4;  // Latin letters that one Arabic letter gives
constexpr size_t kLongestWord = 20;  // letters
constexpr int kLeastCount = 6;       // how often a rule's spelling must have been seen in its place
constexpr double kLeastShare = 0.4;  // and in which share of its places
constexpr double kImpossible = -1e9;

struct Pair {
  std::u32string arabic;  // folded
  std::string latin;      // lower-case a-z
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

std::u32string code_points(std::string_view text) {
  std::u32string letters;
  for (size_t i = 0; i < text.size();) letters.push_back(decode_utf8(text, i));
  return letters;
}

// The pairs of single words, each once, in order.
std::vector<Pair> read_pairs(std::istream& in) {
  std::set<Pair> pairs;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string kind, english, arabic, more;
    if (!(cells >> kind >> english >> arabic) || cells >> more || kind != "PERSON") continue;
    Pair pair{code_points(fold(arabic)), {}};
    for (char c : english) pair.latin += static_cast<char>(std::tolower(c));
    const bool latin = std::all_of(pair.latin.begin(), pair.latin.end(),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
    const bool script = std::all_of(pair.arabic.begin(), pair.arabic.end(), is_arabic_letter);
    if (!latin || !script || std::min(pair.latin.size(), pair.arabic.size()) < 2) continue;
    if (std::max(pair.latin.size(), pair.arabic.size()) > kLongestWord) continue;
    pairs.insert(std::move(pair));
  }
  return {pairs.begin(), pairs.end()};
}

// How well a piece fits a letter, as the logarithm of a weight.
using Fit = std::function<double(char32_t, std::string_view)>;

// Which Latin letters usually stand for an Arabic one.
std::string_view usual_letters(char32_t c) {
  static const std::map<char32_t, std::string_view> kUsual = {
      {U'ا', "aeiouh"}, {U'ب', "bpv"},   {U'ت', "t"},     {U'ث', "t"},   {U'ج', "jgc"},
      {U'ح', "h"},      {U'خ', "kh"},    {U'د', "d"},     {U'ذ', "dtz"}, {U'ر', "r"},
      {U'ز', "z"},      {U'س', "scz"},   {U'ش', "sc"},    {U'ص', "s"},   {U'ض', "d"},
      {U'ط', "t"},      {U'ظ', "z"},     {U'ع', "aeiou"}, {U'غ', "g"},   {U'ف', "fvpw"},
      {U'ق', "qkg"},    {U'ك', "kcqxg"}, {U'ل', "l"},     {U'م', "m"},   {U'ن', "n"},
      {U'ه', "ha"},     {U'و', "ouwv"},  {U'ي', "iyej"},  {U'ء', "a"},   {U'ڤ', "v"},
      {U'پ', "p"},      {U'گ', "g"}};
  const auto found = kUsual.find(c);
  return found == kUsual.end() ? std::string_view() : found->second;
}

double first_fit(char32_t letter, std::string_view piece) {
  const std::string_view usual = usual_letters(letter);
  const auto is_usual = [&](char c) { return usual.find(c) != std::string_view::npos; };
  double fit = -1.2 * std::abs(static_cast<double>(piece.size()) - 1);
  const bool any = std::any_of(piece.begin(), piece.end(), is_usual);
  fit += !any ? -2.5 : is_usual(piece.front()) ? 3 : 2;
  for (char c : piece) {
    if (!is_usual(c) && std::string_view("aeiouh").find(c) == std::string_view::npos) fit -= 2;
  }
  return fit;
}

// The pieces of the best alignment; none where the words cannot be aligned.
std::vector<std::string> align(const Pair& pair, const Fit& fit) {
  const size_t letters = pair.arabic.size(), width = pair.latin.size() + 1;
  std::vector<double> best((letters + 1) * width, kImpossible);
  std::vector<size_t> taken(best.size());
  best[0] = 0;
  for (size_t i = 0; i < letters; ++i) {
    for (size_t j = 0; j < width; ++j) {
      if (best[i * width + j] == kImpossible) continue;
      for (size_t n = 0; n <= kLongestPiece && j + n < width; ++n) {
        const double sum =
            best[i * width + j] + fit(pair.arabic[i], std::string_view(pair.latin).substr(j, n));
        double& known = best[(i + 1) * width + j + n];
        if (sum <= known) continue;
        known = sum;
        taken[(i + 1) * width + j + n] = n;
      }
    }
  }
  if (best.back() == kImpossible) return {};
  std::vector<std::string> pieces(letters);
  for (size_t i = letters, j = width - 1; i > 0; --i) {
    const size_t n = taken[i * width + j];
    pieces[i - 1] = pair.latin.substr(j - n, n);
    j -= n;
  }
  return pieces;
}

struct Aligned {
  const Pair* pair;
  std::vector<std::string> pieces;
};

std::vector<Aligned> align_all(const std::vector<Pair>& pairs) {
  std::vector<Aligned> aligned;
  std::map<char32_t, std::map<std::string, double, std::less<>>> counts;
  std::map<char32_t, double> totals;
  Fit fit = first_fit;
  for (int round = 0; round < kRounds; ++round) {
    aligned.clear();
    for (const Pair& pair : pairs) {
      if (auto pieces = align(pair, fit); !pieces.empty()) aligned.push_back({&pair, pieces});
    }
    counts.clear();
    totals.clear();
    for (const Aligned& one : aligned) {
      for (size_t i = 0; i < one.pieces.size(); ++i) {
        ++counts[one.pair->arabic[i]][one.pieces[i]];
        ++totals[one.pair->arabic[i]];
      }
    }
    fit = [&](char32_t letter, std::string_view piece) {
      const auto& pieces = counts[letter];
      const auto found = pieces.find(piece);
      return std::log(((found == pieces.end() ? 0 : found->second) + 0.02) / (totals[letter] + 20));
    };
  }
  return aligned;
}

// A place with what a rule of its level does not see left out.
LetterPlace seen(LetterPlace place, int level) {
  if (level < 3) place.after_next = LetterPlace::kEdge;
  if (level < 2) place.before = LetterPlace::kEdge;
  if (level < 1) place.after = LetterPlace::kEdge, place.left = LetterPlace::kNothing;
  return place;
}

struct Choice {
  std::string piece;
  int count = 0;  // of the pieces that are like it but for the vowel
  int total = 0;
};

// First whether and where there is a vowel, by all that differ in the vowel alone; then which.
Choice choose(const std::map<std::string, int>& pieces) {
  std::map<std::string, std::pair<int, std::map<std::string, int>::const_iterator>> patterns;
  Choice choice;
  for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
    std::string pattern = piece->first;
    for (char& c : pattern) {
      if (std::string_view("aeiouy").find(c) != std::string_view::npos) c = 'a';
    }
    auto& [count, best] = patterns.try_emplace(pattern, 0, piece).first->second;
    count += piece->second;
    if (piece->second > best->second) best = piece;
    choice.total += piece->second;
  }
  for (const auto& [pattern, counted] : patterns) {
    if (counted.first <= choice.count) continue;
    choice.count = counted.first;
    choice.piece = counted.second->first;
  }
  return choice;
}

std::vector<LatinSpelling::Rule> learn(const std::vector<Pair>& pairs) {
  using Key = std::tuple<char32_t, int, char32_t, char32_t, char32_t>;
  std::map<Key, std::pair<LetterPlace, std::map<std::string, int>>> counts[kPlaceLevels];
  for (const Aligned& one : align_all(pairs)) {
    std::string latin;
    for (size_t i = 0; i < one.pieces.size(); ++i) {
      const LetterPlace place = place_of(one.pair->arabic, i, latin);
      for (int level = 0; level < kPlaceLevels; ++level) {
        const LetterPlace p = seen(place, level);
        auto& [known, pieces] = counts[level][{p.letter, p.left, p.after, p.before, p.after_next}];
        known = p;
        ++pieces[one.pieces[i]];
      }
      latin += one.pieces[i];
    }
  }
  std::vector<LatinSpelling::Rule> rules;
  for (int level = 0; level < kPlaceLevels; ++level) {
    const LatinSpelling coarser(rules);
    for (const auto& [key, counted] : counts[level]) {
      const auto& [place, pieces] = counted;
      const Choice choice = choose(pieces);
      if (level > 0 && (choice.count < kLeastCount || choice.count < kLeastShare * choice.total)) {
        continue;
      }
      const std::string* known = coarser.find(place, level);
      if (known == nullptr || *known != choice.piece) rules.push_back({level, place, choice.piece});
    }
  }
  return rules;
}

std::string cell(char32_t letter) {
  std::string text;
  append_utf8(text, letter);
  return text;
}

void write(const std::vector<LatinSpelling::Rule>& rules, std::ostream& out) {
  static constexpr std::string_view kLeft[] = {"nothing", "vowel", "consonant"};
  out << "# How English newspapers spell the letters of Arabic names, learned from pairs of names\n"
         "# (models/romanization.md). Made by musnad-fit-romanization; not to be edited by hand.\n"
         "#\n"
         "# letter, after, before, after_next   Arabic letters of the place, # the edge of the "
         "word\n"
         "# left                               what the Latin spelling ends with so far\n"
         "# latin                              what the letter gives there, short vowel included\n"
         "letter\tleft\tafter\tbefore\tafter_next\tlatin\n";
  for (const LatinSpelling::Rule& rule : rules) {
    const LetterPlace& p = rule.place;
    out << cell(p.letter) << '\t' << (rule.level > 0 ? kLeft[p.left] : "") << '\t'
        << (rule.level > 0 ? cell(p.after) : "") << '\t' << (rule.level > 1 ? cell(p.before) : "")
        << '\t' << (rule.level > 2 ? cell(p.after_next) : "") << '\t' << rule.latin << '\n';
  }
}

// Levenshtein's distance.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = std::exchange(row[0], i + 1);
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t change = diagonal + (a[i] != b[j]);
      diagonal = std::exchange(row[j + 1], std::min({change, row[j] + 1, row[j + 1] + 1}));
    }
  }
  return row.back();
}

void measure(const std::vector<LatinSpelling::Rule>& rules, const std::vector<Pair>& pairs) {
  const LatinSpelling spelling(rules);
  size_t wrong = 0, letters = 0, whole = 0;
  for (const Pair& pair : pairs) {
    std::string key;
    for (char32_t c : pair.arabic) append_utf8(key, c);
    const size_t far = distance(spelling.spell(key), pair.latin);
    wrong += far;
    letters += pair.latin.size();
    whole += far == 0;
  }
  std::cerr << fmt::format(
      "{} rules; of {} pairs held out: characters right {:.3f}, words {:.3f}\n", rules.size(),
      pairs.size(), 1 - static_cast<double>(wrong) / static_cast<double>(letters),
      static_cast<double>(whole) / static_cast<double>(pairs.size()));
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream in(argc == 2 ? argv[1] : "");
  if (!in) {
    std::cerr << "usage: musnad-fit-romanization PAIRS > models/romanization.tsv\n";
    return 2;
  }
  const std::vector<Pair> pairs = read_pairs(in);
  std::vector<Pair> kept, held_out;
  std::u32string word;
  size_t number = 0;  // of the Arabic word
  for (const Pair& pair : pairs) {
    if (pair.arabic != word) ++number;
    word = pair.arabic;
    (number % 10 == 0 ? held_out : kept).push_back(pair);
  }
  measure(learn(kept), held_out);
  write(learn(pairs), std::cout);
}
