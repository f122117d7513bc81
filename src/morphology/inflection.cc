#include "morphology/inflection.h"

#include <algorithm>

#include "morphology/conjugator.h"
#include "morphology/letters.h"
#include "morphology/nominal.h"

namespace musnad {
namespace {

constexpr uint8_t kNominalProclitics = kBi | kLi | kKa | kHamza;
constexpr Agreement kMasculineSingular = agreement_of(kMasculine, kSingular);
constexpr Agreement kFeminineSingular = agreement_of(kFeminine, kSingular);

class Inflector {
 public:
  explicit Inflector(const std::function<void(const InflectedForm&)>& take) : take_(take) {}

  void inflect(const FunctionWordRow& row, const LemmaRow& lemma) {
    const uint8_t condition = row.only_after_proclitic ? kAfterProclitic : 0;
    InflectedForm form{to_code_points(lemma.text),
                       row.lemma,
                       lemma.pos,
                       Tense::kNone,
                       false,
                       row.agreement,
                       static_cast<uint8_t>(kFree | condition),
                       row.proclitics};
    take_(form);
    if (row.bound.empty()) return;
    form.spelling = to_code_points(row.bound);
    form.attachment = kBound | condition;
    take_(form);
  }

  void inflect(const VerbRow& row) {
    for (VerbInflection& inflection : conjugate(row.verb)) {
      if (inflection.passive && inflection.agreement.person != 3) continue;  // not in news
      const uint8_t proclitics = inflection.tense == Tense::kImperfect ? kSa | kLi | kHamza
                                 : inflection.tense == Tense::kPerfect ? kHamza
                                                                       : 0;
      take_({std::move(inflection.spelling), row.lemma, Pos::kVerb, inflection.tense,
             inflection.passive, inflection.agreement, inflection.attachment, proclitics});
    }
    inflect_participle(row, false);
    inflect_participle(row, true);
    inflect_masdars(row);
  }

  // The singular with its dual, the feminine where the noun has both, and the plurals of the table.
  void inflect(const NounRow& row, const LemmaRow& lemma) {
    const Sounds noun = noun_sounds(to_code_points(lemma.text));
    decline_with_dual(noun, row.masculine ? kMasculineSingular : kFeminineSingular);
    if (row.both_genders) {
      decline_with_dual(feminine_of(noun), kFeminineSingular);
      decline_feminine_plural(noun, forms_);
    }
    for (const std::string& plural : row.plurals)
      decline_plural(to_code_points(plural), row.masculine);
    flush(row.lemma, lemma.pos, false);
  }

 private:
  void decline_with_dual(const Sounds& noun, Agreement agreement) {
    decline(noun, agreement, forms_);
    decline_dual(noun, agreement, forms_);
  }

  void decline_plural(const std::u32string& plural, bool masculine) {
    const std::u32string base =
        plural.substr(0, plural.size() - std::min<size_t>(2, plural.size()));
    if (plural.ends_with(U"ون")) {
      decline_masculine_plural(noun_sounds(base), forms_);
    } else if (plural.ends_with(U"ات") && base.size() > 1) {
      decline_feminine_plural(noun_sounds(base), forms_);
    } else {
      decline(noun_sounds(plural), agreement_of(masculine ? kMasculine : kFeminine, kPlural),
              forms_);
    }
  }

  void inflect_participle(const VerbRow& row, bool passive) {
    const Sounds masculine = passive ? passive_participle(row.verb) : active_participle(row.verb);
    decline_with_dual(masculine, kMasculineSingular);
    decline_with_dual(feminine_of(masculine), kFeminineSingular);
    decline_masculine_plural(masculine, forms_);
    decline_feminine_plural(masculine, forms_);
    flush(row.lemma, Pos::kParticiple, passive);
  }

  void inflect_masdars(const VerbRow& row) {
    std::vector<Sounds> masdars;
    for (const std::string& masdar : row.masdars)
      masdars.push_back(noun_sounds(to_code_points(masdar)));
    if (masdars.empty()) masdars.push_back(regular_masdar(row.verb));
    for (const Sounds& masdar : masdars) {
      if (masdar.empty()) continue;
      const bool feminine = masdar.back() == kTaMarbuta;
      decline_with_dual(masdar, feminine ? kFeminineSingular : kMasculineSingular);
      if (row.verb.form != VerbForm::kI) decline_feminine_plural(masdar, forms_);
      flush(row.lemma, Pos::kMasdar, false);
    }
  }

  // Hands on the nominal forms collected.
  void flush(LemmaIndex lemma, Pos pos, bool passive) {
    for (NominalInflection& form : forms_) {
      const uint8_t proclitics = kNominalProclitics | (form.article ? kAl : 0);
      take_({std::move(form.spelling), lemma, pos, Tense::kNone, passive, form.agreement,
             form.attachment, proclitics});
    }
    forms_.clear();
  }

  const std::function<void(const InflectedForm&)>& take_;
  std::vector<NominalInflection> forms_;
};

}  // namespace

void inflect_all(const LexiconTables& tables,
                 const std::function<void(const InflectedForm&)>& take) {
  Inflector inflector(take);
  for (const FunctionWordRow& row : tables.function_words)
    inflector.inflect(row, tables.lemmas[row.lemma]);
  for (const VerbRow& row : tables.verbs) inflector.inflect(row);
  for (const NounRow& row : tables.nouns) inflector.inflect(row, tables.lemmas[row.lemma]);
}

}  // namespace musnad
