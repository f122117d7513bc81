// A record as one line of JSON, version 1 of the output format (docs/record.schema.json).
#pragma once

#include <string>

#include "musnad/record.h"

namespace musnad {

// The record as a JSON object without a line end. Letters beyond ASCII stay UTF-8; the same record
// gives the same bytes.
std::string render_json(const Record& record);

// One of its negotiations, by its index, as it stands in that object.
std::string render_json(const TalksRecord& talks, uint32_t index);

}  // namespace musnad
