// The flags of commands that read articles: what to read, and how.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/read_pipeline.h"
#include "musnad/error.h"
#include "musnad/reader.h"

namespace musnad {

struct InputFlags {
  std::vector<std::string> inputs;
  std::vector<std::string> fields;  // NAME=KEY
  bool lossy = false;
  std::vector<std::string> registers;
  unsigned timeout = 30;  // seconds
  InputSettings settings;
};

// Declares the flags on a command. When it was parsed, complete() works out what they mean
// together; it throws CLI::ValidationError.
void declare_input_flags(CLI::App& command, InputFlags& flags);
void complete(InputFlags& flags);

// The reader as the flags want it, for an archive with `index_words`. It is there until the process
// ends, and never taken apart: that would take a tenth of the time in which one article is read.
Expected<const Reader*> make_reader(const InputFlags& flags, bool index_words = false);

// --register: the user's own tables of actors.
void declare_register_flag(CLI::App& command, std::vector<std::string>& files);

// "" for a day, else what is wrong with it: a check for options.
std::string check_day(const std::string& text);

// Standard input where nothing is named; tells a person who sits before it how to end it.
void default_to_standard_input(InputFlags& flags);

}  // namespace musnad
