#include "morphology/conjugator.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "morphology/agreement.h"
#include "morphology/letters.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

// Stems of one form. 1 to 4 are the radicals; P and V the vowels that form I has before its last
// radical in the perfect and imperfect; ' is hamza, m n s t are م ن س ت, T the t of form VIII, H is
// ة.
struct Templates {
  std::string_view perfect, perfect_passive, imperfect, imperfect_passive;
  std::string_view active_participle, passive_participle, masdar;
};

constexpr Templates kTemplates[] = {
    {"", "", "", "", "", "", ""},
    {"1a2P3", "1u2i3", "12V3", "12a3", "1A2i3", "ma12U3", ""},
    {"1a22a3", "1u22i3", "1a22i3", "1a22a3", "mu1a22i3", "mu1a22a3", "ta12I3"},
    {"1A2a3", "1U2i3", "1A2i3", "1A2a3", "mu1A2i3", "mu1A2a3", "mu1A2a3aH"},
    {"'a12a3", "'u12i3", "12i3", "12a3", "mu12i3", "mu12a3", "'i12A3"},
    {"ta1a22a3", "tu1u22i3", "ta1a22a3", "ta1a22a3", "muta1a22i3", "muta1a22a3", "ta1a22u3"},
    {"ta1A2a3", "tu1U2i3", "ta1A2a3", "ta1A2a3", "muta1A2i3", "muta1A2a3", "ta1A2u3"},
    {"^in1a2a3", "^un1u2i3", "n1a2i3", "n1a2a3", "mun1a2i3", "mun1a2a3", "^in1i2A3"},
    {"^i1Ta2a3", "^u1Tu2i3", "1Ta2i3", "1Ta2a3", "mu1Ta2i3", "mu1Ta2a3", "^i1Ti2A3"},
    {"^i12a3a3", "^u12u3i3", "12a3i3", "12a3a3", "mu12a3i3", "mu12a3a3", "^i12i3A3"},
    {"^ista12a3", "^ustu12i3", "sta12i3", "sta12a3", "musta12i3", "musta12a3", "^isti12A3"},
    {"1a23a4", "1u23i4", "1a23i4", "1a23a4", "mu1a23i4", "mu1a23a4", "1a23a4aH"},
    {"ta1a23a4", "tu1u23i4", "ta1a23a4", "ta1a23a4", "muta1a23i4", "muta1a23a4", "ta1a23u4"},
    {"^i12a34a4", "^u12u34i4", "12a34i4", "12a34a4", "mu12a34i4", "mu12a34a4", "^i12i34A4"},
};

constexpr std::string_view kFormNames[] = {"",  "1", "2", "3",  "4",  "5",  "6",
                                           "7", "8", "9", "10", "Q1", "Q2", "Q4"};

// An ending, the agreement it shows, and whether it stands at the end of a word or before a
// pronoun.
struct Ending {
  SoundsView sounds;
  Agreement agreement;
  uint8_t attachment = kFree | kBound;
};

constexpr Ending kPerfectEndings[] = {
    {U"a", agreement_of(3, 1, 1)},          {U"aت", agreement_of(3, 2, 1)},
    {U"A", agreement_of(3, 1, 2)},          {U"aتA", agreement_of(3, 2, 2)},
    {U"U|", agreement_of(3, 1, 3), kFree},  {U"U", agreement_of(3, 1, 3), kBound},
    {U"نa", agreement_of(3, 2, 3)},         {U"تu", agreement_of(1, 0, 1)},
    {U"نA", agreement_of(1, 0, 3)},         {U"تa", agreement_of(2, 1, 1)},
    {U"تi", agreement_of(2, 2, 1)},         {U"تuمA", agreement_of(2, 0, 2)},
    {U"تuم", agreement_of(2, 1, 3), kFree}, {U"تuمU", agreement_of(2, 1, 3), kBound},
    {U"تuننa", agreement_of(2, 2, 3)}};

constexpr Ending kImperativeEndings[] = {
    {U"", agreement_of(2, 1, 1)},          {U"I", agreement_of(2, 2, 1)},
    {U"A", agreement_of(2, 0, 2)},         {U"U|", agreement_of(2, 1, 3), kFree},
    {U"U", agreement_of(2, 1, 3), kBound}, {U"نa", agreement_of(2, 2, 3)}};

