#include "morphology/analyzer.h"

#include <absl/container/inlined_vector.h>

#include <algorithm>
#include <optional>

#include "morphology/agreement.h"
#include "morphology/clitics.h"
#include "morphology/letters.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr size_t kMostLetters = 30;  // longer forms are no words
constexpr size_t kMostAnalyses = 8;
constexpr float kWorstKept = 10;  // analyses that cost so much more than the best are dropped
constexpr float kTanwinOnVerb = 8;
constexpr float kPassive = 0.8f;
constexpr float kJussive = 2;
constexpr float kLikely = 3;   // how much more a reading may cost than the best and be looked at
constexpr float kReports = 1;  // verbs of speech are frequent in news
constexpr size_t kLeastGlued = 3;  // letters of either word
constexpr size_t kMe = 10;         // ني among the pronouns

struct Candidate {
  Analysis analysis;
  float cost;
  bool seen;     // its stem stands in the index
  bool reports;  // its lemma always reports speech
};

using Candidates = absl::InlinedVector<Candidate, 16>;

// News speaks in the third person; the second person and orders are rare in it.
float agreement_cost(Pos pos, Tense tense, Agreement agreement) {
  float cost = 0;
  if (tense == Tense::kImperative) cost += 6;
  if (agreement.person == 2) cost += 4;
  if (agreement.person == 1) cost += 1;
  if (agreement.number == 2) cost += pos == Pos::kVerb ? 3 : 1;
  if (pos == Pos::kVerb && agreement.number == 3 && agreement.gender == 2) cost += 3;
  return cost;
}

// Of readings that share their letters, participles and verbs are a little less likely than nouns.
float pos_cost(Pos pos) { return pos == Pos::kParticiple ? 0.5f : pos == Pos::kVerb ? 0.2f : 0; }

bool may_stand_between(const Front& front, const Back& back, const FormReading& reading) {
  const uint8_t needed = front.proclitics & ~(kWa | kFa);
  if ((needed & ~reading.proclitics) != 0) return false;
  if (needed == 0 && (reading.attachment & kAfterProclitic) != 0) return false;
  if (back.pronoun.none()) return (reading.attachment & kFree) != 0;
  if ((reading.attachment & kBound) == 0 || (front.proclitics & kAl) != 0) return false;
  switch (reading.pos) {
    case Pos::kVerb:
      return back.after_verb;
    case Pos::kComplementizer:
    case Pos::kConjunction:
    case Pos::kPreposition:
      return true;
    default:
      return back.after_noun;
  }
}

bool same_but_voice(const Analysis& a, const Analysis& b) {
  return a.pos == b.pos && a.tense == b.tense && a.agreement == b.agreement &&
         a.proclitics == b.proclitics && a.enclitic == b.enclitic && a.stem_begin == b.stem_begin &&
         a.stem_end == b.stem_end && a.lemma == b.lemma;
}

// Collects the candidates of the letters [begin, end) of a form.
class FormAnalysis {
 public:
  FormAnalysis(const FormIndex& index, const TextForm& form, size_t begin, size_t end)
      : index_(index), form_(form), begin_(begin), end_(end) {}

  // Likeliest first.
  Candidates run() {
    const std::u32string_view letters =
        std::u32string_view(form_.letters()).substr(begin_, end_ - begin_);
    const auto begins = fronts(letters);
    const auto ends = backs(letters);
    absl::InlinedVector<Way, 16> ways;
    for (const Front& front : begins) {
      for (const Back& back : ends) {
        if (front.letters + back.letters < letters.size()) ways.push_back(way_of(front, back));
      }
    }
    for (Way& way : ways) way.readings = index_.lookup(way.hash);
    for (const Way& way : ways) index_.prefetch_spellings(way.readings);
    for (const Way& way : ways) read(way);
    sort();
    return std::move(candidates_);
  }

 private:
  // A way to take clitics off, and the readings of what is left. Looking them up waits for memory,
  // so all are fetched before the first is read.
  struct Way {
    Front front;
    Back back;
    uint32_t hash;
    std::span<const FormReading> readings;
  };

  size_t stem_begin(const Front& front) const { return begin_ + front.letters; }
  size_t stem_end(const Back& back) const { return end_ - back.letters; }

  Way way_of(const Front& front, const Back& back) const {
    const uint32_t hash = FormIndex::hash_of(form_.key(stem_begin(front), stem_end(back)));
    index_.prefetch(hash);
    return {front, back, hash, {}};
  }

  // By cost, of equals the one found first. They are few: each is put where it belongs.
  void sort() {
    const auto cheaper = [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; };
    for (auto next = candidates_.begin(); next != candidates_.end(); ++next) {
      std::rotate(std::upper_bound(candidates_.begin(), next, *next, cheaper), next, next + 1);
    }
  }

