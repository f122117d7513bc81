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
constexpr float kWorstKept = 14;      // analyses that cost so much more than the best are dropped

struct Candidate {
  Analysis analysis;
  float cost;
};

float clitic_cost(uint8_t proclitics, Agreement enclitic) {
  float cost = 0;
  if (proclitics & kWa) cost += 0.5f;
  if (proclitics & kFa) cost += 2.0f;
  if (proclitics & (kBi | kLi)) cost += 1.0f;
  if (proclitics & kKa) cost += 3.0f;
  if (proclitics & kSa) cost += 0.5f;
  if (proclitics & kHamza) cost += 6.0f;
  if (!enclitic.none()) cost += enclitic.person == 3 ? 0.7f : enclitic.person == 1 ? 1.5f : 2.5f;
  return cost;
}

// News speaks in the third person; the second person and orders are rare in it.
float agreement_cost(Pos pos, Tense tense, Agreement agreement) {
  float cost = 0;
  if (tense == Tense::kImperative) cost += 6;
  if (agreement.person == 2) cost += 4;
  if (agreement.person == 1) cost += 1;
  if (agreement.number == 2) cost += pos == Pos::kVerb ? 2 : 1;
  if (pos == Pos::kVerb && agreement.number == 3 && agreement.gender == 2) cost += 3;
  return cost;
}

float pos_cost(Pos pos) {
  switch (pos) {
    case Pos::kNoun: case Pos::kAdjective: return 2.0f;
    case Pos::kMasdar: return 2.0f;
    case Pos::kParticiple: return 2.5f;
    case Pos::kVerb: return 2.2f;
    default: return 0;
  }
}

bool may_stand_before(const Back& back, const FormReading& reading) {
  if (back.pronoun.none()) return (reading.attachment & kFree) != 0;
  if ((reading.attachment & kBound) == 0) return false;
  if (reading.pos == Pos::kVerb) return back.after_verb;
  if (reading.pos == Pos::kComplementizer || reading.pos == Pos::kConjunction) return true;
  if (reading.pos == Pos::kPreposition) return true;
  return back.after_noun;
}

bool same_but_voice(const Analysis& a, const Analysis& b) {
  return a.pos == b.pos && a.tense == b.tense && a.agreement == b.agreement && a.proclitics == b.proclitics &&
         a.enclitic == b.enclitic && a.stem_begin == b.stem_begin && a.stem_end == b.stem_end && a.lemma == b.lemma;
}

}  // namespace

namespace {

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
    const uint8_t needed = front.proclitics & ~(kWa | kFa);
    for (const FormReading& reading : index_.lookup(form_.key(begin, end))) {
      if ((needed & ~reading.proclitics) != 0 || !may_stand_before(back, reading)) continue;
      if (needed == 0 && (reading.attachment & kAfterProclitic) != 0) continue;
      const float distance = form_.distance(begin, end, index_.spelling(reading));
      const Agreement agreement = unpack(reading.agreement);
      float cost = distance + clitic_cost(front.proclitics, back.pronoun) + pos_cost(reading.pos) +
                   agreement_cost(reading.pos, reading.tense, agreement);
      if (form_.has_tanwin() && reading.pos == Pos::kVerb) cost += 8;
      if (reading.passive) cost += 0.3f;
      add(front, back, reading, agreement, cost);
    }
  }

  void add(const Front& front, const Back& back, const FormReading& reading, Agreement agreement, float cost) {
    Analysis analysis;
    analysis.pos = reading.pos;
    analysis.tense = reading.tense;
    analysis.passive = reading.passive;
    analysis.agreement = agreement;
    analysis.proclitics = front.proclitics;
    analysis.enclitic = back.pronoun;
    analysis.stem_begin = static_cast<uint8_t>(form_.offset(front.letters));
    analysis.stem_end = static_cast<uint8_t>(form_.offset(form_.size() - back.letters));
    analysis.lemma = reading.lemma;
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

// A word that the lexicon does not know: the clitics that can safely be taken off.
Analysis guess(const TextForm& form) {
  Analysis analysis;
  const std::u32string& letters = form.letters();
  size_t begin = 0;
  if (letters.size() >= 5 && letters[0] == kWaw) {
    analysis.proclitics |= kWa;
    begin = 1;
  }
  for (const Front& front : fronts(letters)) {
    if ((front.proclitics & kAl) == 0 || letters.size() - front.letters < 3) continue;
    analysis.proclitics = front.proclitics;
    begin = front.letters;
    break;
  }
  analysis.stem_begin = static_cast<uint8_t>(form.offset(begin));
  analysis.stem_end = static_cast<uint8_t>(form.offset(letters.size()));
  return analysis;
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
  if (word.analyses.empty()) word.analyses.push_back(guess(text));
  return word;
}

}  // namespace musnad
