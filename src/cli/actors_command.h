// `musnad actors`: who the register of actors knows by a name or title.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace musnad {

void declare_actors(CLI::App& app, Work& work);

}  // namespace musnad
