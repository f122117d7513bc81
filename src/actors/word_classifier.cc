#include "actors/word_classifier.h"

#include <algorithm>

#include "actors/name_key.h"
#include "morphology/agreement.h"
#include "morphology/normalize.h"

namespace musnad {
namespace {

bool take(std::string_view& rest, std::string_view prefix) {
  if (!rest.starts_with(prefix)) return false;
  rest.remove_prefix(prefix.size());
  return true;
}

// The readings of a folded word, fewest clitics first. Too short stems are left out. `behind_li`
// holds what a reading views that is no part of the word.
Readings readings(std::string_view key, std::string& behind_li) {
  struct Clitic {
    std::string_view letter;
    uint8_t bit;
  };
  constexpr Clitic kConjunctions[] = {{"", 0}, {"و", kWa}, {"ف", kFa}};
  constexpr Clitic kPrepositions[] = {{"", 0}, {"ب", kBi}, {"ل", kLi}, {"ك", kKa}};
  Readings out;
  const auto add = [&](uint8_t bits, std::string_view stem, std::string_view whole, bool shadowed) {
    const size_t least = bits == 0 ? 1 : (bits & kAl) != 0 ? 2 : 3;
    const bool latin = !stem.empty() && static_cast<unsigned char>(stem.front()) < 0x80;  // لـCNN
    if (stem.size() >= least * (latin ? 1 : kLetterBytes))
      out.push_back({bits, stem, whole, shadowed});
  };
  for (const Clitic& preposition : kPrepositions) {
    for (const Clitic& conjunction : kConjunctions) {
      std::string_view rest = key;
      if (!take(rest, conjunction.letter) || !take(rest, preposition.letter)) continue;
      const uint8_t bits = conjunction.bit | preposition.bit;
      std::string_view stem = rest;
      const bool li = preposition.bit == kLi;
      const bool article = take(stem, li ? "ل" : "ال");
      add(bits, rest, rest, article && !li);
      if (article && li) behind_li.assign("ال").append(stem);
      if (article) add(bits | kAl, stem, li ? behind_li : rest, false);
    }
  }
  return out;
}

WordClass word_class(Pos pos) {
  switch (pos) {
    case Pos::kVerb:
      return WordClass::kVerb;
    case Pos::kPreposition:
      return WordClass::kPreposition;
    case Pos::kNoun:
    case Pos::kMasdar:
      return WordClass::kNoun;
    case Pos::kAdjective:
    case Pos::kParticiple:
      return WordClass::kAdjective;
    case Pos::kUnknown:
      return WordClass::kName;
    case Pos::kNumeral:
      return WordClass::kNumber;
    default:
      return WordClass::kBreak;
  }
}

// The stems that a word with an attached pronoun may have: وزارته is وزاره.
absl::InlinedVector<std::string, 2> stems_before_pronoun(std::string_view stem) {
  absl::InlinedVector<std::string, 2> out;
  for (std::string_view pronoun : {"هما", "هم", "هن", "ها", "ه", "نا", "كم", "ي"}) {
    if (!stem.ends_with(pronoun) || stem.size() < pronoun.size() + 2 * kLetterBytes) continue;
    std::string rest(stem.substr(0, stem.size() - pronoun.size()));
    if (rest.ends_with("ت")) {
      out.push_back(rest.substr(0, rest.size() - kLetterBytes) + "ه");
    }
    out.push_back(std::move(rest));
  }
  return out;
}

constexpr std::string_view kBism = "باسم", kBilisan = "بلسان";
constexpr std::string_view kFeminineEnding = "ه";

bool ends_like_nisba(std::string_view stem) {
  constexpr size_t kLeastRoot = 3 * kLetterBytes;
  for (std::string_view ending : {"ي", "يه", "يون", "يين", "يا"}) {
    if (stem.ends_with(ending) && stem.size() >= kLeastRoot + ending.size()) return true;
  }
  return false;
}

bool is_noun_with_li(const Analysis& a) {
  return (a.pos == Pos::kNoun || a.pos == Pos::kMasdar) && a.has(kLi) && a.enclitic.none();
}

Gender gender_of(Agreement agreement) { return static_cast<Gender>(agreement.gender); }
Number number_of(Agreement agreement) { return static_cast<Number>(agreement.number); }

}  // namespace

Classifier::Classifier(const ActorLexicon& lexicon, const Register& actors,
                       const Morphology& morphology, const Word& word)
    : lexicon_(lexicon),
      actors_(actors),
      morphology_(morphology),
      word_(word),
      ways_(readings(word.key, behind_li_)) {}

void Classifier::from_analysis() {
  const Analysis& best = word_.best();
  out.kind = word_class(best.pos);
  // Newspapers do not command their reader: what looks like an imperative is a name (أحمدي).
  if (out.kind == WordClass::kVerb &&
      (best.tense == Tense::kImperative || best.agreement.person == 2)) {
    out.kind = WordClass::kName;
  }
  // Nor do they often tell of several women (عدن).
  const bool women = best.agreement.gender == kFeminine && best.agreement.number == kPlural;
  if (out.kind == WordClass::kVerb && women && best.tense == Tense::kPerfect &&
      best.proclitics == 0 && word_.key.size() == 3 * kLetterBytes) {
    out.kind = WordClass::kName;
  }
  if (word_.key == "ل" || word_.key == "ب") out.kind = WordClass::kPreposition;
  out.proclitics = best.proclitics;
  const bool family = out.kind == WordClass::kName && word_.key.starts_with("ال");  // الفريدي
  out.pronoun = !best.enclitic.none() && !best.definite() && !family;
  out.gender = gender_of(best.agreement);
  out.number = number_of(best.agreement);
  out.masdar = best.pos == Pos::kMasdar;
  out.adjective = std::any_of(word_.analyses.begin(), word_.analyses.end(),
                              [](const Analysis& a) { return a.pos == Pos::kAdjective; });
  out.demonstrative = best.pos == Pos::kDemonstrative;
  stem = word_.stem(best);
  take_noun_with_li(best, women);
  out.of_person = best.pos == Pos::kNoun && best.lemma != kNoLemma &&
                  stem.ends_with(kFeminineEnding) &&
                  stem == fold(morphology_.lemma_text(best)) + std::string(kFeminineEnding);
  closed_ = out.kind == WordClass::kBreak || out.kind == WordClass::kPreposition;
}

// لأمن المطار: nor of what is for somebody to do, where a noun is spelled alike.
void Classifier::take_noun_with_li(const Analysis& best, bool women) {
  const bool mine = best.has(kLi) && best.agreement.person == 1;
  if (best.pos != Pos::kVerb || !(mine || women)) return;
  const auto noun = std::find_if(word_.analyses.begin(), word_.analyses.end(), is_noun_with_li);
  if (noun == word_.analyses.end()) return;
  out.kind = WordClass::kNoun;
  out.proclitics = noun->proclitics;
  out.pronoun = false;
  stem = word_.stem(*noun);
}

// The row of the tables that one reading of the word is.
const ActorLexicon::Entry* Classifier::find(const Reading& way) {
  const ActorLexicon::Entry* found = lexicon_.find(way.stem);
  if (found != nullptr && found->lemma == way.stem) {
    out.pronoun = false;  // مولانا
  } else if (out.pronoun) {
    found = nullptr;
    for (const std::string& inner : stems_before_pronoun(way.stem)) {
      if (found == nullptr) found = lexicon_.find(inner);
    }
  }
  constexpr std::string_view kOfTwo = "ي";  // مجلسي النواب
  if (found == nullptr && word_.best().agreement.number == kDual && way.stem.ends_with(kOfTwo)) {
    found = lexicon_.find(way.stem.substr(0, way.stem.size() - kOfTwo.size()));
    if (found != nullptr && (found->roles & kInstitutionRoles) == 0) found = nullptr;  // صديقي
  }
  const bool construct = found != nullptr && found->construct && (way.proclitics & kAl) != 0 &&
                         (found->roles & kTitleRoles) != 0;
  if (construct) return nullptr;  // المعلمي is no معلمي
  const bool name_only = found != nullptr && found->roles == kGivenNameRole;
  return name_only && (way.proclitics & (kFa | kKa)) != 0 ? nullptr : found;  // فرومان is no رومان
}

void Classifier::from_tables() {
  constexpr uint32_t kOpenRoles = kTimeRole | kQuantifierRole | kGivenNameRole | kParticleRole;
  for (const Reading& way : ways_) {
    const ActorLexicon::Entry* found = find(way);
    const EntryIndex state = actors_.state_of_adjective(way.stem);
    const RegisterWord first = way.shadowed ? kNoRegisterWord : actors_.find_word(way.whole);
    const bool begins = first != kNoRegisterWord && actors_.begins_phrase(first);
    if (found == nullptr && state == kNoEntry && !begins) continue;
    const bool grammar = closed_ && way.proclitics == 0;
    entry = grammar && found != nullptr && (found->roles & kOpenRoles) == 0 ? nullptr : found;
    out.state = closed_ ? kNoEntry : state;
    out.bare = first;
    if (begins) out.first = first;
    out.proclitics = way.proclitics;
    stem = way.stem;
    break;
  }
  out.inner = actors_.find_word(word_.key);
}

// A foreign name that the register spells in another way.
void Classifier::from_variants() {
  if (entry != nullptr || out.state != kNoEntry || out.first != kNoRegisterWord ||
      out.kind != WordClass::kName) {
    return;
  }
  if (out.inner != kNoRegisterWord) return;  // a word of some name, spelled as the register does
  out.inner = actors_.find_variant(word_.key);
  for (const Reading& way : ways_) {
    if ((way.proclitics & ~kWa) != 0) continue;
    const RegisterWord variant =
        way.whole == word_.key ? out.inner : actors_.find_variant(way.whole);
    if (variant == kNoRegisterWord || !actors_.begins_phrase(variant)) continue;
    out.first = out.bare = variant;
    out.proclitics = way.proclitics;
    stem = way.stem;
    return;
  }
}

// لبي بي سي: behind ل the name of a letter, too short for a word, with which an acronym begins.
void Classifier::from_letter_name() {
  constexpr std::string_view kTo = "ل";
  if (entry != nullptr || out.state != kNoEntry || out.first != kNoRegisterWord || closed_) return;
  std::string_view rest = word_.key;
  if (rest.size() != 3 * kLetterBytes || !take(rest, kTo)) return;
  const RegisterWord letter = actors_.find_word(rest);
  if (letter == kNoRegisterWord || !actors_.begins_phrase(letter)) return;
  out.first = out.bare = letter;
  out.proclitics = kLi;
  stem = rest;
}

void Classifier::take_entry() {
  out.roles = entry->roles;
  out.joints = entry->joints;
  out.bodies = entry->bodies;
  out.construct = entry->construct;
  out.held = entry->held;
  out.pronoun = out.pronoun || entry->pronoun;
  if (entry->gender != Gender::kUnknown) out.gender = entry->gender;
  if (entry->number != Number::kUnknown) out.number = entry->number;
}

void Classifier::from_reporting() {
  if (!word_.reporting) return;
  for (const Analysis& analysis : word_.analyses) {
    for (const ReportingEntry& reporting : morphology_.reporting_of(analysis)) {
      if (reporting.noun && reporting.document) out.roles |= kDocumentRole;
      const bool his = analysis.pos != Pos::kVerb && analysis.enclitic.person == 3;
      if (his && analysis.proclitics == 0 && reporting.noun && !reporting.document) {
        out.words = true;
      }
      if (analysis.pos == Pos::kVerb && reporting.certainty != Certainty::kSeldom) {
        out.reports = true;
      }
      if (analysis.pos == Pos::kVerb && reporting.says_more) out.says_more = true;
      if (&analysis != &word_.best()) continue;
      out.takes_person = out.takes_person || reporting.content_includes_addressee ||
                         (reporting.addressee & kAccAddressee) != 0;
    }
  }
}

// Whether the word is besides a verb in the perfect, behind و, that always reports.
bool Classifier::surely_reports() const {
  return std::any_of(word_.analyses.begin(), word_.analyses.end(), [&](const Analysis& verb) {
    if (verb.pos != Pos::kVerb || verb.tense != Tense::kPerfect || !verb.has(kWa)) return false;
    const std::vector<ReportingEntry>& rows = morphology_.reporting_of(verb);
    return !rows.empty() && rows.front().certainty == Certainty::kAlways;
  });
}

void Classifier::correct_class() {
  const Analysis& best = word_.best();
  if (out.state != kNoEntry) {
    out.roles |= kNisbaRole;
    out.pronoun = false;
    if (out.kind != WordClass::kNoun) out.kind = WordClass::kAdjective;
  }
  if (best.pos == Pos::kPreposition) {
    out.joints = joint_of(out.proclitics == 0 ? word_.key : stem).value_or(0);
  }
  if (word_.key.starts_with(kBism) || word_.key == kBilisan) out.joints |= kJoinBism;
  out.nisba_shape = ends_like_nisba(stem);
  if (out.is(kNounRoles) && out.kind == WordClass::kName) out.kind = WordClass::kNoun;
  if (out.is(kStyleRole) && out.pronoun) out.kind = WordClass::kNoun;  // سموه, not سمّوه
  if (out.is(kAttributeRole) && !closed_) out.kind = WordClass::kAdjective;
  // ودان أوباما: joined to what stands before, a verb that always reports is no first name.
  if (out.is(kGivenNameRole) && out.has(kWa) && surely_reports()) {
    out.roles &= ~kGivenNameRole;
    out.kind = WordClass::kVerb;
  }
  // Whatever follows it, عبد with the article makes a first name.
  constexpr std::string_view kServant = "عبدال";
  if (entry == nullptr && stem.starts_with(kServant) &&
      stem.size() >= kServant.size() + 3 * kLetterBytes && out.kind == WordClass::kName) {
    out.roles |= kGivenNameRole;
    out.gender = Gender::kMasculine;
  }
  // The interrogative hamza is rarer than a foreign name that begins with a hamza.
  if (best.has(kHamza) && entry == nullptr && out.kind == WordClass::kNoun) {
    out.kind = WordClass::kName;
  }
}

void Classifier::from_ending() {
  constexpr std::string_view kEnding = "ا";
  const Analysis& best = word_.best();
  if (out.kind == WordClass::kVerb || out.has(kAl) || !stem.ends_with(kEnding)) return;
  const std::string_view noun = stem.substr(0, stem.size() - kEnding.size());
  const bool derived = best.pos == Pos::kMasdar || best.pos == Pos::kParticiple;
  const bool known = entry != nullptr
                         ? entry->lemma == noun
                         : best.lemma != kNoLemma && fold(morphology_.lemma_text(best)) == noun;
  out.accusative = (derived || known) && out.first == kNoRegisterWord;  // not روسيا
}

// The first letter of an unknown word is more often its own than a clitic, unless only the rest of
// it is a name of the register.
void Classifier::settle_first_letter(bool prefixed) {
  constexpr std::string_view kToThe = "لل";  // no name begins so
  if (out.kind == WordClass::kName && out.roles == 0 && !out.has(kAl) &&
      word_.key.starts_with(kToThe)) {
    out.proclitics = kLi | kAl;
    stem = std::string_view(word_.key).substr(kToThe.size());
    return;
  }
  constexpr std::string_view kAtB = "بب";  // ببلجرشي: nor so
  if (out.kind == WordClass::kName && out.roles == 0 && word_.key.starts_with(kAtB)) {
    out.proclitics = kBi;
    stem = std::string_view(word_.key).substr(kLetterBytes);
    return;
  }
  if (out.kind != WordClass::kName || out.roles != 0 || out.first != kNoRegisterWord ||
      (out.has(kAl) && !out.has(kKa)) || out.proclitics == 0) {
    return;
  }
  // وأردوغان, though a name of the register is spelled nearly so as a whole.
  const bool no_name = out.inner == kNoRegisterWord ||
                       (out.proclitics == kWa && actors_.find_word(word_.key) == kNoRegisterWord);
  const bool register_name =
      (out.proclitics & (kFa | kKa)) == 0 && no_name && actors_.find_word(stem) != kNoRegisterWord;
  if (prefixed || register_name) {
    out.bare = actors_.find_word(stem);
    return;
  }
  bare_stem = stem;
  out.proclitics = 0;
  stem = word_.key;
}

}  // namespace musnad