// The moods of the imperfect: indicative, subjunctive, jussive where they differ.
constexpr Ending kBare[] = {{U"u", {}}, {U"a", {}}, {U"", {}, kFree | kBound | kShortened}};
constexpr Ending kDualEndings[] = {{U"Aنi", {}}, {U"A", {}}};
constexpr Ending kPluralEndings[] = {{U"Uنa", {}}, {U"U|", {}, kFree}, {U"U", {}, kBound}};
constexpr Ending kFeminineEndings[] = {{U"Iنa", {}}, {U"I", {}}};
constexpr Ending kWomen[] = {{U"نa", {}}};

struct ImperfectPerson {
  char32_t prefix;
  Agreement agreement;
  std::span<const Ending> endings;
};

constexpr ImperfectPerson kImperfectPersons[] = {
    {kYa, agreement_of(3, 1, 1), kBare},          {kTa, agreement_of(3, 2, 1), kBare},
    {kYa, agreement_of(3, 1, 2), kDualEndings},   {kTa, agreement_of(3, 2, 2), kDualEndings},
    {kYa, agreement_of(3, 1, 3), kPluralEndings}, {kYa, agreement_of(3, 2, 3), kWomen},
    {kHamza0, agreement_of(1, 0, 1), kBare},      {kNun, agreement_of(1, 0, 3), kBare},
    {kTa, agreement_of(2, 1, 1), kBare},          {kTa, agreement_of(2, 2, 1), kFeminineEndings},
    {kTa, agreement_of(2, 0, 2), kDualEndings},   {kTa, agreement_of(2, 1, 3), kPluralEndings},
    {kTa, agreement_of(2, 2, 3), kWomen}};

bool is_glide(char32_t c) { return c == kWaw || c == kYa; }

std::u32string without_diacritics(std::u32string_view spelled) {
  std::u32string out;
  for (char32_t c : spelled) {
    if (!is_diacritic(c)) out.push_back(c);
  }
  return out;
}

bool has_hamza(std::u32string_view letters) {
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return is_hamza(c); });
}

// The vowel that the spelling of a weak or hamzated stem shows before its last radical; ? where
// none.
char32_t shown_vowel(std::u32string_view letters, bool last_is_weak) {
  if (last_is_weak) return letters.back() == kYa ? U'i' : letters.back() == kWaw ? U'u' : U'a';
  for (char32_t c : letters.substr(1)) {
    if (c == kYaHamza) return U'i';
    if (c == kWawHamza) return U'u';
    if (c == kAlifHamza) return U'a';
  }
  return U'?';
}

// A hamza after a hamza and its vowel falls and lengthens the vowel (آمن أومن إيمان); so does a
// glide after i or u (إيصال يوقن), both at the end of a syllable.
Sounds settle(const Sounds& sounds) {
  Sounds out;
  for (size_t i = 0; i < sounds.size(); ++i) {
    const char32_t sound = sounds[i];
    const char32_t next = i + 1 < sounds.size() ? sounds[i + 1] : U'a';
    const char32_t vowel = out.empty() ? 0 : out.back();
    bool second_hamza = sound == kHamza0 && out.size() >= 2 && out[out.size() - 2] == kHamza0;
    bool glide = is_glide(sound) && next != sound && (vowel == U'i' || vowel == U'u');
    if (!is_vowel(next) && is_short_vowel(vowel) && (second_hamza || glide)) {
      out.back() = vowel == U'i' ? U'I' : vowel == U'u' ? U'U' : U'A';
    } else {
      out.push_back(sound);
    }
  }
  return out;
}

// A long vowel becomes short before two consonants or a last one (قلت لم يقل), but not before
// doubled radicals (حاجّ). `short_a` stands for a long a.
Sounds shorten(Sounds sounds, char32_t short_a, bool doubled) {
  for (size_t i = 0; i + 1 < sounds.size(); ++i) {
    const char32_t next = sounds[i + 1];
    const char32_t second = i + 2 < sounds.size() ? sounds[i + 2] : 0;
    if (!is_long_vowel(sounds[i]) || is_vowel(next) || next == U'|') continue;
    if ((doubled && second == next) || is_vowel(second)) continue;
    sounds[i] = sounds[i] == U'I' ? U'i' : sounds[i] == U'U' ? U'u' : short_a;
  }
  return sounds;
}

// The stems of one verb and how endings join them.
class Stems {
 public:
  explicit Stems(const Verb& verb);

