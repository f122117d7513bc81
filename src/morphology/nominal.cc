#include "morphology/nominal.h"

#include "morphology/letters.h"

namespace musnad {
namespace {

bool ends_in(const Sounds& noun, SoundsView end) {
  return noun.size() >= end.size() && SoundsView(noun).substr(noun.size() - end.size()) == end;
}

// A noun with an ending. A last radical ي after i or a melts into some (داعي داع داعون, مستوى
// مستوون).
Sounds join(const Sounds& noun, SoundsView ending) {
  const bool after_i = ends_in(noun, U"iي");
  const bool after_a = ends_in(noun, U"aي");
  if (!after_i && !after_a) return noun + Sounds(ending);
  const Sounds base = noun.substr(0, noun.size() - 2);
  const bool bare = ending.empty() || is_short_vowel(ending[0]);
  if (ending.size() <= 1 && bare) return base + (after_i ? U'I' : U'Y');
  if (ending == U"N") return after_i ? noun + U'N' : base + Sounds(U"YN");
  if (ending[0] == U'U' || ending[0] == U'I') {
    if (after_i) return base + Sounds(ending);
    return base + Sounds{U'a', ending[0] == U'U' ? kWaw : kYa} + Sounds(ending.substr(1));
  }
  if (after_a && ending == U"aة") return base + Sounds(U"Aة");
  return noun + Sounds(ending);
}

class Declension {
 public:
  Declension(const Sounds& noun, Agreement agreement, std::vector<NominalInflection>& out)
      : noun_(noun), agreement_(agreement), out_(out) {}

  void add_free(SoundsView ending, bool article) {
    add_sounds(join(noun_, ending), kFree, article);
  }

  void add_bound(SoundsView ending) { add_sounds(join(noun_, ending), kBound, false); }

  void add_sounds(const Sounds& sounds, Attachment attachment, bool article) {
    for (HamzaStyle style : {HamzaStyle::kAcademy, HamzaStyle::kTraditional}) {
      merge({spell(sounds, attachment == kBound, style), agreement_, attachment, article});
    }
  }

 private:
  void merge(NominalInflection inflection) {
    for (NominalInflection& known : out_) {
      if (known.spelling == inflection.spelling && known.agreement == inflection.agreement) {
        known.attachment |= inflection.attachment;
        known.article |= inflection.article;
        return;
      }
    }
    out_.push_back(std::move(inflection));
  }

  const Sounds& noun_;
  Agreement agreement_;
  std::vector<NominalInflection>& out_;
};

}  // namespace

Sounds noun_sounds(std::u32string_view spelled) {
  Sounds sounds;
  for (char32_t letter : spelled) {
    if (!sounds.empty() && sounds.back() == letter) sounds.push_back(U'?');  // ممثل has no double م
    sounds.push_back(letter == kAlif ? U'A' : letter);
  }
  if (sounds.empty()) return sounds;
  const Sounds base = sounds.substr(0, sounds.size() - 1);
  switch (sounds.back()) {
    case kAlifMaqsura:
      return base + Sounds(U"aي");
    case kAlifHamza:
      return base + Sounds(U"aء");
    case kYaHamza:
      return base + Sounds(U"iء");
    case kWawHamza:
      return base + Sounds(U"uء");
    default:
      return sounds;
  }
}

void decline(const Sounds& noun, Agreement agreement, std::vector<NominalInflection>& out) {
  Declension declension(noun, agreement, out);
  declension.add_free(U"", true);
  declension.add_free(U"N", false);
  for (SoundsView vowel : {U"u", U"a", U"i"}) declension.add_bound(vowel);
  if (ends_in(noun, U"iي"))
    declension.add_sounds(noun.substr(0, noun.size() - 1), kFree, false);  // داع
}

void decline_dual(const Sounds& singular, Agreement agreement,
                  std::vector<NominalInflection>& out) {
  agreement.number = kDual;
  Declension declension(singular, agreement, out);
  declension.add_free(U"Aنi", true);
  declension.add_free(U"aينi", true);
  declension.add_free(U"A", false);
  declension.add_bound(U"A");
  declension.add_free(U"aي", false);
  declension.add_bound(U"aي");
}

void decline_masculine_plural(const Sounds& singular, std::vector<NominalInflection>& out) {
  Declension declension(singular, agreement_of(kMasculine, kPlural), out);
  declension.add_free(U"Uنa", true);
  declension.add_free(U"Iنa", true);
  for (SoundsView ending : {U"U", U"I"}) {
    declension.add_free(ending, false);
    declension.add_bound(ending);
  }
}

void decline_feminine_plural(const Sounds& singular, std::vector<NominalInflection>& out) {
  Sounds base = singular;
  if (base.back() == kTaMarbuta) base.pop_back();
  if (!base.empty() && base.back() == U'a') base.pop_back();
  Declension declension(base, agreement_of(kFeminine, kPlural), out);
  declension.add_free(U"Aتu", true);
  declension.add_bound(U"Aتu");
}

Sounds feminine_of(const Sounds& masculine) { return join(masculine, U"aة"); }

}  // namespace musnad
