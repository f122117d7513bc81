#include "morphology/clitics.h"

#include "morphology/agreement.h"
#include "morphology/letters.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

struct Pronoun {
  std::u32string_view letters;
  Agreement agreement;
  bool after_verb, after_noun;
};

constexpr Pronoun kPronouns[kPronounCount] = {
    {U"ه", agreement_of(3, 1, 1), true, true},   {U"ها", agreement_of(3, 2, 1), true, true},
    {U"هما", agreement_of(3, 0, 2), true, true}, {U"هم", agreement_of(3, 1, 3), true, true},
    {U"هن", agreement_of(3, 2, 3), true, true},  {U"ك", agreement_of(2, 0, 1), true, true},
    {U"كما", agreement_of(2, 0, 2), true, true}, {U"كم", agreement_of(2, 1, 3), true, true},
    {U"كن", agreement_of(2, 2, 3), true, true},  {U"ني", agreement_of(1, 0, 1), true, false},
    {U"ي", agreement_of(1, 0, 1), false, true},  {U"نا", agreement_of(1, 0, 3), true, true}};

// In the order in which they stand in a word.
constexpr std::pair<Proclitic, std::string_view> kProcliticLetters[] = {
    {kHamza, "أ"}, {kWa, "و"}, {kFa, "ف"}, {kSa, "س"},
    {kBi, "ب"},    {kLi, "ل"}, {kKa, "ك"}, {kAl, "ال"}};

// Grows the ways of taking letters off, one class of clitics after the other.
class FrontFinder {
 public:
  explicit FrontFinder(std::u32string_view letters) : letters_(letters) { ways_.push_back({}); }

  absl::InlinedVector<Front, 8> run() {
    extend({{U"أ", kHamza}});
    extend({{U"و", kWa}, {U"ف", kFa}});
    extend({{U"س", kSa}, {U"ب", kBi}, {U"ل", kLi}, {U"ك", kKa}});
    add_article();
    return ways_;
  }

 private:
  struct Clitic {
    std::u32string_view letters;
    uint8_t bit;
  };

  bool at(size_t begin, std::u32string_view what) const {
    return begin + what.size() < letters_.size() && letters_.substr(begin, what.size()) == what;
  }

  void extend(std::initializer_list<Clitic> clitics) {
    for (size_t i = 0, count = ways_.size(); i < count; ++i) {
      const Front way = ways_[i];
      for (const Clitic& clitic : clitics)
        add(way, clitic.letters, clitic.bit, clitic.letters.size());
    }
  }

  // ال after anything but ل and س; لل for ل and ال, also before a word that begins with ل (للغة).
  void add_article() {
    for (size_t i = 0, count = ways_.size(); i < count; ++i) {
      const Front way = ways_[i];
      if ((way.proclitics & (kSa | kHamza)) != 0) continue;
      if ((way.proclitics & kLi) == 0) {
        add(way, U"ال", kAl, 2);
      } else if (at(way.letters, U"ل")) {
        add(way, U"ل", kAl, 1);
        add(way, U"ل", kAl, 0);
      }
    }
  }

  void add(Front way, std::u32string_view what, uint8_t bit, size_t taken) {
    if (!at(way.letters, what)) return;
    ways_.push_back(
        {static_cast<uint8_t>(way.proclitics | bit), static_cast<uint8_t>(way.letters + taken)});
  }

  std::u32string_view letters_;
  absl::InlinedVector<Front, 8> ways_;
};

}  // namespace

absl::InlinedVector<Front, 8> fronts(std::u32string_view letters) {
  return FrontFinder(letters).run();
}

absl::InlinedVector<Back, 4> backs(std::u32string_view letters) {
  absl::InlinedVector<Back, 4> ways = {{}};
  for (size_t i = 0; i < kPronounCount; ++i) {
    const Pronoun& pronoun = kPronouns[i];
    if (pronoun.letters.size() < letters.size() && letters.ends_with(pronoun.letters)) {
      ways.push_back({pronoun.agreement, static_cast<uint8_t>(i + 1),
                      static_cast<uint8_t>(pronoun.letters.size()), pronoun.after_verb,
                      pronoun.after_noun});
    }
  }
  return ways;
}

std::string format_front(uint8_t proclitics) {
  std::string out;
  for (auto [bit, letters] : kProcliticLetters) {
    if ((proclitics & bit) != 0) out += letters;
  }
  return out;
}

std::string format_back(size_t pronoun_index) {
  return pronoun_index == 0 ? "" : to_utf8(kPronouns[pronoun_index - 1].letters);
}

std::optional<uint8_t> parse_front(std::string_view letters) {
  uint8_t proclitics = 0;
  for (auto [bit, clitic] : kProcliticLetters) {
    if (!letters.starts_with(clitic)) continue;
    proclitics |= bit;
    letters.remove_prefix(clitic.size());
  }
  if (!letters.empty()) return std::nullopt;
  return proclitics;
}

std::optional<size_t> parse_back(std::string_view letters) {
  for (size_t i = 0; i <= kPronounCount; ++i) {
    if (letters == format_back(i)) return i;
  }
  return std::nullopt;
}

}  // namespace musnad