  Sounds perfect(bool passive) const;
  Sounds imperfect(bool passive) const;
  Sounds imperative() const;
  Sounds participle(bool passive) const;
  Sounds masdar() const;

  // A stem with an ending; `contract` runs doubled radicals together where that is possible.
  Sounds join(const Sounds& stem, SoundsView ending, bool contract = true) const;
  bool doubled() const { return doubled_; }

 private:
  const Templates& templates() const { return kTemplates[static_cast<size_t>(verb_.form)]; }
  bool is_form(VerbForm form) const { return verb_.form == form; }
  bool last_is_weak() const { return is_glide(radicals_.back()); }

  void find_changes();
  char32_t imperfect_vowel() const;
  Sounds fill(std::string_view pattern) const;
  char32_t infix() const;
  Sounds join_weak(const Sounds& stem, SoundsView ending) const;
  Sounds contracted(Sounds stem) const;

  const Verb& verb_;
  std::u32string perfect_;  // letters of the table row
  std::u32string imperfect_;
  std::u32string radicals_;
  bool hollow_ = false;          // the middle radical gives way to a long vowel
  bool doubled_ = false;         // the last two radicals run together before a vowel
  bool drops_first_ = false;     // وصف يصف
  bool drops_hamza_ = false;     // رأى يرى, أرى يري
  char32_t short_vowel_ = U'a';  // of a hollow perfect before a consonant
};

Stems::Stems(const Verb& verb)
    : verb_(verb),
      perfect_(without_diacritics(verb.perfect)),
      imperfect_(without_diacritics(verb.imperfect)),
      radicals_(verb.root) {
  find_changes();
}

void Stems::find_changes() {
  doubled_ = verb_.perfect.back() == kShadda && !is_form(VerbForm::kII) && !is_form(VerbForm::kV);
  if (radicals_.size() == 3 && is_glide(radicals_[1]) && !last_is_weak()) {
    hollow_ = fold_letter(perfect_[perfect_.size() - 2]) == kAlif && !is_form(VerbForm::kIII) &&
              !is_form(VerbForm::kVI);
  }
  if (is_form(VerbForm::kI)) {
    drops_first_ = radicals_[0] == kWaw && imperfect_[1] != kWaw;
    drops_hamza_ = radicals_[1] == kHamza0 && !has_hamza(imperfect_);
    if (hollow_) short_vowel_ = radicals_[1] == kYa || imperfect_vowel() == U'a' ? U'i' : U'u';
  }
  if (is_form(VerbForm::kIV))
    drops_hamza_ = radicals_[1] == kHamza0 && !has_hamza(perfect_.substr(1));
  if (is_form(VerbForm::kVIII)) {
    bool hamza_to_t = radicals_[0] == kHamza0 && perfect_[1] == kTa;  // اتّخذ
    if (is_glide(radicals_[0]) || hamza_to_t) radicals_[0] = kTa;
    if (radicals_[0] == U'ذ' && perfect_[1] == U'د') radicals_[0] = U'د';  // ادّخر
  }
  if (!is_form(VerbForm::kI) && radicals_.back() == kWaw) radicals_.back() = kYa;
}

char32_t Stems::imperfect_vowel() const {
  if (hollow_) {
    char32_t middle = imperfect_[imperfect_.size() - 2];
    return middle == kWaw ? U'u' : middle == kYa ? U'i' : U'a';
  }
  return shown_vowel(imperfect_, last_is_weak());
}

// The t of form VIII takes after the radical before it (اصطدم ازداد ادّعى).
char32_t Stems::infix() const {
  switch (radicals_[0]) {
    case U'ص':
    case U'ض':
    case U'ط':
    case U'ظ':
      return U'ط';
    case U'د':
    case U'ذ':
    case U'ز':
      return U'د';
    default:
      return kTa;
  }
}

// What becomes of a hollow middle radical between its neighbours; takes the short vowel before it
// away.
void append_hollow(char32_t after, Sounds& out) {
  char32_t before = out.back();
  if (before == U'A') {
    out.append({kHamza0, after});  // قائل
  } else if (before == U'i' && after == U'A') {
    out.append({kYa, after});  // انحياز
  } else if (is_short_vowel(before)) {
    out.back() = before == U'u' ? U'I' : U'A';  // قيل قال
  } else {
    out.push_back(after == U'i' || after == U'I'   ? U'I'
                  : after == U'u' || after == U'U' ? U'U'
                                                   : U'A');
  }
}

