// The commands that ask or fill an archive: their flags.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace musnad {

// musnad add
void declare_add(CLI::App& app, Work& work);

// musnad search, actor, timeline, stories, talks, stats
void declare_questions(CLI::App& app, Work& work);

// musnad export
void declare_export(CLI::App& app, Work& work);

}  // namespace musnad
