// Answers of an archive for the eyes of a reader at a terminal.
#pragma once

#include <string>
#include <vector>

#include "formats/terminal.h"
#include "musnad/archive.h"

namespace musnad {

std::string render_text(const Found& found, const TerminalOptions& options);
std::string render_text(const ActorPage& page, const TerminalOptions& options);
std::string render_text(const std::vector<Period>& periods, const TerminalOptions& options);
std::string render_text(const std::vector<Story>& stories, const TerminalOptions& options);
std::string render_text(const std::vector<Echo>& echoes, const TerminalOptions& options);
std::string render_text(const TalksPage& page, const TerminalOptions& options);
std::string render_text(const Stats& stats, const TerminalOptions& options);

}  // namespace musnad