Sounds Stems::fill(std::string_view pattern) const {
  Sounds out;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '2' && hollow_) {
      char next = pattern[++i];
      bool like_ya = next == 'U' && radicals_[1] == kYa;  // مبيع
      append_hollow(next == 'V' ? imperfect_vowel()
                    : like_ya   ? U'I'
                                : static_cast<char32_t>(next),
                    out);
      continue;
    }
    switch (c) {
      case '1':
      case '2':
      case '3':
      case '4':
        out.push_back(radicals_[c - '1']);
        break;
      case 'P':
        out.push_back(shown_vowel(perfect_, last_is_weak()));
        break;
      case 'V':
        out.push_back(imperfect_vowel());
        break;
      case 'T':
        out.push_back(infix());
        break;
      case '\'':
        out.push_back(kHamza0);
        break;
      case 'm':
        out.push_back(U'م');
        break;
      case 'n':
        out.push_back(kNun);
        break;
      case 's':
        out.push_back(U'س');
        break;
      case 't':
        out.push_back(kTa);
        break;
      case 'H':
        out.push_back(kTaMarbuta);
        break;
      default:
        out.push_back(static_cast<char32_t>(c));
    }
  }
  return out;
}

std::string without(std::string_view pattern, char c) {
  std::string out(pattern);
  out.erase(out.find(c), 1);
  return out;
}

Sounds Stems::perfect(bool passive) const {
  std::string_view pattern = passive ? templates().perfect_passive : templates().perfect;
  return is_form(VerbForm::kIV) && drops_hamza_ ? fill(without(pattern, '2')) : fill(pattern);
}

Sounds Stems::imperfect(bool passive) const {
  std::string pattern(passive ? templates().imperfect_passive : templates().imperfect);
  if (drops_first_ && !passive) pattern = without(pattern, '1');
  if (drops_hamza_) pattern = without(pattern, '2');
  Sounds stem = fill(pattern);
  if (last_is_weak() && stem[stem.size() - 2] == U'a') stem.back() = kYa;  // يدعى
  return stem;
}

Sounds Stems::participle(bool passive) const {
  std::string pattern(passive ? templates().passive_participle : templates().active_participle);
  if (drops_hamza_ && is_form(VerbForm::kIV)) pattern = without(pattern, '2');
  Sounds stem = contracted(fill(pattern));
  if (last_is_weak() && !passive) stem.back() = kYa;  // داعو becomes داعي
  if (last_is_weak() && passive && is_form(VerbForm::kI) && radicals_.back() == kYa) {
    stem[stem.size() - 2] = U'i';  // مرميّ
    stem.push_back(kYa);
  } else if (last_is_weak() && passive && is_form(VerbForm::kI)) {
    stem[stem.size() - 2] = U'u';  // مدعوّ
    stem.push_back(kWaw);
  }
  return settle(stem);
}

// إلقاء for a weak end, إدانة for a hollow middle, تسمية تهنئة in form II.
Sounds Stems::masdar() const {
  bool ends_in_hamza = radicals_.back() == kHamza0;
  if (is_form(VerbForm::kII) && (last_is_weak() || ends_in_hamza)) return fill("ta12i3aH");
  if (hollow_ && is_form(VerbForm::kIV)) return fill("'i1A3aH");
  if (hollow_ && is_form(VerbForm::kX)) return fill("^isti1A3aH");
  if (last_is_weak() && is_form(VerbForm::kIII)) return fill("mu1A2AH");
  if (last_is_weak() && is_form(VerbForm::kV)) return fill("ta1a22I");
  if (last_is_weak() && is_form(VerbForm::kVI)) return fill("ta1A2I");
  Sounds out = fill(templates().masdar);
  if (last_is_weak() && out.size() >= 2 && out[out.size() - 2] == U'A') out.back() = kHamza0;
  return settle(out);
}

// The imperfect without its prefix; three verbs also lose their hamza (خذ كل مر).
Sounds Stems::imperative() const {
  static constexpr std::u32string_view kShort[] = {U"ءخذ", U"ءكل", U"ءمر"};
  bool is_short = is_form(VerbForm::kI) &&
                  std::find(std::begin(kShort), std::end(kShort), verb_.root) != std::end(kShort);
  return is_short ? fill(without(templates().imperfect, '1')) : imperfect(false);
}

