// Answers of an archive as tables for other programs.
#pragma once

#include <string>
#include <vector>

#include "formats/row_writer.h"
#include "musnad/archive.h"

namespace musnad {

std::string render_rows(const Found& found, RowFormat format);
std::string render_rows(const std::vector<Period>& periods, RowFormat format);
// A row for each telling; tellings of one story have one number.
std::string render_rows(const std::vector<Story>& stories, RowFormat format);
std::string render_rows(const std::vector<Echo>& echoes, RowFormat format);

std::string render_rows(const TalksPage& page, RowFormat format);
std::string render_rows(const Stats& stats, RowFormat format);

// Each thing that is known of the actor is a row: its aspect ("office", "topic", "contact", …),
// name, count, and days.
std::string render_rows(const ActorPage& page, RowFormat format);

}  // namespace musnad
