// The lists of names that the tagger looks words up in, gathered from the register, the lexicon and
// the places of GeoNames.
#pragma once

#include <filesystem>

#include "actors/tagger_model.h"

namespace musnad {

// The classes of words (TaggerModel::words) by the tables that the program carries.
Expected<TaggerModel> read_name_lists();

}  // namespace musnad
