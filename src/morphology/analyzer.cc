#include "morphology/analyzer.h"

#include <algorithm>

#include "morphology/clitics.h"
#include "morphology/letters.h"
#include "morphology/normalize.h"
#include "text/utf8.h"

namespace musnad {
namespace {

constexpr size_t kMostLetters = 30;   // longer forms are no words
constexpr size_t kMostAnalyses = 8;
constexpr float kWorstKept = 10;      // analyses that cost so much more than the best are dropped
constexpr float kTanwinOnVerb = 8;
constexpr float kPassive = 2;
constexpr size_t kMe = 10;            // ني among the pronouns

struct Candidate {
  Analysis analysis;
  float cost;
};

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
    case Pos::kVerb: return back.after_verb;
    case Pos::kComplementizer: case Pos::kConjunction: case Pos::kPreposition: return true;
    default: return back.after_noun;
  }
}

bool same_but_voice(const Analysis& a, const Analysis& b) {
  return a.pos == b.pos && a.tense == b.tense && a.agreement == b.agreement && a.proclitics == b.proclitics &&
         a.enclitic == b.enclitic && a.stem_begin == b.stem_begin && a.stem_end == b.stem_end && a.lemma == b.lemma;
}

// Collects the candidates of one form.
class FormAnalysis {
 public:
  FormAnalysis(const FormIndex& index, const TextForm& form) : index_(index), form_(form) {}

  std::vector<Candidate> run() {
    const auto ends = backs(form_.letters());
    for (const Front& front : fronts(form_.letters())) {
      for (const Back& back : ends) {
        if (front.letters + back.letters < form_.size()) look_up(front, back);
      }
    }
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    return std::move(candidates_);
  }

 private:
  void look_up(const Front& front, const Back& back) {
    const size_t begin = front.letters;
    const size_t end = form_.size() - back.letters;
    const SegmentationCosts& costs = index_.costs();
    const float clitics = nats(costs.front[front.proclitics]) + nats(costs.back[back.pronoun_index]);
    const std::span<const FormReading> readings = index_.lookup(form_.key(begin, end));
    bool known = false;
    for (const FormReading& reading : readings) {
      const float distance = form_.distance(begin, end, index_.spelling(reading));
      known |= distance < TextForm::kOtherKey;
      if (distance >= TextForm::kOtherKey || !may_stand_between(front, back, reading)) continue;
      add(front, back, reading, clitics + nats(reading.cost) + distance + reading_cost(reading));
    }
    if (!known && may_be_unknown(front, back)) add(front, back, {}, clitics + unknown_stem_cost(begin, end));
  }

  float reading_cost(const FormReading& reading) const {
    if (reading.pos == Pos::kUnknown) return 0;
    const Tense tense = static_cast<Tense>(reading.tense);
    float cost = pos_cost(reading.pos) + agreement_cost(reading.pos, tense, unpack(reading.agreement));
    if (form_.has_tanwin() && reading.pos == Pos::kVerb) cost += kTanwinOnVerb;
    return reading.passive ? cost + kPassive : cost;
  }

  // Short stems, and stems with clitics that stand by known words only, are no guess.
  bool may_be_unknown(const Front& front, const Back& back) const {
    const size_t letters = form_.size() - front.letters - back.letters;
    const bool bare = (front.proclitics & ~(kWa | kAl)) == 0 && back.letters == 0;
    if (letters < (bare ? 2 : 3) || (front.proclitics & kHamza) != 0) return false;
    if ((front.proclitics & kAl) != 0 && back.letters != 0) return false;
    if ((front.proclitics & kSa) != 0) {
      const char32_t prefix = form_.letters()[front.letters];
      return letters > 3 && (prefix == kYa || prefix == kTa || prefix == kNun);
    }
    return back.pronoun.person != 2 && (back.pronoun.none() || back.after_verb) && back.pronoun_index != kMe;
  }

  // A stem in ت before a pronoun may be known with ة.
  float unknown_stem_cost(size_t begin, size_t end) const {
    if (end < form_.size() && form_.letters()[end - 1] == kTa) {
      std::string feminine(form_.key(begin, end - 1));
      append_utf8(feminine, kHa);
      for (const FormReading& reading : index_.lookup(feminine)) {
        if (reading.pos == Pos::kUnknown && index_.spelling(reading) == feminine) return nats(reading.cost);
      }
    }
    return index_.costs().unknown_stem(form_.folded_letters(begin, end));
  }

  void add(const Front& front, const Back& back, const FormReading& reading, float cost) {
    Analysis analysis;
    analysis.pos = reading.pos;
    analysis.tense = static_cast<Tense>(reading.tense);
    analysis.passive = reading.passive;
    analysis.agreement = unpack(reading.agreement);
    analysis.proclitics = front.proclitics;
    analysis.enclitic = back.pronoun;
    analysis.stem_begin = static_cast<uint8_t>(form_.offset(front.letters));
    analysis.stem_end = static_cast<uint8_t>(form_.offset(form_.size() - back.letters));
    analysis.lemma = reading.lemma == kNoFormLemma ? kNoLemma : reading.lemma;
    for (Candidate& known : candidates_) {
      if (!same_but_voice(known.analysis, analysis)) continue;
      if (cost < known.cost) known = {analysis, cost};
      return;
    }
    candidates_.push_back({analysis, cost});
  }

  const FormIndex& index_;
  const TextForm& form_;
  std::vector<Candidate> candidates_;
};

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
  if (starts_with_digit(form)) analysis.pos = Pos::kNumeral;
  else if (punctuation) analysis.pos = Pos::kPunctuation;
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
  const std::vector<Candidate> candidates = FormAnalysis(index_, text).run();
  for (const Candidate& candidate : candidates) {
    if (word.analyses.size() == kMostAnalyses || candidate.cost > candidates[0].cost + kWorstKept) break;
    word.analyses.push_back(candidate.analysis);
  }
  if (word.analyses.empty()) word.analyses.push_back(opaque(text));
  return word;
}

}  // namespace musnad
