// The commands that work on an archive: their flags.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace musnad {

void declare_add(CLI::App& app, Work& work);

}  // namespace musnad
