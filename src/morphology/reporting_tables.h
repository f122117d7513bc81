// What the tables say of words that report speech: the columns of reporting_verbs.tsv and
// reporting_nouns.tsv that later stages use.
#pragma once

#include <string_view>
#include <vector>

#include "morphology/morphology.h"
#include "musnad/error.h"

namespace musnad {

inline constexpr std::string_view kReportingVerbsFile = "lexicon/ar/reporting_verbs.tsv";
inline constexpr std::string_view kReportingNounsFile = "lexicon/ar/reporting_nouns.tsv";

// The header lines of the two tables; the columns of the word itself stand first.
const std::vector<std::string_view>& reporting_verb_columns();
const std::vector<std::string_view>& reporting_noun_columns();

// One entry for each row of the embedded tables, verbs first. Fails on a damaged row.
Expected<std::vector<ReportingEntry>> read_reporting_entries();

}  // namespace musnad