  void read(const Way& way) {
    const Front& front = way.front;
    const Back& back = way.back;
    const size_t begin = stem_begin(front), end = stem_end(back);
    const SegmentationCosts& costs = index_.costs();
    const float clitics =
        nats(costs.front[front.proclitics]) + nats(costs.back[back.pronoun_index]);
    bool known = false;
    for (const FormReading& reading : way.readings) {
      const float distance = form_.distance(begin, end, index_.spelling(reading));
      known |= distance < TextForm::kOtherKey;
      if (distance >= TextForm::kOtherKey || !may_stand_between(front, back, reading)) continue;
      add(front, back, reading, clitics + nats(reading.cost) + distance + reading_cost(reading));
    }
    if (!known && may_be_unknown(front, back))
      add(front, back, {}, clitics + unknown_stem_cost(begin, end));
  }

  float reading_cost(const FormReading& reading) const {
    if (reading.pos == Pos::kUnknown) return 0;
    const Tense tense = static_cast<Tense>(reading.tense);
    float cost =
        pos_cost(reading.pos) + agreement_cost(reading.pos, tense, unpack(reading.agreement));
    if (reading.reports && reading.pos == Pos::kVerb) cost -= kReports;
    if (form_.has_tanwin() && reading.pos == Pos::kVerb) cost += kTanwinOnVerb;
    if ((reading.attachment & kShortened) != 0) cost += kJussive;
    return reading.passive ? cost + kPassive : cost;
  }

  // Short stems, and stems with clitics that stand by known words only, are no guess.
  bool may_be_unknown(const Front& front, const Back& back) const {
    const size_t letters = end_ - begin_ - front.letters - back.letters;
    const bool bare = (front.proclitics & ~(kWa | kAl)) == 0 && back.letters == 0;
    if (letters < (bare ? 2 : 3) || (front.proclitics & kHamza) != 0) return false;
    if ((front.proclitics & kAl) != 0 && back.letters != 0) return false;
    if ((front.proclitics & kSa) != 0) {
      const char32_t prefix = form_.letters()[begin_ + front.letters];
      return letters > 3 && (prefix == kYa || prefix == kTa || prefix == kNun);
    }
    return back.pronoun.person != 2 && (back.pronoun.none() || back.after_verb) &&
           back.pronoun_index != kMe;
  }

  // A stem in ت before a pronoun may be known with ة.
  float unknown_stem_cost(size_t begin, size_t end) const {
    if (end < end_ && form_.letters()[end - 1] == kTa) {
      std::string feminine(form_.key(begin, end - 1));
      append_utf8(feminine, kHa);
      for (const FormReading& reading : index_.lookup(feminine)) {
        if (reading.pos == Pos::kUnknown && index_.spelling(reading) == feminine)
          return nats(reading.cost);
      }
    }
    return index_.costs().unknown_stem(form_.folded_letters(begin, end));
  }

  void add(const Front& front, const Back& back, const FormReading& reading, float cost) {
    Analysis analysis;
    analysis.pos = reading.pos;
    analysis.tense = static_cast<Tense>(reading.tense);
    analysis.passive = reading.passive;
    analysis.shortened = (reading.attachment & kShortened) != 0;
    analysis.agreement = unpack(reading.agreement);
    analysis.proclitics = front.proclitics;
    analysis.enclitic = back.pronoun;
    if (reading.pos == Pos::kPreposition && analysis.agreement.person != 0)
      std::swap(analysis.enclitic, analysis.agreement);  // منا: one word with its pronoun
    analysis.stem_begin = static_cast<uint8_t>(form_.offset(begin_ + front.letters));
    analysis.stem_end = static_cast<uint8_t>(form_.offset(end_ - back.letters));
    analysis.lemma = reading.lemma == kNoFormLemma ? kNoLemma : reading.lemma;
    const Candidate candidate{analysis, cost, reading.cost != 0, reading.reports != 0};
    for (Candidate& known : candidates_) {
      if (!same_but_voice(known.analysis, analysis)) continue;
      if (cost < known.cost) known = candidate;
      return;
    }
    candidates_.push_back(candidate);
  }

  const FormIndex& index_;
  const TextForm& form_;
  size_t begin_, end_;
  Candidates candidates_;
};

bool is_speech_verb(const Candidate& candidate) {
  return candidate.reports && candidate.analysis.pos == Pos::kVerb &&
         candidate.analysis.agreement.person == 3;
}

bool is_bare_perfect_of_speech(const Candidate& candidate) {
  return is_speech_verb(candidate) && candidate.analysis.tense == Tense::kPerfect &&
         candidate.analysis.agreement.number == kSingular && !candidate.analysis.passive &&
         candidate.analysis.proclitics == 0 && candidate.analysis.enclitic.none();
}

bool is_complementizer(const Candidate& candidate) {
  return candidate.analysis.pos == Pos::kComplementizer;
}