// ردد → ردّ : the vowel between the two equal radicals falls, or moves before them.
Sounds Stems::contracted(Sounds stem) const {
  size_t n = stem.size();
  if (!doubled_ || n < 4 || stem[n - 1] != stem[n - 3] || !is_short_vowel(stem[n - 2])) return stem;
  if (is_vowel(stem[n - 4])) {
    stem.erase(n - 2, 1);
  } else {
    std::swap(stem[n - 2], stem[n - 3]);
  }
  return stem;
}

Sounds Stems::join(const Sounds& stem, SoundsView ending, bool contract) const {
  if (last_is_weak()) return settle(join_weak(stem, ending));
  const char32_t short_a =
      stem.size() == 3 ? short_vowel_ : U'a';  // three sounds: قال without a prefix
  bool run_together = contract && (ending.empty() || is_vowel(ending.front()));
  return shorten(settle((run_together ? contracted(stem) : stem) + Sounds(ending)), short_a,
                 doubled_);
}

// The last radical is a glide: it melts into the ending or falls (دعا دعوا دعت دعوت, يدعو يرمي
// ينسى).
Sounds Stems::join_weak(const Sounds& stem, SoundsView ending) const {
  Sounds base = stem.substr(0, stem.size() - 2);
  const char32_t vowel = stem[stem.size() - 2];
  const char32_t glide = stem.back();
  const Sounds rest = ending.empty() ? Sounds() : Sounds(ending.substr(1));
  if (ending.empty()) return base + vowel;
  if (!is_vowel(ending.front())) {
    return base + (vowel == U'a' ? Sounds{U'a', glide} : Sounds{vowel == U'i' ? U'I' : U'U'}) +
           Sounds(ending);
  }
  if (is_short_vowel(ending.front()) && rest.empty()) {
    return base + (vowel == U'i' ? U'I' : vowel == U'u' ? U'U' : glide == kWaw ? U'A' : U'Y');
  }
  if (ending.front() == U'U' || ending.front() == U'I') {
    if (vowel != U'a') return base + Sounds(ending);
    return base + Sounds{U'a', ending.front() == U'U' ? kWaw : kYa} + rest;
  }
  if (ending.front() == U'a' && vowel == U'a') return base + Sounds(ending);
  return base + Sounds{vowel, vowel == U'u' ? kWaw : vowel == U'i' ? kYa : glide} + Sounds(ending);
}

// Collects the forms of one verb.
class Paradigm {
 public:
  explicit Paradigm(const Verb& verb) : verb_(verb), stems_(verb) {}

  std::vector<VerbInflection> run() {
    for (bool passive : {false, true}) {
      add_perfect(passive);
      add_imperfect(passive);
    }
    add_imperative();
    return std::move(out_);
  }

 private:
  // Spells one form before nothing and before a pronoun, in both styles of hamza.
  void add(const Sounds& sounds, VerbInflection inflection, uint8_t attachment) {
    for (Attachment side : {kFree, kBound}) {
      if ((attachment & side) == 0) continue;
      for (HamzaStyle style : {HamzaStyle::kAcademy, HamzaStyle::kTraditional}) {
        inflection.spelling = spell(sounds, side == kBound, style);
        inflection.attachment = side | (attachment & kShortened);
        merge(inflection);
      }
    }
  }

  void merge(const VerbInflection& inflection) {
    for (VerbInflection& known : out_) {
      if (known.spelling == inflection.spelling && known.tense == inflection.tense &&
          known.passive == inflection.passive && known.agreement == inflection.agreement) {
        const uint8_t shortened = known.attachment & inflection.attachment & kShortened;
        known.attachment = ((known.attachment | inflection.attachment) & ~kShortened) | shortened;
        return;
      }
    }
    out_.push_back(inflection);
  }

  void add_perfect(bool passive) {
    const Sounds stem = stems_.perfect(passive);
    for (const Ending& ending : kPerfectEndings) {
      add(stems_.join(stem, ending.sounds), {{}, Tense::kPerfect, passive, ending.agreement},
          ending.attachment);
    }
  }

