// Person, gender and number by name.
#pragma once

#include "morphology/word.h"

namespace musnad {

inline constexpr uint8_t kMasculine = 1, kFeminine = 2;          // Agreement::gender
inline constexpr uint8_t kSingular = 1, kDual = 2, kPlural = 3;  // Agreement::number

constexpr Agreement agreement_of(uint8_t person, uint8_t gender, uint8_t number) {
  Agreement agreement;
  agreement.person = person & 3;
  agreement.gender = gender & 3;
  agreement.number = number & 3;
  return agreement;
}

// Of a noun, which has no person.
constexpr Agreement agreement_of(uint8_t gender, uint8_t number) {
  return agreement_of(0, gender, number);
}

}  // namespace musnad