// A noun or name of three letters at least.
bool is_long_nominal(const Candidate& candidate) {
  const Analysis& analysis = candidate.analysis;
  switch (analysis.pos) {
    case Pos::kUnknown:
    case Pos::kNoun:
    case Pos::kAdjective:
    case Pos::kParticiple:
    case Pos::kMasdar:
      return analysis.enclitic.none() && analysis.stem_end - analysis.stem_begin >= 6;
    default:
      return false;
  }
}

// Two words that a missing space ran together, where one of them is surely a verb of speech: a verb
// before إنّ or أنّ (وقالإن), or a known word before a verb in the perfect (الوزيرقال). Gives the
// verb.
class GluedWords {
 public:
  GluedWords(const FormIndex& index, const TextForm& form) : index_(index), form_(form) {}

  std::optional<Candidate> verb() const {
    for (size_t cut = kLeastGlued; cut + 2 <= form_.size(); ++cut) {
      const char32_t first = form_.letters()[cut];
      const bool hamza = first == kAlifHamza || first == kAlifHamzaBelow;
      if (hamza && form_.letters()[cut + 1] == kNun && find(cut, form_.size(), is_complementizer)) {
        if (std::optional<Candidate> left = find(0, cut, is_speech_verb)) return left;
      }
      if (form_.size() - cut < kLeastGlued || !may_report(cut)) continue;
      std::optional<Candidate> right = find(cut, form_.size(), is_bare_perfect_of_speech);
      if (right && cut > kLeastGlued && find(0, cut, is_long_nominal)) return right;
    }
    return std::nullopt;
  }

 private:
  // Whether the letters from `cut` on spell a verb of speech, however likely.
  bool may_report(size_t cut) const {
    const std::span<const FormReading> readings = index_.lookup(form_.key(cut, form_.size()));
    return std::any_of(readings.begin(), readings.end(), [](const FormReading& reading) {
      return reading.reports && reading.pos == Pos::kVerb;
    });
  }

  // The first likely reading of [begin, end) that is of this kind, among words that the index has.
  template <typename Kind>
  std::optional<Candidate> find(size_t begin, size_t end, Kind kind) const {
    const Candidates candidates = FormAnalysis(index_, form_, begin, end).run();
    for (const Candidate& candidate : candidates) {
      if (!candidate.seen || candidate.cost > candidates[0].cost + kLikely) break;
      if (kind(candidate)) return candidate;
    }
    return std::nullopt;
  }

  const FormIndex& index_;
  const TextForm& form_;
};

// Worth a look for glued words: no word of the lexicon, or with an إ that no word has inside.
bool may_be_glued(const TextForm& form, const Candidates& candidates) {
  if (form.size() < kLeastGlued + 2) return false;
  if (candidates.empty()) return true;
  return (!candidates[0].seen && candidates[0].analysis.enclitic.none()) ||
         form.letters().find(kAlifHamzaBelow, kLeastGlued) != std::u32string::npos;
}

bool starts_with_digit(const TextForm& form) {
  return !form.letters().empty() && form.letters()[0] >= U'0' && form.letters()[0] <= U'9';
}

// Forms that take no analysis: punctuation, numbers, what is too long to be a word.
bool is_opaque(std::string_view form, const TextForm& text) {
  if (text.size() == 0 || text.size() > kMostLetters || starts_with_digit(text)) return true;
  size_t position = 0;
  return char_class(decode_utf8(form, position)) == CharClass::kPunctuation;
}

Analysis opaque(const TextForm& form) {
  Analysis analysis;
  const bool punctuation = form.size() == 1 && !starts_with_digit(form);
  if (starts_with_digit(form))
    analysis.pos = Pos::kNumeral;
  else if (punctuation)
    analysis.pos = Pos::kPunctuation;
  analysis.stem_end = static_cast<uint8_t>(std::min<size_t>(form.key().size(), UINT8_MAX));
  return analysis;
}

}  // namespace

Word Analyzer::analyze(std::string_view form) const {
  const TextForm text(form);
  Word word;
  word.key = text.key();
  if (is_opaque(form, text)) {
    word.analyses.push_back(opaque(text));
    return word;
  }
  Candidates candidates = FormAnalysis(index_, text, 0, text.size()).run();
  if (may_be_glued(text, candidates)) {
    const std::optional<Candidate> verb = GluedWords(index_, text).verb();
    if (verb) candidates.insert(candidates.begin(), *verb);
  }
  for (const Candidate& candidate : candidates) {
    if (word.analyses.size() == kMostAnalyses || candidate.cost > candidates[0].cost + kWorstKept)
      break;
    word.analyses.push_back(candidate.analysis);
  }
  if (word.analyses.empty()) word.analyses.push_back(opaque(text));
  return word;
}

}  // namespace musnad
