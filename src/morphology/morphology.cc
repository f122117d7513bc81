#include "morphology/morphology.h"

#include "morphology/analyzer.h"
#include "morphology/compiled_forms.h"
#include "morphology/form_index.h"
#include "morphology/lexicon_tables.h"

namespace musnad {
namespace {

class LexiconMorphology : public Morphology {
 public:
  explicit LexiconMorphology(std::vector<Lemma> lemmas)
      : lemmas_(std::move(lemmas)), index_(compiled_forms()), analyzer_(index_) {}

  Word analyze(std::string_view form) const override { return analyzer_.analyze(form); }
  const Lemma& lemma(LemmaIndex index) const override { return lemmas_[index]; }

 private:
  std::vector<Lemma> lemmas_;
  FormIndex index_;
  Analyzer analyzer_;
};

}  // namespace

Expected<std::unique_ptr<Morphology>> Morphology::load() {
  Expected<LexiconTables> tables = read_lexicon_tables();
  if (!tables) return tl::unexpected<Error>(tables.error());
  return std::make_unique<LexiconMorphology>(std::move(tables->lemmas));
}

}  // namespace musnad
