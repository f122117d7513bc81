#include "morphology/morphology.h"

#include <algorithm>
#include <cassert>

#include "morphology/analyzer.h"
#include "morphology/compiled_forms.h"
#include "morphology/form_index.h"
#include "morphology/reporting_tables.h"

namespace musnad {
namespace {

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class CompiledMorphology : public Morphology {
 public:
  explicit CompiledMorphology(std::vector<ReportingEntry> reporting)
      : index_(compiled_forms()), analyzer_(index_) {
    lemmas_.reserve(index_.lemmas().size());
    for (const FormIndex::LemmaText& lemma : index_.lemmas()) {
      lemmas_.push_back({std::string(index_.text(lemma)), lemma.pos, {}});
    }
    assert(reporting.size() == index_.reporting_lemmas().size());
    for (size_t i = 0; i < reporting.size(); ++i) {
      lemmas_[index_.reporting_lemmas()[i]].reporting.push_back(std::move(reporting[i]));
    }
  }

  Word analyze(std::string_view form) const override {
    Word word = analyzer_.analyze(form);
    word.digits = word.key.find_first_of("0123456789") != std::string::npos;
    for (const Analysis& analysis : word.analyses) {
      word.classes |= 1u << static_cast<int>(analysis.pos);
      if (analysis.lemma == kNoLemma) continue;
      word.reporting = word.reporting || !lemmas_[analysis.lemma].reporting.empty();
    }
    return word;
  }
  const Lemma& lemma(LemmaIndex index) const override { return lemmas_[index]; }
  LemmaIndex lemma_count() const override { return static_cast<LemmaIndex>(lemmas_.size()); }

 private:
  FormIndex index_;
  Analyzer analyzer_;
  std::vector<Lemma> lemmas_;
};

}  // namespace

Expected<std::unique_ptr<Morphology>> Morphology::load() {
  Expected<std::vector<ReportingEntry>> reporting = read_reporting_entries();
  if (!reporting) return tl::unexpected<Error>(reporting.error());
  return std::make_unique<CompiledMorphology>(std::move(*reporting));
}

const std::vector<ReportingEntry>& Morphology::reporting_of(const Analysis& reading) const {
  static const std::vector<ReportingEntry> kNone;
  return reading.lemma == kNoLemma ? kNone : lemma(reading.lemma).reporting;
}

std::string_view Morphology::lemma_text(const Analysis& reading) const {
  return reading.lemma == kNoLemma ? std::string_view() : lemma(reading.lemma).text;
}

bool Morphology::asks_for(const ReportingEntry& entry, const Word& word) const {
  if (holds(entry.needs_phrase, word.key)) return true;
  if (entry.needs_lemma.empty()) return false;
  return std::any_of(word.analyses.begin(), word.analyses.end(), [&](const Analysis& reading) {
    return holds(entry.needs_lemma, lemma_text(reading));
  });
}

bool Morphology::tells_deed(const ReportingEntry& entry, const Word& word) const {
  if (entry.told_of_deeds.empty()) return false;
  constexpr std::string_view kAccusative = "ا";  // مقرا
  std::string_view stem = word.stem(word.best());
  if (holds(entry.told_of_deeds, stem) || holds(entry.deed_lemmas, lemma_text(word.best())))
    return true;
  if (!stem.ends_with(kAccusative)) return false;
  stem.remove_suffix(kAccusative.size());
  return holds(entry.told_of_deeds, stem);
}

bool Morphology::may_be_of_verb(const Word& word, std::string_view verb) const {
  return std::any_of(word.analyses.begin(), word.analyses.end(), [&](const Analysis& analysis) {
    return analysis.pos == Pos::kVerb && lemma_text(analysis) == verb;
  });
}

}  // namespace musnad
