// The flags that say what is looked for in an archive.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "musnad/archive.h"

namespace musnad {

struct SearchFlags {
  std::vector<std::string> words;
  std::string kind;  // of statements, or an act
  Search search;
};

// Declares the flags on a command. When it was parsed, complete() gives what they mean together.
void declare_search_flags(CLI::App& command, SearchFlags& flags);
Search complete(const SearchFlags& flags);

}  // namespace musnad