  // يقول نقول, but يُعلن in the forms whose perfect has four letters, and in the passive.
  void add_imperfect(bool passive) {
    const VerbForm form = verb_.form;
    bool with_u = passive || form == VerbForm::kII || form == VerbForm::kIII ||
                  form == VerbForm::kIV || form == VerbForm::kQ1;
    const Sounds stem = stems_.imperfect(passive);
    for (const ImperfectPerson& person : kImperfectPersons) {
      const Sounds prefixed = Sounds{person.prefix, with_u ? U'u' : U'a'} + stem;
      const VerbInflection inflection{{}, Tense::kImperfect, passive, person.agreement};
      for (const Ending& ending : person.endings) {
        add(stems_.join(prefixed, ending.sounds), inflection, ending.attachment);
        if (stems_.doubled() && ending.sounds.empty()) {
          add(stems_.join(prefixed, ending.sounds, false), inflection,
              ending.attachment);  // لم يردد
        }
      }
    }
  }

  void add_imperative() {
    const Sounds stem = stems_.imperative();
    for (const Ending& ending : kImperativeEndings) {
      const VerbInflection inflection{{}, Tense::kImperative, false, ending.agreement};
      add(with_start(stems_.join(stem, ending.sounds)), inflection, ending.attachment);
      if (stems_.doubled() && ending.sounds.empty()) {
        add(with_start(stems_.join(stem, ending.sounds, false)), inflection,
            ending.attachment);  // اردد
      }
    }
  }

  // No word begins with two consonants: form IV takes أ, the others ا.
  Sounds with_start(const Sounds& sounds) const {
    if (verb_.form == VerbForm::kIV) return settle(Sounds{kHamza0, U'a'} + sounds);
    return sounds.size() > 1 && !is_vowel(sounds[1]) ? Sounds{U'^', U'i'} + sounds : sounds;
  }

  const Verb& verb_;
  Stems stems_;
  std::vector<VerbInflection> out_;
};

std::optional<VerbForm> form_of(std::string_view name) {
  for (size_t i = 1; i < std::size(kFormNames); ++i) {
    if (name == kFormNames[i]) return static_cast<VerbForm>(i);
  }
  return std::nullopt;
}

// The radicals of a root cell; spaces between them are allowed, hamza may have any seat.
std::u32string parse_root(std::string_view cell) {
  std::u32string root;
  for (char32_t c : to_code_points(cell)) {
    if (c != U' ') root.push_back(is_hamza(c) && c != kTaMarbuta && c != kAlif ? kHamza0 : c);
  }
  return root;
}

// The spelling of the third person masculine singular that root and form give.
std::u32string base_form(const Verb& verb, Tense tense) {
  for (const VerbInflection& inflection : conjugate(verb)) {
    if (inflection.tense == tense && !inflection.passive)
      return without_diacritics(inflection.spelling);
  }
  return {};
}

}  // namespace

Expected<Verb> parse_verb(std::string_view perfect, std::string_view imperfect,
                          std::string_view root, std::string_view form) {
  std::optional<VerbForm> number = form_of(form);
  if (!number)
    return fail(fmt::format("no verb form is called '{}'; use 1 to 10, Q1, Q2 or Q4", form));
  Verb verb{*number, parse_root(root), to_code_points(perfect), to_code_points(imperfect)};
  const size_t radicals = *number >= VerbForm::kQ1 ? 4 : 3;
  if (verb.root.size() != radicals) {
    return fail(fmt::format("the root '{}' of {} needs {} radicals", root, perfect, radicals));
  }
  if (verb.perfect.size() < 2 || verb.imperfect.size() < 2) {
    return fail(fmt::format("the verb '{}' '{}' is too short", perfect, imperfect));
  }
  return verb;
}

std::string check_verb(const Verb& verb) {
  for (Tense tense : {Tense::kPerfect, Tense::kImperfect}) {
    const std::u32string given =
        without_diacritics(tense == Tense::kPerfect ? verb.perfect : verb.imperfect);
    const std::u32string expected = base_form(verb, tense);
    if (expected != given) {
      return fmt::format("root and form give {}, the table has {}", to_utf8(expected),
                         to_utf8(given));
    }
  }
  return "";
}

std::vector<VerbInflection> conjugate(const Verb& verb) { return Paradigm(verb).run(); }

Sounds active_participle(const Verb& verb) { return Stems(verb).participle(false); }
Sounds passive_participle(const Verb& verb) { return Stems(verb).participle(true); }
Sounds regular_masdar(const Verb& verb) {
  return verb.form == VerbForm::kI ? Sounds() : Stems(verb).masdar();
}

}  // namespace musnad
